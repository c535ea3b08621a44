"""The contract of a stay on paper, in either language, from data/contract.yaml.

It is made when it is asked for and kept nowhere: a file would hold the name unsealed.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import override

from ligzda.kernel.models import in_language
from ligzda.people.models import Stay
from ligzda.publishing import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Language,
    Note,
    Numbers,
    Paragraph,
    to_pdf,
)

_FILE = Path(__file__).resolve().parents[1] / "data" / "contract.yaml"
_LINE = "_" * 36


@cache
def _template() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read


def as_pdf(stay: Stay, language: Language) -> bytes:
    """Return the contract as PDF/A. Its title names nobody; who it is about stands within."""
    with override(language):
        return to_pdf(document(stay, language))


def document(stay: Stay, language: Language) -> Document:
    """Return the contract as blocks."""
    words: dict[str, Any] = _template()[language]
    filled = _filled(stay, language, words)
    numbers = Numbers(language)
    names = words["facts"]
    blocks: list[Block] = [
        Facts(
            (
                (names["name"], (stay.person.name,)),
                (names["number"], (str(stay.person),)),
                (names["signed"], (numbers.date(stay.contract_on),)),
                (names["version"], (str(_template()["version"]),)),
            )
        )
    ]
    if stay.person.invented:
        blocks.insert(0, Note(words["invented"], (words["invented"] + ".",), "invented"))
    for section in words["sections"]:
        blocks.append(Heading(section["heading"]))
        blocks.append(Bullets(tuple((line.format(**filled),) for line in section["text"])))
    blocks.append(Heading(words["signatures"]))
    signing = (words["for_municipality"], words["participant"])
    blocks.extend(Paragraph.of(f"{who}: {_LINE}") for who in signing)
    return Document(
        title=words["title"],
        language=language,
        authors=(filled["municipality"],),
        date=stay.contract_on,
        blocks=tuple(blocks),
        subtitle=filled["incubator"],
        contents=False,
    )


def _filled(stay: Stay, language: Language, words: dict[str, Any]) -> dict[str, str]:
    numbers = Numbers(language)
    ends = stay.planned_end
    return {
        "municipality": str(stay.municipality),
        "incubator": in_language(stay.incubator, "name"),
        "address": stay.incubator.address or in_language(stay.incubator, "building"),
        "begins": numbers.date(stay.period.lower),
        "ends": words["day"].format(day=numbers.date(ends)) if ends else words["until"],
        "model": f"{stay.version.model.code}, {in_language(stay.version.model, 'name')}, "
        f"{stay.version.number}",
    }
