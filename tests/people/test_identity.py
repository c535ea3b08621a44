"""One person, one identity: found, known again, merged and taken apart."""

import dataclasses
import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.addresses import client_of
from tests.people.conftest import ANNA, CESIS, Staff

from ligzda.kernel.errors import NotAllowedError, RefusedError
from ligzda.network.load import system_member
from ligzda.network.models import Municipality
from ligzda.people import actions
from ligzda.people.actions import PersonFacts
from ligzda.people.identity import actions as identity
from ligzda.people.identity import folding, queries
from ligzda.people.identity.rules import KnownError
from ligzda.people.models import NetworkQuestion, Person, PossibleDouble, Reading, SearchToken

pytestmark = pytest.mark.django_db
BORN = datetime.date(1979, 3, 14)


def register(staff: Staff, **changed: object) -> Person:
    facts = dataclasses.replace(ANNA, **changed)  # type: ignore[arg-type]
    return actions.register_person(
        by=staff.social_worker, municipality=staff.here, facts_given=facts
    )


def found(staff: Staff, text: str) -> list[str]:
    return [row.name for row in queries.search(staff.here, text)]


@pytest.mark.parametrize(
    "text", ["ber", "Bērziņa", "kalni anna", "ANNA BERZINA", "an", "bērziņa-kalniņa"]
)
def test_a_person_is_found_by_beginnings_with_and_without_marks(
    text: str, anna: Person, staff: Staff
) -> None:
    assert found(staff, text) == [anna.name]


@pytest.mark.parametrize("text", ["", "a", "anna x", "berzins", "P-0", "ž", "%"])
def test_nobody_is_found_by_what_is_not_theirs(text: str, anna: Person, staff: Staff) -> None:
    assert found(staff, text) == []


def test_found_people_stand_in_latvian_order(staff: Staff) -> None:
    for family in ("Čakste", "Cēsnieks", "Czerny", "Dambis"):
        register(staff, given_name="Jānis", family_name=family, not_the_same=True)
    names = ["Jānis Cēsnieks", "Jānis Czerny", "Jānis Čakste", "Jānis Dambis"]
    assert found(staff, "jan") == names


def test_a_number_and_a_code_find_their_person(staff: Staff) -> None:
    row = register(staff, personal_code="140379-10006")
    assert found(staff, f"p-{row.pk}") == [row.name]
    assert found(staff, "14037910006") == [row.name]
    assert queries.search(Municipality.objects.get(slug=CESIS), f"P-{row.pk}") == []


def test_a_changed_name_is_found_and_the_old_one_is_not(anna: Person, staff: Staff) -> None:
    changed = dataclasses.replace(ANNA, family_name="Ozola")
    actions.change_person(by=staff.social_worker, person=anna, facts_given=changed)
    assert found(staff, "ozo") == ["Anna Ozola"]
    assert found(staff, "berz") == []


ALIKE = [
    {"family_name": "Berzina-Kalnina"},  # marks lost
    {"given_name": "Bērziņa-Kalniņa", "family_name": "Anna"},  # places changed
    {"family_name": "Bērziņa-Kalnina", "given_name": "Ana"},  # a slip
]


@pytest.mark.parametrize("changed", ALIKE)
def test_who_is_known_is_not_registered_again(
    changed: dict[str, str], anna: Person, staff: Staff
) -> None:
    with pytest.raises(KnownError, match=str(anna)) as refused:
        register(staff, **changed)
    assert refused.value.found[0].person == anna
    assert Person.objects.count() == 1
    register(staff, **changed, not_the_same=True)
    assert Person.objects.count() == 2


def test_day_and_month_may_have_changed_places(staff: Staff) -> None:
    register(staff, birth_date=datetime.date(1979, 3, 4))
    with pytest.raises(KnownError):
        register(staff, birth_date=datetime.date(1979, 4, 3))
    register(staff, birth_date=datetime.date(1979, 4, 5))


def test_the_same_code_is_the_same_person_whatever_the_name(staff: Staff) -> None:
    register(staff, personal_code="140379-10006")
    other = {"given_name": "Zane", "family_name": "Zariņa", "not_the_same": True}
    with pytest.raises(KnownError, match="personas kodu"):
        register(staff, personal_code="140379-10006", **other)


def test_two_codes_are_two_people_whatever_the_name(staff: Staff) -> None:
    register(staff, personal_code="140379-10006")
    register(staff, personal_code="140379-10014", code_confirmed=True)


def state() -> list[tuple[object, ...]]:
    fields = [field.attname for field in Person._meta.concrete_fields]
    rows: list[tuple[object, ...]] = [
        tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)
        for row in Person.objects.order_by("pk").values_list(*fields)
    ]
    tokens = SearchToken.objects.order_by("pk").values_list("pk", "person", "token")
    return [*rows, *tokens]


@pytest.mark.parametrize("seed", range(5))
def test_merging_and_taking_it_back_is_the_identity(seed: int, staff: Staff) -> None:
    choice = random.Random(seed)
    people = [register(staff, given_name=f"Anna {n}", not_the_same=True) for n in range(4)]
    before, merged = state(), []
    for _turn in range(3):
        one, into = choice.sample([row for row in people if row not in merged], 2)
        if one.merged.exists():
            continue
        identity.merge(by=staff.social_worker, person=one, into=into)
        merged.append(one)
    assert state() != before
    for row in choice.sample(merged, len(merged)):
        identity.unmerge(by=staff.social_worker, person=row)
    assert state() == before


def test_the_old_number_leads_to_the_record_that_stays(anna: Person, staff: Staff) -> None:
    other = register(staff, not_the_same=True)
    identity.merge(by=staff.social_worker, person=other, into=anna)
    answer = client_of(staff.social_worker).get(f"/cilveki/{other.pk}/")
    assert answer["Location"] == f"/cilveki/{anna.pk}/"
    assert [row.pk for row in queries.search(staff.here, "anna")] == [anna.pk]


def test_what_cannot_be_one_person_is_not_merged(anna: Person, staff: Staff) -> None:
    def refused(person: Person, into: Person, sentence: str) -> None:
        with pytest.raises(RefusedError, match=sentence):
            identity.merge(by=staff.social_worker, person=person, into=into)

    one = register(staff, personal_code="140379-10006", not_the_same=True)
    two = register(staff, personal_code="140379-10014", code_confirmed=True, not_the_same=True)
    refused(anna, anna, "vienas pašvaldības")
    refused(one, two, "divi cilvēki")
    identity.merge(by=staff.social_worker, person=anna, into=one)
    refused(anna, two, "apvienots")
    for other in (staff.instructor, staff.elsewhere, staff.officer):
        with pytest.raises(NotAllowedError):
            identity.merge(by=other, person=two, into=one)


def test_the_network_says_yes_or_no_and_whom_to_phone(anna: Person, staff: Staff) -> None:
    cesis = Municipality.objects.get(slug=CESIS)

    def asked(**changed: object) -> list[Municipality]:
        facts = dataclasses.replace(ANNA, phone="", **changed)  # type: ignore[arg-type]
        return identity.ask_network(
            by=staff.elsewhere, municipality=cesis, facts_given=facts, purpose="pieteikums"
        )

    assert asked() == [staff.here]
    assert asked(given_name="Zane", family_name="Zariņa") == []
    assert list(NetworkQuestion.objects.order_by("pk").values_list("known", flat=True)) == [
        True, False,
    ]  # fmt: skip
    assert Reading.objects.get(person=anna).purpose == "pieteikums"  # she can see who asked
    with pytest.raises(RefusedError):
        identity.ask_network(by=staff.elsewhere, municipality=cesis, facts_given=ANNA, purpose=" ")


def test_the_answer_shows_no_record(anna: Person, staff: Staff) -> None:
    answer = client_of(staff.elsewhere).post(
        "/cilveki/tikls/",
        {"given_name": "Anna", "family_name": "Berzina Kalnina", "birth_date": "1979-03-14",
         "purpose": "pieteikums"},
    )  # fmt: skip
    text = answer.content.decode()
    assert "Ogres novads" in text
    assert str(anna) not in text
    assert "20000001" not in text


def test_planted_doubles_are_found_by_night(staff: Staff) -> None:
    choice = random.Random(7)
    people, planted = [], 60
    given_names = ("Anna", "Jānis", "Līga", "Pēteris", "Ilze", "Māris")
    families = ("Bērziņa", "Kalniņš", "Ozola", "Liepiņš", "Krūmiņa", "Zariņš", "Vītola")
    for _n in range(600):
        given_name, family = choice.choice(given_names), choice.choice(families)
        born = datetime.date(1950, 1, 1) + datetime.timedelta(choice.randrange(18000))
        people.append(PersonFacts(
            given_name=given_name, family_name=f"{family}", birth_date=born, not_the_same=True
        ))  # fmt: skip
    for each in people[:planted]:
        family = folding.folded(each.family_name).capitalize()
        people.append(dataclasses.replace(each, family_name=family))
    rows = actions.register_people(by=staff.social_worker, municipality=staff.here, given=people)
    identity.find_doubles(by=system_member())
    pairs = set(PossibleDouble.objects.values_list("person", "other"))
    true = {(rows[n].pk, rows[600 + n].pk) for n in range(planted)}
    assert len(pairs & true) / planted >= 0.98
    assert len(pairs & true) / len(pairs) >= 0.95
    assert identity.find_doubles(by=system_member()) == 0  # asked once


def test_a_pair_that_is_two_people_is_not_asked_again(anna: Person, staff: Staff) -> None:
    other = register(staff, not_the_same=True)
    identity.find_doubles(by=system_member())
    client = client_of(staff.social_worker)
    assert "P-" in client.get("/cilveki/dublikati/").content.decode()
    client.post(f"/cilveki/{other.pk}/tas-pats/{anna.pk}/", {"different": "1"})
    identity.find_doubles(by=system_member())
    assert queries.doubles(staff.here) == []


@given(st.text(max_size=30))
def test_folding_is_idempotent_and_beginnings_begin(text: str) -> None:
    once = folding.folded(text)
    assert folding.folded(once) == once
    for word in once.split():
        assert all(word.startswith(each) for each in folding.beginnings(word))
        assert folding.looked_for(word) in {*folding.beginnings(word), word}
