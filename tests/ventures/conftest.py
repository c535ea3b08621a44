"""Anna and Berta of Ogre, who keep people there, and a company that both founded."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils.translation import override
from tests.cast import Cast, _loaded, cast
from tests.people.conftest import ANNA, ANOTHER, Staff, anna, keys, staff

from ligzda.people.actions import register_person
from ligzda.people.models import Person
from ligzda.ventures.actions import Event, Founder, Founding, Job, Sold, found, record_event
from ligzda.ventures.models import Enterprise

__all__ = ["ANNA", "Cast", "Staff", "_loaded", "anna", "cast", "keys", "staff"]

NUMBER, NUMBER_2 = "40003521600", "40009990012"
BEGAN = datetime.date(2024, 3, 4)
COMPANY = Founding(form="company", name="Ligzdas koks", number=NUMBER, registered_on=BEGAN)
ALONE = Founding(form="self_employed", name="Bertas adījumi", registered_on=BEGAN)
JOB = Job(first=BEGAN, hours=Decimal(20), confirmed_on=datetime.date(2025, 1, 10))
SOLD = Sold(
    begins=datetime.date(2024, 7, 1),
    months=6,
    amount=Decimal("12000.50"),
    public_share=Decimal("0.3"),
    largest_share=Decimal("0.45"),
)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def happened(staff: Staff, enterprise: Enterprise, kind: str, on: str, **more: object) -> None:
    event = Event(kind=kind, day=day(on), **more)  # type: ignore[arg-type]
    record_event(by=staff.social_worker, enterprise=enterprise, event=event)


@pytest.fixture
def berta(staff: Staff) -> Person:
    return register_person(by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER)


@pytest.fixture
def company(staff: Staff, anna: Person, berta: Person) -> Enterprise:
    return found(
        by=staff.social_worker,
        municipality=staff.here,
        founding=COMPANY,
        founders=[Founder(person=anna), Founder(person=berta)],
    )


@pytest.fixture
def alone(staff: Staff, berta: Person) -> Enterprise:
    return found(
        by=staff.social_worker,
        municipality=staff.here,
        founding=ALONE,
        founders=[Founder(person=berta)],
    )


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences of rules in English; a page speaks as its address does."""
    with override("en"):
        yield
