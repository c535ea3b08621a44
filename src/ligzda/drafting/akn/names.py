"""Names in Akoma Ntoso: elements of units, identifiers, the namespace of what only we need.

Sections carry their number alone (``art_8__para_1``): it is unique in the act, and chapters move.
A raised figure follows ``_``, a level ``-``: 8.¹ is ``8_1``, 3.1. is ``3-1``.
"""

from __future__ import annotations

from ligzda.drafting.acts.model import Act, Index, Unit

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "https://ligzda.lv/ns/act"
"""Attributes that give back the text to the letter: white space, number, how the act prints."""

ELEMENTS = {
    "chapter": "chapter", "subchapter": "subchapter", "division": "division", "section": "article",
    "part": "paragraph", "point": "point", "subpoint": "subparagraph", "indent": "indent",
    "paragraph": "alinea", "transitional": "transitional",
}  # fmt: skip
KINDS = {element: kind for kind, element in ELEMENTS.items()}
SHORT = {
    "chapter": "chp", "subchapter": "subchp", "division": "dvs", "section": "art", "part": "para",
    "point": "point", "subpoint": "subpara", "indent": "indent", "paragraph": "al",
    "transitional": "transitional",
}  # fmt: skip
WITHOUT_PREFIX = frozenset({"act", "chapter", "subchapter", "division"})


def identifiers(act: Act) -> dict[Index, str]:
    """Return the eId of every unit of an act; each is there once."""
    found: dict[Index, str] = {}
    used: set[str] = {"body"}
    _name(act.root, (), "", found, used)
    return found


def _name(unit: Unit, at: Index, prefix: str, found: dict[Index, str], used: set[str]) -> None:
    counts: dict[str, int] = {}
    for place, child in enumerate(unit.children):
        here = (*at, place)
        if child.kind == "heading":
            continue
        short = SHORT.get(child.kind, child.kind)
        counts[short] = counts.get(short, 0) + 1
        number = child.number.replace(".", "-").replace("^", "_").replace(" ", "")
        name = f"{short}_{number}" if number else f"{short}_n{counts[short]}"
        whole = f"{prefix}{name}"
        unique, again = whole, 1
        while unique in used:
            again += 1
            unique = f"{whole}--{again}"
        used.add(unique)
        found[here] = unique
        inner = prefix if child.kind in WITHOUT_PREFIX else f"{unique}__"
        if child.children:
            _name(child, here, inner, found, used)
