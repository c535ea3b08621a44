"""New text → units, in the shape of the place they go to."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache, partial
from typing import NamedTuple

from ligzda.drafting.acts.finding import APART
from ligzda.drafting.acts.labels import label_of
from ligzda.drafting.acts.model import NOTE, Act, Index, Unit
from ligzda.drafting.acts.plain import Builder, Node
from ligzda.drafting.numbers import is_raised, printed
from ligzda.drafting.operations import Step

CONTAINER = {
    "section": "chapter",
    "part": "section",
    "subpoint": "point",
    "paragraph": "part",
    "indent": "part",
    "row": "annex",
    "item": "part",
    "term": "section",
}


def payload_units(
    act: Act, text: str, step: Step, wanted: frozenset[str], inside: Index
) -> list[Unit]:
    """Return the units of a new text; ``wanted`` are the numbers that the sentence names."""
    container = CONTAINER.get(step.unit, "")
    in_law = act.in_law
    first = label_of(text)
    if step.unit == "point":
        bracket = first is not None and "bracket" in first.marks
        container = (
            "part" if bracket else _apart(act, inside) or ("" if not act.in_law else "annex")
        )
    if step.unit == "subpoint" and first is not None and first.kind == "dotted":
        container = ""
        in_law = False
    style = _Style(act.worded, act.gap, act.caret)
    return list(read_payload(text, container, wanted, style, in_law=in_law))


class _Style(NamedTuple):
    """How the act prints what is put into it (`Act`)."""

    worded: bool
    gap: str
    caret: bool


@lru_cache(maxsize=1024)
def read_payload(
    text: str, container: str, wanted: frozenset[str], style: _Style, *, in_law: bool
) -> tuple[Unit, ...]:
    """Read a new text; once for the literal and the edited act."""
    builder = Builder(in_law, style.worded, expected=wanted)
    holder = Node(container, lead="1. ") if container else builder.root
    builder.open = [builder.root] if holder is builder.root else [builder.root, holder]
    if holder is not builder.root:
        builder.root.children.append(holder)
    read = builder.read(text)
    root = read.root.children[0] if holder is not builder.root else read.root
    units = [unit for unit in root.children if unit.kind != NOTE]
    if root is not read.root:
        units += read.root.children[1:]  # what the place cannot hold is counted, never dropped
    units = [unit.map_text(partial(_raised, caret=style.caret)) for unit in units]
    units = [replace(unit, gap="") if n == 0 else unit for n, unit in enumerate(units)]
    return tuple(unit.map_text(partial(_spaced, gap=style.gap)) for unit in units)


def _raised(unit: Unit, *, caret: bool) -> Unit:
    """Print again the superscript that a label lost in the copy, as the act prints its own."""
    if "^" not in unit.number or is_raised(unit.lead):
        return unit
    shown = printed(unit.number, caret=caret)
    core = re.search(r"[IVXLC]*\.?\d[\d.]*", unit.lead)
    if core is None:
        return unit
    bracket = unit.kind == "part" or unit.lead[core.end() :].lstrip().startswith(")")
    stopped = core[0].endswith(".") or unit.kind == "section"
    shown = shown.replace(".", "") if bracket and not stopped else shown
    return replace(unit, lead=unit.lead[: core.start()] + shown + unit.lead[core.end() :])


def _apart(act: Act, inside: Index) -> str:
    for length in range(len(inside), 0, -1):
        kind = act.root.get(inside[:length]).kind
        if kind in APART:
            return kind
    return ""


def _spaced(unit: Unit, *, gap: str) -> Unit:
    return replace(unit, gap=gap) if "\n" in unit.gap else unit


def bare(text: str) -> tuple[str, str]:
    """Return the label a text begins with, as printed, and the rest."""
    label = label_of(text)
    if label is None or label.kind in {"indent", "legal_basis", "reference"}:
        return "", text
    return label.lead, label.rest
