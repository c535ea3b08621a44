"""Enterprises of the demonstration's people: invented, about thirty, from the truth that
outcomes.yaml states (demo_generator.enterprise_route): 90, 78 and 62 % of them live after 6, 12 and
24 months, with 1.6 full-time jobs. Which exits registered one (45 %) the generator of people drew.

Nothing, where no people of the demonstration left into an own business, or it was done before.
"""

import datetime
import math
import random
from decimal import Decimal
from itertools import pairwise

from django.db import transaction
from django.utils import timezone

from ligzda.kernel.calendar import month_after
from ligzda.network.models import User
from ligzda.people.models import ExitState, Stay
from ligzda.ventures import actions
from ligzda.ventures.models import Enterprise, Form, Source

MOST = 30
_ALIVE = ((0, 1.0), (6, 0.90), (12, 0.78), (24, 0.62), (48, 0.40))
"""Share alive by month; what lies beyond the stated 24 is drawn on, so that lives end somewhere."""
_FTE_MEAN, _FTE_SD = 1.6, 1.4
_OWN = (ExitState.OWN_ENTERPRISE, ExitState.SELF_EMPLOYED)
_NAMES = ("Ligzdas koks", "Zaļā adata", "Rīta maize", "Māla bļoda", "Otrā elpa", "Bites darbs")
_WEIGHTS = (9, 1, 4, 8, 3, 10, 2, 5, 7, 6)


@transaction.atomic
def load(*, by: User) -> None:
    """Found what was not founded yet."""
    if Enterprise.objects.filter(invented=True).exists():
        return
    chance = random.Random("ventures")
    stays = Stay.objects.filter(person__invented=True, period__endswith__isnull=False)
    left = stays.filter(
        exit_state__in=_OWN,
        person__erased_at=None,
        person__merged_into=None,
        person__restricted_on=None,
    )
    rows = list(left.select_related("person__municipality", "municipality").order_by("pk"))
    chance.shuffle(rows)
    number = 0
    for stay in rows:
        if number >= MOST:
            break
        if stay.person.municipality_id == stay.municipality_id:
            _found(by, stay, number, chance)
            number += 1


def _found(by: User, stay: Stay, number: int, chance: random.Random) -> None:
    today = timezone.localdate()
    registered = min(stay.period.upper + datetime.timedelta(days=chance.randint(3, 40)), today)
    alone = stay.exit_state == ExitState.SELF_EMPLOYED
    founding = actions.Founding(
        form=Form.SELF_EMPLOYED if alone else Form.COMPANY,
        name=_NAMES[number % len(_NAMES)] + ("" if alone else f" {number + 1}"),
        number="" if alone else invented_number(number),
        registered_on=registered,
        source=Source.FOUNDER if alone else Source.REGISTER,
    )
    row = actions.found(
        by=by,
        municipality=stay.municipality,
        founding=founding,
        founders=[actions.Founder(person=stay.person)],
        invented=True,
    )
    closed = month_after(registered, math.ceil(months_alive(chance.random())))
    end = closed if closed < today else None
    _happened(by, row, registered, end, chance, status=not alone)
    _worked(by, row, registered, end, chance)


def months_alive(share: float) -> float:
    """Return after how many months the share still alive has come down to `share`."""
    for (first, above), (last, below) in pairwise(_ALIVE):
        if share >= below:
            return first + (last - first) * (above - share) / (above - below)
    return 120.0


def invented_number(number: int) -> str:
    """Return a registration number with a right check digit, of a series that is not given out."""
    for serial in range(10 * number, 10 * number + 10):
        first = f"409999{serial:04d}"
        rest = (3 - sum(w * int(d) for w, d in zip(_WEIGHTS, first, strict=True))) % 11
        if rest < 10:
            return f"{first}{rest}"
    raise AssertionError(number)


def _happened(
    by: User,
    row: Enterprise,
    registered: datetime.date,
    end: datetime.date | None,
    chance: random.Random,
    *,
    status: bool,
) -> None:
    today = timezone.localdate()
    over = end or today
    wanted = [("first_invoice", registered + datetime.timedelta(days=chance.randint(10, 60)))]
    if status and chance.random() < 0.5:
        applied = registered + datetime.timedelta(days=chance.randint(30, 120))
        wanted += [("applied", applied), ("granted", applied + datetime.timedelta(days=40))]
    for kind, day in wanted:
        if day < over:
            _event(by, row, kind, day, Source.FOUNDER)
    if end is not None:
        _event(by, row, "closed", end, Source.REGISTER)
    elif (seen := today - datetime.timedelta(days=chance.randint(5, 150))) > registered:
        _event(by, row, "alive", seen, Source.STAFF)


def _event(by: User, row: Enterprise, kind: str, day: datetime.date, source: str) -> None:
    event = actions.Event(kind=kind, day=day, source=source, said_on=day)
    actions.record_event(by=by, enterprise=row, event=event)


def _worked(
    by: User,
    row: Enterprise,
    registered: datetime.date,
    end: datetime.date | None,
    chance: random.Random,
) -> None:
    """Give it jobs that make up its full-time jobs, and the turnover of each half-year."""
    today = timezone.localdate()
    fte = min(max(chance.gauss(_FTE_MEAN, _FTE_SD), 0.5), 5.0)
    hours = Decimal(round(fte * 40))
    while hours > 0:
        some = min(hours, Decimal(40))
        job = actions.Job(
            first=registered,
            last=end,
            hours=some,
            target_group=chance.random() < 0.6,
            confirmed_on=end or max(registered, today - datetime.timedelta(days=30)),
        )
        actions.record_job(by=by, enterprise=row, job=job)
        hours -= some
    begins = datetime.date(registered.year, 1 if registered.month < 7 else 7, 1)
    while (after := month_after(begins, 6)) <= min(end or today, today):
        if chance.random() < 0.85:
            sold = actions.Sold(
                begins=begins,
                months=6,
                amount=Decimal(round(fte * chance.uniform(3000, 9000))),
                public_share=Decimal(chance.randint(0, 60)) / 100,
                largest_share=Decimal(chance.randint(20, 80)) / 100,
            )
            actions.record_turnover(by=by, enterprise=row, sold=sold)
        begins = after
