"""Read side of the network: typed rows in the active language."""

import datetime
from collections.abc import Iterable

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Prefetch, QuerySet, TextField
from django.db.models.functions import MD5, Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.sorting import sort_key
from ligzda.network import models
from ligzda.network.audit_search import visible
from ligzda.network.my_day import day_of
from ligzda.network.rows import (
    DecisionRow,
    Event,
    MunicipalityDetail,
    MunicipalityRow,
    Neighbour,
    PartnerDetail,
    PartnerRow,
    Shape,
)
from ligzda.network.rules import (
    Viewer,
    check_draft_decision,
    check_see_drafts,
    in_force,
)

__all__ = [
    "PROJECT_DATE",
    "REFERENCE_DAYS",
    "DecisionRow",
    "Event",
    "MunicipalityDetail",
    "MunicipalityRow",
    "Neighbour",
    "PartnerDetail",
    "PartnerRow",
    "Shape",
    "account",
    "audit_trail",
    "day_of",
    "deciding",
    "decision",
    "decision_row",
    "decisions",
    "kept_by",
    "municipalities",
    "municipality",
    "municipality_at",
    "name_today",
    "partner",
    "partners",
    "published_decisions",
    "shapes",
]

# The day of Ogre's council sitting, with which the network begins.
PROJECT_DATE = datetime.date(2016, 3, 17)

REFERENCE_DAYS = {
    "2016": PROJECT_DATE,
    "2021": datetime.date(2021, 7, 1),
    "2025": datetime.date(2025, 7, 1),
}
"""Before the reform of 2021, after it, and after Varakļāni joined Madona in 2025."""


def municipalities(on: datetime.date) -> list[MunicipalityRow]:
    """Return the municipalities that stood on a day, in Latvian alphabetical order.

    The population shown is the figure nearest to that day, whichever side it lies on.
    """
    rows = [_municipality(unit, on) for unit in _units().filter(period__contains=on)]
    return sorted(rows, key=lambda row: sort_key(row.name))


def municipality(
    slug: str, on: datetime.date | None = None, viewer: Viewer = None
) -> MunicipalityDetail:
    """Return one municipality as on a day; without a day, as it is now.

    A municipality that a reform ended is shown as it was last. Raises NotFoundError.
    """
    day = on or timezone.localdate()
    units = list(_units().filter(municipality__slug=slug).order_by("period"))
    standing = [unit for unit in units if _stood(unit, day)]
    if not standing and on is None:
        standing = units[-1:]
    if not standing:
        raise NotFoundError(_("There is no municipality “%(slug)s”.") % {"slug": slug})
    unit = standing[0]
    partner = getattr(unit.municipality, "partner", None)
    return MunicipalityDetail(
        **vars(_municipality(unit, day)),
        partner=_partner(partner) if partner else None,
        decisions=_decisions(unit.municipality, viewer),
        predecessors=_neighbours(step.predecessor for step in _steps("successor", unit)),
        successors=_neighbours(step.successor for step in _steps("predecessor", unit)),
    )


def municipality_at(slug: str) -> models.Municipality:
    """Return the municipality itself. Raises NotFoundError."""
    found = models.Municipality.objects.filter(slug=slug).first()
    if found is None:
        raise NotFoundError(_("There is no such municipality."))
    return found


def name_today(municipality: models.Municipality) -> str:
    """Return the name of its newest unit, in the active language."""
    units = municipality.units.defer("geometry").order_by("-period__startswith")
    return str(units[0].title)


def account(email: str) -> models.User | None:
    """Return the open account of an address, however it is capitalised."""
    return models.User.objects.filter(email__iexact=email, is_active=True).first()


def partners() -> list[PartnerRow]:
    """Return the partners: municipalities first, each kind in alphabetical order."""
    order = [kind for kind, _label in models.Partner.Kind.choices]
    rows = [_partner(row) for row in models.Partner.objects.select_related("municipality")]
    return sorted(rows, key=lambda row: (order.index(row.kind), sort_key(row.name)))


def partner(slug: str, viewer: Viewer = None) -> PartnerDetail:
    """Return one partner with its council's decisions. Raises NotFoundError."""
    row = models.Partner.objects.select_related("municipality").filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no partner “%(slug)s”.") % {"slug": slug})
    found = _decisions(row.municipality, viewer) if row.municipality else []
    return PartnerDetail(**vars(_partner(row)), decisions=found)


def decisions(municipality_slug: str, viewer: Viewer = None) -> list[DecisionRow]:
    """Return the published decisions, and the drafts where the viewer may see them.

    Raises NotFoundError.
    """
    row = models.Municipality.objects.filter(slug=municipality_slug).first()
    if row is None:
        raise NotFoundError(_("There is no municipality “%(slug)s”.") % {"slug": municipality_slug})
    return _decisions(row, viewer)


def published_decisions() -> list[DecisionRow]:
    """Return the published decisions of all councils, the newest sitting first."""
    rows = models.Decision.objects.filter(published_at__isnull=False)
    return [
        _decision(row, row.municipality.slug)
        for row in rows.select_related("municipality").order_by("-sitting_on", "pk")
    ]


def decision(pk: int, viewer: Viewer = None) -> models.Decision:
    """Return a decision that the viewer may see: published, or their municipality's draft.

    Raises NotFoundError: of another's draft nobody learns that it exists.
    """
    row = models.Decision.objects.select_related("municipality").filter(pk=pk).first()
    hidden = row is None or (
        row.published_at is None
        and obstacle(check_see_drafts, viewer=viewer, municipality=row.municipality) is not None
    )
    if row is None or hidden:
        raise NotFoundError(_("There is no such decision."))
    return row


def decision_row(row: models.Decision) -> DecisionRow:
    """Return what is said about a decision, in the active language."""
    return _decision(row, row.municipality.slug)


def kept_by(viewer: Viewer) -> list[tuple[PartnerRow, list[models.Decision]]]:
    """Return the municipalities whose decisions the viewer writes down, each with its decisions."""
    partners = models.Partner.objects.filter(municipality__isnull=False)
    found = [
        row
        for row in partners.select_related("municipality")
        if row.municipality and may(check_draft_decision, by=viewer, municipality=row.municipality)
    ]
    mine = (
        models.Decision.objects.filter(municipality__partner__in=found)
        .select_related("edited_by", "municipality")
        .order_by("-sitting_on", "-pk")
    )
    rows = [
        (_partner(row), [each for each in mine if each.municipality_id == row.municipality_id])
        for row in found
    ]
    return sorted(rows, key=lambda pair: sort_key(pair[0].name))


def deciding(
    municipality: models.Municipality, permit: models.Permit, on: datetime.date
) -> list[DecisionRow]:
    """Return the published decisions that permit a thing on a day, the newest sitting first."""
    found = in_force(municipality=municipality, permit=permit, on=on)
    rows = found.select_related("municipality").order_by("-sitting_on", "pk")
    return [_decision(row, municipality.slug) for row in rows]


def shapes(on: datetime.date) -> list[Shape]:
    """Return the outlines of the municipalities that stood on a day, for a map of the country."""
    found = []
    units = models.Unit.objects.filter(period__contains=on)
    for unit in units.select_related("municipality__partner").order_by("pk"):
        partner = getattr(unit.municipality, "partner", None)
        coordinates = unit.geometry["coordinates"]
        parts = [coordinates] if unit.geometry["type"] == "Polygon" else coordinates
        found.append(
            Shape(
                slug=unit.municipality.slug,
                name=unit.title,
                takes_part=partner is not None,
                invented=partner is not None and partner.invented,
                polygons=[[[(x, y) for x, y in ring] for ring in part] for part in parts],
                approximate=unit.approximate,
            )
        )
    return found


def audit_trail(viewer: Viewer, newest: int = 100) -> list[Event]:
    """Return the newest events the viewer may see: of the network, or of their municipality."""
    rows = visible(viewer).order_by("-pk")
    return [
        Event(
            at=row.at,
            by=str(row.by),
            action=row.action,
            object_type=row.object_type,
            object_id=row.object_id,
            before=row.before,
            after=row.after,
        )
        for row in rows[:newest]
    ]


def outlines_key(on: datetime.date) -> str:
    """Return a digest of the outlines that stood on a day, for whoever keeps drawings of them.

    The database computes it: reading 119 outlines to see that none has changed would take longer
    than all else on a page.
    """
    outlines = StringAgg(Cast("geometry", TextField()), "", order_by="pk")
    found = models.Unit.objects.filter(period__contains=on).aggregate(key=MD5(outlines))
    return str(found["key"])


def _units() -> QuerySet[models.Unit]:
    return (
        models.Unit.objects.select_related("municipality__partner")
        .prefetch_related(
            Prefetch("populations", queryset=models.Population.objects.order_by("on"))
        )
        .defer("geometry")
    )


def _municipality(unit: models.Unit, on: datetime.date) -> MunicipalityRow:
    partner = getattr(unit.municipality, "partner", None)
    figures = unit.populations.all()
    figure = min(figures, key=lambda row: abs(row.on - on), default=None)
    return MunicipalityRow(
        slug=unit.municipality.slug,
        code=unit.municipality.code,
        name=unit.title,
        kind=unit.kind,
        kind_name=unit.get_kind_display(),
        valid_from=unit.period.lower,
        valid_to=_last_day(unit),
        atvk=unit.atvk,
        population=figure.inhabitants if figure else None,
        population_on=figure.on if figure else None,
        population_source=in_language(figure, "source") if figure else "",
        longitude=unit.longitude,
        latitude=unit.latitude,
        takes_part=partner is not None,
        invented=partner is not None and partner.invented,
    )


def _stood(unit: models.Unit, on: datetime.date) -> bool:
    last = _last_day(unit)
    return unit.period.lower <= on and (last is None or on <= last)


def _last_day(unit: models.Unit) -> datetime.date | None:
    upper: datetime.date | None = unit.period.upper
    return upper - datetime.timedelta(days=1) if upper else None


def _steps(side: str, unit: models.Unit) -> Iterable[models.Succession]:
    found = models.Succession.objects.filter(**{side: unit})
    return found.select_related("predecessor__municipality", "successor__municipality").defer(
        "predecessor__geometry", "successor__geometry"
    )


def _neighbours(units: Iterable[models.Unit]) -> list[Neighbour]:
    rows = [
        Neighbour(unit.municipality.slug, unit.title, unit.period.lower, _last_day(unit))
        for unit in units
    ]
    return sorted(rows, key=lambda row: sort_key(row.name))


def _partner(row: models.Partner) -> PartnerRow:
    return PartnerRow(
        slug=row.slug,
        name=in_language(row, "name"),
        kind=row.kind,
        kind_name=row.get_kind_display(),
        role=in_language(row, "role"),
        municipality_slug=row.municipality.slug if row.municipality else None,
        agreement_on=row.agreement_on,
        invented=row.invented,
    )


def _decisions(municipality: models.Municipality, viewer: Viewer) -> list[DecisionRow]:
    rows = models.Decision.objects.filter(municipality=municipality).order_by("-sitting_on", "pk")
    if obstacle(check_see_drafts, viewer=viewer, municipality=municipality):
        rows = rows.filter(published_at__isnull=False)
    return [_decision(row, municipality.slug) for row in rows.select_related("municipality")]


def _decision(row: models.Decision, municipality_slug: str) -> DecisionRow:
    return DecisionRow(
        number=row.pk,
        body=in_language(row, "body"),
        municipality_slug=municipality_slug,
        sitting_on=row.sitting_on,
        votes_for=row.votes_for,
        votes_against=row.votes_against,
        votes_abstained=row.votes_abstained,
        text=in_language(row, "text"),
        document_title=in_language(row, "document_title"),
        document_url=row.document_url or None,
        permits=in_language(row, "permits"),
        source=in_language(row, "source"),
        source_url=row.source_url or None,
        invented=row.invented,
        published=row.published_at is not None,
        published_alone=row.published_alone,
        reference=row.reference,
        permitted=row.permitted,
        permitted_names=[str(models.Permit(code).label) for code in row.permitted],
        valid_until=row.valid_until,
    )
