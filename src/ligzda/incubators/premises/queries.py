"""How far works are, and what an incubator still needs before it opens."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ligzda.incubators.bookings.rules import instructors
from ligzda.incubators.models import AdaptationWork, Building, Confirmation, Incubator
from ligzda.incubators.premises.models import ACCESS_FACTS
from ligzda.kernel.texts import no_text
from ligzda.network.models import Permit
from ligzda.network.queries import deciding


def state_of(work: AdaptationWork, on: datetime.date) -> str:
    """Return in words how far a work is on a day."""
    if work.accepted_on is not None and work.accepted_on <= on:
        return _("accepted")
    if on < work.begins_on:
        return _("not begun")
    return _("under way") if on <= work.ends_on else _("to be accepted")


def unanswered(building: Building) -> list[str]:
    """Return what nobody has looked at yet of a building's accessibility."""
    found = [
        str(Building._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name in (*ACCESS_FACTS, "narrowest_door_cm")
        if getattr(building, name) is None
    ]
    return found if building.access else [*found, _("accessibility, in words")]


@dataclass(frozen=True)
class Item:
    """Something an incubator needs before it opens. `missing` is empty where it is there.

    `gate`: without it the incubator does not open; anything else is warned of. `confirm`: confirmed
    by hand, under this code. `told`: by whom and since when, where there is something to say.
    """

    name: str
    missing: str
    told: str = ""
    where: str = ""
    gate: bool = False
    confirm: str = ""


def readiness(incubator: Incubator, on: datetime.date | None = None) -> list[Item]:
    """Return everything an incubator needs on its opening day, what stops it first."""
    on = on or incubator.opens_on or timezone.localdate()
    parts: tuple[Callable[[Incubator, datetime.date], Item], ...] = (
        _decision, _agreement, _works, _rooms, _accessibility, _hours, _machines, _instructor,
    )  # fmt: skip
    return [part(incubator, on) for part in parts] + _confirmed(incubator, on)


def missing(incubator: Incubator) -> list[Item]:
    """Return what is missing still, gates included."""
    return [item for item in readiness(incubator) if item.missing]


def _decision(incubator: Incubator, on: datetime.date) -> Item:
    found = deciding(incubator.municipality, Permit.OPEN_INCUBATOR, on)
    told = "; ".join(f"{row.document_title}, {date_format(row.sitting_on)}" for row in found)
    lacking = "" if told else _("no published decision in force on the opening day permits it")
    return Item(_("Decision of the council"), lacking, told, gate=True)


def _agreement(incubator: Incubator, on: datetime.date) -> Item:
    partner = getattr(incubator.municipality, "partner", None)
    since = partner.agreement_on if partner is not None else None
    name = _("Partner's agreement")
    if since is None or since > on:
        return Item(name, _("the administrator of the network has not recorded it"), gate=True)
    return Item(name, "", date_format(since), gate=True)


def _works(incubator: Incubator, on: datetime.date) -> Item:
    open_ = incubator.works.exclude(accepted_on__lte=on)
    lacking = "; ".join(f"{row.what}: {state_of(row, on)}" for row in open_)
    return Item(_("Adaptation works accepted"), lacking, where=_page("premises", incubator))


def _rooms(incubator: Incubator, _on: datetime.date) -> Item:
    found = incubator.rooms.count()
    lacking = "" if found else _("no room is entered")
    return Item(_("Rooms"), lacking, str(found or ""), _page("places", incubator))


def _accessibility(incubator: Incubator, _on: datetime.date) -> Item:
    lacking = [
        f"{building}: {', '.join(open_)}"
        for building in incubator.buildings.all()
        if (open_ := unanswered(building))
    ]
    where = _page("premises", incubator)
    return Item(_("Accessibility described"), "; ".join(lacking), where=where)


def _hours(incubator: Incubator, _on: datetime.date) -> Item:
    lacking = "" if incubator.hours.exists() else _("none are set, so nothing can be booked")
    return Item(_("Opening hours"), lacking, where=_page("places", incubator))


def _machines(incubator: Incubator, _on: datetime.date) -> Item:
    every = incubator.equipment.filter(retired_on=None)
    without = every.filter(Q(safety_rules=no_text())).values_list("name", flat=True)
    lacking = _("without: %(machines)s") % {"machines": ", ".join(without)} if without else ""
    where = _page("places", incubator)
    return Item(_("Safety rules of every machine"), lacking, where=where)


def _instructor(incubator: Incubator, on: datetime.date) -> Item:
    found = ", ".join(str(person) for person in instructors(incubator, on))
    lacking = "" if found else _("nobody holds this role on the opening day")
    return Item(_("Workshop instructor"), lacking, found)


def _confirmed(incubator: Incubator, on: datetime.date) -> list[Item]:
    there = {row.item: row for row in incubator.confirmations.select_related("confirmed_by")}
    return [_by_hand(there.get(code), code, str(name), on)
            for code, name in Confirmation.Item.choices]  # fmt: skip


def _by_hand(row: Confirmation | None, code: str, name: str, on: datetime.date) -> Item:
    name = name[:1].upper() + name[1:]
    if row is None:
        return Item(name, _("not confirmed"), confirm=code)
    told = _("%(document)s, %(day)s; confirmed by %(person)s") % {
        "document": row.document,
        "day": date_format(row.done_on, "SHORT_DATE_FORMAT"),
        "person": row.confirmed_by,
    }
    lacking = ""
    if row.valid_until is not None and row.valid_until < on:
        lacking = _("valid until %(day)s only") % {
            "day": date_format(row.valid_until, "SHORT_DATE_FORMAT")
        }
    return Item(name, lacking, told, confirm=code)


def _page(name: str, incubator: Incubator) -> str:
    return reverse(f"incubators:{name}", args=[incubator.slug])
