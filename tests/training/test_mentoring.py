"""Mentoring: offer, wish, suggestion, pair, meetings, notes, end; nobody else, and forgotten."""

import datetime

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.cast import Cast
from tests.training.mentoring import DAY, Accompanied, accompanied, person

from ligzda.kernel.confined import rows_of
from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.network import actions as network
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent, Municipality, User
from ligzda.network.roles import IncubatorManager, Mentor, Participant
from ligzda.server.privileges import _ROLE, SERVING
from ligzda.training.mentoring import actions, queries, rules
from ligzda.training.models import (
    MentorHours,
    MentoringMeeting,
    MentoringNote,
    MentoringPair,
    MentorOffer,
    MentorWish,
)

__all__ = ["accompanied"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nobody_asked")]
OGRE, CESIS = "ogres-novada-pasvaldiba", "cesu-novada-pasvaldiba"
NOTE = "Cenas lapa līdz piektdienai."


def _offer(user: User, topics: list[str], languages: list[str], places: int = 1) -> MentorOffer:
    return actions.offer(
        by=user, topics=topics, languages=languages, places=places,
        hours={2: (datetime.time(15), datetime.time(17))},
    )  # fmt: skip


def _ask(user: User, topic: str = "money", language: str = "lv") -> MentorWish:
    ogre = Municipality.objects.get(slug="ogres-novads")
    return actions.ask(by=user, municipality=ogre, topic=topic, language=language)


@pytest.fixture
def asking(cast: Cast) -> MentorWish:
    return _ask(person(cast, Participant, OGRE, "luga"))


def test_who_knows_the_topic_and_the_language_and_has_a_place_is_suggested(
    cast: Cast, asking: MentorWish, accompanied: Accompanied
) -> None:
    """The one of `accompanied` has one place, and it is taken."""
    fits = person(cast, Mentor, "fonds-sabiedribai", "der")
    wide = person(cast, Mentor, CESIS, "plasa")
    _offer(person(cast, Mentor, OGRE, "cits.temats"), ["craft"], ["lv"])
    _offer(person(cast, Mentor, OGRE, "cita.valoda"), ["money"], ["en"])
    _offer(fits, ["money", "craft"], ["lv", "en"])
    _offer(wide, ["money"], ["lv"], 3)
    gone = person(cast, Mentor, OGRE, "aizgajis")
    _offer(gone, ["money"], ["lv"])
    network.end_role(by=cast.system, membership=gone.memberships.get())
    found = queries.suggestions(asking)
    assert [(row.mentor, row.free, row.places) for row in found] == [(wide, 3, 3), (fits, 1, 1)]
    assert (found[1].topic, found[1].language) == ("nauda un grāmatvedība", "latviešu")
    assert len(found[1].hours) == 1


def test_the_way_of_a_pair_on_the_pages(client: Client, cast: Cast) -> None:
    mentor = person(cast, Mentor, "fonds-sabiedribai", "mentors")
    participant = person(cast, Participant, OGRE, "cela")
    manager = person(cast, IncubatorManager, OGRE, "vad")
    client.force_login(mentor)
    sent = {"topics": ["money"], "languages": ["lv"], "places": 1, "from_2": "15:00"}
    wrong = client.post(reverse("training:mentor_offer"), sent)
    assert "Norādiet abus laikus" in wrong.content.decode()
    assert (
        client.post(reverse("training:mentor_offer"), sent | {"to_2": "17:00"}).status_code == 302
    )
    assert str(MentorHours.objects.get()) == "otrdiena 15:00–17:00"
    client.force_login(participant)
    wish = {"topic": "money", "language": "lv"}
    client.post(reverse("training:mentor_wish"), wish)
    again = client.post(reverse("training:mentor_wish"), wish)
    assert "jau esat lūdzis" in again.content.decode()
    client.force_login(manager)
    listed = client.get(reverse("training:mentoring")).content.decode()
    match = reverse("training:match", args=[MentorWish.objects.get().pk])
    assert f'href="{match}"' in listed
    assert client.post(match, {"mentor": mentor.pk}).status_code == 200, "asked first"
    assert client.post(match, {"mentor": mentor.pk, "confirmed": "1"}).status_code == 302
    pair = MentoringPair.objects.get()
    assert (pair.confirmed_by, pair.period.lower) == (manager, timezone.localdate())
    page = reverse("training:pair", args=[pair.pk])
    client.force_login(mentor)
    client.post(page, {"day": timezone.localdate().isoformat(), "minutes": 45})
    client.post(page, {"text": NOTE})
    for user in (mentor, participant, manager):
        client.force_login(user)
        html = client.get(page).content.decode()
        assert NOTE in html
        assert "45" in html
    end = reverse("training:pair_end", args=[pair.pk])
    assert client.post(end).status_code == 200
    assert client.post(end, {"confirmed": "1"}).status_code == 302
    assert not rules.lasts(MentoringPair.objects.get())
    refused = client.post(page, {"text": "Vēl."})
    assert "pāris ir beidzies" in refused.content.decode()


@pytest.mark.parametrize("who", ["ogre", "cesis", "administrator", "evaluator", "participant"])
def test_a_pair_is_nobody_else_s(
    client: Client, cast: Cast, accompanied: Accompanied, who: str
) -> None:
    user = getattr(cast, who)
    for check in (rules.check_see_pair, rules.check_write_in_pair, rules.check_end_pair):
        with pytest.raises(NotAllowedError):
            check(by=user, pair=accompanied.pair)
    client.force_login(user)
    page = reverse("training:pair", args=[accompanied.pair.pk])
    for answer in (client.get(page), client.post(page, {"text": "Svešs."})):
        assert answer.status_code == 404
        assert NOTE not in answer.content.decode()
    assert client.post(reverse("training:pair_end", args=[accompanied.pair.pk])).status_code == 404
    assert MentoringNote.objects.count() == 1


def test_a_manager_matches_at_home_alone(client: Client, cast: Cast, asking: MentorWish) -> None:
    elsewhere = person(cast, IncubatorManager, CESIS, "cesu.vad")
    mentor = person(cast, Mentor, CESIS, "brivs")
    _offer(mentor, ["money"], ["lv"])
    with pytest.raises(NotAllowedError):
        actions.confirm(by=elsewhere, wish=asking, mentor=mentor)
    client.force_login(elsewhere)
    assert client.get(reverse("training:match", args=[asking.pk])).status_code == 403
    with pytest.raises(NotAllowedError):
        actions.offer(by=elsewhere, topics=["money"], languages=["lv"], places=1, hours={})
    with pytest.raises(NotAllowedError):
        _ask(mentor)


def test_the_last_place_is_given_once(cast: Cast, asking: MentorWish) -> None:
    mentor = person(cast, Mentor, OGRE, "viena.vieta")
    manager = person(cast, IncubatorManager, OGRE, "vaditajs")
    _offer(mentor, ["money"], ["lv"])
    actions.confirm(by=manager, wish=asking, mentor=mentor)
    with pytest.raises(WrongStateError, match="jau ir izpildīts"):
        actions.confirm(by=manager, wish=asking, mentor=mentor)
    second = _ask(person(cast, Participant, OGRE, "otra"))
    with pytest.raises(WrongStateError, match="nav brīvas vietas"):
        actions.confirm(by=manager, wish=second, mentor=mentor)


def test_a_meeting_has_been_in_the_days_of_the_pair(accompanied: Accompanied) -> None:
    today = timezone.localdate()
    for day in (today + datetime.timedelta(days=1), accompanied.pair.period.lower.replace(day=1)):
        with pytest.raises(WrongStateError):
            actions.record_meeting(
                by=accompanied.mentor, pair=accompanied.pair, day=day, minutes=30
            )
    first = accompanied.pair.period.lower
    with pytest.raises(WrongStateError, match="jau ir"):
        actions.record_meeting(by=accompanied.mentor, pair=accompanied.pair, day=first, minutes=30)


@pytest.mark.parametrize("who", ["mentor", "participant"])
def test_an_erased_person_leaves_hours_without_notes(
    cast: Cast, accompanied: Accompanied, who: str
) -> None:
    network.erase_user(by=cast.administrator, user=getattr(accompanied, who))
    assert not MentoringNote.objects.exists()
    assert MentoringMeeting.objects.count() == 1
    assert MentorOffer.objects.exists() == (who == "participant")
    assert MentorWish.objects.exists() == (who == "mentor")


def test_notes_go_a_year_after_their_pair_and_hours_stay(accompanied: Accompanied) -> None:
    """By the nightly job, as the role that the house acts as: it owns no table, reads no note."""
    pair, ended = accompanied.pair, DAY + datetime.timedelta(days=30)
    MentoringPair.objects.filter(pk=pair.pk).update(period=DateRange(DAY, ended))
    begun = MentoringPair.objects.create(
        mentor=accompanied.mentor,
        participant=accompanied.manager,
        municipality=pair.municipality,
        topic="money",
        language="lv",
        period=DateRange(DAY, None),
        confirmed_by=accompanied.manager,
    )
    kept = MentoringNote.objects.create(pair=begun, text="Plāns.", written_by=accompanied.mentor)
    with pytest.raises(NotAllowedError):
        actions.delete_old_notes(by=accompanied.manager)
    for days, left in ((365, 2), (366, 1)):
        with connection.cursor() as cursor:
            cursor.execute(_ROLE.format(role=SERVING))
            cursor.execute(f"SET LOCAL ROLE {SERVING}")
        with rows_of(()):
            actions.delete_old_notes(
                by=system_member(), today=ended + datetime.timedelta(days=days)
            )
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
        assert MentoringNote.objects.count() == left, days
    assert MentoringNote.objects.get() == kept
    assert pair.meetings.count() == 1
    assert AuditEvent.objects.get(action="pair.delete_notes").before == {"notes": 1}


def test_notes_of_a_pair_that_ended_on_its_first_day_go_a_year_after_they_were_written(
    accompanied: Accompanied,
) -> None:
    empty = DateRange(empty=True)
    MentoringPair.objects.filter(pk=accompanied.pair.pk).update(period=empty)
    written = timezone.localdate()
    for days, left in ((365, 1), (366, 0)):
        on = written + datetime.timedelta(days=days)
        actions.delete_old_notes(by=system_member(), today=on)
        assert MentoringNote.objects.count() == left, days
