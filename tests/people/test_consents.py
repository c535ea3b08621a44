"""What is optional: each consent that is taken back has its effect."""

import datetime

import pytest
from django.utils import timezone
from tests.addresses import client_of
from tests.people.conftest import Staff
from tests.people.staying import ENTRY, english, incubator, today

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import WrongStateError
from ligzda.people.followups.actions import name_contact
from ligzda.people.models import Consent, ConsentPurpose, ConsentText, Person, Stay, TracingContact
from ligzda.people.rights import consents, effects
from ligzda.people.rights.actions import give_consent, withdraw_consent
from ligzda.people.rights.load import load_consent_texts
from ligzda.people.rights.work import STORIES_FOR, my_work
from ligzda.people.stays.actions import EntryFacts, begin_stay

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator"]


def yes(staff: Staff, person: Person, purpose: str) -> Consent:
    load_consent_texts()
    text = ConsentText.objects.get(purpose=purpose)
    return give_consent(by=staff.social_worker, person=person, text=text)


def test_every_purpose_says_what_a_no_does(staff: Staff) -> None:
    """At once, or by a rule that asks `consented`; a new purpose stands here with its test."""
    by_rule = {ConsentPurpose.FEATURES, ConsentPurpose.STORY, ConsentPurpose.MESSAGES}
    assert set(effects.EFFECTS) | by_rule == set(ConsentPurpose)


def test_whom_a_person_named_is_forgotten_with_the_consent(staff: Staff, anna: Person) -> None:
    """Also where the data protection officer notes it, who may not see contacts."""
    given = yes(staff, anna, "tracing")
    contact = {"name": "Kanarijputns", "reach_by": "+371 20000007"}
    name_contact(by=staff.social_worker, person=anna, **contact)
    withdraw_consent(by=staff.officer, consent=given)
    row = TracingContact.objects.get()
    assert (row.name, row.reach_by, row.withdrawn_on) == ("", "", today())
    page = client_of(staff.social_worker).get(f"/en/people/{anna.pk}/contacts/").content.decode()
    assert "Kanarijputns" not in page
    with pytest.raises(WrongStateError, match="does not want others to be asked"):
        name_contact(by=staff.social_worker, person=anna, **contact)
    yes(staff, anna, "tracing")
    assert name_contact(by=staff.social_worker, person=anna, **contact).name == "Kanarijputns"


def test_health_and_origin_are_taken_down_by_consent_alone(
    staff: Staff, anna: Person, incubator: Incubator
) -> None:
    entry = EntryFacts(**(vars(ENTRY) | {"collected": "consent"}))

    def begin() -> Stay:
        return begin_stay(
            by=staff.social_worker, person=anna, contract_on=today(), begins_on=today(),
            planned_end=None, entry=entry,
        )  # fmt: skip

    withdraw_consent(by=staff.social_worker, consent=yes(staff, anna, "features"))
    with pytest.raises(WrongStateError, match="no consent of this person"):
        begin()
    yes(staff, anna, "features")
    assert begin().entry.disability == "2."


def test_a_story_waits_to_be_taken_out_of_the_news(staff: Staff, anna: Person) -> None:
    given = yes(staff, anna, "story")
    words = f"Take the story of {anna} out of the news"
    assert words not in [each.label for each in my_work(staff.manager)]
    withdraw_consent(by=staff.social_worker, consent=given)
    assert words in [each.label for each in my_work(staff.manager)]
    assert words not in [each.label for each in my_work(staff.elsewhere)]
    long_ago = timezone.now() - STORIES_FOR - datetime.timedelta(1)
    Consent.objects.update(given_at=long_ago - datetime.timedelta(1), withdrawn_at=long_ago)
    assert words not in [each.label for each in my_work(staff.manager)]


def test_a_no_is_no_until_the_next_yes(staff: Staff, anna: Person) -> None:
    assert not consents.refused(anna, "messages")
    withdraw_consent(by=staff.social_worker, consent=yes(staff, anna, "messages"))
    assert consents.refused(anna, "messages")
    yes(staff, anna, "messages")
    assert not consents.refused(anna, "messages")
