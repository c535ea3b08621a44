"""Who came: “I am here”, and the release of what nobody came to.

An incubator says in how many minutes around the begin who booked says that they are here
(`check_in_minutes`); one that says nothing asks nobody.
"""

import datetime

from django.core.cache import cache
from django.db import transaction
from django.db.models import DurationField, ExpressionWrapper, F, Value
from django.utils import timezone

from ligzda.incubators.bookings.rules import Time, check_check_in
from ligzda.incubators.models import Booking
from ligzda.incubators.waiting import offering
from ligzda.network.audit import facts, record
from ligzda.network.models import User

LATE = datetime.timedelta(minutes=10)
"""The job runs every minute: without a sign for so long it does not run."""
_LAST = "incubators.bookings.looked_after"
_KEPT_SECONDS = 30 * 24 * 3600


@transaction.atomic
def check_in(*, by: User, booking: Booking) -> Booking:
    """Say that whoever booked is here."""
    rows = Booking.objects.select_for_update(of=("self",)).select_related("incubator__municipality")
    booking = rows.get(pk=booking.pk)
    check_check_in(by=by, booking=booking)
    before = facts(booking)
    booking.checked_in_at = timezone.now()
    booking.save(update_fields=["checked_in_at"])
    record(by=by, action="booking.check_in", about=booking, before=before, after=facts(booking))
    return booking


def release_no_shows(*, by: User, now: datetime.datetime | None = None) -> int:
    """Release what nobody came to, and offer what is left of it; return how many bookings."""
    now = now or timezone.now()
    minutes = ExpressionWrapper(
        F("incubator__check_in_minutes") * Value(datetime.timedelta(minutes=1)), DurationField()
    )
    # Bookings of the installation itself (the demonstration's) are nobody's to come to.
    rows = Booking.objects.filter(
        stands=True,
        checked_in_at=None,
        ends__gt=now,
        begins__lt=now - minutes,
        booked_by__is_system=False,
    )
    found = list(rows.order_by("pk").values_list("pk", "incubator_id"))
    return sum(_release(by, number, incubator, now) for number, incubator in found)


@transaction.atomic
def _release(by: User, number: int, incubator: int, now: datetime.datetime) -> bool:
    offering.turn(incubator)
    locked = Booking.objects.select_for_update(of=("self",))
    booking = locked.select_related("incubator__municipality").get(pk=number)
    if not booking.stands or booking.checked_in_at is not None:
        return False  # cancelled, or here, a moment ago
    before = facts(booking)
    booking.stands, booking.released_at = False, now
    booking.save(update_fields=["stands", "released_at"])  # what it took goes with it
    record(by=by, action="booking.release", about=booking, before=before, after=facts(booking))
    freed = Time(booking.begins, booking.ends)
    offering.offer_freed(by=by, incubator=booking.incubator, freed=freed)
    return True


def note_run() -> None:
    """Note that the job has looked after bookings just now."""
    cache.set(_LAST, timezone.now().isoformat(), _KEPT_SECONDS)


def last_run() -> datetime.datetime | None:
    """Return when the job last looked after bookings; None where it did not for a month."""
    found = cache.get(_LAST)
    return datetime.datetime.fromisoformat(found) if found else None
