"""One operation, or all of an act, applied: literal, with an editor's punctuation, with notes.

An operation that fails changes nothing: trees are immutable, and the tree before it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ligzda.drafting.acts.finding import find
from ligzda.drafting.acts.model import LINES, NOTE, Act, Index, Unit
from ligzda.drafting.applying.editorial import dash_of, editorial, in_style
from ligzda.drafting.applying.inflecting import Proposal
from ligzda.drafting.applying.inserting import insert_sentence, insert_units
from ligzda.drafting.applying.structure import Edit, delete_units, renumber, restate, shift
from ligzda.drafting.applying.wording import change_words
from ligzda.drafting.errors import DraftingError, NoEffect, PayloadMismatch, TwoClaims
from ligzda.drafting.operations import (
    SHIFT_RULE,
    WHOLE_ACT,
    Action,
    Operation,
    Path,
    address,
)

WORDS = frozenset({Action.REPLACE_WORDS, Action.INSERT_WORDS, Action.DELETE_WORDS})


@dataclass(frozen=True, slots=True)
class Source:
    """The amending act, as notes and placeholders name it: date and number, day in force.

    Days are ISO; ``kind`` is ``law`` or ``regulation`` (of the Cabinet), ``by_cabinet`` whether the
    amending act is the Cabinet's, ``dash`` what the amended act prints between words.
    """

    date: str = ""
    number: str = ""
    in_force: str = ""
    kind: str = "law"
    by_cabinet: bool = False
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Applied:
    """What one operation did, or why it did nothing."""

    operation: Operation
    touched: tuple[Index, ...] = ()
    suggestions: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    failure: DraftingError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An act after operations: ``literal``, and ``edited`` with the suggested punctuation."""

    literal: Act
    edited: Act
    log: tuple[Applied, ...] = ()

    @property
    def failures(self) -> tuple[Applied, ...]:
        """The operations that were not applied."""
        return tuple(each for each in self.log if each.failure)


def apply_all(act: Act, operations: Iterable[Operation], source: Source | None = None) -> Outcome:
    """Apply the operations that change text, in order; each either whole or not at all."""
    literal = edited = act
    log = []
    operations = [each for each in operations if each.changes_text and not each.inner]
    clashes = _claims(operations)
    styled = replace(source or Source(), dash=dash_of(act.root))
    for place, operation in enumerate(operations):
        if operation.condition == SHIFT_RULE:
            if not place or operations[place - 1].action is not Action.INSERT_UNIT:
                said = "only what follows a new unit is renumbered; say the new numbers."
                log.append(Applied(operation, failure=PayloadMismatch(SHIFT_RULE, said)))
            continue
        following = operations[place + 1] if place + 1 < len(operations) else None
        shifted = following is not None and following.condition == SHIFT_RULE
        try:
            if place in clashes:
                raise clashes[place]
            literal, _ = apply(literal, operation, shifted=shifted)
            edited, done = apply(edited, operation, source=styled, shifted=shifted)
        except DraftingError as failure:
            done = Applied(operation, failure=failure)
        log.append(done)
    return Outcome(literal, edited, tuple(log))


def _claims(operations: Sequence[Operation]) -> dict[int, TwoClaims]:
    """Return the operations on a unit which an earlier one of the act restates or deletes."""
    claimed: dict[object, int] = {}
    found = {}
    for place, each in enumerate(operations):
        if each.action not in {Action.RESTATE, Action.DELETE_UNIT}:
            continue
        for path in each.targets:
            if path in claimed:
                said = "two operations of one day restate or delete it: keep one."
                found[place] = TwoClaims(address(path), said)
            claimed[path] = place
    return found


def apply(
    act: Act, operation: Operation, *, source: Source | None = None, shifted: bool = False
) -> tuple[Act, Applied]:
    """Apply one operation; with a source also what an editor would set.

    Raises the failure by its name; the act is a value and stays as it was.
    """
    edit = Edit(act)
    proposals: list[Proposal] = []
    editing = source is not None
    if not operation.quoted and not operation.new:
        raise PayloadMismatch(_where(operation), "the sentence has no new text.")
    styled = in_style(operation.new, source.dash) if source is not None else operation.new
    if styled != operation.new:
        operation = operation.at(new=styled)
    if operation.action in WORDS:
        proposals = _words(edit, operation, editing=editing)
    elif operation.action is Action.RESTATE:
        restate(edit, operation)
    elif operation.action is Action.INSERT_UNIT:
        if shifted:
            shift(edit, operation)
        insert_units(edit, operation)
        if source is not None:
            _finish_list(edit)
    elif operation.action in {Action.INSERT_SENTENCE, Action.INSERT_TEXT}:
        insert_sentence(edit, operation, as_text=operation.action is Action.INSERT_TEXT)
    elif operation.action is Action.DELETE_UNIT:
        delete_units(edit, operation, placeholders(source, in_law=act.in_law))
    elif operation.action is Action.RENUMBER:
        renumber(edit, operation)
    else:
        raise PayloadMismatch(_where(operation), "the annex stands in the amending act: add it.")
    if edit.act.root == act.root:
        raise NoEffect(_where(operation), "the operation leaves the text as it is.")
    done = Applied(operation, tuple(edit.touched), tuple(edit.suggestions), tuple(proposals))
    return edit.act, done


def _where(operation: Operation) -> str:
    return ", ".join(address(path) for path in operation.targets) or str(operation.action)


def _words(edit: Edit, operation: Operation, *, editing: bool) -> list[Proposal]:
    proposals: list[Proposal] = []
    for path in _outermost(operation.targets):
        root = edit.act.root
        place = find(root, () if path[-1].is_act else path)
        change = change_words(root, place, path, operation, edit=editing)
        edit.put(change.root, *change.touched)
        edit.suggestions += change.suggestions
        proposals += change.proposals
    return proposals


def _outermost(targets: tuple[Path, ...]) -> tuple[Path, ...]:
    """Leave out what is in another target (``pantā un tā nosaukumā``): each hit is changed once."""
    if any(path[-1].is_act for path in targets):
        return (WHOLE_ACT,)
    return tuple(
        path for path in targets if not any(path[:n] in targets for n in range(1, len(path)))
    )


def _finish_list(edit: Edit) -> None:
    """Make the stop of the former last item a semicolon, and print ``(1)`` before the old text."""
    root = edit.act.root
    for at in edit.touched:
        *outer, place = at
        unit = root.get(at)
        listed = unit.lead.rstrip().endswith(")") or unit.kind == "subpoint"
        if listed and unit.kind in {"point", "subpoint"}:
            root = _semicolon(edit, root, (*outer, place - 1) if place else tuple(outer))
        if unit.kind == "part" and unit.number:
            for n, child in enumerate(root.get(tuple(outer)).children):
                if child.kind == "part" and not child.number and child.text and n < place:
                    numbered = replace(child, number="1", lead="(1) ")
                    root = root.put((*outer, n), numbered)
    edit.act = edit.act.with_root(root)


def _semicolon(edit: Edit, root: Unit, at: Index) -> Unit:
    last = at
    while True:
        unit = root.get(last)
        below = [n for n, child in enumerate(unit.children) if child.kind not in {NOTE, LINES}]
        if not below or (last == at and unit.text.endswith(".")):
            break
        last = (*last, below[-1])
    unit = root.get(last)
    if not unit.text.endswith("."):
        return root
    edit.suggestions.append("a semicolon for the full stop of the former last item")
    return root.put(last, replace(unit, text=unit.text[:-1] + ";"))


def placeholders(source: Source | None, *, in_law: bool) -> dict[str, str]:
    """Return the words left for a deleted unit; an editor names the amending act."""
    rows = editorial()["placeholders"]
    kind = "law" if in_law and (source is None or source.kind != "regulation") else "regulation"
    if source is None or not source.date:
        found: dict[str, str] = rows[f"bare_{kind}"]
        return found
    words = rows[kind]
    return {name: text.format(source=designation(source)) for name, text in words.items()}


def designation(source: Source, *, genitive: bool = False) -> str:
    """Return the amending act as notes name it: ``19.01.2012. likumu``."""
    rows = editorial()["notes"]
    name = ("cabinet" if source.by_cabinet else "law") + ("_genitive" if genitive else "")
    number = f"Nr.{source.number}" if source.number else ""
    text: str = rows[name].format(date=day(source.date), number=number)
    return text.strip()


def day(iso: str) -> str:
    """Return an ISO day as notes print it: ``19.01.2012.``"""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
    return f"{found[3]}.{found[2]}.{found[1]}." if found else iso
