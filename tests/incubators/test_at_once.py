"""Eight processes book ten slots two hundred times: ten bookings stand, nobody meets an error."""

import datetime
import json
import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise

import pytest
from django.db import connection
from tests.incubators.conftest import make_workshop

from ligzda.incubators.models import Occupation
from ligzda.network.models import User
from ligzda.server.load import load_network

PROCESSES, TIMES_EACH, SLOTS = 8, 25, 10
BOOK = """
import json, random, sys
import django
django.setup()
from ligzda.incubators.bookings.actions import TakenError, Wanted, book
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import Room
from ligzda.network.models import User
import datetime
number, room, first = int(sys.argv[1]), Room.objects.get(pk=sys.argv[2]), sys.argv[3]
by = User.objects.get(email="koordinators.ogre@ligzda.example")
chance, told = random.Random(number), []
for turn in range(int(sys.argv[4])):
    # Every slot in turn, each process from another on: all are wanted, most at once.
    slot = (number + turn) % int(sys.argv[5])
    begins = datetime.datetime.fromisoformat(first) + datetime.timedelta(minutes=45 * slot)
    time = Time(begins, begins + datetime.timedelta(minutes=45))
    try:
        wanted = Wanted(thing=Thing(room=room), time=time, purpose="Kastes")
        book(by=by, incubator=room.incubator, wanted=wanted)
        told.append("")
    except TakenError as taken:
        told.append(str(taken))
print(json.dumps(told))
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_hundred_bookings_of_ten_slots_from_eight_processes() -> None:
    load_network()
    by = User.objects.get(email="koordinators.ogre@ligzda.example")
    workshop = make_workshop(by, User.objects.get(is_system=True))
    first = workshop.at("09:00", "17:00").begins
    url = connection.get_connection_params()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "ligzda.server.settings",
        "DATABASE_URL": f"host={url['host']} dbname={url['dbname']} user={url['user']}",
    }
    given = [str(workshop.room.pk), first.isoformat(), str(TIMES_EACH), str(SLOTS)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", BOOK, str(number), *given],
            stdout=subprocess.PIPE,
            env=environment,
        )
        for number in range(PROCESSES)
    ]
    told = [line for each in running for line in json.loads(each.communicate()[0])]
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
