"""Sessions: announced, enrolled in, waited for, decided, called off; each with its refusal."""

import datetime
from collections.abc import Callable
from unittest import mock

import pytest
from django.core import mail
from django.utils import timezone
from tests.cast import Cast
from tests.training.conftest import FACTS, issue
from tests.training.sessions import DAY, HOUR, facts, make_session, make_trainer, meeting_of

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network import actions as network
from ligzda.network.models import User
from ligzda.network.undoing import take_for_undo
from ligzda.training import actions as training
from ligzda.training.models import CourseVersion, Enrolment, Letter, Session
from ligzda.training.queries import next_sessions
from ligzda.training.sessions import actions, letters, queries
from ligzda.training.sessions.actions import Where
from ligzda.training.sessions.telling import meetings
from ligzda.training.tasks import keep_sessions

pytestmark = pytest.mark.usefixtures("nobody_enrolled")
State = Enrolment.State


@pytest.fixture
def session(cast: Cast, version: CourseVersion) -> Session:
    """A session in ten days, for one to two people, decided in eight."""
    return make_session(cast.system, version)


@pytest.fixture
def people(cast: Cast) -> list[User]:
    return [
        network.invite_user(by=cast.system, email=f"{name}@ligzda.example", name=name.title())
        for name in ("anna", "bruno", "cilda", "dace")
    ]


def enrol(session: Session, person: User) -> Enrolment:
    return actions.enrol(by=person, session=session, person=person)


def later(moment: datetime.datetime) -> mock._patch:  # type: ignore[type-arg]
    """Let everything happen at this moment."""
    return mock.patch("django.utils.timezone.now", return_value=moment)


def at(enrolment: Enrolment) -> tuple[str, int | None]:
    """Return state and place as they stand in the database."""
    found = Enrolment.objects.get(pk=enrolment.pk)
    return found.state, found.place


def test_who_comes_first_has_a_place_and_who_comes_later_waits(
    session: Session, people: list[User]
) -> None:
    rows = [enrol(session, person) for person in people]
    assert [at(row) for row in rows] == [
        (State.ENROLLED, 1), (State.ENROLLED, 2), (State.WAITING, None), (State.WAITING, None)
    ]  # fmt: skip
    assert [row.person for row in queries.waiting(session)] == people[2:]
    assert queries.turn_of(rows[3]) == 2
    [row] = next_sessions(session.version)
    assert (row.held, row.waiting, row.free) == (2, 2, 0)
    with pytest.raises(WrongStateError, match="gaidīšanas sarakstā"):
        enrol(session, people[2])


def test_a_freed_place_goes_to_who_waits_longest_and_on_when_nobody_answers(
    session: Session, people: list[User]
) -> None:
    rows = [enrol(session, person) for person in people]
    actions.withdraw(by=people[0], enrolment=rows[0])
    assert at(rows[2]) == (State.OFFERED, 1)
    offer = Enrolment.objects.get(pk=rows[2].pk)
    assert offer.offered_until == offer.since + actions.OFFER_LASTS
    # Whoever comes meanwhile does not slip past those who wait.
    assert at(enrol(session, people[0])) == (State.WAITING, None)
    assert offer.offered_until is not None
    with later(offer.offered_until + HOUR):
        with pytest.raises(WrongStateError, match="Piedāvājums beidzās"):
            actions.accept(by=people[2], enrolment=offer)
        keep_sessions(0)
        assert at(rows[2]) == (State.LAPSED, None)
        assert at(rows[3]) == (State.OFFERED, 1)
        actions.accept(by=people[3], enrolment=rows[3])
    assert at(rows[3]) == (State.ENROLLED, 1)
    owed = Letter.objects.filter(kind=Letter.Kind.OFFERED).order_by("pk")
    assert [row.enrolment.person for row in owed] == people[2:]


def test_an_offer_never_lasts_past_the_beginning(session: Session, people: list[User]) -> None:
    rows = [enrol(session, person) for person in people[:3]]
    begins = meeting_of(session).begins
    with later(begins - HOUR):
        actions.withdraw(by=people[0], enrolment=rows[0])
    assert Enrolment.objects.get(pk=rows[2].pk).offered_until == begins


def test_what_was_given_back_comes_back_unless_somebody_has_it(
    session: Session, people: list[User]
) -> None:
    row = enrol(session, people[0])
    kept = actions.withdraw(by=people[0], enrolment=row)
    assert at(row) == (State.WITHDRAWN, None)
    _act, rows = take_for_undo(by=people[0], number=kept.pk)
    actions.undo_withdraw(by=people[0], rows=rows)
    assert at(row) == (State.ENROLLED, 1)
    kept = actions.withdraw(by=people[0], enrolment=row)
    for person in people[1:3]:
        enrol(session, person)
    _act, rows = take_for_undo(by=people[0], number=kept.pk)
    with pytest.raises(WrongStateError):
        actions.undo_withdraw(by=people[0], rows=rows)
    assert at(row) == (State.WITHDRAWN, None)


def test_a_place_is_whose_it_is_and_the_trainers(
    cast: Cast, session: Session, people: list[User]
) -> None:
    row = enrol(session, people[0])
    for by in (people[1], cast.ogre, cast.administrator):
        with pytest.raises(NotAllowedError):
            actions.withdraw(by=by, enrolment=row)
        with pytest.raises(NotAllowedError):
            actions.enrol(by=by, session=session, person=people[2])
    actions.enrol(by=session.trainer, session=session, person=people[2])
    actions.withdraw(by=session.trainer, enrolment=row)
    with pytest.raises(WrongStateError, match="pats tajā nemācās"):
        enrol(session, session.trainer)


def test_without_the_certificate_that_comes_before_nobody_enrols(
    cast: Cast, trainer: User, version: CourseVersion
) -> None:
    course = training.enter_course(by=trainer, code="lazers", title_lv="Lāzers", title_en="Laser")
    given = {name: getattr(FACTS, name) for name in ("criteria_lv", "criteria_en", "hours")}
    draft = training.begin_version(
        by=trainer,
        course=course,
        facts_given=training.VersionFacts(**given, requires=[version.course]),
    )
    session = make_session(trainer, training.publish_version(by=trainer, version=draft))
    with pytest.raises(WrongStateError, match="Frēzēšana"):
        enrol(session, cast.participant)
    held = issue(trainer, version, cast.participant)
    assert at(enrol(session, cast.participant)) == (State.ENROLLED, 1)
    training.revoke_certificate(by=trainer, certificate=held, because="Kļūda.")
    actions.withdraw(by=cast.participant, enrolment=Enrolment.objects.get())
    with pytest.raises(WrongStateError, match="Frēzēšana"):
        enrol(session, cast.participant)


def test_with_too_few_it_is_called_off_by_itself_and_everybody_gets_one_letter(
    cast: Cast, version: CourseVersion, people: list[User]
) -> None:
    session = make_session(cast.system, version, least=2)
    enrol(session, people[0])
    with later(session.decides_at - HOUR):
        keep_sessions(0)
    session.refresh_from_db()
    assert session.cancelled_at is None
    with later(session.decides_at + HOUR):
        keep_sessions(0)
        keep_sessions(0)
        with pytest.raises(WrongStateError, match="ir atcelta"):
            enrol(session, people[1])
    session.refresh_from_db()
    assert "vajadzīgi vismaz 2" in session.cancelled_because
    [letter] = Letter.objects.all()
    letters.send(letter.pk)
    letters.send(letter.pk)
    [sent] = mail.outbox
    assert sent.to == ["anna@ligzda.example"]
    assert session.cancelled_because in sent.body
    assert "Milling" in sent.body


def test_with_enough_it_goes_ahead_and_stays_so(session: Session, people: list[User]) -> None:
    row = enrol(session, people[0])
    with later(session.decides_at + HOUR):
        keep_sessions(0)
        actions.withdraw(by=people[0], enrolment=row)
        keep_sessions(0)
    session.refresh_from_db()
    assert session.confirmed_at == session.decides_at + HOUR
    assert session.cancelled_at is None


def test_who_is_erased_leaves_the_place_to_who_waits(
    cast: Cast, session: Session, people: list[User]
) -> None:
    rows = [enrol(session, person) for person in people[:3]]
    network.erase_user(by=cast.administrator, user=people[0])
    assert at(rows[0]) == (State.WITHDRAWN, None)
    assert at(rows[2]) == (State.OFFERED, 1)


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "in the past": ({"meetings": [(timezone.now() - HOUR, timezone.now())]}, "pagātnē"),
    "none": ({"meetings": []}, "no 1 līdz 30"),
    "backwards": ({"meetings": [(timezone.now() + DAY, timezone.now() + HOUR)]}, "beidzas pēc"),
    "fewest above most": ({"least": 3}, "Mazākais dalībnieku skaits"),
    "another language": ({"language": "uk"}, "latviski"),
    "decided too late": ({"decides_at": timezone.now() + 30 * DAY}, "jāizšķir"),
}


@pytest.mark.parametrize(("changes", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_promised_is_refused(
    cast: Cast, version: CourseVersion, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(BadDataError, match=sentence):
        make_session(cast.system, version, **changes)
    assert not Session.objects.filter(version__course__code="frezesana").exists()


def test_nobody_teaches_twice_at_once_and_what_was_promised_stays(
    cast: Cast, session: Session, version: CourseVersion, people: list[User]
) -> None:
    with pytest.raises(WrongStateError, match="Māra Kalniņa"):
        make_session(cast.system, version)
    enrol(session, people[0])
    other = make_trainer("otra@ligzda.example")
    online = Where(trainer=other, link="https://example.org/telpa")
    actions.change_where(by=cast.system, session=session, where=online)
    assert [letter.kind for letter in Letter.objects.all()] == [Letter.Kind.CHANGED]
    make_session(cast.system, version)
    with pytest.raises(BadDataError, match="Izvēlieties vienu"):
        actions.change_where(by=cast.system, session=session, where=Where(trainer=other))


def test_only_trainers_of_the_foundation_hold_and_call_off(
    cast: Cast, session: Session, version: CourseVersion
) -> None:
    refused: list[Callable[[], object]] = [
        lambda: actions.hold_session(
            by=cast.ogre,
            version=version,
            facts_given=facts(),
            where=Where(trainer=session.trainer, place="Ogre"),
        ),
        lambda: actions.call_off(by=cast.ogre, session=session, because="Nē."),
    ]
    for act in refused:
        with pytest.raises(NotAllowedError):
            act()
    with pytest.raises(BadDataError, match="iemeslu"):
        actions.call_off(by=session.trainer, session=session, because=" ")
    actions.call_off(by=session.trainer, session=session, because="Pasniedzēja slima.")
    with pytest.raises(WrongStateError, match="ir atcelta: Pasniedzēja slima"):
        actions.call_off(by=session.trainer, session=session, because="Vēlreiz.")


def test_meetings_are_read_line_by_line() -> None:
    [(begins, ends)] = meetings("5.12.2031. 10:00–16.30\n\n")
    assert (timezone.localtime(begins).hour, (ends - begins).seconds) == (10, 6.5 * 3600)
    for wrong in ("rīt 10–12", "31.02.2031 10:00–12:00", "05.12.2031 25:00–26:00"):
        with pytest.raises(BadDataError, match="nav nodarbība"):
            meetings(wrong)
    with pytest.raises(BadDataError, match=r"30\.03\.2031"):  # the clocks go forward
        meetings("30.03.2031 03:30–05:00")
