"""Operations on units: restate, insert, delete, renumber. Slots decide what may be done.

| | insert | restate | delete | renumber onto |
|---|---|---|---|---|
| absent | yes | refused | refused | yes |
| substantive | refused (occupied) | yes | yes | refused |
| deleted (placeholder) | refused (number used) | refused | refused | refused |
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ligzda.drafting.acts.finding import Place, find, regions
from ligzda.drafting.acts.labels import label_of
from ligzda.drafting.acts.model import LINES, NOTE, PARAGRAPH, Act, Index, Unit
from ligzda.drafting.applying.payload import bare, payload_units
from ligzda.drafting.errors import (
    NoEffect,
    PayloadMismatch,
    SlotOccupied,
    TargetMissing,
)
from ligzda.drafting.numbers import key, printed
from ligzda.drafting.operations import Operation, Path, Step, address
from ligzda.drafting.units import unit_words


@dataclass
class Edit:
    """A changed act: its tree, what was touched, suggestions of the editor."""

    act: Act
    touched: list[Index] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)

    def put(self, root: Unit, *touched: Index) -> None:
        """Take a changed tree."""
        self.act = self.act.with_root(root)
        self.touched += touched


def slot(root: Unit, path: Path) -> str:
    """Return the state of a slot: absent, substantive, deleted, transitional."""
    try:
        place = find(root, path, explain=False)
    except TargetMissing:
        return "absent"
    unit = root.get(place.index)
    if unit.deleted:
        return "deleted"
    return "transitional" if any(step.unit == "transitional" for step in path) else "substantive"


# --- restate


def restate(edit: Edit, operation: Operation) -> None:
    """Put new text in the place of units or of facets of them."""
    if len(operation.targets) == 1:
        _restate_one(edit, operation.targets[0], operation.new)
        return
    if all(path[-1].unit == "sentence" for path in operation.targets):
        _restate_sentences(edit, operation)
        return
    for path, text in _split(edit.act, operation):
        _restate_one(edit, path, text)


def _restate_one(edit: Edit, path: Path, text: str) -> None:
    root = edit.act.root
    place = find(root, path)
    if place.facet:
        _restate_facet(edit, place, path, text)
        return
    old = root.get(place.index)
    _refuse_deleted(old, path)
    step = path[-1]
    if step.is_act:
        raise TargetMissing(address(path), "a whole act is restated by a new act.")
    if step.unit in {"legal_basis", "reference"}:
        edit.put(root.put(place.index, replace(old, text=text, lead="", children=())), place.index)
        return
    new = _single(edit.act, text, path, place.index)
    if not new.lead and old.lead and new.kind == old.kind:
        new = replace(new, lead=old.lead)
    elif old.number and not new.number:
        new = replace(new, number=old.number, lead=old.lead)
    kept = tuple(child for child in old.children if child.kind == NOTE)
    new = replace(new, gap=old.gap, number=old.number or new.number)
    new = replace(new, kind=old.kind, children=new.children + kept)
    if new.render() == old.render():
        raise NoEffect(address(path), "the new text is the old one.")
    edit.put(root.put(place.index, new), place.index)


def _single(act: Act, text: str, path: Path, index: Index) -> Unit:
    step = path[-1]
    units = payload_units(act, text, step, frozenset({step.number}), index[:-1])
    if not units:
        raise PayloadMismatch(address(path), "there is no new text.")
    first, *rest = units
    if rest and any(unit.number and unit.kind == first.kind for unit in rest) and first.number:
        names = ", ".join(unit.number for unit in units)
        raise PayloadMismatch(address(path), f"the new text holds several units ({names}).")
    return replace(first, children=(*first.children, *(inside_of(unit) for unit in rest)))


def inside_of(unit: Unit) -> Unit:
    """Return a unit as a further paragraph of the one before it."""
    return replace(unit, kind=PARAGRAPH) if unit.kind in {LINES, "part"} else unit


def _restate_facet(edit: Edit, place: Place, path: Path, text: str) -> None:
    root = edit.act.root
    found = regions(root, place)
    if place.facet == "text":
        _restate_text(edit, place, path, text)
        return
    rest = bare(text)[1] if place.facet in {"heading", "intro"} else text
    at, start, end = found[0]
    unit = root.get(at)
    if place.facet == "penalty":
        rest = re.sub(r"^[-–—]\s*", "", rest)
    new = unit.text[:start] + rest + unit.text[end:]
    root = root.put(at, replace(unit, text=new))
    for more, _, _ in reversed(found[1:]):
        if place.facet == "heading":
            root = root.remove(more)
    edit.put(root, at)


def _restate_text(edit: Edit, place: Place, path: Path, text: str) -> None:
    root = edit.act.root
    unit = root.get(place.index)
    step = Step("part") if unit.kind == "section" else Step(unit.kind, unit.number)
    new = payload_units(edit.act, text, step, frozenset(), place.index)
    kept = [child for child in unit.children if child.kind == "heading"]
    notes = [child for child in unit.children if child.kind == NOTE]
    first_old = next((c for c in unit.children if c.kind not in {"heading", NOTE}), None)
    if unit.kind != "section":
        label, rest = bare(text)
        edit.put(root.put(place.index, replace(unit, text=rest if label else text)), place.index)
        return
    gap = first_old.gap if first_old is not None else edit.act.gap
    new[0] = replace(new[0], gap=gap)
    children = (*kept, *new, *notes)
    edit.put(root.put(place.index, replace(unit, children=children)), place.index)


def _restate_sentences(edit: Edit, operation: Operation) -> None:
    root = edit.act.root
    spans = [regions(root, find(root, path))[0] for path in operation.targets]
    if len({at for at, _, _ in spans}) > 1:
        raise PayloadMismatch(
            address(operation.targets[0]), "the sentences stand in several units."
        )
    at = spans[0][0]
    unit = root.get(at)
    start, end = min(s for _, s, _ in spans), max(e for _, _, e in spans)
    edit.put(
        root.put(at, replace(unit, text=unit.text[:start] + operation.new + unit.text[end:])), at
    )


def _split(act: Act, operation: Operation) -> list[tuple[Path, str]]:
    """Divide one quotation among several targets, by the labels at the beginnings of lines."""
    lines = operation.new.split("\n")
    starts: list[tuple[int, Path]] = []
    left = list(operation.targets)
    for place, line in enumerate(lines):
        if left and _begins(line, left[0], first=place == 0, lines=lines):
            starts.append((place, left.pop(0)))
    if left:
        missing = ", ".join(address(path) for path in left)
        raise PayloadMismatch(missing, "the new text does not hold this unit.")
    ends = [place for place, _ in starts[1:]] + [len(lines)]
    return [
        (path, "\n".join(lines[place:end]).strip())
        for (place, path), end in zip(starts, ends, strict=True)
    ]


def _begins(line: str, path: Path, *, first: bool, lines: list[str]) -> bool:
    step = path[-1]
    label = label_of(line.strip())
    if step.unit == "heading":
        return first
    if label is None or not label.number:
        unlabelled = not any((found := label_of(each.strip())) and found.number for each in lines)
        return unlabelled and step.unit in {"part", "intro"}
    wanted = step.number or (path[-2].number if len(path) > 1 else "")
    same = label.number.replace("^", "").replace(".", "") == wanted.replace("^", "").replace(
        ".", ""
    )
    return same or (step.unit == "intro" and label.number == path[-2].number)


# --- delete and renumber


def delete_units(edit: Edit, operation: Operation, placeholder: dict[str, str]) -> None:
    """Leave a placeholder for each unit; sentences go without one."""
    sentences = [path for path in operation.targets if path[-1].unit == "sentence"]
    spans = [regions(edit.act.root, find(edit.act.root, path))[0] for path in sentences]
    for at, start, end in sorted(spans, reverse=True):
        unit = edit.act.root.get(at)
        text = f"{unit.text[:start].rstrip()} {unit.text[end:].lstrip()}".strip()
        edit.put(edit.act.root.put(at, replace(unit, text=text)), at)
    for path in operation.targets:
        if path in sentences:
            continue
        place = find(edit.act.root, path)
        unit = edit.act.root.get(place.index)
        _refuse_deleted(unit, path)
        if place.facet:
            raise TargetMissing(address(path), "delete the words of it instead.")
        edit.put(edit.act.root.put(place.index, _emptied(unit, placeholder)), place.index)


_GENDERS = {"m": "masculine", "f": "feminine"}


def _emptied(unit: Unit, placeholder: dict[str, str]) -> Unit:
    listed = unit.kind in {"point", "subpoint", "indent"} and unit.lead.strip().endswith(")")
    if listed:
        end = unit.render().rstrip()[-1:]
        text = placeholder["list_item"] + (end if end in ".;," else "")
    else:
        word = unit_words()[unit.kind]
        text = placeholder["plural" if word.plural else _GENDERS[word.gender]]
    lead = unit.lead
    if lead and lead.rstrip() == lead:
        lead += " "
    return replace(unit, text=text, lead=lead, children=(), deleted=True)


def _refuse_deleted(unit: Unit, path: Path) -> None:
    if unit.deleted:
        raise NoEffect(address(path), "the unit was deleted before.")


def renumber(edit: Edit, operation: Operation) -> None:
    """Give units other numbers; several move at once, from the far end."""
    moves = sorted(
        zip(operation.targets, operation.destination, strict=False),
        key=lambda move: key(move[1][-1].number or "0"), reverse=True,
    )  # fmt: skip
    for old, new in moves:
        root = edit.act.root
        if old[-1].unit == "text":
            place = find(root, old[:-1])
            parts = [n for n, c in enumerate(root.get(place.index).children) if c.kind == "part"]
            if len(parts) != 1:
                raise SlotOccupied(address(old), f"the section has {len(parts)} parts already.")
            at = (*place.index, parts[0])
            edit.put(root.put(at, replace(root.get(at), number="1", lead="(1) ")), at)
            continue
        place = find(root, old)
        unit = root.get(place.index)
        _refuse_deleted(unit, old)
        if not unit.number:
            continue  # parts without printed numbers are counted
        if slot(root, new) in {"substantive", "deleted", "transitional"}:
            raise SlotOccupied(address(new), "a unit of this number is there.")
        edit.put(root.put(place.index, relabelled(unit, new[-1].number)), place.index)


def relabelled(unit: Unit, number: str) -> Unit:
    """Return a unit with another number, its label printed alike."""
    shown = printed(unit.number).rstrip(".")
    lead = unit.lead
    for old in (unit.number, shown, unit.number.replace("^", ""), unit.number.replace("^", ".^")):
        if old in lead:
            caret = "^" in lead
            new = printed(number, caret=caret).rstrip(".") if "^" in number else number
            lead = lead.replace(old, new, 1)
            break
    return replace(unit, number=number, lead=lead)


def shift(edit: Edit, inserted: Operation) -> None:
    """Move the units from an inserted number on by one, before the insertion."""
    container = find(edit.act.root, inserted.targets[0])
    step = inserted.units[0]
    for at, unit in sorted(edit.act.root.get(container.index).walk(container.index), reverse=True):
        if (
            unit.kind == step.unit
            and unit.number.isdigit()
            and key(unit.number) >= key(step.number)
        ):
            edit.put(edit.act.root.put(at, relabelled(unit, str(int(unit.number) + 1))), at)
