"""A transfer: asked with basis and consent, seen by the other side without a name, accepted."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from django.db import connection
from tests.addresses import client_of
from tests.constraints import assert_refused
from tests.people.conftest import CESIS, Staff, somebody
from tests.people.staying import DAY, english, incubator, open_since, stay, today

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.confining import rows_of_person
from ligzda.network.models import User
from ligzda.network.roles import IncubatorManager
from ligzda.people.models import EntrySnapshot, Person, PersonKey, Stay, Transfer
from ligzda.people.queries import stays_of
from ligzda.people.stays import actions, transfers
from ligzda.people.stays.transfers import TransferFacts
from ligzda.server.privileges import _ROLE, SERVING

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator", "stay"]


@pytest.fixture
def cesis(incubator: Incubator) -> Incubator:
    return open_since(CESIS, today() - 300 * DAY)


@pytest.fixture
def manager(staff: Staff, cast: object) -> User:
    """Who decides about people in Cēsis."""
    return somebody(cast, IncubatorManager, CESIS)  # type: ignore[arg-type]


@pytest.fixture
def given(cesis: Incubator) -> TransferFacts:
    return TransferFacts(
        to_incubator=cesis,
        begins_on=today(),
        basis="residence",
        document="1-12/345",
        document_on=today() - DAY,
        consents=True,
    )


@pytest.fixture
def transfer(stay: Stay, staff: Staff, given: TransferFacts) -> Transfer:
    return transfers.ask_transfer(by=staff.social_worker, stay=stay, facts_given=given)


@contextmanager
def serving(user: User) -> Iterator[None]:
    """Meet the rows that the house serves to somebody."""
    with connection.cursor() as cursor:
        cursor.execute(_ROLE.format(role=SERVING))
        cursor.execute(f"SET LOCAL ROLE {SERVING}")
    try:
        with rows_of_person(user.pk):
            yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def test_acceptance_alone_ends_the_one_begins_the_other_and_moves_the_record(
    transfer: Transfer, stay: Stay, staff: Staff, manager: User, cesis: Incubator
) -> None:
    actions.add_absence(
        by=staff.social_worker, stay=stay, first=today() - 3 * DAY, last=None, kind="practice"
    )
    stay.refresh_from_db()
    assert (stay.period.upper, stay.person.municipality) == (None, staff.here)
    new = transfers.accept_transfer(by=manager, transfer=transfer)
    stay.refresh_from_db()
    assert (stay.period.upper, stay.exit_reason, stay.municipality) == (
        today(), "transfer", staff.here,
    )  # fmt: skip
    assert (new.incubator, new.municipality, new.period.lower) == (
        cesis, cesis.municipality, today(),
    )  # fmt: skip
    person = Person.objects.get(pk=stay.person_id)
    assert person.municipality == cesis.municipality
    assert PersonKey.objects.get(person=person).municipality == cesis.municipality
    assert person.name == "Anna Bērziņa-Kalniņa"
    first, second = EntrySnapshot.objects.order_by("stay__period__startswith")
    assert second.target_group == first.target_group == "ilgstošs bezdarbnieks"
    assert [row.pk for row in stays_of(person)] == [new.pk, stay.pk]


def test_it_holds_as_the_role_that_serves_and_shows_no_name_before(
    transfer: Transfer, stay: Stay, staff: Staff, manager: User
) -> None:
    """The other side's worker meets the request and nothing else of the person."""
    with serving(manager):
        assert Transfer.objects.get().document == "1-12/345"
        assert not Person.objects.exists()
        assert not Stay.objects.exists()
        transfers.accept_transfer(by=manager, transfer=Transfer.objects.get())
        assert Person.objects.get().name == "Anna Bērziņa-Kalniņa"
        assert [row.incubator.slug for row in Stay.objects.all()] == ["cesis"]
    with serving(staff.social_worker):
        assert not Person.objects.exists()
        assert Stay.objects.get().exit_reason == "transfer"


def test_the_page_shows_the_other_side_a_number_and_what(
    transfer: Transfer, stay: Stay, staff: Staff, manager: User
) -> None:
    address = f"/cilveki/nodosana/{transfer.pk}/"
    text = client_of(manager).get(address).content.decode()
    assert f"P-{stay.person_id}:" in text
    assert "1-12/345" in text
    assert "Anna" not in text
    assert "Bērziņa" not in text
    assert client_of(staff.instructor).get(address).status_code == 404
    assert client_of(staff.participant).get(address).status_code == 404
    answer = client_of(manager).post(address, {"decline": "1", "why": ""})
    assert "obligāt" in answer.content.decode()
    client_of(manager).post(address, {"accept": "1"})
    assert client_of(manager).get(f"/cilveki/{stay.person_id}/").status_code == 200
    assert client_of(staff.social_worker).get(f"/cilveki/{stay.person_id}/").status_code == 404


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"basis": ""}, "legal basis"),
        ({"document": ""}, "legal basis"),
        ({"document": "Annas iesniegums"}, "legal basis"),
        ({"document_on": today() + DAY}, "to come"),
        ({"consents": False}, "consent"),
        ({"begins_on": today() - 200 * DAY}, "after the first day here"),
        ({"begins_on": today() + 60 * DAY}, "month ahead"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_without_basis_or_consent_nothing_is_asked(
    changed: dict[str, object], sentence: str, stay: Stay, staff: Staff, given: TransferFacts
) -> None:
    facts = dataclasses.replace(given, **changed)  # type: ignore[arg-type]
    with pytest.raises(BadDataError, match=sentence):
        transfers.ask_transfer(by=staff.social_worker, stay=stay, facts_given=facts)
    assert not Transfer.objects.exists()


def test_it_is_asked_by_one_side_and_answered_once_by_the_other(
    transfer: Transfer, stay: Stay, staff: Staff, given: TransferFacts, manager: User
) -> None:
    with pytest.raises(WrongStateError, match="asked for already"):
        transfers.ask_transfer(by=staff.social_worker, stay=stay, facts_given=given)
    for other in (staff.manager, staff.elsewhere, staff.participant):
        with pytest.raises(NotAllowedError):
            transfers.accept_transfer(by=other, transfer=transfer)
    with pytest.raises(NotAllowedError):
        transfers.withdraw_transfer(by=manager, transfer=transfer)
    transfers.decline_transfer(by=manager, transfer=transfer, why="no_place")
    assert Stay.objects.get().period.upper is None
    with pytest.raises(WrongStateError, match="answered already"):
        transfers.accept_transfer(by=manager, transfer=transfer)
    again = transfers.ask_transfer(by=staff.social_worker, stay=stay, facts_given=given)
    transfers.withdraw_transfer(by=staff.social_worker, transfer=again)
    assert Stay.objects.get().period.upper is None


def test_a_transfer_to_come_waits_for_its_day(
    stay: Stay, staff: Staff, given: TransferFacts, manager: User
) -> None:
    facts = dataclasses.replace(given, begins_on=today() + DAY)
    row = transfers.ask_transfer(by=staff.social_worker, stay=stay, facts_given=facts)
    with pytest.raises(WrongStateError, match="from then on"):
        transfers.accept_transfer(by=manager, transfer=row)


def test_the_database_refuses_what_no_rule_would_let_by(
    transfer: Transfer, stay: Stay, staff: Staff, manager: User, cesis: Incubator
) -> None:
    rows = Transfer.objects.filter(pk=transfer.pk)
    twice = Transfer.objects.get(pk=transfer.pk)
    twice.pk = None
    assert_refused("transfer_asked_once_at_a_time", lambda: twice.save(force_insert=True))
    assert_refused(
        "transfer_goes_to_another_municipality", lambda: rows.update(to_municipality=staff.here)
    )
    for name, value in (("basis", ""), ("document", ""), ("document", "Anna Bērziņa")):
        assert_refused("transfer_has_a_legal_basis", partial(rows.update, **{name: value}))
    assert_refused(
        "transfer_answered_by_somebody_at_some_time", lambda: rows.update(state="accepted")
    )
    assert_refused("transfer_declined_says_why", lambda: rows.update(why_declined="no_place"))
    transfers.decline_transfer(by=manager, transfer=transfer, why="no_place")
    assert_refused("transfer.answered_once", lambda: rows.update(state="asked"))


def test_somebody_known_there_by_the_same_code_is_not_moved_beside_themselves(
    transfer: Transfer, stay: Stay, manager: User, cesis: Incubator
) -> None:
    Person.objects.filter(pk=stay.person_id).update(code_token=17)
    double = Person.objects.create(municipality=cesis.municipality, code_token=17)
    assert_refused(
        "person_code_once_in_a_municipality",
        lambda: transfers.accept_transfer(by=manager, transfer=transfer),
    )
    assert Stay.objects.get().period.upper is None
    assert double.municipality == cesis.municipality
