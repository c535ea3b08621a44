"""Letters by e-mail: once, to who gave an address, without a word about health."""

import dataclasses
import datetime

import pytest
from django.core import mail
from tests.constraints import assert_refused
from tests.people.conftest import ANNA, Staff
from tests.people.staying import DAY, english, incubator, today

from ligzda.incubators.models import Incubator
from ligzda.people.actions import register_person
from ligzda.people.applications import actions as applications
from ligzda.people.applications import offers
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.letters import actions
from ligzda.people.letters.tasks import send_person_letter
from ligzda.people.models import ConsentText, PersonLetter, PlaceOffer, WaitingPlace
from ligzda.people.rights.actions import give_consent, withdraw_consent
from ligzda.people.rights.load import load_consent_texts

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator"]


def offered(staff: Staff, incubator: Incubator, email: str = "anna@example.lv") -> PlaceOffer:
    """Accept Anna's application, and offer her a place until tomorrow."""
    who = dataclasses.replace(ANNA, email=email)
    person = register_person(by=staff.social_worker, municipality=staff.here, facts_given=who)
    told = ApplicationFacts(sender="person", received_on=today(), groups=["roma"])
    row = applications.apply(
        by=staff.social_worker, incubator=incubator, who=person, facts_given=told
    )
    written = applications.write_up(
        by=staff.social_worker, application=row, outcome="accepted", reasons="Slimība: astma."
    )
    applications.decide(by=staff.manager, decision=written)
    return offers.offer(
        by=staff.manager,
        waiting=WaitingPlace.objects.get(),
        begins_on=today() + 3 * DAY,
        answer_until=today() + DAY,
    )


def send_all() -> None:
    for row in PersonLetter.objects.order_by("pk"):
        send_person_letter(letter=row.pk)


def test_a_decision_and_an_offer_are_told_once(staff: Staff, incubator: Incubator) -> None:
    offered(staff, incubator)
    send_all()
    send_all()
    decision, offer = mail.outbox
    assert [each.to for each in (decision, offer)] == [["anna@example.lv"]] * 2
    assert "Ogre" in offer.body
    for each in (decision, offer):
        for word in ("astma", "Slimība", "roma", "Anna", "accepted", "akceptēts"):
            assert word not in f"{each.subject} {each.body}", word


def test_who_gave_no_address_gets_the_printed_letter(staff: Staff, incubator: Incubator) -> None:
    offered(staff, incubator, email="")
    assert not PersonLetter.objects.exists()


def test_what_is_true_no_longer_is_not_sent(staff: Staff, incubator: Incubator) -> None:
    offers.recall(by=staff.manager, offer=offered(staff, incubator))
    send_all()
    assert len(mail.outbox) == 1


def test_a_reminder_goes_to_who_wants_it(staff: Staff, incubator: Incubator) -> None:
    """Taken back between owing and sending, it is not sent."""
    offer = offered(staff, incubator)
    assert actions.remind() == 0
    load_consent_texts()
    text = ConsentText.objects.get(purpose="messages")
    given = give_consent(by=staff.social_worker, person=offer.person, text=text)
    assert (actions.remind(today() - DAY), actions.remind(), actions.remind()) == (0, 1, 0)
    withdraw_consent(by=staff.social_worker, consent=given)
    assert actions.remind(today() + datetime.timedelta(1)) == 0
    send_all()
    assert len(mail.outbox) == 2


def test_the_database_owes_one_letter_about_one_thing(staff: Staff, incubator: Incubator) -> None:
    offered(staff, incubator)
    told = PersonLetter.objects.filter(kind="decision")
    of_offer = PersonLetter.objects.filter(kind="offer")
    assert_refused("person_letter_is_about_one_thing", lambda: told.update(kind="reminder"))
    twice = {"person": of_offer.get().person, "municipality": staff.here}
    assert_refused(
        "person_letter_once_a_decision",
        lambda: PersonLetter.objects.create(**twice, kind="decision", decision=told.get().decision),
    )
    assert_refused(
        "person_letter_once_an_offer",
        lambda: PersonLetter.objects.create(**twice, kind="offer", offer=of_offer.get().offer),
    )
