"""Rights of a person: asked, answered, restricted, erased by two, shown in an archive and a log."""

import ast
import datetime
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone
from django.utils.translation import override
from tests.addresses import client_of
from tests.cast import Cast
from tests.people.conftest import ANNA, Staff, somebody

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, RefusedError, WrongStateError
from ligzda.network.load import system_member
from ligzda.network.models import AuditEvent, User
from ligzda.network.roles import Coordinator
from ligzda.people import actions as people
from ligzda.people.actions import PersonFacts
from ligzda.people.applications.actions import ApplicationFacts, apply, decide, write_up
from ligzda.people.lists.exports import LISTS
from ligzda.people.models import (
    Application,
    ApplicationDecision,
    ConsentText,
    Person,
    PersonKey,
    Reading,
    Representative,
    RequestKind,
    RetentionHold,
    RightsRequest,
    Standing,
    Stay,
)
from ligzda.people.rights import actions, consents, queries, retention
from ligzda.people.rights.actions import RepresentativeFacts
from ligzda.people.rights.archive import archive
from ligzda.people.rights.what_was_shown import words

pytestmark = pytest.mark.django_db
BERTA = PersonFacts(given_name="Berta", family_name="Ozola")
TODAY = timezone.localdate
CANARY = "Kanārijputniņš"
SOURCE = Path(people.__file__).parents[1]


def asked(staff: Staff, anna: Person, kind: str = RequestKind.ERASE) -> RightsRequest:
    return actions.ask(by=staff.social_worker, person=anna, kind=kind, words=CANARY)


def hold(staff: Staff, scope: str, person: Person | None = None) -> RetentionHold:
    return actions.note_hold(
        by=staff.officer, municipality=staff.here, person=person, scope=scope,
        because="ESF+ 2021/1060, 82. pants", first=TODAY(),
        until=TODAY() + datetime.timedelta(days=400),
    )  # fmt: skip


def test_it_works(anna: Person, staff: Staff) -> None:
    row = asked(staff, anna, RequestKind.ACCESS)
    assert (row.due_on - row.asked_on).days in range(28, 32)
    assert [each.pk for each in queries.open_requests([staff.here])] == [row.pk]
    actions.answer(by=staff.officer, request=row, granted=True, words="Lūdzu.")
    assert queries.open_requests([staff.here]) == []
    assert queries.requests_of(anna)[0].answer == "Lūdzu."


def test_whoever_asks_for_an_erasure_does_not_carry_it_out(
    anna: Person, staff: Staff, cast: Cast
) -> None:
    row = actions.ask(by=staff.officer, person=anna, kind=RequestKind.ERASE)
    with pytest.raises(WrongStateError, match="otrs cilvēks"):
        actions.answer(by=staff.officer, request=row, granted=True)
    assert PersonKey.objects.filter(person=anna).exists()
    actions.answer(by=somebody(cast, Coordinator), request=row, granted=True)
    assert not PersonKey.objects.filter(person=anna).exists()


def test_erasing_empties_unlinks_and_leaves_the_count(anna: Person, staff: Staff) -> None:
    Person.objects.filter(pk=anna.pk).update(user=staff.participant, code_token=7)
    signed_in = client_of(staff.participant)
    assert signed_in.get("/mana-lapa/").status_code == 200
    actions.note_representative(
        by=staff.social_worker, person=anna,
        given=RepresentativeFacts(standing="supporter", name=CANARY, first=TODAY()),
    )  # fmt: skip
    actions.answer(by=staff.officer, request=asked(staff, anna), granted=True, words=CANARY)
    row = Person.objects.get(pk=anna.pk)
    assert (row.name, row.phone, row.user, row.code_token) == (str(row), "", None, None)
    assert (row.birth_year, row.gender) == (1979, "woman")
    assert row.erased_at is not None
    assert Representative.objects.get().name == ""
    assert signed_in.get("/mana-lapa/").status_code == 302  # the session is gone
    assert AuditEvent.objects.get(action="person.erase").object_id == anna.pk
    with pytest.raises(WrongStateError):
        asked(staff, row, RequestKind.ACCESS)


def test_who_applied_is_erased_though_what_was_decided_never_changes(
    anna: Person, staff: Staff
) -> None:
    by, here = system_member(), Incubator.objects.get(slug="ogre")
    told = ApplicationFacts(
        sender="person", received_on=TODAY(), groups=["roma"], helper=f"{CANARY}, 29111111"
    )
    applied = apply(by=by, incubator=here, who=anna, facts_given=told)
    written = write_up(by=by, application=applied, outcome="accepted", reasons=CANARY)
    decide(by=staff.manager, decision=written)
    actions.answer(by=staff.officer, request=asked(staff, anna), granted=True)
    applied = Application.objects.get(pk=applied.pk)
    assert (applied.helper, applied.groups, applied.secret_hash) == ("", "", None)
    decision = ApplicationDecision.objects.get(pk=written.pk)
    assert (decision.outcome, decision.reasons) == ("accepted", "")


def test_a_merged_record_is_erased_with_the_one_it_leads_to(anna: Person, staff: Staff) -> None:
    other = people.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=BERTA
    )
    Person.objects.filter(pk=other.pk).update(merged_into=anna)
    actions.answer(by=staff.officer, request=asked(staff, anna), granted=True)
    assert not PersonKey.objects.filter(person__in=[anna.pk, other.pk]).exists()
    assert Person.objects.filter(erased_at__isnull=False).count() == 2


def test_what_is_held_is_shown_and_stands_in_the_way_until_its_day(
    anna: Person, staff: Staff
) -> None:
    row = asked(staff, anna)
    held = hold(staff, "record")
    with pytest.raises(WrongStateError, match=r"jāglabā līdz"):
        actions.answer(by=staff.officer, request=row, granted=True)
    page = client_of(staff.officer).get(f"/cilveki/datu-tiesibas/{row.pk}/").content.decode()
    assert "ESF+ 2021/1060" in page
    actions.end_hold(by=staff.officer, hold=held)
    hold(staff, "codes", anna)
    actions.answer(by=staff.officer, request=row, granted=True)
    assert Person.objects.get(pk=anna.pk).erased_at


def test_an_erasure_asks_first_and_says_what_goes_and_what_stays(
    anna: Person, staff: Staff
) -> None:
    row = asked(staff, anna)
    hold(staff, "codes")
    client = client_of(staff.officer)
    where = f"/cilveki/datu-tiesibas/{row.pk}/"
    page = client.post(where, {"grant": "1", "words": ""}).content.decode()
    assert "ESF+ 2021/1060" in page
    assert PersonKey.objects.filter(person=anna).exists()
    client.post(where, {"grant": "1", "words": "", "confirmed": "1"})
    assert not PersonKey.objects.filter(person=anna).exists()


def test_restricting_keeps_and_stops_until_it_is_lifted(anna: Person, staff: Staff) -> None:
    row = asked(staff, anna, RequestKind.OBJECT)
    actions.answer(by=staff.officer, request=row, granted=True)
    anna.refresh_from_db()
    with pytest.raises(RefusedError, match="ierobežota"):
        people.change_person(by=staff.social_worker, person=anna, facts_given=ANNA)
    actions.lift_restriction(by=staff.officer, person=anna)
    people.change_person(by=staff.social_worker, person=anna, facts_given=ANNA)
    with pytest.raises(WrongStateError, match="nav ierobežota"):
        actions.lift_restriction(by=staff.officer, person=anna)


def test_a_refusal_says_why_and_a_request_is_answered_once(anna: Person, staff: Staff) -> None:
    row = asked(staff, anna)
    with pytest.raises(BadDataError, match="kāpēc"):
        actions.answer(by=staff.officer, request=row, granted=False, words=" ")
    actions.answer(by=staff.officer, request=row, granted=False, words="Līgums ir spēkā.")
    with pytest.raises(WrongStateError, match="jau ir atbildēts"):
        actions.answer(by=staff.officer, request=row, granted=True)


def test_strangers_neither_ask_nor_answer_nor_look(anna: Person, staff: Staff) -> None:
    row = asked(staff, anna)
    for other in (staff.elsewhere, staff.participant, staff.instructor):
        with pytest.raises(NotAllowedError):
            actions.ask(by=other, person=anna, kind=RequestKind.ACCESS)
        with pytest.raises(NotAllowedError):
            actions.answer(by=other, request=row, granted=True)
        for page in (f"datu-tiesibas/{row.pk}/", f"{anna.pk}/viss.zip", "kas-skatijas/"):
            assert client_of(other).get(f"/cilveki/{page}").status_code in (403, 404)
    with pytest.raises(NotAllowedError):
        actions.answer(by=staff.social_worker, request=row, granted=True)


def test_the_archive_holds_all_of_the_person_and_nobody_else(anna: Person, staff: Staff) -> None:
    bert = people.register_person(
        by=staff.social_worker, municipality=staff.here,
        facts_given=people.PersonFacts(
            given_name="Bērtulis", family_name="", phone="+371 29999999"
        ),
    )  # fmt: skip
    actions.ask(by=staff.social_worker, person=bert, kind=RequestKind.ACCESS, words="Cits cilvēks")
    asked(staff, anna, RequestKind.RECTIFY)
    with zipfile.ZipFile(io.BytesIO(archive(anna))) as made:
        page, data = made.read("index.html").decode(), made.read("data.json").decode()
    for text in (page, data):
        assert "Bērziņa-Kalniņa" in text
        assert CANARY in text
        for other in ("Bērtulis", "29999999", "Cits cilvēks", staff.social_worker.name + "@"):
            assert other not in text
    kept = {part["model"]: part for part in json.loads(data)["kept"]}
    assert kept["people.person"]["rows"][0]["phone"] == "+371 20000001"
    assert kept["people.rightsrequest"]["rows"][0]["words"] == CANARY
    assert all(part["purpose"] and part["basis"] and part["retention"] for part in kept.values())


def test_taking_the_archive_is_noted_and_its_name_tells_a_number(
    anna: Person, staff: Staff
) -> None:
    answer = client_of(staff.officer).get(f"/cilveki/{anna.pk}/viss.zip")
    assert answer["Content-Disposition"] == f'attachment; filename="P-{anna.pk}.zip"'
    assert Reading.objects.get(person=anna).what == "archive"


def test_the_log_shows_who_looked_to_the_officer(anna: Person, staff: Staff) -> None:
    client_of(staff.instructor).get(f"/cilveki/{anna.pk}/")
    page = client_of(staff.officer).get("/cilveki/kas-skatijas/").content.decode()
    assert staff.instructor.name in page
    assert "Bērziņa" not in page
    [look] = queries.looks_at(anna)
    assert look.by == staff.instructor


def test_what_was_shown_has_words_wherever_a_look_is_noted() -> None:
    """The person reads them on a page in easy Latvian."""
    noted = {"export of answers", *(f"export of {name}" for name in LISTS)}
    for room in ("people", "ventures"):
        for path in (SOURCE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Name(id="note_reading") | ast.Attribute(attr="note_reading"),
                        keywords=given,
                    ):
                        noted |= {
                            str(each.value.value)
                            for each in given
                            if each.arg == "what" and isinstance(each.value, ast.Constant)
                        }
    assert {"who is here", "contacts", "enterprise"} <= noted
    with override("lv"):
        assert {code for code in noted if words(code) == code} == set()


def test_a_consent_is_of_a_version_and_ends_when_it_is_taken_back(
    anna: Person, staff: Staff
) -> None:
    text = {"lv": "Drīkst man zvanīt.", "en": "You may call me."}
    first, second = (
        ConsentText.objects.create(purpose="story", number=number, text=text, effect=text)
        for number in (91, 92)
    )
    one = actions.give_consent(by=staff.social_worker, person=anna, text=first)
    assert consents.consented(anna, "story")
    two = actions.give_consent(by=staff.social_worker, person=anna, text=second)
    one.refresh_from_db()
    assert one.withdrawn_at  # the yes to the older text ends with the yes to the newer
    restriction = asked(staff, anna, RequestKind.RESTRICT)
    actions.answer(by=staff.officer, request=restriction, granted=True)
    actions.withdraw_consent(by=staff.social_worker, consent=two)  # also while restricted
    assert not consents.consented(anna, "story")
    with pytest.raises(NotAllowedError):
        actions.give_consent(by=staff.elsewhere, person=anna, text=second)


def test_who_helps_to_decide_signs_nothing(anna: Person, staff: Staff) -> None:
    with pytest.raises(BadDataError, match="nolēmuma"):
        actions.note_representative(
            by=staff.social_worker, person=anna,
            given=RepresentativeFacts(standing="guardian", name="X", first=TODAY()),
        )  # fmt: skip
    row = actions.note_representative(
        by=staff.social_worker, person=anna,
        given=RepresentativeFacts(
            standing="guardian", name="X", first=TODAY() - datetime.timedelta(9), basis="C-1"
        ),
    )  # fmt: skip
    assert [each.name for each in queries.representatives_of(anna)] == ["X"]
    actions.end_representative(by=staff.social_worker, representative=row)
    assert queries.representatives_of(anna) == []
    page = client_of(staff.social_worker).post(
        f"/cilveki/{anna.pk}/parstavji/",
        {"standing": Standing.SUPPORTER, "name": CANARY, "first": str(TODAY()), "may_sign": "on"},
    )
    assert page.status_code == 200
    assert CANARY in page.content.decode()  # what was typed is there still
    assert Representative.objects.count() == 1


def stay(anna: Person, staff: Staff, first: datetime.date, last: datetime.date | None) -> Stay:
    over = {} if last is None else {"exit_state": "unknown", "exit_reason": "other"}
    return Stay.objects.create(
        person=anna, municipality=staff.here, incubator=Incubator.objects.get(slug="ogre"),
        version=ModelVersion.objects.filter(published_at__isnull=False).earliest("pk"),
        period=DateRange(first, last), contract_on=first, **over,
    )  # fmt: skip


def test_the_calendar_proposes_whose_time_is_over(anna: Person, staff: Staff) -> None:
    ended = TODAY() - datetime.timedelta(days=5 * 366)
    stay(anna, staff, ended - datetime.timedelta(days=100), ended)
    bert = people.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=BERTA
    )
    assert [row.person.pk for row in retention.calendar(staff.here)] == [anna.pk]
    later = TODAY() + datetime.timedelta(days=300)
    assert {row.person.pk: row.stayed for row in retention.calendar(staff.here, later)} == {
        anna.pk: True, bert.pk: False,
    }  # fmt: skip
    client = client_of(staff.officer)
    client.post("/cilveki/dzesanas-laiks/", {"person": [str(anna.pk)]})
    row = RightsRequest.objects.get()
    assert (row.origin, row.kind, row.asked_by) == ("retention", "erase", staff.officer)
    with pytest.raises(WrongStateError):
        actions.answer(by=staff.officer, request=row, granted=True)
    assert retention.overdue(staff.here) == 0


def test_what_is_held_or_open_is_not_overdue(anna: Person, staff: Staff) -> None:
    ended = TODAY() - datetime.timedelta(days=5 * 366)
    stay(anna, staff, ended - datetime.timedelta(days=100), ended)
    hold(staff, "record")
    [row] = retention.calendar(staff.here)
    assert row.hold is not None
    assert not row.overdue
    stay(anna, staff, TODAY(), None)
    assert retention.calendar(staff.here) == []
    with pytest.raises(WrongStateError, match="vispirms"):
        actions.answer(by=staff.officer, request=asked(staff, anna), granted=True)


def test_my_day_shows_what_waits(anna: Person, staff: Staff) -> None:
    asked(staff, anna)
    page = client_of(staff.officer).get("/mana-lapa/").content.decode()
    assert "datu-tiesibas" in page


@pytest.mark.parametrize("who", ["social_worker", "manager", "officer"])
def test_the_card_stands_on_the_person_s_page(who: str, anna: Person, staff: Staff) -> None:
    user: User = getattr(staff, who)
    page = client_of(user).get(f"/cilveki/{anna.pk}/").content.decode()
    assert f"/cilveki/{anna.pk}/piekrisanas/" in page
