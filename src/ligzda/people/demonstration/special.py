"""What happens once in the demonstration, by the actions themselves: a merge, a consent taken back,
an erasure, open offers, a participant whose own pages are filled."""

import datetime
from contextlib import suppress

from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import TakenError, Wanted
from ligzda.incubators.models import Room
from ligzda.incubators.places.opening import days
from ligzda.network.models import User
from ligzda.network.roles import DataProtectionOfficer
from ligzda.people.actions import register_person
from ligzda.people.applications import limits, offers
from ligzda.people.applications.line import line_of
from ligzda.people.demonstration.cast import identity
from ligzda.people.demonstration.rows import DAY, Here
from ligzda.people.demonstration.said import data
from ligzda.people.demonstration.staff import holder
from ligzda.people.identity.actions import merge
from ligzda.people.models import RequestKind, Stay
from ligzda.people.own.actions import link_account
from ligzda.people.rights import actions as rights
from ligzda.people.rights.consents import newest_texts

_AHEAD = 10
"""Days in which some are open."""
_BENCH = 4
"""Other accounts of the demonstration have booked the first ones."""


def happen(*, by: User, here: Here) -> None:
    """Let happen what happens at this incubator."""
    _offer(here)
    if here.incubator.slug == data()["rights_at"]:
        _consents(here)
        _erase(by, here)
        _merge(here)
    if here.incubator.slug == data()["account"]["incubator"]:
        _account(here)


def _offer(here: Here) -> None:
    """Offer a place to whoever is next; at one incubator to the second, and say why."""
    line = list(line_of(here.incubator).select_related("person", "incubator")[:2])
    if not line or here.incubator.opens_on is None:
        return
    passes = here.incubator.slug == data()["rights_at"] and len(line) > 1
    until = limits.answer_offer_by(here.today)
    offers.offer(
        by=here.staff.manager,
        waiting=line[1] if passes else line[0],
        begins_on=until + 5 * DAY,
        answer_until=until,
        skips={line[0].pk: data()["texts"]["skip"]} if passes else None,
    )


def _staying(here: Here) -> list[Stay]:
    rows = Stay.objects.filter(incubator=here.incubator, period__endswith__isnull=True)
    return list(rows.select_related("person").order_by("period", "pk"))


def _consents(here: Here) -> None:
    """Let those who stay say yes to what is optional; the first takes one back."""
    texts = [text for text in newest_texts() if text.purpose in data()["texts"]["consented"]]
    given = [
        rights.give_consent(by=here.staff.worker, person=row.person, text=text)
        for row in _staying(here)
        for text in texts
    ]
    if given:
        rights.withdraw_consent(by=here.staff.worker, consent=given[0])


def _erase(by: User, here: Here) -> None:
    """Erase somebody who has left, as they asked; a second person carries it out."""
    left = Stay.objects.filter(incubator=here.incubator, period__endswith__lte=here.today)
    row = left.select_related("person__municipality").earliest("period", "pk")
    asked = rights.ask(
        by=here.staff.worker, person=row.person, kind=RequestKind.ERASE,
        words=data()["texts"]["erase"],
    )  # fmt: skip
    officer = holder(by=by, municipality=here.incubator.municipality, role=DataProtectionOfficer)
    rights.answer(by=officer, request=asked, granted=True)


def _merge(here: Here) -> None:
    """Register somebody a second time, without the marks of their name, and say it is one."""
    said, where = data()["merged"], here.incubator.municipality
    first, again = (
        register_person(
            by=here.staff.worker, municipality=where, invented=True,
            facts_given=identity(said, family_name=name),
        )
        for name in (said["family_name"], said["again"])
    )  # fmt: skip
    merge(by=here.staff.worker, person=again, into=first)


def _account(here: Here) -> None:
    """Open the record of somebody who stays, and has a plan, to the participant's account."""
    account = User.objects.filter(email=data()["account"]["email"], is_active=True).first()
    there = [row for row in _staying(here) if row.plans.exists()]
    if account is None or not there:
        return
    link_account(by=here.staff.worker, person=there[-1].person, email=account.email)
    _book(here, account)


def _book(here: Here, account: User) -> None:
    """Let the manager book a bench for the participant, in the next days it is open."""
    room = Room.objects.filter(incubator=here.incubator, places__gte=_BENCH).first()
    if room is None:
        return
    found = (day.span for day in days(here.incubator.pk, here.today + 2 * DAY, _AHEAD))
    for begins, _ends in [span for span in found if span][:2]:
        # Somebody who looked in meanwhile may have booked it.
        with suppress(TakenError):
            book(
                by=here.staff.manager,
                incubator=here.incubator,
                wanted=Wanted(
                    thing=Thing(room=room, place=_BENCH),
                    time=Time(begins, begins + datetime.timedelta(hours=2)),
                    purpose=data()["texts"]["purpose"],
                    used_by=account,
                ),
            )
