"""New units and sentences put into an act, where their numbers say (slots: `structure`)."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from ligzda.drafting.acts.finding import find, holding, own_text
from ligzda.drafting.acts.labels import label_of
from ligzda.drafting.acts.model import LINES, NOTE, PARAGRAPH, Index, Unit
from ligzda.drafting.acts.sentence_ends import sentence_spans
from ligzda.drafting.applying.payload import payload_units
from ligzda.drafting.applying.structure import Edit, inside_of, slot
from ligzda.drafting.errors import NumberUsed, PayloadMismatch, SlotOccupied, TargetMissing
from ligzda.drafting.numbers import key
from ligzda.drafting.operations import Operation, Path, Step, address


def insert_units(edit: Edit, operation: Operation) -> None:
    """Put new units where their numbers say."""
    path = operation.targets[0]
    root = edit.act.root
    container = find(root, path)
    step = operation.units[0]
    wanted = frozenset(each.number for each in operation.units)
    if step.unit in {"transitional", "final_provisions", "reference", "annex"}:
        _insert_top(edit, operation)
        return
    units = payload_units(edit.act, operation.new, step, wanted, container.index)
    units = _named(units, operation, path)
    if any(unit.number and unit.kind == "part" for unit in units):
        _number_the_first(edit, container.index)
    for unit, named in zip(units, operation.units, strict=True):
        _insert_one(edit, container.index, path, unit, named, new=operation.new_unit)


def _named(units: list[Unit], operation: Operation, path: Path) -> list[Unit]:
    """Match what the new text holds to what the sentence names."""
    merged: list[Unit] = []
    for unit in units:
        if merged and unit.kind in {LINES, PARAGRAPH}:
            merged[-1] = replace(merged[-1], children=(*merged[-1].children, unit))
        else:
            merged.append(unit)
    if len(merged) > len(operation.units) and len(operation.units) == 1:
        head, *rest = merged
        merged = [replace(head, children=(*head.children, *map(inside_of, rest)))]
    if len(merged) != len(operation.units):
        raise PayloadMismatch(
            address(path),
            f"the sentence names {len(operation.units)} units, its new text holds {len(merged)}.",
        )
    return [
        replace(unit, number=named.number if unit.lead or unit.kind != "part" else "",
                kind=named.unit if unit.kind == LINES or _a_raised_point(named) else unit.kind)
        for unit, named in zip(merged, operation.units, strict=True)
    ]  # fmt: skip


def _a_raised_point(named: Step) -> bool:
    """Return whether a point's copy may look like a sub-point (``2.2`` for 2.²)."""
    return named.unit == "point" and "^" in named.number and "." not in named.number


def _insert_one(
    edit: Edit, container: Index, path: Path, unit: Unit, named: Step, *, new: bool
) -> None:
    root = edit.act.root
    parent, place = _slot_for(root, container, named, path, new=new)
    siblings = root.get(parent).children
    head = place == 0 and not root.get(parent).lead and not root.get(parent).text and not siblings
    gap = "" if head else edit.act.gap
    if (
        place < len(siblings)
        and place > 0
        and not siblings[place].gap
        and siblings[place].kind == unit.kind
    ):
        gap = edit.act.gap
    if (
        place < len(siblings)
        and siblings[place].gap == ""
        and siblings[place].kind == unit.kind
        and (place == 0 or siblings[place - 1].kind == "heading")
    ):
        # The first unit stood on the label's line (``83.pants. 6) …``); it moves to its own.
        moved = replace(siblings[place], gap=edit.act.gap)
        root, gap = root.put((*parent, place), moved), ""
    root = root.insert(parent, place, replace(unit, gap=gap))
    edit.put(root, (*parent, place))


def _slot_for(
    root: Unit, container: Index, named: Step, path: Path, *, new: bool
) -> tuple[Index, int]:
    """Return parent and place of a new unit; the slot must be free."""
    inside = (*path, named) if not path[-1].is_act else (named,)
    parent = _parent(root, container, named)
    children = root.get(parent).children
    state = slot(root, inside)
    if state == "deleted":
        raise NumberUsed(address(inside), "a deleted unit had this number; numbers are not reused.")
    unnumbered = named.unit == "part" and not any(
        child.number for child in children if child.kind == "part"
    )
    if state != "absent" and not (new and unnumbered):
        raise SlotOccupied(address(inside), "a unit of this number is there; renumber it first.")
    if unnumbered and named.number.isdigit():
        parts = [n for n, child in enumerate(children) if child.kind == "part"]
        if int(named.number) <= len(parts):
            return parent, parts[int(named.number) - 1]
    kinds = {"point", "subpoint"} if named.unit in {"point", "subpoint"} else {named.unit}
    index, wanted = root.get(parent).index, key(named.number)
    listed = [each for kind in kinds for each in index.get(kind, {}).items()]
    before = [places[-1] for number, places in listed if number < wanted]
    if before:
        return parent, max(before) + 1
    after = [places[0] for _, places in listed]
    if after:
        return parent, min(after)
    notes = [n for n, child in enumerate(children) if child.kind == NOTE]
    return parent, notes[0] if notes else len(children)


def _parent(root: Unit, container: Index, named: Step) -> Index:
    """Return what really holds a new unit; the container named is not always it."""
    unit = root.get(container)
    if named.unit in {"point", "subpoint"} and "." in named.number:
        head = named.number.rpartition(".")[0]
        for at, each in unit.walk(container):
            if each.kind in {"point", "subpoint"} and each.number == head:
                return at
    if named.unit in {"point", "subpoint"} and named.number and unit.kind != "section":
        earlier = [
            at for at, each in unit.walk(container)
            if each.kind == named.unit and each.number and "." not in each.number
            and key(each.number) < key(named.number) and not _apart(root, at, container)
        ]  # fmt: skip
        if earlier and unit.kind == "act":
            return earlier[-1][:-1]
    if named.unit == "point" and unit.kind == "section":
        holders = [n for n, child in enumerate(unit.children) if child.kind == "part"]
        with_points = [
            n for n in holders if any(c.kind == "point" for c in unit.children[n].children)
        ]
        if with_points:
            return (*container, with_points[0])
        if len(holders) == 1:
            return (*container, holders[0])
    if named.unit == "section" and unit.kind in {"act", "division"}:
        wanted = key(named.number)
        before = [
            (max(numbers), at)
            for at, each in holding(root, container, "section")
            if (numbers := [number for number in each.index["section"] if number < wanted])
        ]
        if before:
            return max(before, key=itemgetter(0))[1]
    return container


def _apart(root: Unit, at: Index, container: Index) -> bool:
    return any(
        root.get(at[:length]).kind in {"annex", "transitional"}
        for length in range(len(container) + 1, len(at))
    )


def _number_the_first(edit: Edit, container: Index) -> None:
    """Say that the undivided text becomes part one (the editor prints ``(1)`` before it)."""
    root = edit.act.root
    parts = [n for n, c in enumerate(root.get(container).children) if c.kind == "part"]
    if len(parts) == 1 and not root.get((*container, parts[0])).number:
        edit.suggestions.append("(1) before the old text")


def _insert_top(edit: Edit, operation: Operation) -> None:
    """Put in annexes, transitional provisions, references: each after what stands before it."""
    order = ("chapter", "section", "point", "transitional", "final_provisions", "reference")
    for step, unit in zip(operation.units, _tops(edit, operation), strict=True):
        root = edit.act.root
        if slot(root, (step,)) != "absent":
            raise SlotOccupied(address((step,)), "the act has this already.")
        upto = (
            order[: order.index(step.unit) + 1] if step.unit in order else (*order, "annex", LINES)
        )
        before = [n for n, child in enumerate(root.children) if child.kind in upto]
        place = before[-1] + 1 if before else len(root.children)
        edit.put(root.insert((), place, replace(unit, gap=edit.act.gap)), (place,))


def _tops(edit: Edit, operation: Operation) -> list[Unit]:
    """Return one unit for each that is named; lines before an annex's label belong to it."""
    step = operation.units[0]
    numbers = frozenset(each.number for each in operation.units)
    label = label_of(operation.new.split("\n")[0])
    if label is not None and label.kind == step.unit:
        return _named(payload_units(edit.act, operation.new, step, numbers, ()), operation, (step,))
    if len(operation.units) > 1:
        said = "the new text does not say where each of the new units begins."
        raise PayloadMismatch(address((step,)), said)
    inner = payload_units(edit.act, operation.new, Step("point"), frozenset(), ())
    flat: list[Unit] = []
    for unit in inner:
        nested = unit.kind == "annex"
        flat += [replace(unit, kind=LINES, children=()), *unit.children] if nested else [unit]
    return [Unit(step.unit, step.number, children=tuple(flat))]


def insert_sentence(edit: Edit, operation: Operation, *, as_text: bool = False) -> None:
    """Put a sentence at the end of a unit's text or before its nth sentence."""
    for path in operation.targets:
        root = edit.act.root
        place = find(root, path)
        at = own_text(root, place.index)
        if at is None:
            raise TargetMissing(address(path), "the unit has no text to add a sentence to.")
        unit = root.get(at)
        if as_text and operation.after:
            raise PayloadMismatch(address(path), "insert words after the anchor instead.")
        text = unit.text
        if operation.position == "end" or not operation.position:
            new = f"{text.rstrip()} {operation.new}"
        else:
            spans = sentence_spans(text)
            number = int(operation.position)
            if number > len(spans) + 1:
                said = f"there are {len(spans)} sentences, so none can be number {number}."
                raise TargetMissing(address(path), said)
            start = spans[number - 1][0] if number <= len(spans) else len(text)
            new = f"{text[:start].rstrip()} {operation.new} {text[start:]}".strip()
        edit.put(root.put(at, replace(unit, text=new)), at)
