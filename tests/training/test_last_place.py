"""Six processes want the last two places at once: two have them, the others wait in order."""

import json
import os
import subprocess
import sys
from collections import Counter

import pytest
from django.db import connection
from tests.loaded import load_committed
from tests.training.conftest import FACTS
from tests.training.sessions import make_session, make_trainer

from ligzda.network import actions as network
from ligzda.network.models import User
from ligzda.training import actions as training
from ligzda.training.models import Enrolment
from ligzda.training.sessions.queries import waiting

PROCESSES = 6
ENROL = """
import json, sys
import django
django.setup()
from ligzda.network.models import User
from ligzda.training.models import Session
from ligzda.training.sessions.actions import enrol, withdraw
session, person = Session.objects.get(pk=sys.argv[1]), User.objects.get(pk=sys.argv[2])
told = []
for _time in range(4):  # come and go, so that places are taken and freed at the same time
    row = enrol(by=person, session=session, person=person)
    told.append(row.state)
    withdraw(by=person, enrolment=row)
told.append(enrol(by=person, session=session, person=person).state)
print(json.dumps(told))
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_last_places_are_given_once() -> None:
    load_committed()
    by = User.objects.get(is_system=True)
    trainer = make_trainer()
    course = training.enter_course(by=trainer, code="siets", title_lv="Siets", title_en="Sieve")
    draft = training.begin_version(by=trainer, course=course, facts_given=FACTS)
    session = make_session(by, training.publish_version(by=trainer, version=draft))
    people = [
        network.invite_user(by=by, email=f"p{number}@ligzda.example", name=f"P{number}")
        for number in range(PROCESSES)
    ]
    url = connection.get_connection_params()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "ligzda.server.settings",
        "DATABASE_URL": f"host={url['host']} dbname={url['dbname']} user={url['user']}",
    }
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ENROL, str(session.pk), str(person.pk)],
            stdout=subprocess.PIPE,
            env=environment,
        )
        for person in people
    ]
    told = [json.loads(each.communicate()[0]) for each in running]
    assert [len(each) for each in told] == [5] * PROCESSES, "somebody met an error"
    rows = list(Enrolment.objects.filter(session=session))
    held = [row.place for row in rows if row.place]
    assert sorted(held) == [1, 2]
    # An offer holds a place as well as who took it does; nobody is lost between the two.
    states = Counter(row.state for row in rows)
    assert states["enrolled"] + states["offered"] == 2
    assert states["waiting"] == PROCESSES - 2 == len(waiting(session))
