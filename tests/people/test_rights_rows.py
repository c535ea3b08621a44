"""What the database itself refuses of a person's rights."""

import datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F
from django.utils import timezone
from tests.constraints import Provocation, assert_refused, constraints_of_model
from tests.people.conftest import Staff

from ligzda.people.models import (
    Consent,
    ConsentText,
    Person,
    Representative,
    RetentionHold,
    RightsRequest,
)
from ligzda.people.rights import actions
from ligzda.people.rights.actions import RepresentativeFacts

pytestmark = pytest.mark.django_db
REQUESTS, CONSENTS, TEXTS = RightsRequest.objects, Consent.objects, ConsentText.objects
HOLDS, STANDING_BY = RetentionHold.objects, Representative.objects


@pytest.fixture
def one_of_each(anna: Person, staff: Staff) -> None:
    by, today = staff.social_worker, timezone.localdate()
    actions.ask(by=by, person=anna, kind="erase")
    text = ConsentText.objects.create(
        purpose="story", number=91, text={"lv": "Jā", "en": "Yes"}, effect={"lv": "Nē", "en": "No"}
    )
    actions.give_consent(by=by, person=anna, text=text)
    actions.note_hold(
        by=staff.officer, municipality=staff.here, because="ESF+", scope="codes", first=today,
        until=today + datetime.timedelta(1),
    )  # fmt: skip
    actions.note_representative(
        by=by, person=anna, given=RepresentativeFacts(standing="supporter", name="B", first=today)
    )


def _again(row: Person | RightsRequest | Consent | ConsentText) -> None:
    row.pk = None
    row.save(force_insert=True)


def _asked_again() -> None:
    row = REQUESTS.get()
    row.sealed_as = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    _again(row)


def _erased_by_whoever_asked() -> None:
    REQUESTS.update(state="granted", answered_by=F("asked_by"), answered_at=timezone.now())


PROVOCATIONS: dict[str, Provocation] = {
    "request_open_once": _asked_again,
    "request_codes_are_known": lambda: REQUESTS.update(kind="forget"),
    "request_is_answered_by_somebody": lambda: REQUESTS.update(state="refused"),
    "request_erased_by_a_second_person": _erased_by_whoever_asked,
    "request_is_due_after_it_is_asked": lambda: REQUESTS.update(due_on="2020-01-01"),
    "consent_text_numbered": lambda: _again(TEXTS.get(number=91)),
    "consent_text_purpose_is_known": lambda: TEXTS.create(
        purpose="x", number=1, text={"lv": "a", "en": "a"}, effect={"lv": "a", "en": "a"}
    ),
    "consenttext.as_it_was": lambda: TEXTS.update(number=92),
    "consent_given_once": lambda: _again(CONSENTS.get()),
    "consent_is_taken_back_by_somebody": lambda: CONSENTS.update(withdrawn_at=timezone.now()),
    "hold_has_a_first_and_a_last_day": lambda: HOLDS.update(
        period=DateRange(timezone.localdate(), None)
    ),
    "hold_says_what_and_why": lambda: HOLDS.update(because=""),
    "representative_standing_is_known": lambda: STANDING_BY.update(standing="x"),
    "representative_has_a_first_day": lambda: STANDING_BY.update(period=DateRange(None, None)),
    "representative_who_helps_does_not_sign": lambda: STANDING_BY.update(may_sign=True),
}


@pytest.mark.parametrize("name", PROVOCATIONS)
@pytest.mark.usefixtures("one_of_each")
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, PROVOCATIONS[name])


def test_none_is_forgotten() -> None:
    models = (RightsRequest, Consent, ConsentText, RetentionHold, Representative)
    assert set(PROVOCATIONS) == set().union(*map(constraints_of_model, models))
