"""A session of a course, for tests of every room."""

import datetime

from django.utils import timezone

from ligzda.network import actions as network
from ligzda.network.load import system_member
from ligzda.network.models import Partner, User
from ligzda.network.roles import Trainer
from ligzda.training.models import CourseVersion, Meeting, Session
from ligzda.training.sessions.actions import SessionFacts, Where, hold_session

HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR


def make_trainer(email: str = "mara@ligzda.example") -> User:
    """Return a trainer of the foundation; made once."""
    by = system_member()
    found = User.objects.filter(email=email).first()
    if found is None:
        found = network.invite_user(by=by, email=email, name="Māra Kalniņa")
        foundation = Partner.objects.get(kind=Partner.Kind.FOUNDATION)
        network.grant_role(by=by, user=found, role=Trainer, partner=foundation)
    return found


def facts(**changes: object) -> SessionFacts:
    """Return what a session in ten days promises: one meeting, for one to two people."""
    begins = timezone.now().replace(minute=0, second=0, microsecond=0) + 10 * DAY
    given = {
        "language": "lv",
        "least": 1,
        "most": 2,
        "decides_at": begins - 2 * DAY,
        "meetings": [(begins, begins + 4 * HOUR)],
    }
    return SessionFacts(**(given | changes))  # type: ignore[arg-type]


def make_session(by: User, version: CourseVersion, **changes: object) -> Session:
    """Hold a session of a version, by a trainer who is nobody else of the cast."""
    where = Where(trainer=make_trainer(), place="Ogre, Brīvības iela 1, 3. telpa")
    return hold_session(by=by, version=version, facts_given=facts(**changes), where=where)


def meeting_of(session: Session) -> Meeting:
    """Return its first meeting."""
    found = session.meetings.first()
    assert found is not None
    return found
