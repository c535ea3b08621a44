"""Take common disguises off a text before links are looked for, and know what was typed where.

A refusal quotes what the writer typed, not what the rule made of it.
"""

from collections.abc import Callable

import regex

from ligzda.newsroom.text.graphemes import CLUSTER, normalized
from ligzda.newsroom.text.lookalikes import SIGNS
from ligzda.newsroom.text.unseen import UNSEEN

# Where even a spaced or spelled-out dot is no accident.
_ENDINGS = (
    "lv", "com", "net", "org", "eu", "ru", "lt", "ee", "info", "biz", "online", "site", "shop",
    "top", "xyz",
)  # fmt: skip
_COMMON = f"(?:{'|'.join(_ENDINGS)})"
_SIGNS = SIGNS | str.maketrans(
    {"。": ".", "｡": ".", "․": ".", "‧": ".", "∙": ".", "۔": ".", "ꓸ": ".", "⸳": "."}
)
# The patterns below meet text in which white space never stands twice, and bound what they repeat:
# the time of each grows with the length of the text (tests/newsroom/test_text_time.py).
_BLANK = regex.compile(r"\s++")
_BRACKETED_DOT = regex.compile(
    r"\s?+[\[({<]\s?+(?:\.|dot|punkts|точка)\s?+[\])}>]\s?+", regex.IGNORECASE
)
_DOT = r"(?i:dot|punkts|точка)"
_SPELLED_DOT = regex.compile(
    rf"(?<=\w)(?:\s{_DOT}\s|-{_DOT}-|_{_DOT}_|\s\.\s?+|\s?+\.\s|[·•])(?={_COMMON}\b(?!\.))"
)
# "example,com": where a list of words ("lv,ru,en") or a missed blank after a comma is not likelier.
_MISTYPED_DOT = regex.compile(rf"(?<=\w{{3}})[,;](?={_COMMON}\b(?!\.))", regex.IGNORECASE)
# "e x a m p l e . c o m": one letter after another, on both sides of the dot.
_SPACED = "|".join(r"\s".join(ending) for ending in _ENDINGS)
_LETTER_BY_LETTER = regex.compile(rf"(?<![\w.])\w(?:\s\w){{2,40}}+\s?\.\s?(?:{_SPACED})(?!\w)")
_HXXP = regex.compile(r"\bh[x*t]{2}p(s?+)(?=\s?+(?::|\[:\]))", regex.IGNORECASE)
_QUOTED = 80
"""Characters of a link that a refusal quotes."""


class Bare:
    """A text as its reader's eye sees it: no invisible characters, dots as dots."""

    def __init__(self, typed: str) -> None:
        self._typed = typed
        seen: list[str] = []
        begins: list[int] = []
        ends: list[int] = []
        for cluster in CLUSTER.finditer(typed):
            made = UNSEEN.sub("", normalized("NFKC", cluster[0]).translate(_SIGNS))
            seen.append(made)
            begins += [cluster.start()] * len(made)
            ends += [cluster.end()] * len(made)
        self.text = "".join(seen)
        self._begins, self._ends = begins, ends
        self._replace(_BLANK, lambda run: "\n" if "\n" in run[0] else " ")
        self._replace(_HXXP, lambda found: f"http{found[1]}")
        self._replace(_BRACKETED_DOT, lambda _found: ".")
        self._replace(_SPELLED_DOT, lambda _found: ".")
        self._replace(_MISTYPED_DOT, lambda _found: ".")
        self._replace(_LETTER_BY_LETTER, lambda found: _BLANK.sub("", found[0]))

    def typed(self, start: int, end: int) -> str:
        """Return what was typed where the bare text has its characters `start` to `end`."""
        return self._typed[self._begins[start] : self._ends[end - 1]]

    def quoted(self, start: int, end: int) -> str:
        """Return the same as a refusal quotes it: on one line, cut where it is long."""
        line = " ".join(self.typed(start, end).split())
        return line if len(line) <= _QUOTED else line[:_QUOTED] + "…"

    def _replace(
        self, pattern: "regex.Pattern[str]", make: Callable[["regex.Match[str]"], str]
    ) -> None:
        text: list[str] = []
        begins: list[int] = []
        ends: list[int] = []
        last = 0
        for found in pattern.finditer(self.text):
            made = make(found)
            text += (self.text[last : found.start()], made)
            begins += self._begins[last : found.start()]
            ends += self._ends[last : found.start()]
            begins += [self._begins[found.start()]] * len(made)
            ends += [self._ends[found.end() - 1]] * len(made)
            last = found.end()
        self.text = "".join((*text, self.text[last:]))
        self._begins = begins + self._begins[last:]
        self._ends = ends + self._ends[last:]
