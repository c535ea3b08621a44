"""What comes back for ten minutes, and what is done for several at once."""

import uuid

import pytest
from django.test import Client
from tests.addresses import client_of
from tests.people.conftest import ANOTHER, OGRE, Staff
from tests.people.staying import DAY, began, english, incubator, stay, today

from ligzda.incubators.models import Incubator
from ligzda.network.models import Undoable
from ligzda.people.actions import register_person
from ligzda.people.applications import actions as applications
from ligzda.people.applications.actions import ApplicationFacts
from ligzda.people.models import (
    Absence,
    Application,
    ContactAttempt,
    Delivery,
    Person,
    Plan,
    PlanStep,
    Stay,
)
from ligzda.people.plans.actions import Step, approve_plan, write_plan
from ligzda.people.stays.actions import add_absence, end_stay
from ligzda.people.support.actions import Given, record_support

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator", "stay"]


@pytest.fixture
def desk(staff: Staff) -> Client:
    return client_of(staff.social_worker)


def undo(client: Client) -> None:
    """Press the button of the newest notice."""
    number = Undoable.objects.latest("pk").pk
    answer = client.post(f"/en/undo/{number}/", follow=True)
    assert "Undone: it is as it was." in answer.content.decode()


def test_an_absence_that_was_taken_back_comes_back(stay: Stay, staff: Staff, desk: Client) -> None:
    row = add_absence(by=staff.social_worker, stay=stay, first=today(), last=None, kind="leave")
    page = desk.post(f"/en/people/absences/{row.pk}/", {"remove": "1"}, follow=True)
    assert "Undo" in page.content.decode()
    assert not Absence.objects.exists()
    undo(desk)
    assert Absence.objects.get().kind == "leave"


def test_a_row_of_support_comes_back_with_its_sealed_note(
    stay: Stay, staff: Staff, desk: Client
) -> None:
    """What is kept for undoing is as sealed as the row was."""
    given = Given(service="career", day=today(), minutes=30, mode="one", note="Kanarijputns")
    row = record_support(by=staff.social_worker, person=stay.person, given=given)
    desk.post(f"/en/people/support/{row.pk}/take-back/")
    assert not Delivery.objects.exists()
    assert "Kanarijputns" not in Undoable.objects.get().rows
    undo(desk)
    assert Delivery.objects.get().note == "Kanarijputns"


def test_a_draft_and_a_step_of_a_plan_come_back(stay: Stay, staff: Staff, desk: Client) -> None:
    steps = [Step("Uzrakstīt CV", today() + 9 * DAY)]
    plan = write_plan(by=staff.social_worker, stay=stay, goal="job", aim="Darbs", steps=steps)
    desk.post(f"/en/people/plans/{plan.pk}/discard/")
    assert not Plan.objects.exists()
    undo(desk)
    plan = Plan.objects.get()
    assert (plan.aim, plan.steps.get().what) == ("Darbs", "Uzrakstīt CV")
    approve_plan(by=staff.manager, plan=plan, seen=plan.written_at.isoformat())
    desk.post(f"/en/people/steps/{plan.steps.get().pk}/")
    assert PlanStep.objects.get().done_on == today()
    undo(desk)
    assert PlanStep.objects.get().done_on is None


def test_an_application_that_was_taken_back_stands_again(
    anna: Person, staff: Staff, incubator: Incubator, desk: Client
) -> None:
    told = ApplicationFacts(sender="person", received_on=today())
    row = applications.apply(
        by=staff.social_worker, incubator=incubator, who=anna, facts_given=told
    )
    applications.take_back(by=staff.social_worker, application=row)
    assert Application.objects.get().state == "withdrawn"
    undo(desk)
    assert Application.objects.get().state == "open"


def test_nobody_else_undoes_it(stay: Stay, staff: Staff, desk: Client) -> None:
    row = add_absence(by=staff.social_worker, stay=stay, first=today(), last=None, kind="leave")
    desk.post(f"/en/people/absences/{row.pk}/", {"remove": "1"})
    number = Undoable.objects.get().pk
    for other in (staff.manager, staff.elsewhere):
        client_of(other).post(f"/en/undo/{number}/")
        assert not Absence.objects.exists()


def test_several_are_away_and_are_not_after_all(stay: Stay, staff: Staff, desk: Client) -> None:
    other = register_person(by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER)
    second = began(staff, other, 5)
    sent = {"who": [stay.pk, second.pk], "first": str(today()), "kind": "excused"}
    address = "/en/people/here/ogre/absences/"
    refused = desk.post(address, {**sent, "who": []})
    assert "errorlist" in refused.content.decode()
    assert desk.post(address, sent).status_code == 302
    assert Absence.objects.filter(kind="excused").count() == 2
    undo(desk)
    assert not Absence.objects.exists()
    assert client_of(staff.instructor).get(address).status_code == 403
    assert client_of(staff.elsewhere).post(address, sent).status_code == 403


def test_one_attempt_for_several_is_noted_and_undone(
    stay: Stay, staff: Staff, desk: Client
) -> None:
    last = today() - 40 * DAY
    end_stay(by=staff.social_worker, stay=stay, last_day=last, state="open_job", reason="job")
    address = f"/en/people/follow-ups/{OGRE}/attempts/"
    sent = {
        "who": [f"{stay.pk}-w4"], "on": str(today()), "channel": "message", "outcome": "nobody",
        "next_try": str(today() + 7 * DAY),
    }  # fmt: skip
    assert desk.post(address, {**sent, "who": [f"{stay.pk}-m24"]}).status_code == 200
    assert not ContactAttempt.objects.exists()
    assert desk.post(address, sent).status_code == 302
    assert ContactAttempt.objects.get().next_try == today() + 7 * DAY
    undo(desk)
    assert not ContactAttempt.objects.exists()
    assert client_of(staff.elsewhere).post(address, sent).status_code == 403


def test_a_session_goes_whole_and_stays_where_a_row_was_changed(stay: Stay, staff: Staff) -> None:
    other = register_person(by=staff.social_worker, municipality=staff.here, facts_given=ANOTHER)
    second, client = began(staff, other, 5), client_of(staff.instructor)
    sent = {"service": "group", "minutes": "60", "mode": "group", "came": [stay.pk],
            "no_shows": "on"}  # fmt: skip
    address = "/en/people/support/ogre/session/"
    page = client.post(address, {**sent, "group": str(uuid.uuid4())}, follow=True)
    assert "Undo" in page.content.decode()
    assert Delivery.objects.count() == 2
    undo(client)
    assert not Delivery.objects.exists()
    client.post(address, {**sent, "group": str(uuid.uuid4())})
    Delivery.objects.filter(stay=second).update(minutes=30, no_show=False)
    number = Undoable.objects.latest("pk").pk
    kept = client.post(f"/en/undo/{number}/", follow=True).content.decode()
    assert "One of the rows of the session was changed meanwhile." in kept
    assert Delivery.objects.count() == 2
