"""An incubator of Ogre that is open, and what a stay there needs."""

import datetime
from collections.abc import Iterator

import pytest
from django.utils import timezone
from django.utils.translation import override
from tests.people.conftest import Staff

from ligzda.blueprints.models import ModelVersion
from ligzda.incubators.models import Incubator
from ligzda.network.models import Decision, Municipality, Partner
from ligzda.people.models import Person, Stay
from ligzda.people.stays.actions import EntryFacts, begin_stay

DAY = datetime.timedelta(days=1)
ENTRY = EntryFacts(
    labour_status="unemployed",
    months_unemployed=14,
    education="isced_3_4",
    household="alone",
    collected="eligibility",
    disability="2.",
    target_group="ilgstošs bezdarbnieks",
)


def today() -> datetime.date:
    return timezone.localdate()


def open_since(slug: str, day: datetime.date) -> Incubator:
    """Open the incubator of a municipality, as its council permitted."""
    here = Municipality.objects.get(slug=slug)
    incubator = Incubator.objects.select_related("municipality").get(municipality=here)
    incubator.state, incubator.opens_on = "open", day
    incubator.save()
    decision = Decision.objects.filter(
        permitted__contains=["open_incubator"], published_at__isnull=False
    )[0]
    decision.pk, decision.municipality, decision.sitting_on = None, here, day - 30 * DAY
    decision.save(force_insert=True)
    Partner.objects.filter(municipality=here).update(agreement_on=day - 30 * DAY)
    return incubator


@pytest.fixture
def incubator(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> Incubator:
    """Ogre's, open for a year; model M1 was drawn for it."""
    version = ModelVersion.objects.select_related("model").get(model__code="M1")
    monkeypatch.setattr("ligzda.people.stays.rules.version_on", lambda _pk, _day: version)
    return open_since("ogres-novads", today() - 365 * DAY)


@pytest.fixture
def stay(anna: Person, staff: Staff, incubator: Incubator) -> Stay:
    """Anna stays there since 100 days."""
    return began(staff, anna, 100)


def began(staff: Staff, person: Person, days: int, **changed: object) -> Stay:
    """Begin a stay so many days ago."""
    day = today() - days * DAY
    given = {"contract_on": day, "begins_on": day, "planned_end": None, "entry": ENTRY} | changed
    return begin_stay(by=staff.social_worker, person=person, **given)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Sentences of rules in English; a page speaks as its address does."""
    with override("en"):
        yield
