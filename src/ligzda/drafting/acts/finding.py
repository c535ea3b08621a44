"""Addresses → places in an act. A place is a unit, or a part of its text (a facet)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile

from ligzda.drafting.acts.clauses import clause
from ligzda.drafting.acts.model import LINES, NOTE, PARAGRAPH, Index, Region, Unit
from ligzda.drafting.acts.sentence_ends import sentence_spans
from ligzda.drafting.errors import TargetAmbiguous, TargetMissing
from ligzda.drafting.numbers import key
from ligzda.drafting.operations import Path, Step, address
from ligzda.drafting.units import rank, unit_words

ALIKE = ({"point", "subpoint", "row", "item"},)
APART = frozenset({"annex", "transitional", "final_provisions"})
"""Units whose points have numbers of their own."""
_DOTTED = frozenset({"point", "subpoint"})
_FLAT = frozenset({"heading", NOTE, LINES, PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: a unit, and which facet of it (empty: the whole unit)."""

    index: Index
    facet: str = ""
    number: str = ""


def find(root: Unit, path: Path, *, explain: bool = True) -> Place:
    """Return the one place of an address.

    Raises TargetMissing, naming the innermost step that is not there (and what is, where it is to
    ``explain``), and TargetAmbiguous.
    """
    index: Index = ()
    for position, step in enumerate(path):
        word = unit_words()[step.unit]
        last = position == len(path) - 1
        if step.is_act:
            continue
        if last and (step.unit == "sentence" or (word.facet and step.unit not in _STANDING)):
            return _facet(root, index, step, path)
        if word.facet and step.unit not in _STANDING:
            return _facet(root, index, step, path)
        found = list(_candidates(root, index, step))
        if not found:
            near = _nearby(root, index, step) if explain else ""
            said = f"the act has no such unit; {near}"
            raise TargetMissing(address(path[: position + 1]), said)
        if len(found) > 1:
            raise TargetAmbiguous(
                address(path[: position + 1]),
                f"{len(found)} units have this address: name what they stand in.",
            )
        index = found[0]
    return Place(index)


_LINES_OF_TITLE = 4
"""Lines of a title page (issuer, number, place and day, title); more are a table of contents."""

_STANDING = frozenset({"legal_basis", "reference"})
"""Facets by name that are units of their own in the tree."""


def _candidates(root: Unit, inside: Index, step: Step) -> Iterator[Index]:
    unit = root.get(inside)
    kinds = next((alike for alike in ALIKE if step.unit in alike), {step.unit})
    if step.unit == "part":
        yield from _parts(unit, inside, step)
        return
    exact = list(_below(unit, inside, {step.unit}, step))
    found = exact or list(_below(unit, inside, kinds, step)) or list(_titled(unit, inside, step))
    nearest = min((len(each) for each in found), default=0)
    outside = [each for each in found if len(each) == nearest] if step.unit != "section" else found
    yield from outside


def _titled(unit: Unit, inside: Index, step: Step) -> Iterator[Index]:
    """Yield the numbered chapters that bear a unit's name (``V. Noslēguma jautājumi``)."""
    if step.unit not in {"final_provisions", "transitional"}:
        return
    for place, child in enumerate(unit.children):
        titles = [each.text.strip().lower() for each in child.children if each.kind == "heading"]
        if child.kind == "chapter" and set(titles) & set(unit_words()[step.unit].forms):
            yield (*inside, place)


def _below(unit: Unit, at: Index, kinds: set[str], step: Step) -> Iterator[Index]:
    """Yield the units of some kinds in a unit; what cannot hold them is not looked into."""
    wanted = key(step.number) if step.number else None
    within = holders(step.unit)
    index = unit.index
    places: set[int] = set()
    looked_into: set[int] = set()
    for kind, numbers in index.items():
        if kind in kinds:
            places.update(*([numbers.get(wanted, ())] if wanted is not None else numbers.values()))
        if kind in within:
            looked_into.update(*numbers.values())
    for place in sorted(places | looked_into):
        if place in places:
            yield (*at, place)
        if place in looked_into and unit.children[place].children:
            yield from _below(unit.children[place], (*at, place), kinds, step)


@cache
def holders(unit: str) -> frozenset[str]:
    """Return the kinds that can hold a unit, at any depth; what stands apart holds only its own."""
    return frozenset(
        kind
        for kind in unit_words()
        if kind not in _FLAT
        and not (kind in APART and unit not in APART)
        and (rank(kind) < rank(unit) or (kind in _DOTTED and unit in _DOTTED))
    )


def holding(root: Unit, inside: Index, kind: str) -> Iterator[tuple[Index, Unit]]:
    """Yield every unit that directly holds units of a kind, in a unit; annexes stand apart."""
    waiting = [(inside, root.get(inside))]
    while waiting:
        at, unit = waiting.pop()
        if kind in unit.index:
            yield at, unit
        for held in unit.index.keys() & holders(kind):
            for places in unit.index[held].values():
                waiting += [((*at, place), unit.children[place]) for place in places]


def _same(printed: str, wanted: str) -> bool:
    return printed == wanted or bool(printed and key(printed) == key(wanted))


def _parts(unit: Unit, inside: Index, step: Step) -> Iterator[Index]:
    """Yield the part of a number; where parts have none printed, the paragraph that it counts."""
    parts = [(n, child) for n, child in enumerate(unit.children) if child.kind == "part"]
    numbered = [n for n, child in parts if child.number and _same(child.number, step.number)]
    if numbered:
        yield from ((*inside, n) for n in numbered)
        return
    plain = [n for n, child in parts if not child.number]
    counted = len(plain) == len(parts) and step.number.isdigit()
    if counted and 0 < int(step.number) <= len(plain):
        yield (*inside, plain[int(step.number) - 1])


def _nearby(root: Unit, inside: Index, step: Step) -> str:
    unit = root.get(inside)
    listed = islice(_below(unit, (), {step.unit}, Step(step.unit)), 13)
    near = [number for at in listed if (number := unit.get(at).number)]
    if not near:
        return "there are none of its kind here."
    shown = ", ".join(near[:12]) + (" …" if len(near) > 12 else "")
    return f"of its kind there are {shown}."


def _facet(root: Unit, index: Index, step: Step, path: Path) -> Place:
    facet = "heading" if step.unit == "title" else step.unit
    place = Place(index, facet, step.number)
    if not regions(root, place):
        raise TargetMissing(address(path), "the unit has no such part.")
    return place


def regions(root: Unit, place: Place) -> list[Region]:
    """Return the runs of text of a place; notes of earlier amendments are no text of an act."""
    unit = root.get(place.index)
    if place.facet == "heading" and not place.index:
        return _title(root)
    if place.facet == "heading":
        return [
            ((*place.index, n), 0, len(child.text))
            for n, child in enumerate(unit.children)
            if child.kind == "heading"
        ]
    if place.facet == "sentence":
        return _sentence(root, place)
    if place.facet == "intro":
        at = own_text(root, place.index)
        return [(at, 0, len(root.get(at).text))] if at is not None else []
    if place.facet in {"penalty", "disposition"}:
        return clause(unit, place.index, place.facet)
    if place.facet not in {"", "text"}:
        return []
    found = []
    for at, each in unit.walk(place.index):
        if (
            each.text
            and each.kind not in {NOTE, LINES}
            and not (
                place.facet == "text" and each.kind == "heading" and len(at) == len(place.index) + 1
            )
        ):
            found.append((at, 0, len(each.text)))
    return found


def own_text(root: Unit, index: Index) -> Index | None:
    """Return the unit that holds the text a unit begins with (a section's is its first part's)."""
    unit = root.get(index)
    if unit.text:
        return index
    for n, child in enumerate(unit.children):
        if child.kind in {"part", PARAGRAPH, "point"} and child.text:
            return (*index, n)
    return None


def _sentence(root: Unit, place: Place) -> list[Region]:
    at = own_text(root, place.index)
    if at is None:
        return []
    spans = sentence_spans(root.get(at).text)
    number = len(spans) if place.number == "last" else int(place.number or 1)
    if not 0 < number <= len(spans):
        return []
    return [(at, *spans[number - 1])]


def _title(root: Unit) -> list[Region]:
    """Return the act's title: the last of the few lines before its first unit."""
    before = list(takewhile(lambda each: each[1].kind == LINES, enumerate(root.children)))
    if not before or len(before) > _LINES_OF_TITLE:
        return []
    place, unit = before[-1]
    return [((place,), 0, len(unit.text))]
