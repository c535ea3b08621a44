"""Five separate answers about an edition, each with what it rests on.

A consistent forgery – cells, claims and sentences changed together – is intact, recomputes and is
worded as computed. Only the log (or a signature) tells it from what was published.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_all_start_methods, get_context
from typing import Any

from ligzda.evidence.codes import Remark
from ligzda.findings.claims import bare
from ligzda.kernel.hashing import sha256
from ligzda.languages import CODES, Language
from ligzda.methodology.editions.contents import (
    FILE,
    NOT_PUBLIC,
    Edition,
    PublishedClaim,
    read_edition,
)
from ligzda.methodology.editions.document import document
from ligzda.methodology.editions.log import read_log
from ligzda.methodology.editions.recomputing import effects, evaluated, recomputed
from ligzda.methodology.verifying.faults import VerifyError, VerifyFault
from ligzda.methodology.verifying.reading import Carried
from ligzda.methodology.verifying.texts import texts

FEW, PROCESSES = 3, 2


class Answer(StrEnum):
    """What is known of one question."""

    YES = "yes"
    NO = "no"
    NOT_PUBLIC = "not public"
    """The sentence says itself that it rests on data that are not public."""
    NOT_ASKED = "not asked"


@dataclass(frozen=True)
class SentenceAnswer:
    """One sentence: `said` as the edition has it, `again` as its cells give it (“”: not had)."""

    number: int
    recomputes: Answer
    worded: Answer
    said: str
    again: str


@dataclass(frozen=True)
class Verification:
    """All five answers; `faults` say why it is not intact."""

    edition: Edition
    sha256: str
    language: Language
    faults: tuple[Remark, ...]
    sentences: tuple[SentenceAnswer, ...]
    published: Answer
    signed: bool

    @property
    def intact(self) -> Answer:
        """Whether attachments, hashes and prose belong together."""
        return Answer.NO if self.faults else Answer.YES

    @property
    def recomputes(self) -> Answer:
        """Whether every sentence that can be had from the file comes out the same."""
        return _all(each.recomputes for each in self.sentences)

    @property
    def worded(self) -> Answer:
        """Whether every sentence stands on the pages as it is computed."""
        return _all(each.worded for each in self.sentences)

    @property
    def summary(self) -> str:
        """The name of the sentence that sums it up (words.yaml)."""
        if self.faults:
            return "not_intact"
        if Answer.NO in (self.recomputes, self.worded):
            return "not_computed"
        found = {Answer.YES: "all_holds", Answer.NO: "not_published"}.get(self.published, "no_log")
        return f"{found}_unasked" if self.recomputes is Answer.NOT_ASKED else found

    @property
    def holds(self) -> bool:
        """Whether nothing that was asked speaks against it."""
        return self.summary.removesuffix("_unasked") in ("all_holds", "no_log")


def verify(carried: Carried, log: str | None = None, *, recompute: bool = True) -> Verification:
    """Verify what a PDF carries; `log`: the text of editions.jsonl.

    Without `recompute` nothing is evaluated and that answer is “not asked”: evaluating a plan that
    a stranger wrote is for the stranger's own computer. Raises VerifyError.
    """
    content = carried.attachments[FILE]
    try:
        edition = read_edition(content)
    except (ValueError, RecursionError) as error:
        raise VerifyError(VerifyFault.UNREADABLE.of(why=str(error)[:200])) from None
    language = next((code for code in CODES if code == carried.language), CODES[0])
    pages = _pages(carried, edition.title[language])
    faults = list(_faults(edition, carried, pages))
    spoiled = bool(faults)
    runs: dict[int, Mapping[str, Any] | None] = {}
    if recompute:
        runs = _all_evaluated(edition, carried)
        faults += _effects(edition, runs)
    if not spoiled:
        made = document(edition, language, carried.attachments)
        absent = (text for text in texts(made.blocks) if bare(text) not in pages)
        # Sentences of claims are answered one by one below.
        own = {str(claim.sentences[language]) for claim in edition.claims}
        faults += [VerifyFault.PROSE.of(text=text[:120]) for text in absent if text not in own]
    return Verification(
        edition,
        sha256(content),
        language,
        tuple(faults),
        tuple(
            _sentence(claim, edition, runs, pages, language, asked=recompute)
            for claim in edition.claims
        ),
        _published(edition, sha256(content), log),
        carried.signed,
    )


def _all(answers: Iterator[Answer]) -> Answer:
    given = set(answers)
    return next(
        (each for each in (Answer.NO, Answer.NOT_ASKED, Answer.YES) if each in given),
        Answer.NOT_PUBLIC if given else Answer.YES,
    )


def _pages(carried: Carried, title: str) -> str:
    """Return the pages as they are compared, without the line at the foot of each."""
    many = len(carried.pages)
    feet = (bare(f"{title}{place}/{many}") for place in range(1, many + 1))
    return "".join(
        bare(page).removesuffix(foot) for page, foot in zip(carried.pages, feet, strict=True)
    )


def _faults(edition: Edition, carried: Carried, pages: str) -> Iterator[Remark]:
    if sha256(carried.attachments[FILE]) not in bare(carried.pages[0] if carried.pages else ""):
        yield VerifyFault.HASH_NOT_ON_TITLE.of()
    for file in edition.files:
        given = carried.attachments.get(file.name)
        if given is None:
            yield VerifyFault.MISSING.of(name=file.name)
        elif (sha256(given), len(given)) != (file.sha256, file.size):
            yield VerifyFault.CHANGED.of(name=file.name)
    named = {FILE, *(file.name for file in edition.files)}
    for name in sorted(carried.attachments.keys() - named):
        yield VerifyFault.EXTRA.of(name=name)
    for claim in edition.claims:
        if sha256(claim.predicate) != claim.sha256:
            yield VerifyFault.PREDICATE.of(number=claim.number)


def _all_evaluated(edition: Edition, carried: Carried) -> dict[int, Mapping[str, Any] | None]:
    """Evaluate each run, by two processes where there are several: it is what takes the time."""
    given = [
        (carried.attachments.get(run.cells.name), carried.attachments.get(run.plan.name), run.seed)
        for run in edition.runs
    ]
    if len(given) < FEW or "fork" not in get_all_start_methods():
        found = [_evaluated(each) for each in given]
    else:
        with ProcessPoolExecutor(PROCESSES, get_context("fork")) as pool:
            found = list(pool.map(_evaluated, given))
    return {run.number: each for run, each in zip(edition.runs, found, strict=True)}


def _evaluated(given: tuple[bytes | None, bytes | None, int]) -> Mapping[str, Any] | None:
    cells, plan, seed = given
    if cells is None or plan is None:
        return None
    try:
        return evaluated(cells, plan, seed)
    # A forged plan may fail anywhere in the engine: the numbers are then not had from it.
    except Exception:
        return None


def _effects(edition: Edition, runs: Mapping[int, Mapping[str, Any] | None]) -> Iterator[Remark]:
    size = {row.code: row.unit for row in edition.vocabulary.outcomes}
    for run in edition.runs:
        found = runs[run.number]
        if run.effects and (not found or effects(found, size[run.outcome]) != run.effects):
            yield VerifyFault.EFFECTS.of(number=run.number)


def _sentence(
    claim: PublishedClaim,
    edition: Edition,
    runs: Mapping[int, Mapping[str, Any] | None],
    pages: str,
    language: Language,
    *,
    asked: bool,
) -> SentenceAnswer:
    said = str(claim.sentences[language])
    again, answer = said, Answer.NOT_ASKED
    if claim.needs == NOT_PUBLIC:
        answer = Answer.NOT_PUBLIC
    elif asked:
        registry = edition.vocabulary.registry()
        found = recomputed(claim.predicate, runs.get(claim.run or 0), registry)
        again = str(found.sentences[language]) if found else ""
        same = found is not None and (found.verdict, found.sentences) == (
            claim.verdict, claim.sentences,
        )  # fmt: skip
        answer = Answer.YES if same else Answer.NO
    worded = bool(again) and bare(again) in pages
    return SentenceAnswer(claim.number, answer, Answer.YES if worded else Answer.NO, said, again)


def _published(edition: Edition, hashed: str, log: str | None) -> Answer:
    if log is None:
        return Answer.NOT_ASKED
    try:
        lines = read_log(log)
    except ValueError as error:
        raise VerifyError(VerifyFault.LOG_BROKEN.of(why=str(error))) from None
    found = any((line.number, line.sha256) == (edition.number, hashed) for line in lines)
    return Answer.YES if found else Answer.NO
