"""The line of those who wait for a place: its rule, who stands where, and who joins it."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.room import Words
from ligzda.network.audit import facts, record
from ligzda.network.models import User
from ligzda.people.applications.models import Application
from ligzda.people.applications.waiting_models import WaitingPlace


@dataclass(frozen=True)
class LineRule:
    """By which rule places are offered. A row keeps the version that it lined up under."""

    version: int
    text: Words


RULES = (
    LineRule(
        1,
        _(
            "Places are offered in the order of the days on which people applied; on one day, in "
            "the order of their numbers. Who puts an offer off, or does not answer it in time, "
            "goes to the end of the line. Who is passed over is told why."
        ),
    ),
)
RULE = RULES[-1]


def line_of(incubator: Incubator) -> QuerySet[WaitingPlace]:
    """Return who waits for a place in an incubator, in their order."""
    rows = WaitingPlace.objects.filter(incubator=incubator, closed="", person__erased_at=None)
    return rows.order_by("lined_up_at", "pk")


def ahead_of(row: WaitingPlace) -> QuerySet[WaitingPlace]:
    """Return who stands before somebody."""
    earlier = Q(lined_up_at__lt=row.lined_up_at) | Q(lined_up_at=row.lined_up_at, pk__lt=row.pk)
    return line_of(row.incubator).filter(earlier)


@transaction.atomic
def line_up(*, by: User, application: Application) -> WaitingPlace:
    """Put who was accepted in the line, from the day of their application."""
    row = lined_up(application)
    row.save()
    record(by=by, action="waiting.line_up", about=row, after=facts(row))
    return row


def lined_up(application: Application) -> WaitingPlace:
    """Return the place of an application in the line, not kept yet."""
    return WaitingPlace(
        application=application,
        person=application.person,
        municipality=application.municipality,
        incubator=application.incubator,
        lined_up_at=timezone.make_aware(datetime.combine(application.received_on, time())),
        rule=RULE.version,
    )
