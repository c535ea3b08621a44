"""Akoma Ntoso 3 → an act. What we wrote gives the same text; what others wrote is read as text.

``mod``, ``textualMod`` and ``ref`` are never read: what an amendment does is said by its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from ligzda.drafting.acts.model import Act, Unit
from ligzda.drafting.acts.plain import LARGEST, read_act
from ligzda.drafting.akn.names import AKN, KINDS, OURS
from ligzda.drafting.errors import NotAnAct

_A, _L = f"{{{AKN}}}", f"{{{OURS}}}"
_LINES = frozenset(f"{_A}{name}" for name in ("num", "p", "heading", "subheading", "crossHeading"))
_ROOT = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?akomaNtoso\b", re.DOTALL)


def is_akn(text: str) -> bool:
    """Return whether a text is an Akoma Ntoso document."""
    return bool(_ROOT.match(text[:5_000]))


def read_akn(text: str) -> Act:
    """Read an act from Akoma Ntoso.

    Raises NotAnAct where it is no well-formed document, declares entities, or holds no act.
    """
    if len(text) > 4 * LARGEST:
        raise NotAnAct(f"the document has {len(text):,} signs: is it the right file?")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NotAnAct("the document declares a type or entities: take the declaration out.")
    parser = XMLParser(target=TreeBuilder())
    try:
        parser.feed(text.encode())
        root: Element = parser.close()
    except ParseError as error:
        line, column = error.position
        raise NotAnAct(f"line {line}, sign {column + 1}: this is no well-formed XML.") from None
    body = root.find(f"{_A}act/{_A}body")
    if body is None:
        raise NotAnAct("the document holds no act with a body (amendments are read from text).")
    if body.get(f"{_L}gap") is None:
        return read_act("\n\n".join(_lines(body)) + "\n")
    gap = body.get(f"{_L}gap", "\n")
    flags = {name: body.get(f"{_L}{name}") == "1" for name in ("law", "worded", "caret")}
    units = tuple(_unit(each, gap) for each in body)
    root_unit = Unit("act", children=units)
    tail = body.get(f"{_L}tail", "")
    return Act(root_unit, tail, (), flags["law"], flags["worded"], gap, flags["caret"])


def _unit(element: Element, gap: str) -> Unit:
    name = element.tag.removeprefix(_A)
    if name in {"heading", "crossHeading"}:
        return Unit("heading", gap=element.get(f"{_L}gap", gap), text=_text(element))
    children = []
    lead = text = ""
    for each in element:
        inner = each.tag.removeprefix(_A)
        if inner == "num":
            lead = _text(each)
        elif inner in {"intro", "content"}:
            text = _text(each)
        else:
            children.append(_unit(each, gap))
    kind = element.get("name", "") if name == "hcontainer" else KINDS.get(name, name)
    return Unit(
        kind, element.get(f"{_L}number", ""), element.get(f"{_L}gap", gap), lead, text,
        tuple(children), element.get("status") == "removed",
    )  # fmt: skip


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _lines(body: Element) -> Iterator[str]:
    """Yield the lines of a document of others: a number stands before what follows it."""
    number = ""
    for each in body.iter():
        if each.tag not in _LINES:
            continue
        line = f"{number} {' '.join(_raised(each).split())}".strip()
        number = line if each.tag == f"{_A}num" else ""
        if line and not number:
            yield line
    if number:
        yield number


def _raised(element: Element) -> str:
    parts = [element.text or ""]
    for each in element:
        inner = _raised(each)
        parts += ["^" + inner if each.tag == f"{_A}sup" else inner, each.tail or ""]
    return "".join(parts)
