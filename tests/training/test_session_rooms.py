"""A session in a room takes it for its hours, as anything else that takes time and place."""

import datetime

import pytest
from django.utils import timezone
from tests.cast import Cast
from tests.incubators.conftest import Workshop, workshop
from tests.training.sessions import facts, make_trainer

from ligzda.incubators.bookings.actions import book, close_off
from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.bookings.taking import TakenError
from ligzda.incubators.models import Occupation
from ligzda.incubators.places.actions import RoomFacts, add_room
from ligzda.kernel.confined import EVERYWHERE, rows_of
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.training.models import CourseVersion, Session
from ligzda.training.sessions import actions
from ligzda.training.sessions.actions import Where

__all__ = ["workshop"]


def times(workshop: Workshop) -> tuple[Time, Time]:
    """Return the session's hours: Monday and Wednesday, 10 to 14."""
    return workshop.at("10:00", "14:00"), workshop.at("10:00", "14:00", 2)


def hold(cast: Cast, version: CourseVersion, workshop: Workshop) -> Session:
    """Hold a session of two meetings in the workshop."""
    spans = [(time.begins, time.ends) for time in times(workshop)]
    promised = facts(meetings=spans, decides_at=timezone.now() + datetime.timedelta(hours=1))
    where = Where(trainer=make_trainer(), room=workshop.room)
    return actions.hold_session(by=cast.system, version=version, facts_given=promised, where=where)


def standing(session: Session) -> set[str]:
    """Return what a session holds, by name."""
    rows = Occupation.objects.filter(held_for=f"session {session.pk}", stands=True)
    return {str(row.equipment or row.room) for row in rows}


def test_room_and_machines_are_taken_for_every_meeting_and_nothing_else_can_be_there(
    cast: Cast, version: CourseVersion, workshop: Workshop
) -> None:
    session = hold(cast, version, workshop)
    assert standing(session) == {"Darbnīca", "Lāzergriezējs", "Ripzāģis"}
    assert Occupation.objects.filter(held_for=f"session {session.pk}").count() == 6
    first, _second = times(workshop)
    for thing in (Thing(room=workshop.room, place=1), Thing(equipment=workshop.laser)):
        with pytest.raises(TakenError, match="ir aizņemts"):
            book(by=cast.ogre, incubator=workshop.incubator, wanted=workshop.wanted(first, thing))


@pytest.mark.parametrize("what", ["booking", "block", "session"])
def test_a_refusal_names_what_stands_in_the_room(
    cast: Cast, version: CourseVersion, workshop: Workshop, what: str
) -> None:
    _first, second = times(workshop)
    if what == "booking":
        wanted = workshop.wanted(second, Thing(room=workshop.room, place=3))
        book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)
    elif what == "block":
        close_off(
            by=cast.ogre,
            incubator=workshop.incubator,
            thing=Thing(equipment=workshop.saw),
            time=second,
            kind=Occupation.Kind.BLOCK,
            reason="Krāsošana",
        )
    else:
        hold(cast, version, workshop)
        Session.objects.update(trainer=make_trainer("cita@ligzda.example"))
    words = {"booking": "Darbnīca, 3. darbvieta.*Kastes", "block": "Ripzāģis.*Krāsošana",
             "session": "Darbnīca.*kursa grupa: Frēzēšana"}  # fmt: skip
    count = Session.objects.count()
    with pytest.raises(WrongStateError, match=words[what]):
        hold(cast, version, workshop)
    assert Session.objects.count() == count
    assert not Occupation.objects.filter(kind="session").exclude(
        held_for__in=[f"session {row.pk}" for row in Session.objects.all()]
    )


def test_another_room_frees_the_first_and_calling_off_frees_whatever_is_to_come(
    cast: Cast, version: CourseVersion, workshop: Workshop
) -> None:
    session = hold(cast, version, workshop)
    hall = add_room(
        by=cast.ogre, incubator=workshop.incubator, facts_given=RoomFacts(name="Zāle", floor=1)
    )
    where = Where(trainer=make_trainer(), room=hall)
    actions.change_where(by=cast.system, session=session, where=where)
    assert standing(session) == {"Zāle"}
    first, _second = times(workshop)
    book(by=cast.ogre, incubator=workshop.incubator, wanted=workshop.wanted(first))
    actions.call_off(by=cast.system, session=session, because="Pasniedzēja ir slima.")
    assert standing(session) == set()
    wanted = workshop.wanted(first, Thing(room=hall))
    book(by=cast.ogre, incubator=workshop.incubator, wanted=wanted)


def test_one_that_nobody_enrols_in_gives_its_room_back_by_the_job(
    cast: Cast, version: CourseVersion, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ligzda.training.tasks import keep_sessions

    session = hold(cast, version, workshop)
    later = timezone.now() + datetime.timedelta(hours=2)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    with rows_of(()):  # a job meets what it asks for itself
        keep_sessions(0)
    session.refresh_from_db()
    assert session.cancelled_at is not None
    with rows_of(EVERYWHERE):
        assert standing(session) == set()


def test_only_who_holds_sessions_takes_a_room_for_one(cast: Cast, workshop: Workshop) -> None:
    from ligzda.incubators.bookings.holding import give_back, hold_room

    first, _second = times(workshop)
    for stranger in (cast.ogre, cast.cesis, cast.participant):
        with pytest.raises(NotAllowedError):
            hold_room(by=stranger, room=workshop.room, times=[first], held_for="x", reason="Kurss")
        with pytest.raises(NotAllowedError):
            give_back(by=stranger, held_for="x")
