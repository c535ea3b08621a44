"""A whole amending act → its items, each under its heading, each read or named as not understood.

Items are found on the masked text (`quotes`), where every quotation is one sign: numbered lines of
new text cannot be taken for items. What cannot be read is an item with its failure, never left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from ligzda.drafting.errors import DraftingError, NotAnAct
from ligzda.drafting.operations import Action, Operation, Path
from ligzda.drafting.reading.effects import date_in
from ligzda.drafting.reading.interpreting import in_order
from ligzda.drafting.reading.layout import laid_out
from ligzda.drafting.reading.quotes import MASK, Masked, mask, unmask
from ligzda.drafting.reading.sentences import Reading, heading_paths, read_masked
from ligzda.drafting.reading.vocabulary import item_start, pattern, verb
from ligzda.drafting.units import rank

LARGEST = 5_000_000
"""Signs of the longest text that is read; the longest Latvian act in force has under a million."""

_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)*\)?|[a-z]\))\.?\s+")
_ONLY_NUMBER = re.compile(r"\s*\d+(?:\.\d+)*\.\s*")
_DASHED = re.compile(r"\s*[-–—]\s")


NOTHING = Reading(())


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of an amending act: where it stands, what it says, or why it was not read."""

    number: str
    text: str
    span: tuple[int, int]
    heading: str = ""
    reading: Reading = NOTHING
    failure: DraftingError | None = None
    transitional: bool = False

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations, in the order of application."""
        return self.reading.operations


@dataclass(frozen=True, slots=True)
class AmendingAct:
    """An amending act as read; ``adopted`` is an ISO day, ``number`` the Cabinet's."""

    title: str
    legal_basis: str
    opening: str
    items: tuple[Item, ...]
    adopted: str = ""
    number: str = ""
    by_cabinet: bool = False

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation of every item."""
        return tuple(each for item in self.items for each in item.operations)

    @property
    def failures(self) -> tuple[Item, ...]:
        """The items that were not understood."""
        return tuple(item for item in self.items if item.failure)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of lines of the masked text that forms one item or one heading."""

    number: str
    start: int
    end: int


def read_amending_act(text: str) -> AmendingAct:
    """Read an amending act, or any sentences of one.

    Raises NotAnAct where the text is longer than any act or is no text.
    """
    if len(text) > LARGEST:
        raise NotAnAct(
            f"the text has {len(text):,} signs, an act has under {LARGEST:,}: is it the right file?"
        )
    if "\x00" in text:
        raise NotAnAct("this is no text (a picture, a DOCX?): save it as plain text first.")
    masked = laid_out(mask(text.replace("\r\n", "\n").replace("\xa0", " ")))
    head_end, start = _opening(masked.text)
    head = unmask(masked.text[:head_end], masked.quotes)
    opening = " ".join(unmask(masked.text[head_end:start], masked.quotes).split())
    items = tuple(_items(masked, start, opening))
    return AmendingAct(_title(masked, head), _basis(head), opening, items, *_identity(text, head))


def _identity(text: str, head: str) -> tuple[str, str, bool]:
    """Return day of adoption, number, and whether the Cabinet passed the amending act."""
    cabinet = pattern("cabinet_act").search(head)
    if cabinet:
        own = [line for line in head.splitlines() if not pattern("title").match(line.strip())]
        own = [line for line in own if not pattern("law_of_basis").match(line.strip())]
        return date_in("\n".join(own)), cabinet[1], True
    adopted = pattern("adopted_line").search(text)
    return date_in(adopted[0]) if adopted else "", "", False


def sentences(text: str) -> list[list[Operation]]:
    """Return one list of operations for each sentence, as the corpus has them.

    In a whole act each item is a sentence. In loose sentences blank lines and the numbers of points
    divide, and a heading with all its items is one. Raises the first failure.
    """
    act = read_amending_act(text)
    for item in act.failures:
        assert item.failure
        raise item.failure
    return by_sentence(act, text)


def by_sentence(act: AmendingAct, text: str) -> list[list[Operation]]:
    """Divide what was read of a text into its sentences; one that is not understood is empty."""
    if act.opening:
        return [list(item.operations) for item in act.items]
    groups: list[list[Operation]] = []
    before: Item | None = None
    for item in act.items:
        apart = before is None or "\n\n" in text[before.span[1] - 1 : item.span[0] + 1].replace(
            " ", ""
        )
        numbered = bool(item.number) and "." not in item.number
        if apart or numbered or not groups:
            groups.append([])
        groups[-1] += item.operations
        before = item
    return [in_order(group) for group in groups]


# --- the opening


def _opening(text: str) -> tuple[int, int]:
    """Return where the opening sentence begins and where the first item does."""
    found = pattern("opening", "whole", flags=re.IGNORECASE | re.DOTALL | re.MULTILINE).search(text)
    if found and not _items_before(text[: found.start()]):
        return found.start(), found.end()
    single = pattern("opening", "single", flags=re.IGNORECASE | re.MULTILINE).search(text)
    if single:
        return single.start(), single.start()
    return 0, 0


def _items_before(head: str) -> bool:
    """Whether items stand before the opening: then it is one of several loose sentences."""
    return any(verb().match(_bare(line)) for line in head.splitlines())


def _title(masked: Masked, head: str) -> str:
    titled = pattern("title", flags=re.IGNORECASE)
    whole = unmask(masked.text, masked.quotes)
    for line in [*head.splitlines(), *reversed(whole.splitlines()[-8:])]:
        if titled.match(line.strip()) and not pattern("effects", "commencement").search(line):
            title = line.strip()
            return title if title[0].isalpha() else title[1:-1]
    return ""


def _basis(head: str) -> str:
    lines = head.splitlines()
    for place, line in enumerate(lines):
        if pattern("law_of_basis").match(line.strip()):
            following = [each.strip() for each in lines[place + 1 : place + 3]]
            more = [each for each in following if each and each[0].isdigit()]
            return " ".join([line.strip(), *more])
    return ""


# --- the items


def _items(masked: Masked, start: int, opening: str) -> Iterator[Item]:
    opened = tuple(path for path in heading_paths(opening) if not path[-1].is_act)
    over: list[_Heading] = [_Heading("", opening, opened, opens=True)] if opened else []
    transitional = False
    for piece in _pieces(masked.text, start):
        text = masked.text[piece.start : piece.end]
        flat = text.strip()
        if pattern("transition").match(flat):
            transitional, over = True, []
            continue
        if pattern("ending").match(flat) and not pattern("effects", "commencement").search(flat):
            if pattern("signed").match(flat):
                break
            continue
        while over and not _under(piece.number, over[-1]):
            over.pop()
        if _is_heading(flat):
            found = heading_paths(unmask(flat, masked.quotes))
            if found:
                while over and _depth(over[-1].number) >= _depth(piece.number):
                    over.pop()
                bases = _inside(over[-1].bases, found) if over else found
                opens = bool(pattern("opening", "verb").match(_bare(flat)))
                over.append(_Heading(piece.number, unmask(flat, masked.quotes), bases, opens))
                continue
        heading = over[-1] if over else _Heading()
        yield _item(masked, piece, heading.text, heading.bases, transitional)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading line: its number, and where the items under it are.

    One that ``opens`` (``Izdarīt 12. pantā šādus grozījumus:``) has numbered items without a number
    of its own.
    """

    number: str = ""
    text: str = ""
    bases: tuple[Path, ...] = ()
    opens: bool = False


def _depth(number: str) -> tuple[int, int]:
    """Return how deep a heading stands: by points, by a bracket, without a number."""
    if not number:
        return 2, 0
    return (1, 0) if number.endswith(")") else (0, number.count("."))


def _inside(outer: tuple[Path, ...], inner: tuple[Path, ...]) -> tuple[Path, ...]:
    """Put a heading's places (``pirmajā daļā:``) into those of the heading it stands under.

    A point of a regulation says in its number what it stands in: 17.1. is in 17.
    """
    dotted = "." in inner[0][0].number
    held = dict.fromkeys(_without_points(path) if dotted else path for path in outer)
    fits = all(
        path and not path[-1].is_act and rank(path[-1].unit) < rank(within[0].unit)
        for path in held
        for within in inner
    )
    return tuple((*path, *within) for path in held for within in inner) if fits else inner


def _without_points(path: Path) -> Path:
    return tuple(step for step in path if step.unit not in {"point", "subpoint"})


def _under(number: str, heading: _Heading) -> bool:
    if not number or number.endswith(")"):
        return True
    if not heading.number:
        return heading.opens or "." in number
    return number.startswith(f"{heading.number}.")


def _is_heading(flat: str) -> bool:
    return flat.endswith(":") and not verb().search(flat) and "\n-" not in flat


def _item(
    masked: Masked, piece: _Piece, heading: str, bases: tuple[Path, ...], transitional: bool
) -> Item:
    start, end = masked.source(piece.start), masked.source(piece.end)
    first, last = (
        bisect_right(masked.shifts, place, key=itemgetter(0)) for place in (piece.start, piece.end)
    )
    shifts = tuple((m - piece.start, s) for m, s in masked.shifts[first:last])
    part = Masked(masked.text[piece.start : piece.end], masked.quotes, ((0, start), *shifts))
    text = unmask(part.text, masked.quotes).strip()
    used = [int(n) for n in MASK.findall(part.text)]
    reading, failed = NOTHING, None
    try:
        reading = _reading(replace_quotes(part, used), bases, (start, end))
    except DraftingError as failure:
        # A provision of the amending act itself is no operation on the other.
        transitional = transitional or bool(pattern("own_provision").search(_bare(text)))
        failed = None if transitional else failure
    return Item(piece.number, text, (start, end), heading, reading, failed, transitional)


def replace_quotes(part: Masked, used: list[int]) -> Masked:
    """Number the quotations of a part from nought, so that it stands alone."""
    text = part.text
    for new, old in enumerate(used):
        text = text.replace(f"\ue000{old}\ue001", f"\ue000{new}\ue001", 1)
    return Masked(text, tuple(part.quotes[n] for n in used), part.shifts)


def _reading(part: Masked, bases: tuple[Path, ...], span: tuple[int, int]) -> Reading:
    reading = read_masked(part, bases, span)
    corrected = [each for each in reading.operations if each.action is Action.CORRECT and each.new]
    if not corrected:
        return reading
    inner = read_amending_act(corrected[0].new)
    nested = tuple(each.at(inner=True, source=span) for each in inner.operations)
    return Reading((*reading.operations, *nested), reading.remarks)


def _pieces(text: str, start: int) -> Iterator[_Piece]:
    """Yield the runs of lines that form one item each."""
    begins: list[tuple[int, str]] = []
    at = start
    before = ""
    for line in text[start:].splitlines(keepends=True):
        if line.strip():
            if not begins or _begins(line, before, begins[-1][1]):
                found = _NUMBER.match(line)
                number = found[1] if found and not _addresses(line[found.end() :]) else ""
                begins.append((at, number))
                before = line
            else:
                before = before.rstrip() + " " + line
        at += len(line)
    ends = [place for place, _ in begins[1:]] + [len(text)]
    for (place, number), end in zip(begins, ends, strict=True):
        yield _Piece(number, place, end)


def _addresses(rest: str) -> bool:
    """Return whether a number belongs to the unit after it (``35. punktu izteikt``)."""
    return bool(pattern("unit_after_number").match(rest))


def _begins(line: str, before: str, number: str) -> bool:
    """Return whether a line begins a new item after the item ``before``."""
    last = before.strip()
    if (
        _ONLY_NUMBER.fullmatch(before)
        or _DASHED.match(line)
        or line.lstrip().startswith(("\ue000", "un "))
    ):
        return False
    found = _NUMBER.match(line)
    if _shared(last) and found and "." in found[1]:
        return bool(verb().match(line[found.end() :]))
    if not last.endswith((".", ";", ":", ",", "\ue001")) and not found:
        return bool(verb().match(line.strip())) and line.strip()[0].isupper()
    continues = bool(verb().match(line.strip())) and line.strip()[0].islower()
    if continues and not last.endswith(":") and (number or last[0].isupper()):
        return not verb().match(_bare(last))
    return bool(item_start().match(line)) or last.endswith((".", ";", ":", "\ue001"))


def _shared(last: str) -> bool:
    head = last.partition(":")[0]
    return ":" in last and bool(verb().match(_bare(head))) and not MASK.search(head)


def _bare(text: str) -> str:
    """Return a line without its number."""
    found = _NUMBER.match(text)
    return text[found.end() :] if found else text.lstrip()
