"""A verification in words, in one language; for the command and for the page."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from ligzda.languages import Language
from ligzda.methodology.verifying.verify import Answer, SentenceAnswer, Verification
from ligzda.publishing import Numbers
from ligzda.wording import wording


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(
        (Path(__file__).parent / "words.yaml").read_text("utf-8")
    )
    return found


class Told:
    """A verification in a reader's language."""

    def __init__(self, found: Verification, language: Language) -> None:
        self.found = found
        self.language = language

    def say(self, name: str, /, **values: str) -> str:
        """Return a phrase with its braces filled in."""
        return _words()[name][self.language].format(**values)

    @property
    def edition(self) -> str:
        """Which edition it says that it is."""
        edition = self.found.edition
        day = Numbers(self.language).date(edition.date)
        return self.say("edition", number=str(edition.number), day=day, sha256=self.found.sha256)

    @property
    def summary(self) -> str:
        """The sentence that sums it up; it says no more than the public data give."""
        partly = f"{self.found.summary}_some"
        return self.say(partly if self._apart and partly in _words() else self.found.summary)

    @property
    def faults(self) -> list[str]:
        """Why it is not intact."""
        return [wording(self.language).remark(fault) for fault in self.found.faults]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """The five words, each with its answer."""
        found = self.found
        return [
            (self.say("intact"), self.say(f"intact_{found.intact}")),
            (self.say("recomputes"), self._recomputes()),
            (self.say("worded"), self.say(self._worded())),
            (self.say("published"), self.say(f"published_{found.published}")),
            (self.say("signed"), self.say("signed_yes" if found.signed else "signed_no")),
        ]

    def _recomputes(self) -> str:
        """Say how many sentences come out of the file; “yes” would hide those that cannot."""
        whole = len(self.found.sentences)
        if self.found.recomputes is not Answer.YES or not self._apart:
            return self.say(f"answer_{self.found.recomputes}")
        return self.say("recomputes_some", part=str(whole - self._apart), whole=str(whole))

    @property
    def _apart(self) -> int:
        """How many sentences rest on data that are not public."""
        return [each.recomputes for each in self.found.sentences].count(Answer.NOT_PUBLIC)

    def _worded(self) -> str:
        """Name the phrase; where nothing was computed, nobody knows whether they are so worded."""
        asked = self.found.recomputes is not Answer.NOT_ASKED
        return f"answer_{self.found.worded}" if asked or not self._all_stand else "worded_unasked"

    @property
    def _all_stand(self) -> bool:
        return self.found.worded is Answer.YES

    def sentences(self) -> Iterator[tuple[str, str, str, SentenceAnswer]]:
        """Yield name, whether it recomputes, whether it is worded so, and the answer itself."""
        for each in self.found.sentences:
            name = self.say("claim", number=str(each.number))
            recomputes = self.say(f"answer_{each.recomputes}")
            yield name, recomputes, self.say(f"answer_{each.worded}"), each

    def lines(self) -> Iterator[str]:
        """Yield the report of the command, line by line."""
        yield self.edition
        for name, answer in self.answers:
            yield f"{name}: {answer}"
        for fault in self.faults:
            yield f"  {fault}"
        for name, recomputes, worded, each in self.sentences():
            yield (
                f"{name}: {self.say('recomputes')} – {recomputes}; {self.say('worded')} – {worded}"
            )
            if Answer.NO in (each.recomputes, each.worded):
                yield f"  {self.say('said', text=each.said)}"
                if each.again and each.again != each.said:
                    yield f"  {self.say('again', text=each.again)}"
        yield self.summary
