"""Quotation marks of every kind: found, nested, mixed or lost, and masked for the grammar.

An amending sentence carries new text between quotation marks. `mask` puts one sign in the place of
each quotation, so that what is left is one line of grammar, whatever stands inside: numbered lines,
further quotations, whole sections. Two kinds are told apart. Quoted *words* end where the depth of
the marks comes back to nothing. A quoted *block* follows a colon and ends at a closing mark after
which the next line begins a new item (survey, section 4.2): inside, numbered lines are text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter

from ligzda.drafting.reading.vocabulary import in_line, item_start, pattern, verb

OPENING, CLOSING = "\ue000", "\ue001"
MASK = re.compile(OPENING + r"(\d+)" + CLOSING)
_MARK = re.compile(r"''|,,(?=\w)|[\"“”„«»]")
_SINGLE = re.compile(r"(?<![^\s(])[‘‚'](?=\w)|(?<=[^\s(])[’‘'](?!\w)")
_FIGURES = re.compile(r"\d+(?:\.\d+)*")
_LABEL = re.compile(r"\s*\(?(\d+(?:\.\d+)*)[.)]+\s+")
_AFTER = re.compile(r"[\"”»“']*[.;,]{0,2}[ \t]*(?=\n|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its text without the outer marks, where it stood, and how sure that is."""

    text: str
    start: int
    end: int
    block: bool = False
    lost: bool = False
    unbalanced: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A text whose quotations are single signs; `source` leads back to the place in the text."""

    text: str
    quotes: tuple[Quote, ...]
    shifts: tuple[tuple[int, int], ...]

    def source(self, place: int) -> int:
        """Return the place in the original text of a place in the masked one."""
        after = bisect_right(self.shifts, place, key=itemgetter(0))
        if not after:
            return place
        masked_at, source_at = self.shifts[after - 1]
        return place + source_at - masked_at


def mask(text: str) -> Masked:
    """Mask every quotation of a text; single marks count where it has no others."""
    if not _MARK.search(text):
        text = _SINGLE.sub('"', text)
    out: list[str] = []
    quotes: list[Quote] = []
    shifts: list[tuple[int, int]] = []
    at = length = 0
    while at < len(text):
        found = _MARK.search(text, at)
        lost = _lost_block(text, at, found.start() if found else len(text))
        if lost:
            quote, upto = lost, lost.start
        elif found:
            upto = found.start()
            quote = _quotation(text, upto, found.end(), "".join(out)[-40:] + text[at:upto])
        else:
            break
        piece = text[at:upto] + f"{OPENING}{len(quotes)}{CLOSING}"
        out.append(piece)
        length += len(piece)
        quotes.append(quote)
        at = quote.end
        shifts.append((length, at))
    out.append(text[at:])
    return Masked("".join(out), tuple(quotes), tuple(shifts))


def unmask(text: str, quotes: tuple[Quote, ...]) -> str:
    """Put the quotations back, between plain marks."""
    return MASK.sub(lambda m: f'"{quotes[int(m[1])].text}"', text)


def _quotation(text: str, start: int, inner: int, before: str) -> Quote:
    lead = before.rstrip()
    block = lead.endswith(":") or bool(pattern("block", "as_follows").search(lead))
    if pattern("block", "correction").search(
        lead
    ):  # the block is itself amending text, to its last mark
        marks = list(_MARK.finditer(text, inner))
        return Quote(text[inner : marks[-1].start()].strip(), start, marks[-1].end(), block=True)
    close = _block_end(text, inner) if block else _words_end(text, inner)
    if close is None and block:
        close = _words_end(text, inner)
    if close is None:
        return Quote(text[inner:].strip(), start, len(text), block, unbalanced=True)
    return Quote(text[inner : close[0]].strip(), start, close[1], block)


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Return whether a mark opens: something empty before it, something written after it."""
    if mark[0] in {"„", "«", ",,"}:
        return True
    if mark[0] in "»":
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return (
        (before.isspace() or before in '([-–—/„“"«')
        and not (after.isspace() or after in ".,;:)”»")
        and not (before in '"“' and after == '"')
    )


def _words_end(text: str, inner: int) -> tuple[int, int] | None:
    """Return where quoted words end: (before the mark, after it)."""
    depth, first = 1, None
    for mark in _MARK.finditer(text, inner):
        first = first or mark
        depth += 1 if _opens(text, mark) else -1
        if depth == 0:
            return mark.start(), mark.end()
    return (first.start(), first.end()) if first else None


def _block_end(text: str, inner: int) -> tuple[int, int] | None:
    """Return where a block ends: a mark, then a stop, then a new item or nothing more."""
    depth = 1
    first: tuple[int, int] | None = None
    starts, verbs = item_start(), verb()
    last: tuple[int, int] | None = None
    for mark in _MARK.finditer(text, inner):
        if _opens(text, mark):
            depth += 1
            if first and pattern("block", "as_follows").search(text[: mark.start()].rstrip(" \n:")):
                return first
            continue
        depth -= 1
        after = _AFTER.match(text, mark.end())
        if after:
            rest = text[after.end() :].lstrip()
            ends = not rest or bool(starts.match(rest))
        else:
            then = pattern("block", "goes_on").match(text, mark.end())
            ends = bool(
                then and (verbs.match(text, then.end()) or in_line().match(text, then.end()))
            )
        if not ends:
            continue
        last = _outermost(text, mark)
        if depth <= 0:
            return last
        first = first or last
    return first


def _outermost(text: str, mark: re.Match[str]) -> tuple[int, int]:
    """Return the last of several marks in a row: the first close what is nested."""
    start, end = mark.span()
    while following := _MARK.match(text, end):
        start, end = following.span()
    return start, end


def _begins_item(text: str, named: set[str]) -> bool:
    """Whether an item begins here, not a line of new text whose number the sentence has named."""
    label = _LABEL.match(text)
    if label and label[1] in named:
        return bool(verb().match(text, label.end()))
    return bool(item_start().match(text))


def _lost_block(text: str, at: int, upto: int) -> Quote | None:
    """Return new text that lost its marks: it follows a colon and a line break."""
    for colon in pattern("block", "lost").finditer(text[at:upto]):
        start = at + colon.end()
        named = set(_FIGURES.findall(text[text.rfind("\n", 0, at + colon.start()) + 1 : start]))
        if _begins_item(text[start:], named):
            continue
        end = len(text)
        for line in re.finditer(r"\n", text[start:]):
            if _begins_item(text[start + line.end() :].lstrip(), named):
                end = start + line.start()
                break
        return Quote(text[start:end].strip(), start, end, block=True, lost=True)
    return None
