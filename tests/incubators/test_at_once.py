"""Eight processes book at once: no two have the same hours, nobody has more than a quota."""

import datetime
import re
from collections import Counter
from itertools import pairwise

import pytest
from tests.incubators.conftest import make_workshop
from tests.loaded import load_committed
from tests.processes import at_once

from ligzda.incubators.models import Occupation
from ligzda.incubators.quotas.actions import set_quota
from ligzda.network.models import User

PROCESSES, TIMES_EACH, SLOTS = 8, 25, 10
BOOK = """
import datetime
from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.taking import TakenError, Wanted
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import Room
from ligzda.network.models import User

def act(number, room, first, times, slots):
    room = Room.objects.get(pk=room)
    by = User.objects.get(email="koordinators.ogre@ligzda.example")
    told = []
    for turn in range(times):
        # Every slot in turn, each process from another on: all are wanted, most at once.
        slot = (number + turn) % slots
        begins = datetime.datetime.fromisoformat(first) + datetime.timedelta(minutes=45 * slot)
        time = Time(begins, begins + datetime.timedelta(minutes=45))
        try:
            wanted = Wanted(thing=Thing(room=room), time=time, purpose="Kastes")
            book(by=by, incubator=room.incubator, wanted=wanted)
            told.append("")
        except TakenError as taken:
            told.append(str(taken))
    return told
"""


# Each process has an hour of the day of its own: no two want the same time.
BOOK_OWN = """
import datetime
from ligzda.incubators.bookings.actions import book
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import Wanted
from ligzda.incubators.models import Room
from ligzda.kernel.errors import WrongStateError
from ligzda.network.models import User

def act(number, room, first, days):
    room = Room.objects.get(pk=room)
    by = User.objects.get(email="koordinators.ogre@ligzda.example")
    hour, told = datetime.timedelta(hours=1), []
    for day in range(days):
        begins = datetime.datetime.fromisoformat(first) + number * hour + day * 24 * hour
        try:
            time = Time(begins, begins + hour)
            wanted = Wanted(thing=Thing(room=room), time=time, purpose="Kastes")
            book(by=by, incubator=room.incubator, wanted=wanted)
            told.append("")
        except WrongStateError as refused:
            told.append(str(refused))
    return told
"""
DAYS, HOURS = 5, 7


def _at_once(script: str, *given: object) -> list[str]:
    """Return what each try of each process was told; nothing where it has booked."""
    return [line for told in at_once(PROCESSES, script, *given) for line in told]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_bookings_of_ten_slots_from_eight_processes() -> None:
    load_committed()
    by = User.objects.get(email="koordinators.ogre@ligzda.example")
    workshop = make_workshop(by, User.objects.get(is_system=True))
    first = workshop.at("09:00", "17:00").begins
    told = _at_once(BOOK, workshop.room.pk, first.isoformat(), TIMES_EACH, SLOTS)
    assert len(told) == PROCESSES * TIMES_EACH
    assert Counter(map(bool, told)) == {False: SLOTS, True: len(told) - SLOTS}
    readable = (
        r"Darbnīca: laiks .* jau ir aizņemts\. Tuvākais brīvais laiks: .* \d\d:\d\d–\d\d:\d\d\."
    )
    assert all(re.fullmatch(readable, line) for line in told if line)
    rows = list(Occupation.objects.filter(stands=True, room=workshop.room).order_by("begins"))
    assert len(rows) == SLOTS
    assert all(one.ends <= other.begins for one, other in pairwise(rows))
    assert rows[-1].ends - rows[0].begins == datetime.timedelta(minutes=45 * SLOTS)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_forty_bookings_of_one_person_from_eight_processes_keep_to_the_quota() -> None:
    load_committed()
    by = User.objects.get(email="koordinators.ogre@ligzda.example")
    workshop = make_workshop(by, User.objects.get(is_system=True))
    set_quota(by=by, incubator=workshop.incubator, hours=HOURS)
    first = workshop.at("09:00", "17:00").begins
    told = _at_once(BOOK_OWN, workshop.room.pk, first.isoformat(), DAYS)
    assert Counter(map(bool, told)) == {False: HOURS, True: PROCESSES * DAYS - HOURS}
    assert Occupation.objects.filter(stands=True, room=workshop.room).count() == HOURS
    assert all("0:00" in line for line in told if line)
