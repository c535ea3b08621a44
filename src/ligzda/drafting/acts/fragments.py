"""A piece of an act – one unit, a few paragraphs – as an act that answers to its full addresses."""

from __future__ import annotations

from dataclasses import replace

from ligzda.drafting.acts.labels import label_of
from ligzda.drafting.acts.model import Act
from ligzda.drafting.acts.plain import Builder, Node
from ligzda.drafting.operations import Path
from ligzda.drafting.units import unit_words


def read_fragment(text: str, path: Path) -> Act:
    """Read a piece of an act that stands at an address.

    The units around it are there without any print: rendering gives back the piece alone. An empty
    text is the place of a unit that is not there yet.
    """
    steps = [step for step in path if not unit_words()[step.unit].facet and step.unit != "sentence"]
    in_law = not steps or any(step.unit in {"section", "part", "transitional"} for step in steps)
    label = label_of(text.split("\n")[0])
    bare_section = (
        label is not None and label.kind == "dotted" and steps
        and steps[0].unit == "section" and label.number == steps[0].number
    )  # fmt: skip
    whole_section = bare_section or (label is not None and label.kind == "section")
    builder = Builder(in_law, worded=not bare_section, expected=frozenset(s.number for s in steps))
    builder.open = [builder.root]
    # A section that stands at the end of the address is there, even if its label is not printed.
    outer = [] if whole_section else steps[:-1] or steps[:1]
    if not whole_section and len(steps) == 1 and steps[0].unit not in {"section", "transitional"}:
        outer = []
    if not steps and not whole_section:
        outer = []
        builder.root.children.append(Node("section"))
        builder.open.append(builder.root.children[0])
    for step in outer:
        lead = "0. " if step.unit == "point" and outer[0].unit == "transitional" else ""
        node = Node(step.unit, step.number, lead=lead)
        builder.open[-1].children.append(node)
        builder.open.append(node)
    holders = list(builder.open[1:])
    if (
        label is None
        and len(steps) > 1
        and steps[-1].unit in {"part", "point", "subpoint"}
        and text
    ):
        first, newline, rest = text.partition("\n")
        node = Node(steps[-1].unit, steps[-1].number, text=first)
        builder.open[-1].children.append(node)
        builder.open.append(node)
        text = newline + rest
    act = builder.read(text)
    for node in holders:
        node.lead = ""
    return replace(act, root=builder.root.freeze(), repairs=())
