"""The block of metadata: which work, which expression, what changed it."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

UNKNOWN = "0001-01-01"
"""The schema wants a whole day of a work; an act whose text says none has this one."""


@dataclass(frozen=True, slots=True)
class Work:
    """An act as a work: its kind, day of adoption (ISO), number; ``at`` is the expression's day."""

    kind: str = "likums"
    date: str = UNKNOWN
    number: str = "bez-numura"
    at: str = ""

    @property
    def uri(self) -> str:
        """The address of the work."""
        return f"/akn/lv/act/{self.kind}/{self.date}/{self.number}"

    @property
    def expression(self) -> str:
        """The address of the text on a day."""
        return f"{self.uri}/lav@{self.at or self.date}"


def meta(work: Work, lifecycle: str = "", analysis: str = "") -> str:
    """Return the ``meta`` element; ``lifecycle`` is what stands between it and the references."""
    day = work.at or work.date
    return (
        '<meta><identification source="#ligzda">'
        + _level("Work", work.uri, work.date, '<FRBRcountry value="lv"/>')
        + _level("Expression", work.expression, day, '<FRBRlanguage language="lav"/>')
        + _level("Manifestation", work.expression + ".xml", day, "")
        + "</identification>"
        + lifecycle
        + analysis
        + '<references source="#ligzda"><TLCOrganization eId="ligzda" href="/akn/ontology/'
        + 'organization/lv/ligzda" showAs="Ligzda"/><TLCConcept eId="in-force" href="/akn/ontology/'
        + 'concept/in-force" showAs="spēkā"/></references></meta>'
    )


def _level(name: str, uri: str, day: str, more: str) -> str:
    this = uri if name == "Manifestation" else f"{uri}/!main"
    said = "unknown" if day == UNKNOWN else "generation"
    return (
        f"<FRBR{name}><FRBRthis value={quoteattr(this)}/><FRBRuri value={quoteattr(uri)}/>"
        f'<FRBRdate date="{day}" name="{said}"/><FRBRauthor href="#ligzda"/>{more}</FRBR{name}>'
    )


def in_force_from(day: str) -> tuple[str, str]:
    """Return lifecycle and temporal data of a change on a day, whose period is ``tg-1``."""
    lifecycle = (
        '<lifecycle source="#ligzda"><eventRef eId="ev-1" source="#ligzda" type="amendment" '
        f'date="{day}"/></lifecycle>'
    )
    period = (
        '<temporalData source="#ligzda"><temporalGroup eId="tg-1"><timeInterval '
        'refersTo="#in-force" start="#ev-1"/></temporalGroup></temporalData>'
    )
    return lifecycle, period
