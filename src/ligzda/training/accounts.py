"""What the demonstration's accounts have in training: a session, a place in it, a wish, papers."""

import datetime

from django.utils import timezone

from ligzda.incubators.places.opening import holiday_name, place_time
from ligzda.network.models import User
from ligzda.network.roles import Participant, Trainer
from ligzda.training import demonstration as certificates
from ligzda.training.mentoring import demonstration as mentoring
from ligzda.training.models import CourseVersion, Session
from ligzda.training.sessions import actions

_IN = datetime.timedelta(days=10)
_BEFORE = datetime.timedelta(days=3)


def give(*, by: User) -> None:
    """Let the trainer hold a session and have issued certificates, the participant enrol and ask
    for a mentor, the mentor have a pair; once.
    """
    trainers, participants = (
        User.objects.filter(is_demo=True, memberships__role=role.key).order_by("pk")
        for role in (Trainer, Participant)
    )
    session = _session(trainers[0]) if trainers else None
    if trainers:
        certificates.load(trainer=trainers[0])
    for participant in participants:
        mentoring.load(participant=participant)
        if session is not None:
            actions.enrol(by=participant, session=session, person=participant)
    mentoring.load_pair(by=by)


def _session(trainer: User) -> Session | None:
    """Hold the first course that asks for no other; None where there is one already, or none."""
    versions = CourseVersion.objects.filter(
        course__invented=True, published_at__isnull=False, prerequisites=None
    )
    version = versions.order_by("course__code").first()
    if version is None or Session.objects.filter(trainer=trainer).exists():
        return None
    day = timezone.localdate() + _IN
    while day.isoweekday() > 5 or holiday_name(day):
        day += datetime.timedelta(days=1)
    opens, closes = datetime.time(10), datetime.time(14)
    promised = actions.SessionFacts(
        language=version.languages[0],
        least=1,
        most=6,
        decides_at=place_time(day - _BEFORE, datetime.time(12)),
        meetings=[(place_time(day, opens), place_time(day, closes))],
    )
    where = actions.Where(trainer=trainer, place="Ogre, mācību telpa (izdomāta)")
    return actions.hold_session(by=trainer, version=version, facts_given=promised, where=where)
