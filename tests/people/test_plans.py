"""Individual plans: written, approved by a second person, followed, looked at again."""

import datetime

import pytest
from tests.addresses import client_of
from tests.constraints import assert_refused
from tests.people.conftest import Staff
from tests.people.staying import DAY, english, incubator, stay, today

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent, User
from ligzda.people.models import Plan, PlanReview, PlanStep, Stay
from ligzda.people.plans import actions, queries
from ligzda.people.plans.actions import Step
from ligzda.people.stays.work import waiting

pytestmark = pytest.mark.django_db
__all__ = ["english", "incubator", "stay"]
STEPS = [Step("Uzrakstīt CV", today() + 7 * DAY), Step("Apmeklēt frēzētavu", today() + 3 * DAY)]


def written(by: User, stay: Stay, **changed: object) -> Plan:
    given = {"goal": "job", "aim": "Strādāt par galdnieci", "steps": STEPS} | changed
    return actions.write_plan(by=by, stay=stay, **given)  # type: ignore[arg-type]


def approved(staff: Staff, plan: Plan) -> Plan:
    return actions.approve_plan(by=staff.manager, plan=plan, seen=plan.written_at.isoformat())


@pytest.fixture
def plan(stay: Stay, staff: Staff) -> Plan:
    return approved(staff, written(staff.social_worker, stay))


def test_it_works(plan: Plan, stay: Stay, staff: Staff) -> None:
    [whole] = queries.versions_of([stay.pk])
    assert (whole.plan.aim, whole.plan.number) == ("Strādāt par galdnieci", 1)
    assert whole.next_step is not None
    assert whole.next_step.what == "Apmeklēt frēzētavu"
    assert queries.goal_of(stay) == "job"  # M1 has B−
    event = AuditEvent.objects.get(action="plan.write")
    assert "galdnie" not in str(event.after)


def test_who_wrote_it_never_approves_it_nor_what_was_not_read(stay: Stay, staff: Staff) -> None:
    draft = written(staff.manager, stay)
    with pytest.raises(WrongStateError, match="somebody else approves"):
        approved(staff, draft)
    assert_refused(
        "plan_approved_by_a_second_person",
        lambda: Plan.objects.update(approved_by=staff.manager, approved_at=draft.written_at),
    )
    actions.discard_plan(by=staff.social_worker, plan=draft)
    draft = written(staff.social_worker, stay)
    seen = draft.written_at.isoformat()
    written(staff.social_worker, stay, aim="Kaut kas cits")
    with pytest.raises(WrongStateError, match="changed since you opened it"):
        actions.approve_plan(by=staff.manager, plan=draft, seen=seen)
    for other in (staff.social_worker, staff.instructor, staff.elsewhere, staff.participant):
        with pytest.raises(NotAllowedError):
            actions.approve_plan(by=other, plan=draft, seen=seen)


def test_a_draft_is_changed_by_its_writer_alone(stay: Stay, staff: Staff) -> None:
    written(staff.social_worker, stay)
    written(staff.social_worker, stay, steps=STEPS[:1])
    assert PlanStep.objects.count() == 1
    with pytest.raises(WrongStateError, match="There is a draft by social_worker"):
        written(staff.manager, stay)


def test_versions_are_kept_and_an_approved_one_is_fixed(
    plan: Plan, stay: Stay, staff: Staff
) -> None:
    second = approved(staff, written(staff.social_worker, stay, goal="activity", steps=STEPS[:1]))
    assert [each.plan.number for each in queries.versions_of([stay.pk])] == [2, 1]
    assert queries.in_force([stay.pk])[stay.pk].plan == second
    step = plan.steps.all()[0]
    with pytest.raises(WrongStateError, match="newer version"):
        actions.mark_step(by=staff.social_worker, step=step, done_on=today())
    assert_refused("plan.fixed_once_approved", lambda: Plan.objects.update(goal="job"))
    assert_refused("planstep.fixed_once_approved", lambda: PlanStep.objects.update(due=today()))
    assert_refused("planstep.fixed_once_approved", step.delete)


def test_only_whether_a_step_is_done_still_changes(plan: Plan, staff: Staff) -> None:
    step = plan.steps.all()[0]
    actions.mark_step(by=staff.social_worker, step=step, done_on=today())
    actions.mark_step(by=staff.social_worker, step=step, done_on=None)
    for day in (today() + DAY, today() - 500 * DAY):
        with pytest.raises(BadDataError):
            actions.mark_step(by=staff.social_worker, step=step, done_on=day)


@pytest.mark.parametrize(
    "changed",
    [
        {"aim": "  "},
        {"steps": []},
        {"steps": [Step("x", today())] * 9},
        {"steps": [Step(" ", today())]},
        {"steps": [Step("x", datetime.date(2001, 1, 1))]},
    ],
    ids=["no aim", "no step", "nine steps", "a step without words", "due before the stay"],
)
def test_a_plan_that_is_none_is_refused(
    changed: dict[str, object], stay: Stay, staff: Staff
) -> None:
    with pytest.raises(BadDataError):
        written(staff.social_worker, stay, **changed)
    assert not Plan.objects.exists()


def test_the_database_refuses_the_rest(plan: Plan, stay: Stay, staff: Staff) -> None:
    draft = written(staff.social_worker, stay)
    rows = Plan.objects.filter(pk=draft.pk)
    twice = Plan.objects.get(pk=draft.pk)
    twice.pk, twice.number, twice.sealed_as = None, 9, "1" * 32
    assert_refused("plan_one_draft_at_a_time", lambda: twice.save(force_insert=True))
    assert_refused("plan_number_once_a_stay", lambda: rows.update(number=1))
    assert_refused("plan_goal_is_known", lambda: rows.update(goal="?"))
    assert_refused(
        "plan_approved_by_somebody_at_some_time", lambda: rows.update(approved_by=staff.manager)
    )
    steps = PlanStep.objects.filter(plan=draft)
    assert_refused("step_number_once_a_plan", lambda: steps.update(number=1))
    assert_refused("step_says_what", lambda: steps.update(what=b""))
    actions.review_plan(by=staff.social_worker, plan=plan, day=today(), text="Turpinām")
    assert_refused("planreview.as_it_was", PlanReview.objects.get().delete)


def test_what_waits_is_told_by_number_alone(stay: Stay, staff: Staff) -> None:
    """A stay of 100 days without a plan; a draft that somebody else wrote; then a review."""
    labels = {work.label for work in waiting(staff.social_worker)}
    assert f"Look at the plan of P-{stay.person_id}: nobody has for 90 days" in labels
    draft = written(staff.social_worker, stay)
    mine = {work.label: work.url for work in waiting(staff.manager)}
    assert mine[f"Approve the plan of P-{stay.person_id}"].endswith(f"/plans/{draft.pk}/")
    assert not any("Approve" in work.label for work in waiting(staff.social_worker))
    assert waiting(staff.participant) == []
    approved(staff, draft)
    assert not any("Look at" in work.label for work in waiting(staff.social_worker))
    assert "Anna" not in str(labels) + str(mine)


def test_the_page_takes_a_plan_a_review_and_keeps_what_was_typed(stay: Stay, staff: Staff) -> None:
    client = client_of(staff.social_worker)
    address = f"/cilveki/uzturesanas/{stay.pk}/plans/"
    sent = {"goal": "job", "aim": "Galdniece", "what_1": "CV", "due_1": today(), "what_2": "Zvanīt"}
    page = client.post(address, sent).content.decode()
    assert "Norādiet, līdz kurai dienai solis jāizdara." in page
    assert "Zvanīt" in page
    client.post(address, sent | {"due_2": today() + DAY})
    plan = Plan.objects.get()
    manager = client_of(staff.manager)
    manager.post(f"/cilveki/plani/{plan.pk}/apstiprinat/", {"seen": plan.written_at.isoformat()})
    client.post(f"/cilveki/plani/{plan.pk}/", {"day": today(), "text": "Viss notiek"})
    text = client_of(staff.instructor).get(f"/cilveki/plani/{plan.pk}/").content.decode()
    assert "Viss notiek" in text
    assert "Pierakstīt pārskatīšanu" not in text  # an instructor reads it
    assert client_of(staff.elsewhere).get(f"/cilveki/plani/{plan.pk}/").status_code == 404
    step = plan.steps.all()[0]
    client.post(f"/cilveki/soli/{step.pk}/")
    step.refresh_from_db()
    assert step.done_on == today()
