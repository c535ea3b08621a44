"""Verbs about municipalities: their dated units and their population."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network import rules
from ligzda.network.audit import facts, record
from ligzda.network.models import (
    Municipality,
    Population,
    Succession,
    Unit,
    User,
)


@dataclass(frozen=True, kw_only=True)
class UnitFacts:
    """A municipality between two reforms. `valid_until` is the first day it no longer stood."""

    code: str
    slug: str
    name: str
    kind: str
    valid_from: datetime.date
    valid_until: datetime.date | None
    atvk: str | None
    longitude: float
    latitude: float
    geometry: dict[str, Any]
    approximate: bool


# A unit is named by its code and the first day it stood.
UnitKey = tuple[str, datetime.date]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One population figure of a municipality (ISO 3166-2 code) on a day."""

    code: str
    on: datetime.date
    inhabitants: int
    source_lv: str
    source_en: str


@transaction.atomic
def register_units(
    *, by: User, units: Sequence[UnitFacts], successions: Sequence[tuple[UnitKey, UnitKey]]
) -> int:
    """Add the dated units that are not there yet and who followed whom; return how many."""
    rules.check_register_units(by=by)
    there = {
        (unit.municipality.code, unit.period.lower): unit
        for unit in Unit.objects.select_related("municipality").defer("geometry")
    }
    new = [unit for unit in units if (unit.code, unit.valid_from) not in there]
    if not new:
        return 0
    known = set(Municipality.objects.values_list("code", flat=True))
    slugs = {unit.code: unit.slug for unit in new if unit.code not in known}
    Municipality.objects.bulk_create(Municipality(code=c, slug=s) for c, s in slugs.items())
    municipalities = {row.code: row for row in Municipality.objects.all()}
    rows = Unit.objects.bulk_create(
        Unit(
            municipality=municipalities[unit.code],
            name=unit.name,
            kind=unit.kind,
            period=DateRange(unit.valid_from, unit.valid_until),
            atvk=unit.atvk,
            longitude=unit.longitude,
            latitude=unit.latitude,
            geometry=unit.geometry,
            approximate=unit.approximate,
        )
        for unit in new
    )
    for row in rows:
        record(by=by, action="unit.register", about=row, after=facts(row))
    there |= {(row.municipality.code, row.period.lower): row for row in rows}
    Succession.objects.bulk_create(
        (Succession(predecessor=there[old], successor=there[new]) for old, new in successions),
        ignore_conflicts=True,
    )
    return len(rows)


@transaction.atomic
def record_populations(*, by: User, figures: Sequence[Figure]) -> int:
    """Add figures to the units that stood on their day; return how many were new.

    A figure already there with the same number is left alone. Raises BadDataError, and writes
    nothing, where no unit of that code stood on that day or another number is there already.
    """
    rules.check_record_population(by=by)
    units = list(Unit.objects.select_related("municipality").defer("geometry"))
    known = {
        (row.unit_id, row.on): row.inhabitants
        for row in Population.objects.filter(on__in={figure.on for figure in figures})
    }
    new = 0
    for figure in figures:
        unit = next(
            (u for u in units if u.municipality.code == figure.code and _stood(u, figure.on)), None
        )
        if unit is None:
            raise BadDataError(
                _("No municipality with the code %(code)s stood on %(day)s.")
                % {"code": figure.code, "day": figure.on}
            )
        there = known.get((unit.pk, figure.on))
        if there == figure.inhabitants:
            continue
        if there is not None:
            raise BadDataError(
                _("%(name)s already has another figure for %(day)s: %(there)s, not %(given)s.")
                % {
                    "name": unit.name,
                    "day": figure.on,
                    "there": there,
                    "given": figure.inhabitants,
                }
            )
        population = Population.objects.create(
            unit=unit,
            on=figure.on,
            inhabitants=figure.inhabitants,
            source_lv=figure.source_lv,
            source_en=figure.source_en,
        )
        record(by=by, action="population.record", about=population, after=facts(population))
        new += 1
    return new


def _stood(unit: Unit, on: datetime.date) -> bool:
    return unit.period.lower <= on and (unit.period.upper is None or on < unit.period.upper)
