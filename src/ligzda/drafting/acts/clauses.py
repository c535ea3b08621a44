"""A penal clause: what is forbidden, a dash, what follows. Found in every way it is printed."""

from __future__ import annotations

from itertools import pairwise

from ligzda.drafting.acts.model import PARAGRAPH, Index, Region, Unit

DASHES = ("-", "–", "—")


def clause(unit: Unit, index: Index, facet: str) -> list[Region]:
    """Return the ``penalty``, after the dash, or the ``disposition``, up to and with it.

    The dash ends a paragraph, the heading, or stands within the text; or it begins the penalty.
    """
    texts = [(n, child) for n, child in enumerate(unit.children) if child.text]
    for (m, before), (n, child) in pairwise(texts):
        begins = child.kind in {"indent", PARAGRAPH}
        if child.kind in {"part", "indent", PARAGRAPH} and (
            begins or (before.text.rstrip().endswith(DASHES) and not before.children)
        ):
            which, text = (n, child.text) if facet == "penalty" else (m, before.text)
            return [((*index, which), 0, len(text))]
    if unit.text and texts and texts[0][1].kind in {"indent", PARAGRAPH}:
        n, child = texts[0]
        if facet == "penalty":
            return [((*index, n), 0, len(child.text))]
        return [(index, 0, len(unit.text))]
    if not unit.text:
        for n, child in texts:
            if child.kind == "part":
                return clause(child, (*index, n), facet)
    return _within(unit, index, facet)


def _within(unit: Unit, index: Index, facet: str) -> list[Region]:
    for dash in DASHES[::-1]:
        at = unit.text.rfind(f" {dash} ")
        if at >= 0:
            start = at + len(f" {dash} ")
            ends = (start, len(unit.text)) if facet == "penalty" else (0, at + len(f" {dash}"))
            return [(index, *ends)]
    return []
