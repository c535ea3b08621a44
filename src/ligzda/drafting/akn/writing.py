"""An act → Akoma Ntoso 3, from which the same text can be read back (`reading`)."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from ligzda.drafting.acts.model import Act, Index, Unit
from ligzda.drafting.akn.meta import Work, in_force_from, meta
from ligzda.drafting.akn.names import AKN, ELEMENTS, OURS, identifiers
from ligzda.drafting.errors import NotAnAct

_LINE_ENDS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def attribute(name: str, value: str) -> str:
    """Return an attribute whose white space survives being read."""
    return f" {name}={quoteattr(value, _LINE_ENDS)}"


def act_document(act: Act, work: Work | None = None, *, amended: str = "") -> str:
    """Return an act, or with ``amended`` (ISO day) a consolidated text, as a document.

    Raises NotAnAct where the text has signs that no XML can hold.
    """
    work = work or Work("likums" if act.in_law else "noteikumi")
    lifecycle, _ = in_force_from(amended) if amended else ("", "")
    ours = "".join(
        attribute(f"l:{name}", value)
        for name, value in (
            ("gap", act.gap),
            ("tail", act.tail),
            ("law", "1" if act.in_law else "0"),
            ("worded", "1" if act.worded else "0"),
            ("caret", "1" if act.caret else "0"),
        )
    )
    names = identifiers(act)
    body = "".join(
        element(child, (place,), names, act.gap) for place, child in enumerate(act.root.children)
    )
    said = f' name="{work.kind}" contains="{"singleVersion" if amended else "originalVersion"}"'
    return document(f'<act{said}>{meta(work, lifecycle)}<body eId="body"{ours}>{body}</body></act>')


def document(inside: str) -> str:
    """Return a whole document."""
    bad = next((sign for sign in inside if sign < " " and sign not in "\n\r\t"), "")
    if bad:
        raise NotAnAct(
            f"the text has a control sign (U+{ord(bad):04X}) that no XML holds: delete it."
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<akomaNtoso xmlns="{AKN}" xmlns:l="{OURS}">{inside}</akomaNtoso>\n'
    )


def element(unit: Unit, at: Index, names: dict[Index, str], gap: str) -> str:
    """Return a unit with everything in it; ``gap`` is what mostly stands before a unit."""
    tag = ELEMENTS.get(unit.kind, "hcontainer")
    said = f' name="{unit.kind}"' if tag == "hcontainer" else ""
    said += f' eId="{names[at]}"'
    said += attribute("l:number", unit.number) if unit.number else ""
    said += attribute("l:gap", unit.gap) if unit.gap != gap else ""
    said += ' status="removed"' if unit.deleted else ""
    inside = f"<num>{escaped(unit.lead)}</num>" if unit.lead else ""
    children = unit.children
    first = 0
    if children and children[0].kind == "heading" and not unit.text and not children[0].children:
        own = attribute("l:gap", children[0].gap) if children[0].gap != gap else ""
        inside += f"<heading{own}>{escaped(children[0].text)}</heading>"
        first = 1
    held = "".join(
        _heading(child, gap)
        if child.kind == "heading"
        else element(child, (*at, place), names, gap)
        for place, child in enumerate(children[first:], first)
    )
    if held:
        inside += f"<intro><p>{escaped(unit.text)}</p></intro>{held}" if unit.text else held
    else:
        inside += f"<content><p>{escaped(unit.text)}</p></content>"
    return f"<{tag}{said}>{inside}</{tag}>"


def _heading(unit: Unit, gap: str) -> str:
    own = attribute("l:gap", unit.gap) if unit.gap != gap else ""
    return f"<crossHeading{own}>{escaped(unit.text)}</crossHeading>"


def escaped(text: str) -> str:
    """Return text for the inside of an element; a carriage return would be lost."""
    return escape(text, {"\r": "&#13;"})
