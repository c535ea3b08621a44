"""What the demonstration's accounts have to do in an incubator: a bench that each has booked."""

import datetime

from django.utils import timezone

from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import Wanted
from ligzda.incubators.models import Booking, Room
from ligzda.incubators.places.opening import days
from ligzda.incubators.places.queries import bookable_by
from ligzda.network.models import User
from ligzda.network.roles import Coordinator, IncubatorManager, Instructor, Participant

_AHEAD = 10
"""Days in which some are open."""


def give(*, by: User) -> None:
    """Book a bench for an hour of the next open days, for each who has no booking yet."""
    roles = [Instructor.key, IncubatorManager.key, Coordinator.key, Participant.key]
    people = User.objects.filter(is_demo=True, memberships__role__in=roles).order_by("pk")
    booked = set(Booking.objects.filter(booked_by__in=people).values_list("booked_by", flat=True))
    for bench, person in enumerate(people, start=2):  # the first bench is the demonstration's
        for incubator in bookable_by(person) if person.pk not in booked else ():
            room = Room.objects.filter(incubator=incubator, places__gte=bench).first()
            if room is None:
                continue
            tomorrow = timezone.localdate() + datetime.timedelta(days=1)
            span = next(day.span for day in days(incubator.pk, tomorrow, _AHEAD) if day.span)
            time = Time(span[0], span[0] + datetime.timedelta(hours=1))
            wanted = Wanted(
                thing=Thing(room=room, place=bench), time=time, purpose="Ierādīšana (izdomāta)"
            )
            book(by=person, incubator=incubator, wanted=wanted)
            break
