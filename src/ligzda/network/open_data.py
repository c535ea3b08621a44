"""What everybody may take away: municipalities, partners, decisions, as a stranger sees them."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.tables.dataset import INVENTED, SLUG, Dataset, Rows
from ligzda.kernel.tables.declaration import Column
from ligzda.kernel.tables.types import DAY, NUMBER, WHOLE, YES_NO
from ligzda.network import queries


def _municipalities() -> Rows:
    """Give each municipality on each reference day."""
    for day in queries.REFERENCE_DAYS.values():
        for row in queries.municipalities(day):
            yield {**vars(row), "id": f"{row.slug}_{day.isoformat()}", "on": day}


def _partners() -> Rows:
    """Give the partners of the network."""
    for row in queries.partners():
        yield {**vars(row), "id": row.slug, "kind": row.kind_name}


def _decisions() -> Rows:
    """Give the published decisions of councils."""
    for row in queries.published_decisions():
        yield {**vars(row), "id": row.number}


DATASETS = (
    Dataset(
        "municipalities",
        _("Municipalities of Latvia on three days"),
        _(
            "Every municipality as it was on 17 March 2016, 1 July 2021 and 1 July 2025, that is "
            "before and after the reform of 2021 and after Varakļāni joined Madona."
        ),
        (
            Column("id", _("Identifier")),
            Column("on", _("As on this day"), DAY),
            SLUG,
            Column("code", _("Code used here")),
            Column("name", _("Name")),
            Column("kind", _("Kind of municipality")),
            Column("valid_from", _("First day"), DAY),
            Column("valid_to", _("Last day"), DAY, optional=True),
            Column("atvk", _("Code of the national classifier (ATVK)"), optional=True),
            Column("population", _("Inhabitants"), WHOLE, optional=True),
            Column("population_on", _("Day of the figure"), DAY, optional=True),
            Column("population_source", _("Source of the figure"), bilingual=True, optional=True),
            Column("longitude", _("Longitude of a point inside"), NUMBER),
            Column("latitude", _("Latitude of a point inside"), NUMBER),
            Column("takes_part", _("Takes part in the network"), YES_NO),
            Column("invented", _("Taking part is invented for the demonstration"), YES_NO),
        ),
        source=_municipalities,
        keywords=(_("municipalities"), _("reform")),
        days=(min(queries.REFERENCE_DAYS.values()), max(queries.REFERENCE_DAYS.values())),
    ),
    Dataset(
        "partners",
        _("Partners of the network"),
        _("Municipalities, university, ministries and others that take part, and their roles."),
        (
            Column("id", _("Identifier")),
            Column("name", _("Name"), bilingual=True),
            Column("kind", _("Kind of partner"), bilingual=True),
            Column("role", _("What the partner does"), bilingual=True),
            Column("municipality_slug", _("Municipality (name in addresses)"), optional=True),
            INVENTED,
        ),
        source=_partners,
        keywords=(_("partners"),),
    ),
    Dataset(
        "decisions",
        _("Council decisions"),
        _("Published decisions of councils about taking part: text, votes, source."),
        (
            Column("id", _("Identifier"), WHOLE),
            Column("municipality_slug", _("Municipality (name in addresses)")),
            Column("body", _("Who decided"), bilingual=True),
            Column("sitting_on", _("Day of the sitting"), DAY, optional=True),
            Column("votes_for", _("Votes for"), WHOLE, optional=True),
            Column("votes_against", _("Votes against"), WHOLE, optional=True),
            Column("votes_abstained", _("Abstained"), WHOLE, optional=True),
            Column("text", _("What was decided"), bilingual=True),
            Column("permits", _("What it permits"), bilingual=True, optional=True),
            Column("permitted", _("What it permits, as codes"), many=True),
            Column("valid_until", _("Last day it is valid"), DAY, optional=True),
            Column("document_title", _("Document"), bilingual=True, optional=True),
            Column("document_url", _("Address of the document"), optional=True),
            Column("source", _("Source"), bilingual=True, optional=True),
            Column("source_url", _("Address of the source"), optional=True),
            INVENTED,
        ),
        source=_decisions,
        keywords=(_("council decisions"),),
    ),
)
