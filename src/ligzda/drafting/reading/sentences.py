"""One amending sentence, with the heading line it stands under → operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ligzda.drafting.errors import NotUnderstood
from ligzda.drafting.operations import Operation, Path
from ligzda.drafting.reading.addresses import Addresses
from ligzda.drafting.reading.effects import effects
from ligzda.drafting.reading.interpreting import Interpreter
from ligzda.drafting.reading.parsing import parse, parse_heading
from ligzda.drafting.reading.quotes import Masked, mask, unmask
from ligzda.drafting.reading.trees import Unclear
from ligzda.drafting.reading.vocabulary import pattern, unit_forms, verb

_ITEM_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)*(?:[.)]|(?=\s+[^\W\d]))|[a-z]\))\s+")
_SUB_ITEM = re.compile(r"\n\s*(?:\d+(?:\.\d+)+\.?|\d+\)|[a-z]\))\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says: operations in the order of application, and what was set right."""

    operations: tuple[Operation, ...]
    remarks: tuple[str, ...] = ()


def read_sentence(text: str, context: str = "") -> Reading:
    """Read one sentence; ``context`` is its heading line, or whatever stands before it.

    Raises NotUnderstood (with the part that was not), QuoteUnbalanced.
    """
    bases = heading_paths(context) if context.strip() else ()
    return read_masked(mask(text), bases)


def read_masked(
    masked: Masked, bases: tuple[Path, ...] = (), span: tuple[int, int] = (0, 0)
) -> Reading:
    """Read a sentence whose quotations are masked, under the addresses of a heading.

    ``span`` is where it stands in its text; the operations keep it as their source.
    """
    bare = _without_number(masked)
    if not verb().match(bare.text):
        timed = effects(masked)
        if timed:
            return Reading(tuple(each.at(source=span) for each in timed))
        bare, named = _without_opening(bare)
        bases = named or bases
    found: list[Operation] = []
    addresses = Addresses(bases)
    for each in _items_of_shared_verb(bare):
        tree = parse(each)
        addresses.quotes = each.quotes
        try:
            found += Interpreter(addresses, each.quotes, span).operations(tree)
        except Unclear:
            sentence = unmask(each.text, each.quotes)
            raise NotUnderstood(sentence, sentence, 0) from None
    remarks = (*addresses.remarks, *_oddities(masked))
    if addresses.remarks:
        found = [each.at(remarks=tuple(addresses.remarks)) for each in found]
    return Reading(tuple(found), remarks)


def heading_paths(text: str) -> tuple[Path, ...]:
    """Return the addresses of a heading line (``37.panta pirmās daļas 4.punktā:``).

    Of a longer context only what stands before the first colon counts; an opening sentence is none.
    """
    bare = _without_number(mask(text.split("…")[0].strip()))
    line = bare.text.strip()
    opened = pattern("opening", "heading").match(line)
    if opened:
        line = opened["where"]
    elif pattern("opening", "verb").match(line) or verb().match(line):
        return ()
    head = line.partition(":")[0].strip()
    if not head:
        return ()
    kept = Masked(head + ":", bare.quotes, bare.shifts)
    tree = parse_heading(kept)
    if tree is None:
        return ()
    addresses = Addresses(quotes=kept.quotes)
    return tuple(path for each in addresses.targets(tree) for path in each.paths)


def _cut(masked: Masked, at: int) -> Masked:
    """Return a masked text without its first signs; places keep leading to the source."""
    start = masked.source(at)
    later = tuple((m - at, s) for m, s in masked.shifts if m > at)
    return Masked(masked.text[at:], masked.quotes, ((0, start), *later))


def _without_number(masked: Masked) -> Masked:
    found = _ITEM_NUMBER.match(masked.text)
    if not found:
        return masked
    rest = masked.text[found.end() :]
    word = re.match(r"[^\W\d]+", rest)
    listed = pattern("list_goes_on").match(rest) or (word and word[0].lower() in unit_forms())
    return masked if listed else _cut(masked, found.end())


def _without_opening(masked: Masked) -> tuple[Masked, tuple[Path, ...]]:
    """Take off ``Izdarīt … grozījumu un`` before a single amendment (R12), with what it names.

    ``Izdarīt likuma 5. pantā grozījumu un izteikt otro daļu`` is about part 2 of section 5.
    """
    flat = masked.text
    for key in ("participle", "act_and_operation"):
        found = pattern("opening", key, flags=re.IGNORECASE | re.DOTALL).match(flat)
        if found and verb().search(flat, found.end()):
            opening = " ".join(found[0].split()).removesuffix(" un").rstrip(" ,")
            named = heading_paths(f"{opening}:")
            inside = tuple(path for path in named if not path[-1].is_act)
            return _cut(masked, found.end()), inside
    return masked, ()


def _items_of_shared_verb(masked: Masked) -> Iterable[Masked]:
    """Give each numbered item below ``Aizstāt visā noteikumu tekstā:`` the verb of that line."""
    head, colon, rest = masked.text.partition(":")
    if not colon or not _SUB_ITEM.match(rest) or not verb().match(head.strip()):
        return [masked]
    pieces = _SUB_ITEM.split(rest)[1:]
    return [Masked(f"{head} {piece}", masked.quotes, ()) for piece in pieces]


def _oddities(masked: Masked) -> list[str]:
    """Return what was accepted although it is not written as it should be."""
    found = [
        "quotation marks are missing around the new text" for quote in masked.quotes if quote.lost
    ]
    written = pattern("phrases", "AS_FOLLOWS").search(masked.text)
    if written and pattern("well_written").search(written[0]) is None:
        found.append("the words before the new text are misspelt")
    return found
