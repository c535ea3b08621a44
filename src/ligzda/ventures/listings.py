"""Each list of a municipality: its table, its rows, and how a row of a file is taken in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.tables.declaration import Row, Table
from ligzda.kernel.tables.reading import Check
from ligzda.network.models import Municipality, User
from ligzda.ventures import actions, tables
from ligzda.ventures.models import Aid, Enterprise, Involvement, JobSpell, Milestone, Turnover
from ligzda.ventures.order import Step
from ligzda.ventures.queries import last_of

OWN = "D-"
"""How rows that came by no list are named; no list may use it."""
Taker = Callable[[User, Enterprise, Row, str], object]


@dataclass(frozen=True)
class Listing:
    """A list. Without `take` it is exported alone."""

    table: Table
    rows: Callable[[Municipality], Iterator[dict[str, Any]]]
    model: Any = None
    take: Taker | None = None


def _named_values(row: Row, names: Sequence[str]) -> dict[str, Any]:
    """Return the cells of some columns; what the file leaves out is None."""
    return {name: row.get(name) for name in names}


def _enterprises(here: Municipality) -> Iterator[dict[str, Any]]:
    days: dict[tuple[int, str], Any] = {
        (pk, kind): day
        for pk, kind, day in Milestone.objects.filter(
            municipality=here, kind__in=(Step.REGISTERED, Step.CLOSED)
        ).values_list("enterprise_id", "kind", "day")
    }
    founders: dict[int, list[str]] = {}
    involved = Involvement.objects.filter(municipality=here, role="founder").order_by("pk")
    for pk, person in involved.values_list("enterprise_id", "person_id"):
        founders.setdefault(pk, []).append(f"P-{person}")
    for row in Enterprise.objects.filter(municipality=here).order_by("pk"):
        yield {
            "enterprise": str(row),
            "form": row.form,
            "name": row.name,
            "registration_number": row.registration_number,
            "registered_on": days.get((row.pk, Step.REGISTERED)),
            "closed_on": days.get((row.pk, Step.CLOSED)),
            "founders": founders.get(row.pk, []),
        }


def _named(row: Any) -> dict[str, Any]:
    return {
        "reference": row.reference or f"{OWN}{row.pk}",
        "enterprise": f"V-{row.enterprise_id}",
    }


def _events(here: Municipality) -> Iterator[dict[str, Any]]:
    for row in Milestone.objects.filter(municipality=here).order_by("enterprise", "day", "pk"):
        yield _named(row) | {
            "kind": row.kind, "day": row.day, "source": row.source, "source_on": row.source_on,
        }  # fmt: skip


def _take_event(by: User, enterprise: Enterprise, row: Row, reference: str) -> object:
    event = actions.Event(
        kind=row["kind"], day=row["day"], source=row["source"], said_on=row["source_on"]
    )
    return actions.record_event(by=by, enterprise=enterprise, event=event, reference=reference)


def _jobs(here: Municipality) -> Iterator[dict[str, Any]]:
    for row in JobSpell.objects.filter(municipality=here).order_by("enterprise", "period", "pk"):
        yield _named(row) | {
            "first": row.period.lower, "last": last_of(row.period), "hours": row.hours,
            "target_group": row.target_group, "confirmed_on": row.confirmed_on,
        }  # fmt: skip


def _take_job(by: User, enterprise: Enterprise, row: Row, reference: str) -> object:
    names = ("first", "last", "hours", "target_group", "confirmed_on")
    job = actions.Job(**_named_values(row, names))
    return actions.record_job(by=by, enterprise=enterprise, job=job, reference=reference)


def _turnover(here: Municipality) -> Iterator[dict[str, Any]]:
    for row in Turnover.objects.filter(municipality=here).order_by("enterprise", "begins"):
        names = ("begins", "months", "amount", "public_share", "largest_share", "source")
        yield _named(row) | {name: getattr(row, name) for name in names}


def _take_turnover(by: User, enterprise: Enterprise, row: Row, reference: str) -> object:
    names = ("begins", "months", "amount", "public_share", "largest_share", "source")
    sold = actions.Sold(**_named_values(row, names))
    return actions.record_turnover(by=by, enterprise=enterprise, sold=sold, reference=reference)


_AID = ("granted_on", "amount", "regulation", "kind", "giver", "form_number", "rent_month",
        "rent_months")  # fmt: skip


def _aid(here: Municipality) -> Iterator[dict[str, Any]]:
    rows = Aid.objects.filter(municipality=here, undertaking="")
    for row in rows.order_by("enterprise", "granted_on", "pk"):
        yield _named(row) | {name: getattr(row, name) for name in _AID}


def _take_aid(by: User, enterprise: Enterprise, row: Row, reference: str) -> object:
    values = _named_values(row, _AID)
    given = actions.Given(**values | {"form_number": values["form_number"] or ""})
    return actions.record_aid(by=by, enterprise=enterprise, given=given, reference=reference)


LISTINGS: Mapping[str, Listing] = {
    "enterprises": Listing(tables.ENTERPRISES, _enterprises),
    "events": Listing(tables.EVENTS, _events, Milestone, _take_event),
    "jobs": Listing(tables.JOBS, _jobs, JobSpell, _take_job),
    "turnover": Listing(tables.TURNOVER, _turnover, Turnover, _take_turnover),
    "support": Listing(tables.AID, _aid, Aid, _take_aid),
}


def listing(kind: str) -> Listing:
    """Return a list by its name in addresses. Raises NotFoundError."""
    if kind not in LISTINGS:
        raise NotFoundError(_("There is no such list."))
    return LISTINGS[kind]


def check_of(here: Municipality, there: Mapping[str, Row]) -> Check:
    """Return the check of a row: the enterprise is one of the municipality, the row has a number
    of the municipality's own, or one that was given here."""
    known = {f"V-{pk}" for pk in Enterprise.objects.filter(municipality=here).values_list(
        "pk", flat=True)}  # fmt: skip

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        name = row.get("reference") or ""
        if name.startswith(OWN) and name not in there:
            told = _("Numbers that begin with D- are given here. Choose another.")
            yield "reference", _("there is no such row."), told
        if row.get("enterprise") and row["enterprise"] not in known:
            yield (
                "enterprise",
                _("no enterprise of yours has this number."),
                _("The number stands on the enterprise's page."),
            )

    return check
