"""Fidelity, state and flow belong to a course, and nothing is counted before it has happened."""

import csv
import datetime
import io
from typing import Any

import pytest
from django.test import Client
from tests.trial.conftest import TrialCast
from tests.trial.test_draws import held
from tests.trial.test_pages import address, as_user
from tests.trial.test_running import given, posted

from ligzda.incubators.models import Incubator
from ligzda.trial.assignment.queries import CourseRow, courses
from ligzda.trial.assignment.types import Problem
from ligzda.trial.models import FidelityAssessment
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running import actions, queries
from ligzda.trial.running.fidelity import State
from ligzda.trial.running.flow import ArmFlow
from ligzda.trial.running.standing import Standing, quarters_of, standing

pytestmark = pytest.mark.django_db
BEFORE = datetime.date(2016, 7, 1)
AFTER = datetime.date(2019, 7, 1)


@pytest.fixture
def changing(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> tuple[CourseRow, CourseRow]:
    """Hold the draw; return the two courses of an incubator that changes its model."""
    held(cast, protocol, question)
    rows = courses()
    slug = next(r.incubator_slug for r in rows if r.end < datetime.date(2019, 1, 1))
    first, second = (row for row in rows if row.incubator_slug == slug)
    return first, second


def assess(cast: TrialCast, course: CourseRow, done: str, quarters: slice = slice(None)) -> None:
    incubator = Incubator.objects.get(slug=course.incubator_slug)
    for quarter in quarters_of(course)[quarters]:
        actions.assess_fidelity(
            by=cast.evaluator,
            incubator=incubator,
            facts_given=given(
                done, quarter=quarter, assessed_on=quarter + datetime.timedelta(days=95)
            ),
        )


def arm_of(course: CourseRow, today: datetime.date) -> ArmFlow:
    label = f"{course.code} {course.name}"
    return next(arm for arm in queries.flow(today).arms if arm.label == label)


def test_a_failed_quarter_is_charged_to_the_model_that_ran(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    """Fault A1: one model failed; the one that has not begun has not."""
    first, second = changing
    assess(cast, first, "3")
    on = second.begin - datetime.timedelta(days=1)
    one, other = arm_of(first, on), arm_of(second, on)
    assert sum(count for _reason, count in one.not_received) == 1
    assert other.not_received == ()
    assert other.planned >= 1
    ran = {"begin": first.begin, "end": second.end}
    site = first.incubator_slug
    assert queries.state_of(site, model=first.code, **ran) is State.NOT_RUN
    assert queries.state_of(site, model=second.code, **ran) is State.UNKNOWN
    assess(cast, second, "9")
    assert queries.state_of(site, model=second.code, **ran) is State.AS_DESIGNED
    assert queries.state_of(site, model=first.code, **ran) is State.NOT_RUN
    shorter = {"begin": BEFORE, "end": first.begin}
    assert queries.state_of(site, model=first.code, **shorter) is State.UNKNOWN


def test_right_after_the_draw_nothing_has_happened(changing: tuple[CourseRow, CourseRow]) -> None:
    """Fault A2: not begun is not implemented, and not analysed."""
    flow = queries.flow(BEFORE)
    assert all(
        (arm.planned, arm.received, arm.analysed) == (arm.allocated, 0, 0) for arm in flow.arms
    )
    assert flow.assessed == 9
    assert flow.changes == sum(arm.allocated for arm in flow.arms) - 9 > 0
    assert {state.standing for state in queries.states(BEFORE)} == {Standing.PLANNED}
    page = Client().get(address("trial:flow")).content.decode()
    assert "Kur ir katrs posms" in page


def test_a_course_is_planned_running_ended_assessed_analysed(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    first, _second = changing
    key = (first.incubator_slug, first.code, first.begin)

    def where(today: datetime.date, analysed: tuple[Any, ...] = ()) -> Standing:
        return standing(first, queries.assessments(today), today, analysed).standing

    day_before = first.begin - datetime.timedelta(days=1)
    assert where(day_before) is Standing.PLANNED
    assert where(first.begin) is where(first.last) is Standing.RUNNING
    assert where(first.end) is Standing.ENDED
    assess(cast, first, "9")
    assert where(first.end) is Standing.ENDED, "the last quarter was assessed later"
    assert where(AFTER) is Standing.ASSESSED
    assert where(AFTER, (key,)) is Standing.ANALYSED


def test_the_flow_adds_up_on_every_day(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    first, _second = changing
    assess(cast, first, "3", slice(1))
    incubator = Incubator.objects.get(slug=first.incubator_slug)
    for stage in ("not_received", "lost"):
        actions.record_flow(
            by=cast.evaluator, incubator=incubator, stage=stage, reason="r", happened_on=first.begin
        )
    for month in range(36):
        day = datetime.date(2016 + (month + 6) // 12, (month + 6) % 12 + 1, 15)
        for arm in queries.flow(day).arms:
            gone = sum(n for _r, n in (*arm.lost, *arm.discontinued))
            away = sum(n for _r, n in arm.not_received)
            assert arm.received + arm.planned + arm.unknown + away == arm.allocated
            assert min(arm.received, arm.planned, arm.unknown, arm.running, arm.ended) >= 0
            assert arm.running + arm.ended + gone <= arm.allocated
            assert arm.analysed == 0


def test_an_event_belongs_to_the_course_in_which_it_happened(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    first, second = changing
    incubator = Incubator.objects.get(slug=first.incubator_slug)
    for course in changing:  # each model can be discontinued, once
        actions.record_flow(
            by=cast.evaluator, incubator=incubator, stage="discontinued", reason=course.code,
            happened_on=course.begin,
        )  # fmt: skip
    for course in (first, second):
        assert arm_of(course, AFTER).discontinued == ((course.code, 1),)


def test_who_was_lost_does_not_run_what_came_later(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    first, second = changing
    incubator = Incubator.objects.get(slug=first.incubator_slug)
    actions.record_flow(
        by=cast.evaluator, incubator=incubator, stage="lost", reason="left", happened_on=first.begin
    )
    assert ("left", 1) in arm_of(first, AFTER).lost
    assert arm_of(second, AFTER).lost == ()
    assert ("left", 1) in arm_of(second, AFTER).not_received


def test_the_model_stands_wherever_its_quarter_does(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    """Fault B11: map, assessment, form, table."""
    first, second = changing
    assess(cast, first, "9", slice(1))
    heat = next(row for row in queries.heat_map(AFTER) if row.slug == first.incubator_slug)
    codes = {cell.quarter: cell.code for cell in heat.cells}
    assert codes[first.begin] == first.code
    assert codes[second.begin] == second.code
    page = Client().get(address("trial:assessed", first.incubator_slug, first.begin.isoformat()))
    assert f'<span class="code">{first.code}</span>' in page.content.decode()
    asked = f"?incubator={first.incubator_slug}&quarter={second.begin.isoformat()}"
    form = as_user(cast.evaluator).get(address("trial:fidelity") + asked)
    assert form.context["model"].code == second.code
    table = Client().get(address("trial:fidelity_export")).content.decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(table))
    assert (row["model"], row["version"]) == (first.code, str(first.version))


def test_quarters_still_to_come_are_not_offered(
    changing: tuple[CourseRow, CourseRow], cast: TrialCast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "django.utils.timezone.localdate", lambda _when=None: datetime.date(2017, 5, 1)
    )
    form = as_user(cast.evaluator).get(address("trial:fidelity")).context["form"]
    assert [value for value, _name in form["quarter"].field.choices] == ["2017-01-01", "2017-04-01"]


def test_more_than_planned_is_asked_about_once(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    """50 of 10 may be another unit; who says that it is right is believed."""
    evaluator, here = as_user(cast.evaluator), address("trial:fidelity")
    odd = posted(cast, content_actual="50")
    page = evaluator.post(here, odd)
    assert "more_is_right" in page.context["form"].errors
    assert 'name="more_is_right"' in page.content.decode()
    assert not FidelityAssessment.objects.exists()
    assert evaluator.post(here, odd | {"more_is_right": "on"}).status_code == 302


def test_what_is_overdue_is_due_and_leads_to_its_form(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    """Fault B13."""
    page = as_user(cast.evaluator).get(address("trial:timeline"))
    assert page.context["now"][0].overdue
    text = page.content.decode()
    first = changing[0]
    assert f"?incubator={first.incubator_slug}&amp;quarter={first.begin.isoformat()}#new" in text
    assert "ir ārpus šī attēla" in text
    assert "Pārtrauktā līnija" not in text
    assert "quarter=" not in Client().get(address("trial:timeline")).content.decode()


def test_what_was_registered_or_drawn_too_late_says_so(
    changing: tuple[CourseRow, CourseRow], protocol: ProtocolVersion
) -> None:
    """Fault A11: registered and drawn in our days for 2017."""
    assert protocol.late
    for name, arguments in (("trial:protocol", ()), ("trial:version", (str(protocol),))):
        page = Client().get(address(name, *arguments)).content.decode()
        assert "reģistrēts pēc sākuma" in page
    assert all(row.late for row in courses())
    assert "izlozēts pēc sākuma" in Client().get(address("trial:assignment")).content.decode()


def test_absence_of_a_note_is_no_fidelity(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow]
) -> None:
    """Fault B12."""
    page = Client().get(address("trial:here", changing[0].incubator_slug)).content.decode()
    assert "nav pieraksta" in page


def test_open_data_say_what_the_pages_say(
    cast: TrialCast, changing: tuple[CourseRow, CourseRow], client: Client
) -> None:
    first, _second = changing
    assess(cast, first, "9", slice(1))
    rows = client.get("/api/v1/assignment?limit=500").json()["rows"]
    assert len(rows) == len(courses())
    assert {row["state"] for row in rows} == {"ended"}
    [row] = client.get("/api/v1/fidelity").json()["rows"]
    assert (row["model"], row["incubator"], row["adherence"]) == (
        first.code, first.incubator_slug, 0.9,
    )  # fmt: skip
