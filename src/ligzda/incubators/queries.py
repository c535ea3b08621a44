"""Read side of the incubators' room: typed rows in the active language."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators import models as nouns
from ligzda.incubators.rules import check_edit_incubator
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may
from ligzda.kernel.room import Work
from ligzda.kernel.sorting import sort_key
from ligzda.network.models import Municipality, Permit, Unit
from ligzda.network.queries import deciding, partners
from ligzda.network.rules import Viewer


@dataclass(frozen=True)
class Incubator:
    """An incubator. `feasible_models` None: it can try any model."""

    slug: str
    name: str
    municipality_slug: str
    municipality_name: str
    address: str
    building: str
    target_group: str
    state: str
    state_name: str
    opens_on: datetime.date | None
    feasible_models: Sequence[str] | None
    feasible_reason: str
    invented: bool


def incubators() -> list[Incubator]:
    """Return all incubators, in the alphabetical order of their municipalities."""
    return sorted((_row(row) for row in _all()), key=lambda row: sort_key(row.municipality_name))


def incubator(slug: str) -> Incubator:
    """Return one incubator. Raises NotFoundError."""
    row = _all().filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no incubator “%(slug)s”.") % {"slug": slug})
    return _row(row)


def edited_by(viewer: Viewer) -> list[Incubator]:
    """Return the incubators that the viewer may edit, in the alphabetical order of their places."""
    found = [row for row in _all() if may(check_edit_incubator, by=viewer, incubator=row)]
    return sorted(map(_row, found), key=lambda row: sort_key(row.municipality_name))


def without_incubator() -> list[tuple[str, str]]:
    """Return the municipalities that take part and have no incubator: address and name."""
    there = set(nouns.Incubator.objects.values_list("municipality__slug", flat=True))
    found = [row for row in partners() if row.municipality_slug]
    return [
        (row.municipality_slug, row.name)
        for row in found
        if row.municipality_slug and row.municipality_slug not in there
    ]


def place(slug: str) -> Municipality:
    """Return the municipality of this address, for an incubator to be entered there."""
    return Municipality.objects.get(slug=slug)


def permissions(row: nouns.Incubator) -> list[tuple[str, str]]:
    """Return what lets it open, as label and words: the council's decisions, the agreement."""
    on = row.opens_on or timezone.localdate()
    found = [
        (_("Decision of the council"), f"{each.document_title}, {date_format(each.sitting_on)}")
        for each in deciding(row.municipality, Permit.OPEN_INCUBATOR, on)
    ]
    partner = getattr(row.municipality, "partner", None)
    if partner is not None and partner.agreement_on is not None:
        found.append((_("Partner's agreement"), date_format(partner.agreement_on)))
    return found


def work(viewer: Viewer) -> list[Work]:
    """Return the incubators that this person keeps."""
    return [
        Work(row.name, reverse("incubators:edit", args=[row.slug])) for row in edited_by(viewer)
    ]


def rows(pks: Collection[int] | None = None) -> QuerySet[nouns.Incubator]:
    """Return the incubators themselves, or those of `pks`: what forms choose from."""
    every = nouns.Incubator.objects.select_related("municipality")
    return every if pks is None else every.filter(pk__in=pks)


def applied_to() -> QuerySet[nouns.Incubator]:
    """Return those that one can apply to: all but the closed ones."""
    return rows().exclude(state=nouns.Incubator.State.CLOSED)


def open_now() -> QuerySet[nouns.Incubator]:
    """Return those that somebody can come to today."""
    return rows().filter(state=nouns.Incubator.State.OPEN)


def _all() -> QuerySet[nouns.Incubator]:
    units = Prefetch("municipality__units", queryset=Unit.objects.defer("geometry"))
    return rows().prefetch_related(units)


def _row(row: nouns.Incubator) -> Incubator:
    # Its latest name.
    newest = max(row.municipality.units.all(), key=lambda unit: unit.period.lower)
    return Incubator(
        slug=row.slug,
        name=in_language(row, "name"),
        municipality_slug=row.municipality.slug,
        municipality_name=newest.title,
        address=row.address,
        building=in_language(row, "building"),
        target_group=in_language(row, "target_group"),
        state=row.state,
        state_name=row.get_state_display(),
        opens_on=row.opens_on,
        feasible_models=row.feasible_models,
        feasible_reason=in_language(row, "feasible_reason"),
        invented=row.invented,
    )
