"""People: registered, sealed, seen by who may."""

import dataclasses
import datetime
from typing import Any

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.test import Client
from tests.addresses import client_of
from tests.people.conftest import ANNA, Staff

from ligzda.kernel.errors import BadDataError, NotAllowedError, RefusedError
from ligzda.kernel.seal import SealError
from ligzda.kernel.sealed import sealed_fields, sealed_models
from ligzda.network.models import AuditEvent, User
from ligzda.people import actions, personal_code, queries
from ligzda.people.models import Person, PersonKey, Reading
from ligzda.people.personal_code import PersonalCodeError

pytestmark = pytest.mark.django_db
CODE = "140379-10006"


def test_it_works(anna: Person) -> None:
    again = Person.objects.get(pk=anna.pk)
    assert (again.name, again.phone) == ("Anna Bērziņa-Kalniņa", "+371 20000001")
    assert again.born == datetime.date(1979, 3, 14)
    assert again.birth_year == 1979
    assert str(again) == f"P-{anna.pk}"


def test_the_database_and_the_audit_trail_hold_no_word_of_it(anna: Person) -> None:
    with connection.cursor() as cursor:
        for table in ("people_person", "people_personevent", "network_auditevent"):
            cursor.execute(f"SELECT string_agg(to_jsonb(t)::text, ' ') FROM {table} t")
            text = cursor.fetchone()[0]
            for word in ("Anna", "Bērziņa", "20000001", "1979-03-14"):
                assert word not in text
                assert word.encode().hex() not in text
    assert AuditEvent.objects.get(action="person.register", object_id=anna.pk)


def test_a_sealed_value_that_was_moved_to_another_field_or_row_does_not_open(
    anna: Person, staff: Staff
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET email = phone WHERE id = %s", [anna.pk])
    with pytest.raises(SealError):
        _ = Person.objects.get(pk=anna.pk).email


def test_without_the_key_everything_reads_as_empty(anna: Person) -> None:
    PersonKey.objects.filter(person=anna).delete()
    assert Person.objects.get(pk=anna.pk).phone == ""
    assert Person.objects.get(pk=anna.pk).name == f"P-{anna.pk}"


def test_nobody_is_found_or_changed_by_what_is_sealed(anna: Person) -> None:
    people: Any = Person.objects
    with pytest.raises(FieldError, match="sealed"):
        people.filter(given_name="Anna").exists()
    with pytest.raises(FieldError, match="sealed"):
        people.filter(given_name__startswith="A").exists()
    with pytest.raises(FieldError, match="sealed"):
        people.update(phone="1")


def test_every_sealed_field_is_left_out_of_the_audit_trail() -> None:
    from django.apps import apps

    found = sealed_models(apps.get_app_config("people").get_models())
    assert Person in found
    for model in found:
        followed: Any = getattr(model, "pgh_tracked_model", model)
        for field in sealed_fields(model):
            assert field.name in followed.PersonalData.erased, f"{model.__name__}.{field.name}"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"personal_code": "12345"}, "vienpadsmit cipari"),
        ({"personal_code": "40003009497"}, "uzņēmuma"),
        ({"personal_code": "310279-10000"}, "neveido datumu"),
        ({"personal_code": "140379-10000", "birth_date": None}, "neatbilst pārējiem"),
        ({"birth_date": datetime.date(2100, 1, 1)}, "nākotnē"),
        ({"personal_code": CODE, "birth_date": datetime.date(1980, 1, 1)}, "divas dažādas dienas"),
        ({"given_name": " ", "family_name": ""}, "Ierakstiet vārdu"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    changed: dict[str, object], sentence: str, staff: Staff
) -> None:
    given = dataclasses.replace(ANNA, **changed)  # type: ignore[arg-type]
    with pytest.raises(BadDataError, match=sentence):
        actions.register_person(by=staff.social_worker, municipality=staff.here, facts_given=given)
    assert not Person.objects.exists()


def test_a_confirmed_code_is_taken_as_it_is_written(staff: Staff) -> None:
    given = dataclasses.replace(
        ANNA, personal_code="140379 10000", birth_date=None, code_confirmed=True
    )
    row = actions.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=given
    )
    assert row.personal_code == "140379-10000"
    assert row.born == datetime.date(1979, 3, 14)


def test_a_code_reads_with_and_without_a_date() -> None:
    assert personal_code.read("LV-140379-10006").written == CODE
    newer = personal_code.read("32000000001")
    assert newer.birth_date is None
    with pytest.raises(PersonalCodeError):
        personal_code.read("140379-30006")  # a century that has not been


def test_one_code_is_registered_once_in_a_municipality(staff: Staff) -> None:
    given = dataclasses.replace(ANNA, personal_code=CODE, code_confirmed=True)
    actions.register_person(by=staff.social_worker, municipality=staff.here, facts_given=given)
    client = client_of(staff.social_worker)
    answer = client.post(
        "/cilveki/jauns/",
        {"given_name": "Anete", "personal_code": CODE, "code_confirmed": "on",
         "gender": "woman", "language": "lv"},
    )  # fmt: skip
    assert "jau ir reģistrēts" in answer.content.decode()
    assert "Anete" in answer.content.decode()  # nothing typed is lost
    assert Person.objects.count() == 1


def test_registering_is_for_who_keeps_people_there(anna: Person, staff: Staff) -> None:
    for other in (staff.instructor, staff.participant, staff.elsewhere, staff.officer):
        with pytest.raises(NotAllowedError):
            actions.register_person(by=other, municipality=staff.here, facts_given=ANNA)
        with pytest.raises(NotAllowedError):
            actions.change_person(by=other, person=anna, facts_given=ANNA)


def test_who_is_erased_is_not_written_to(anna: Person, staff: Staff) -> None:
    Person.objects.filter(pk=anna.pk).update(restricted_on=datetime.date(2026, 1, 1))
    with pytest.raises(RefusedError, match="ierobežota"):
        actions.change_person(by=staff.social_worker, person=anna, facts_given=ANNA)


def page(user: User, pk: int) -> tuple[int, str]:
    client: Client = client_of(user)
    answer = client.get(f"/cilveki/{pk}/")
    return answer.status_code, answer.content.decode()


def test_a_record_is_seen_by_who_works_there_and_the_opening_is_noted(
    anna: Person, staff: Staff
) -> None:
    for user in (staff.social_worker, staff.instructor, staff.officer):
        status, text = page(user, anna.pk)
        assert status == 200
        assert "Bērziņa-Kalniņa" in text
    assert {row.by for row in Reading.objects.filter(person=anna)} == {
        staff.social_worker, staff.instructor, staff.officer,
    }  # fmt: skip
    for stranger in (staff.elsewhere, staff.participant):
        status, text = page(stranger, anna.pk)
        assert status == 404
        assert "Bērziņa" not in text
    assert page(staff.elsewhere, anna.pk + 1)[0] == 404  # as if nobody were there
    assert Reading.objects.count() == 3


def test_the_list_takes_two_queries_at_any_length(
    anna: Person, staff: Staff, django_assert_num_queries: object
) -> None:
    given = [dataclasses.replace(ANNA, not_the_same=True)] * 30
    actions.register_people(by=staff.social_worker, municipality=staff.here, given=given)
    with django_assert_num_queries(2):  # type: ignore[operator]
        names = [row.name for row in queries.people_of(staff.here)]
    assert names == ["Anna Bērziņa-Kalniņa"] * 31
