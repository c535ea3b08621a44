"""Applying without an account: question by question, sealed, by a private link; its pages."""

import datetime
import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.addresses import client_of
from tests.people import applying
from tests.people.conftest import Staff

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.people.applications import drafts, offers, public_views
from ligzda.people.applications.private_link import Link
from ligzda.people.applications.public_views import COOKIE
from ligzda.people.applications.tasks import look_after_applications
from ligzda.people.models import (
    Application,
    ApplicationDecision,
    ApplicationDraft,
    Person,
    PlaceOffer,
    Reading,
)
from ligzda.server.privileges import _ROLE, SERVING

pytestmark = pytest.mark.django_db
CANARY = "Kanārijputniņa"
ANSWERS = {
    "who": {"sender": "relative"},
    "helper": {"helper": f"Zane {CANARY}, 20000002"},
    "name": {"given_name": "Anna", "family_name": CANARY},
    "born": {"birth_date": "14.03.1979"},
    "contact": {"phone": "20000001"},
    "groups": {"groups": ["roma"]},
    "help": {"needs": ""},
}


@pytest.fixture(autouse=True)
def lists(staff: Staff) -> Iterator[None]:
    """Lists of target groups, and nobody has begun too often."""
    cache.clear()
    applying.incubator(staff)
    yield
    cache.clear()


def begun() -> Client:
    """Return a browser that has begun an application to Ogre."""
    client = Client()
    answer = client.post("/en/people/apply/", {"incubator": "ogre"})
    assert answer["Location"] == "/en/people/apply/question/who/"
    return client


def answered(client: Client, until: str = "") -> Client:
    """Answer the questions, each on its page, as the pages lead."""
    address = "/en/people/apply/question/who/"
    for slug, said in ANSWERS.items():
        assert address == f"/en/people/apply/question/{slug}/"
        if slug == until:
            break
        address = client.post(address, said)["Location"]
    return client


def sent() -> tuple[Client, Application]:
    client = answered(begun())
    assert client.post("/en/people/apply/check/")["Location"] == "/en/people/apply/mine/"
    return client, Application.objects.get()


def test_it_works() -> None:
    client, row = sent()
    assert (row.person.name, row.group_codes) == (f"Anna {CANARY}", ["roma"])
    assert row.sender == "relative"
    assert row.person.born is not None
    page = client.get("/en/people/apply/mine/").content.decode()
    assert str(row) in page
    assert "waits for a decision" in page
    assert not ApplicationDraft.objects.exists()


def test_a_draft_is_sealed_under_the_link_alone() -> None:
    client = answered(begun(), until="born")
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(t)::text FROM people_applicationdraft t")
        text = cursor.fetchone()[0]
        cursor.execute("SELECT string_agg(session_data, ' ') FROM django_session")
        text += cursor.fetchone()[0] or ""
    assert CANARY not in text
    assert CANARY.encode().hex() not in text
    link = Link.read(client.cookies[COOKIE].value)
    assert link.secret not in text
    draft = drafts.draft_of(link)
    assert draft is not None
    assert draft.answers["family_name"] == CANARY
    assert drafts.draft_of(Link.new(link.municipality)) is None


def test_one_comes_back_by_the_link_on_another_device() -> None:
    page = answered(begun(), until="born").get("/en/people/apply/question/born/")
    found = re.search(r"/en/people/apply/return/([\w.-]+)/", page.content.decode())
    assert found is not None
    other = Client()
    answer = other.get(found[0])
    assert answer["Location"] == "/en/people/apply/question/born/"
    back = other.get("/en/people/apply/question/name/").content.decode()
    assert CANARY in back
    assert other.post("/en/people/apply/forget/", {"draft": "1"}).status_code == 302
    assert Client().get(found[0]).status_code == 404


def test_who_has_no_link_sees_nothing() -> None:
    sent()
    for address in ("question/name/", "check/", "mine/"):
        assert Client().get(f"/en/people/apply/{address}")["Location"] == "/en/people/apply/"
    stranger = Client()
    stranger.cookies[COOKIE] = str(Link.new(Application.objects.get().municipality_id))
    assert stranger.get("/en/people/apply/mine/")["Location"] == "/en/people/apply/"
    stranger.cookies[COOKIE] = "1.x"
    assert stranger.get("/en/people/apply/check/")["Location"] == "/en/people/apply/"


@pytest.mark.parametrize(
    ("slug", "said", "sentence"),
    [
        ("who", {}, "Choose one answer"),
        ("name", {"given_name": "Anna"}, "Write the family name"),
        ("born", {"birth_date": "31.02.1979"}, "Write it like this"),
        ("born", {"birth_date": "14.03.2179"}, "in the future"),
        ("contact", {}, "Write a telephone or an e-mail address"),
        ("groups", {"groups": ["roma", "none"]}, "Choose one or the other"),
    ],
)
def test_a_question_says_what_is_wrong_and_keeps_what_was_typed(
    slug: str, said: dict[str, object], sentence: str
) -> None:
    client = begun()
    answer = client.post(f"/en/people/apply/question/{slug}/", said)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert all(str(value) in page for value in said.values() if isinstance(value, str))


def test_nothing_is_sent_while_a_question_is_open() -> None:
    client = answered(begun(), until="groups")
    assert "not answered yet" in client.get("/en/people/apply/check/").content.decode()
    assert client.post("/en/people/apply/check/")["Location"].endswith("question/groups/")
    assert not Person.objects.exists()


def test_who_is_on_no_list_is_told_why_and_may_still_ask_for_a_decision() -> None:
    client = answered(begun(), until="groups")
    client.post("/en/people/apply/question/groups/", {"groups": ["none"]})
    client.post("/en/people/apply/question/help/", {"needs": ""})
    page = client.get("/en/people/apply/check/").content.decode()
    assert "you are not on the list of the law" in page
    assert "No target group was named" in page
    client.post("/en/people/apply/check/")
    assert Application.objects.get().group_codes == []


def test_sent_twice_it_is_one() -> None:
    client = answered(begun())
    link = Link.read(client.cookies[COOKIE].value)
    client.post("/en/people/apply/check/")
    with drafts.rows_of_link(link):
        assert drafts.draft_of(link) is None
    assert client.post("/en/people/apply/check/")["Location"] == "/en/people/apply/mine/"
    assert (Application.objects.count(), Person.objects.count()) == (1, 1)


def test_the_person_sees_their_place_and_takes_the_offer(staff: Staff) -> None:
    client, row = sent()
    applying.decided(staff, row)
    page = client.get("/en/people/apply/mine/").content.decode()
    assert "Number 1 in the line" in page
    assert "version 1" in page
    today = timezone.localdate()
    offers.offer(by=staff.manager, waiting=row.waiting, begins_on=today,
                 answer_until=today + datetime.timedelta(days=3))  # fmt: skip
    assert "A place is offered to you" in client.get("/en/people/apply/mine/").content.decode()
    client.post("/en/people/apply/mine/", {"offer": "taken"})
    assert "You took the place" in client.get("/en/people/apply/mine/").content.decode()
    assert PlaceOffer.objects.get().answer == "taken"


def test_the_person_reads_a_refusal_and_appeals(staff: Staff) -> None:
    client, row = sent()
    applying.decided(staff, row, "refused")
    page = client.get("/en/people/apply/mine/").content.decode()
    assert "Pēc saraksta." in page
    assert "Write why" in client.post("/en/people/apply/mine/", {"appeal": "1"}).content.decode()
    client.post("/en/people/apply/mine/", {"appeal": "1", "grounds": "Nav tiesa."})
    assert "You appealed on" in client.get("/en/people/apply/mine/").content.decode()


def test_a_new_link_ends_the_former(staff: Staff) -> None:
    client, row = sent()
    desk = client_of(staff.social_worker)
    page = desk.post(f"/en/people/applications/{row.pk}/", {"link": "1"}).content.decode()
    found = re.search(r"/en/people/apply/return/([\w.-]+)/", page)
    assert found is not None
    assert client.get("/en/people/apply/mine/")["Location"] == "/en/people/apply/"
    assert Client().get(found[0])["Location"] == "/en/people/apply/mine/"


def test_what_nobody_went_on_with_is_forgotten() -> None:
    begun()
    ApplicationDraft.objects.update(ends_on=timezone.localdate() - datetime.timedelta(days=1))
    look_after_applications(timestamp=0)
    assert not ApplicationDraft.objects.exists()


def test_too_many_are_not_begun_in_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_views, "MOST_BEGUN", 0)  # whatever minute it is
    answer = Client().post("/en/people/apply/", {"incubator": "ogre"})
    assert "Too many applications" in answer.content.decode()
    assert not ApplicationDraft.objects.exists()


@pytest.fixture
def serving() -> Iterator[None]:
    """Let this transaction act as the serving role from now on."""
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
        yield
        cursor.execute("RESET ROLE")


def test_the_pages_work_for_the_role_that_serves_and_it_meets_no_row_itself(
    serving: None,
) -> None:
    client, row_of_nobody = answered(begun()), Application.objects
    client.post("/en/people/apply/check/")
    assert "The number of your application" in client.get("/en/people/apply/mine/").content.decode()
    assert row_of_nobody.count() == 0
    begun()
    assert ApplicationDraft.objects.count() == 0
    with rows_of(EVERYWHERE, HOUSE):
        assert (Application.objects.count(), ApplicationDraft.objects.count()) == (1, 1)
    elsewhere = Link.new(1)
    with drafts.rows_of_link(elsewhere):
        assert Application.objects.count() == 0


PAGES = ("", "decision/", "letter/", "appeal/")


def test_the_desk_is_for_who_keeps_people_there(staff: Staff) -> None:
    _client, row = sent()
    ApplicationDecision.objects.all()
    applying.decided(staff, row, "refused")
    address = f"/en/people/applications/{row.pk}/"
    for user in (staff.social_worker, staff.manager):
        desk = client_of(user)
        for part in ("", "letter/", "appeal/"):
            page = desk.get(address + part)
            assert (page.status_code, CANARY in page.content.decode()) == (200, True), part
        assert CANARY in desk.get("/en/people/applications/?state=refused").content.decode()
    assert set(Reading.objects.values_list("by", flat=True)) == {
        staff.social_worker.pk, staff.manager.pk,
    }  # fmt: skip
    for user in (staff.instructor, staff.elsewhere, staff.participant, staff.officer):
        for part in PAGES:
            answer = client_of(user).get(address + part)
            assert answer.status_code in {403, 404}
            assert CANARY not in answer.content.decode()
        listed = client_of(user).get("/en/people/applications/?municipality=ogres-novads")
        assert CANARY not in listed.content.decode()


def test_a_professional_writes_down_a_referral_and_decides_on_the_pages(staff: Staff) -> None:
    desk = client_of(staff.social_worker)
    given = {
        "given_name": "Anna", "family_name": CANARY, "birth_date": "1979-03-14",
        "gender": "woman", "language": "lv", "sender": "organisation", "helper": "",
        "received_on": timezone.localdate().isoformat(), "groups": ["roma"],
    }  # fmt: skip
    page = desk.post("/en/people/applications/new/", given).content.decode()
    assert "whoever refers" in page
    assert CANARY in page
    answer = desk.post("/en/people/applications/new/", {**given, "helper": "Tilts"})
    address = answer["Location"]
    again = desk.post(
        f"/en/people/applications/new/?person={Person.objects.get().pk}",
        {**given, "helper": "Tilts"},
    )
    assert "waits for a decision already" in again.content.decode()
    desk.post(address + "decision/", {"outcome": "accepted", "reasons": "Der."})
    chief = client_of(staff.manager)
    assert "Decide on" in chief.post(address + "decision/", {"decide": "1"}).content.decode()
    chief.post(address + "decision/", {"decide": "1", "confirmed": "1"})
    assert Application.objects.get().state == "accepted"
    place = Application.objects.get().waiting
    offered = chief.post(
        f"/en/people/line/{place.pk}/offer/",
        {"begins_on": timezone.localdate().isoformat(),
         "answer_until": (timezone.localdate() + datetime.timedelta(days=3)).isoformat()},
    )  # fmt: skip
    assert offered["Location"] == "/en/people/line/"
    assert CANARY in desk.get("/en/people/line/").content.decode()
    desk.post(f"/en/people/line/{place.pk}/answer/", {"said": "taken"})
    assert "Ready for a contract" in desk.get("/en/people/applications/").content.decode()
