"""Six processes want the last two places at once: two have them, the others wait in order."""

from collections import Counter

import pytest
from tests.loaded import load_committed
from tests.processes import at_once
from tests.training.conftest import FACTS
from tests.training.sessions import make_session, make_trainer

from ligzda.network import actions as network
from ligzda.network.models import User
from ligzda.training import actions as training
from ligzda.training.models import Enrolment
from ligzda.training.sessions.queries import waiting

PROCESSES = 6
ENROL = """
from ligzda.network.models import User
from ligzda.training.models import Session
from ligzda.training.sessions.actions import enrol, withdraw

def act(number, session, people):
    session, person = Session.objects.get(pk=session), User.objects.get(pk=people[number])
    told = []
    for _time in range(4):  # come and go, so that places are taken and freed at the same time
        row = enrol(by=person, session=session, person=person)
        told.append(row.state)
        withdraw(by=person, enrolment=row)
    return [*told, enrol(by=person, session=session, person=person).state]
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
    told = at_once(PROCESSES, ENROL, session.pk, [person.pk for person in people])
    assert [len(each or ()) for each in told] == [5] * PROCESSES, "somebody met an error"
    rows = list(Enrolment.objects.filter(session=session))
    held = [row.place for row in rows if row.place]
    assert sorted(held) == [1, 2]
    # An offer holds a place as well as who took it does; nobody is lost between the two.
    states = Counter(row.state for row in rows)
    assert states["enrolled"] + states["offered"] == 2
    assert states["waiting"] == PROCESSES - 2 == len(waiting(session))
