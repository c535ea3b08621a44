"""Invented sessions, past and to come, with who was there; relative to the day of loading.

Written in bulk, for the actions take no past: what they hold, the constraints hold here. No
certificate is issued: each would cost a first start a tenth of a second to sign and print.
"""

import datetime
import random
from collections.abc import Sequence

from django.utils import timezone

from ligzda.incubators.places.opening import holiday_name, place_time
from ligzda.network import actions as network
from ligzda.network.models import Partner, User
from ligzda.network.roles import Trainer
from ligzda.training.models import Attempt, Attendance, CourseVersion, Enrolment, Meeting, Session
from ligzda.training.rules import check_enter_invented

_NAMES = (
    "Anna Bērziņa", "Bruno Kalniņš", "Cilda Ozola", "Dace Liepa", "Edgars Krūmiņš", "Frīda Zariņa",
    "Gunta Eglīte", "Haralds Vītols", "Ilze Pētersone", "Jānis Sproģis", "Krista Balode",
    "Līga Rozīte",
)  # fmt: skip
_OPENS, _CLOSES = datetime.time(10), datetime.time(16)
_STEP = 2
"""Working days from one session to the next: the one trainer is never at two places."""


def load(*, by: User) -> None:
    """Hold sessions of every invented course: two that are over, one to come."""
    check_enter_invented(by=by)
    versions = list(
        CourseVersion.objects.filter(course__invented=True, published_at__isnull=False)
        .select_related("course")
        .prefetch_related("questions", "checklist")
        .order_by("course__code")
    )
    if Session.objects.exists() or not versions:
        return
    chance, trainer, people = random.Random("training"), _trainer(by), _people(by)
    long_ago, lately, to_come = _days(len(versions))
    for place, version in enumerate(versions):
        for days, over in ((long_ago, True), (lately, True), (to_come, False)):
            session, meetings = _session(version, trainer, days[place * _STEP :], over=over)
            there = _enrol(session, chance.sample(people, chance.randint(4, 9)), over=over)
            if over:
                _pass(there, meetings, chance)


def _days(versions: int) -> tuple[list[datetime.date], list[datetime.date], list[datetime.date]]:
    """Return working days for three rounds of sessions, which do not overlap."""
    today, count = timezone.localdate(), versions * _STEP + 1
    far = range(1, 3 * count)
    after = [today + datetime.timedelta(days=number) for number in far]
    before = [today - datetime.timedelta(days=number) for number in range(1, 6 * count)]
    past = [day for day in before if _works(day)]
    coming = [day for day in after if _works(day)][4:]
    return past[2 * count - 1 : count - 1 : -1], past[count - 1 :: -1], coming


def _works(day: datetime.date) -> bool:
    return day.isoweekday() < 6 and not holiday_name(day)


def _session(
    version: CourseVersion, trainer: User, days: Sequence[datetime.date], *, over: bool
) -> tuple[Session, list[Meeting]]:
    """Hold one in the first of the days: a longer course takes two."""
    wanted = days[: 1 if version.hours <= 8 else 2]
    decides = place_time(days[0] - datetime.timedelta(days=2), datetime.time(12))
    online = version.course.code.startswith("digital")
    session = Session.objects.create(
        version=version,
        language=version.languages[0],
        trainer=trainer,
        place="" if online else "Rīga, fonda mācību telpa (izdomāta)",
        link="https://example.org/nodarbiba" if online else "",
        least=3,
        most=6,
        decides_at=decides,
        confirmed_at=decides if over else None,
    )
    return session, Meeting.objects.bulk_create(
        Meeting(session=session, begins=place_time(day, _OPENS), ends=place_time(day, _CLOSES))
        for day in wanted
    )


def _enrol(session: Session, people: list[User], *, over: bool) -> list[Enrolment]:
    """Give the places in order; the rest waits, where there is still something to wait for."""
    since = session.decides_at - datetime.timedelta(days=14)
    rows = [
        Enrolment(
            session=session,
            person=person,
            state=Enrolment.State.ENROLLED if place <= session.most else Enrolment.State.WAITING,
            place=place if place <= session.most else None,
            since=min(since, timezone.now()) + datetime.timedelta(seconds=place),
            entered_by=person,
        )
        for place, person in enumerate(people, start=1)
        if place <= session.most or not over
    ]
    return Enrolment.objects.bulk_create(rows)


def _pass(rows: list[Enrolment], meetings: list[Meeting], chance: random.Random) -> None:
    """Let most have been there, passed the test and shown what they can."""
    session, ends = rows[0].session, meetings[-1].ends
    questions = len(session.version.questions.all())
    passed = [row for row in rows if chance.random() < 0.8]
    Attendance.objects.bulk_create(
        Attendance(
            enrolment=row,
            meeting=meeting,
            how=Attendance.How.HAND,
            entered_at=meeting.ends,
            entered_by=session.trainer,
        )
        for meeting in meetings
        for row in passed
    )
    if questions:
        Attempt.objects.bulk_create(
            Attempt(enrolment=row, at=ends, right=questions, asked=questions, passed=True)
            for row in passed
        )
    if session.version.checklist.all():
        Enrolment.objects.filter(pk__in=[row.pk for row in passed]).update(
            signed_at=ends, signed_by=session.trainer
        )


def _people(by: User) -> list[User]:
    return [
        network.invite_user(
            by=by,
            email=f"dalibnieks.{number}@ligzda.example",
            name=f"{name} (demonstrācija)",
        )
        for number, name in enumerate(_NAMES, start=1)
    ]


def _trainer(by: User) -> User:
    user = network.invite_user(
        by=by, email="mara.kalnina@ligzda.example", name="Māra Kalniņa (demonstrācija)"
    )
    foundation = Partner.objects.filter(kind=Partner.Kind.FOUNDATION).earliest("pk")
    network.grant_role(by=by, user=user, role=Trainer, partner=foundation)
    return user
