"""The trial's records: who may, in which state, and what the database refuses by itself."""

import dataclasses
import datetime
import re
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import isolate_apps
from django.utils import translation
from tests.trial.conftest import TrialCast, content

from ligzda.blueprints.models import ModelVersion
from ligzda.evidence import parse_plan
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.models import AuditEvent
from ligzda.trial.assignment import actions as assignment
from ligzda.trial.assignment import queries as assignment_queries
from ligzda.trial.assignment.draw import SeedMismatchError
from ligzda.trial.assignment.types import Problem, UnsatisfiableError
from ligzda.trial.models import Course, Deviation, Draw, FidelityAssessment, FlowEvent, ProtocolArm
from ligzda.trial.registry import actions as registry
from ligzda.trial.registry import queries as registry_queries
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running import actions as running
from ligzda.trial.running import queries as running_queries
from ligzda.trial.running.fidelity import PARTS, State

QUARTER = datetime.date(2017, 1, 1)


def refused(change: Any, name: str) -> None:
    """The database itself refuses, by the constraint or trigger of this name."""
    with pytest.raises(DatabaseError, match=name), transaction.atomic():
        change()


def test_a_protocol_is_registered_once_and_stays(cast: TrialCast, draft: ProtocolVersion) -> None:
    for user in (cast.coordinator, cast.stranger):
        with pytest.raises(NotAllowedError):
            registry.edit_version(by=user, version=draft, content={}, plan="")
    with pytest.raises(BadDataError, match=r"outcome\.family"):
        registry.edit_version(
            by=cast.evaluator, version=draft, content=content(),
            plan=draft.plan.replace("family", "famly"),
        )  # fmt: skip
    short = {key: value for key, value in content().items() if key != "estimand"}
    registry.edit_version(by=cast.evaluator, version=draft, content=short, plan=draft.plan)
    with translation.override("en"), pytest.raises(WrongStateError, match="Still empty: Estimand"):
        registry.register(by=cast.evaluator, version=draft)
    registry.edit_version(by=cast.evaluator, version=draft, content=content(), plan=draft.plan)
    registered = registry.register(by=cast.evaluator, version=draft)
    assert len(registered.sha256) == 64
    assert '"M8": 1' in registered.canonical
    with pytest.raises(WrongStateError):
        registry.edit_version(by=cast.evaluator, version=registered, content={}, plan="")
    arm = registered.arms.get(version__model__code="M3")
    other = ModelVersion.objects.get(model__code="M4")

    def swap() -> None:
        ProtocolArm.objects.filter(pk=arm.pk).update(version=other)

    refused(swap, "registered protocol cannot be changed")
    refused(arm.delete, "registered protocol cannot be changed")
    registered.plan += "\n# one more line"
    refused(registered.save, "Cannot update")
    newest = registry_queries.registered()
    assert newest is not None
    outcome = parse_plan(newest.plan).outcome
    assert outcome.name == "in paid activity after 12 months"
    assert AuditEvent.objects.filter(action="protocol.register").count() == 1


def test_a_hash_that_is_not_of_its_text_is_refused(cast: TrialCast, draft: ProtocolVersion) -> None:
    def forge() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE trial_protocolversion SET canonical = 'other', sha256 = repeat('0', 64), "
                "registered_at = now(), registered_by_id = created_by_id WHERE id = %s",
                [draft.pk],
            )

    refused(forge, "protocol_hash_is_of_its_text")


def test_a_missing_cell_keeps_the_protocol_from_being_registered(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    seven = ModelVersion.objects.exclude(model__code="M8")
    registry.edit_version(
        by=cast.evaluator, version=draft, content=content(), plan=draft.plan, models=list(seven)
    )
    with pytest.raises(WrongStateError, match=r"\+\+\+"):
        registry.register(by=cast.evaluator, version=draft)


def test_the_next_version_is_minor_or_major_and_one_draft_at_a_time(
    cast: TrialCast, protocol: ProtocolVersion
) -> None:
    with pytest.raises(BadDataError):
        registry.begin_next(by=cast.evaluator, after=protocol, major=False, changed=" ")
    second = registry.begin_next(by=cast.evaluator, after=protocol, major=False, changed="typo")
    assert (str(second), second.content, second.arms.count()) == ("1.1", protocol.content, 8)
    with pytest.raises(WrongStateError):
        registry.begin_next(by=cast.evaluator, after=protocol, major=True, changed="outcome")
    assert [str(v) for v in registry_queries.protocols(cast.stranger)] == ["1.0"]
    assert [str(v) for v in registry_queries.protocols(cast.evaluator)] == ["1.1", "1.0"]


@pytest.fixture
def secret(cast: TrialCast, protocol: ProtocolVersion, question: Problem) -> Any:
    """The seed and salt of a draw that is committed to and not yet held."""
    return assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=question)


@pytest.fixture
def reveal(cast: TrialCast, secret: Any) -> Any:
    """Return how to hold the draw: with the right seed, salt and member, or with others."""

    def held(seed: Any = secret.seed, salt: Any = secret.salt, by: Any = cast.evaluator) -> Any:
        return assignment.reveal_draw(
            by=by, draw=secret.draw, seed=seed, salt=salt,
            public_value="3 5 1 6", public_source="four dice thrown by the council's chair",
        )  # fmt: skip

    return held


@pytest.fixture
def courses(reveal: Any) -> Any:
    """The courses of a draw that was held."""
    reveal()
    return assignment_queries.courses()


@pytest.fixture
def assess(cast: TrialCast) -> Any:
    """Return how to assess Ogre's first quarter."""

    def record(by: Any, incubator: Any, done: Any = "10", quarter: Any = QUARTER) -> Any:
        return running.assess_fidelity(
            by=by, incubator=incubator,
            facts_given=running.FidelityFacts(
                quarter=quarter, source="visit", assessed_on=datetime.date(2017, 4, 3),
                parts={part: (Decimal(10), Decimal(done)) for part in PARTS},
                moderators={"context": (None, Decimal(4))},
            ),
        )  # fmt: skip

    return record


def test_a_draw_is_committed_to_once_and_keeps_its_secret(
    cast: TrialCast, protocol: ProtocolVersion, question: Problem
) -> None:
    impossible = dataclasses.replace(question, changes=0)
    with pytest.raises(UnsatisfiableError):
        assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=impossible)
    secret = assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=question)
    stored = str(AuditEvent.objects.filter(action="draw.commit").values_list("after").get())
    assert str(secret.seed) not in stored
    assert secret.salt not in stored
    with pytest.raises(WrongStateError):
        assignment.commit_draw(by=cast.evaluator, protocol=protocol, problem=question)


def test_what_was_published_before_a_draw_stays(
    cast: TrialCast, protocol: ProtocolVersion, secret: Any
) -> None:
    draw = Draw.objects.get()

    def forge() -> None:
        Draw.objects.filter(pk=draw.pk).update(
            seed=secret.seed + 1, salt=secret.salt, public_value="1", public_source="x",
            revealed_at=draw.committed_at, revealed_by=cast.evaluator,
        )  # fmt: skip

    refused(forge, "draw_seed_matches_its_hash")
    for change in (
        {"problem_hash": "0" * 64},
        {"problem": draw.problem.replace("M1", "M2")},
        {"committed_at": draw.committed_at + datetime.timedelta(days=1)},
        {"committed_by": cast.second},
    ):
        refused(
            lambda change=change: Draw.objects.filter(pk=draw.pk).update(**change),
            "published before a draw cannot be changed",
        )

    def other_constraints() -> None:
        following = registry.begin_next(by=cast.evaluator, after=protocol, major=True, changed="x")
        same = {"problem_hash": draw.problem_hash, "commitment": draw.commitment}
        Draw.objects.create(
            protocol=following, problem=draw.problem + " ", committed_by=cast.evaluator, **same
        )

    refused(other_constraints, "draw_problem_hash_is_of_its_file")


def test_a_draw_is_held_once_and_with_the_published_seed(
    cast: TrialCast, secret: Any, reveal: Any
) -> None:
    with pytest.raises(SeedMismatchError):
        reveal(seed=secret.seed + 1)
    with pytest.raises(NotAllowedError):
        reveal(by=cast.coordinator)
    assert Course.objects.count() == 0
    reveal()
    with pytest.raises(WrongStateError):
        reveal()


def test_at_the_end_every_model_runs_and_ogre_runs_what_it_can(
    cast: TrialCast, courses: Any
) -> None:
    last = {row.code for row in courses if row.end == datetime.date(2019, 1, 1)}
    assert last == {f"M{i}" for i in range(1, 9)}
    assert {row.code for row in courses if row.incubator_slug == cast.ogre.slug} <= {"M1", "M2"}


def test_a_course_that_cannot_be_is_refused(
    cast: TrialCast, protocol: ProtocolVersion, courses: Any
) -> None:
    """Two models at once, a model that Ogre cannot run, an open end."""
    draw = Draw.objects.get()
    course = Course.objects.filter(incubator=cast.other)[0]
    refused(
        lambda: Course.objects.create(
            draw=draw, incubator=cast.other, arm=course.arm, during=course.during
        ),
        "course_one_model_at_a_time",
    )
    later = DateRange(datetime.date(2030, 1, 1), datetime.date(2030, 7, 1))
    m8 = protocol.arms.get(version__model__code="M8")
    refused(
        lambda: Course.objects.create(draw=draw, incubator=cast.ogre, arm=m8, during=later),
        "cannot run this model",
    )
    refused(
        lambda: Course.objects.create(
            draw=draw, incubator=cast.other, arm=m8, during=DateRange(later.lower, None)
        ),
        "course_has_a_beginning_and_an_end",
    )


def test_the_version_of_a_day_is_that_of_the_course_that_holds_it(
    cast: TrialCast, courses: Any
) -> None:
    for row in (row for row in courses if row.incubator_slug == cast.other.slug):
        for day, code in ((row.begin, row.code), (row.last, row.code)):
            version = assignment_queries.version_on(cast.other.pk, day)
            assert version is not None
            assert (version.model.code, version.number) == (code, row.version)
    assert assignment_queries.version_on(cast.other.pk, max(row.end for row in courses)) is None


def test_an_assessment_is_recorded_once_for_a_quarter_that_was_run(
    cast: TrialCast, courses: Any, assess: Any
) -> None:
    with pytest.raises(NotAllowedError):
        assess(cast.coordinator, cast.other)
    first = assess(cast.coordinator, cast.ogre, done="3")
    course = next(row for row in courses if row.incubator_slug == cast.ogre.slug)
    ran: Any = {"model": course.code, "begin": QUARTER, "end": course.end}
    assert running_queries.state_of(cast.ogre.slug, **ran) is State.NOT_RUN
    with pytest.raises(BadDataError):
        assess(cast.evaluator, cast.ogre)
    with pytest.raises(BadDataError):
        assess(cast.evaluator, cast.ogre, quarter=datetime.date(2025, 1, 1))
    refused(
        lambda: FidelityAssessment.objects.filter(pk=first.pk).update(
            quarter=datetime.date(2017, 2, 1)
        ),
        "fidelity_quarter_begins_a_quarter",
    )
    refused(
        lambda: first.items.filter(item="context").update(actual=6),
        "fidelity_item_is_known_and_in_range",
    )


def test_the_heat_map_tells_not_run_from_not_assessed(
    cast: TrialCast, courses: Any, assess: Any
) -> None:
    assess(cast.coordinator, cast.ogre, done="3")
    heat = running_queries.heat_map(datetime.date(2017, 8, 1))
    assert len(heat) == 9
    mine = next(row for row in heat if row.slug == cast.ogre.slug)
    assert [cell.state for cell in mine.cells][:2] == [State.NOT_RUN, State.UNKNOWN]
    assert [cell.due for cell in mine.cells][:3] == [False, True, False]


def test_the_flow_counts_who_received_and_who_was_lost(
    cast: TrialCast, courses: Any, assess: Any
) -> None:
    assess(cast.coordinator, cast.ogre, done="3")
    flow = running_queries.flow(datetime.date(2017, 8, 1))
    assert (flow.assessed, sum(arm.allocated for arm in flow.arms)) == (9, len(courses))
    assert sum(arm.received for arm in flow.arms) == 0
    with pytest.raises(BadDataError):
        running.record_flow(
            by=cast.evaluator, incubator=cast.ogre, stage="excluded", reason="x",
            happened_on=QUARTER,
        )  # fmt: skip
    running.record_flow(
        by=cast.evaluator, incubator=cast.other, stage="lost", reason="left", happened_on=QUARTER
    )
    assert sum(count for arm in running_queries.flow(QUARTER).arms for _, count in arm.lost) == 1
    refused(
        lambda: FlowEvent.objects.filter(incubator=cast.other).update(stage="vanished"),
        "flow_stage_is_known",
    )


def test_what_is_due_has_been_is_now_or_is_coming(courses: Any) -> None:
    due = running_queries.due(datetime.date(2017, 5, 1))
    assert sum(len(row.incubators) for row in due if row.kind == "follow-up") == 4 * 9
    assert sum(len(row.incubators) for row in due if row.kind == "start") == len(courses)
    assert {row.state for row in due} == {"past", "now", "coming"}


def test_deviations_are_added_and_approved_by_another(
    cast: TrialCast, draft: ProtocolVersion
) -> None:
    given = registry.DeviationFacts(
        item="size", planned="30", actual="24", reason="fewer applicants",
        happened_on=datetime.date(2017, 9, 1), seen="no", bias="unknown",
    )  # fmt: skip
    with pytest.raises(WrongStateError):
        registry.record_deviation(by=cast.evaluator, protocol=draft, facts_given=given)
    protocol = registry.register(by=cast.evaluator, version=draft)
    with pytest.raises(NotAllowedError):
        registry.record_deviation(by=cast.coordinator, protocol=protocol, facts_given=given)
    deviation = registry.record_deviation(by=cast.evaluator, protocol=protocol, facts_given=given)
    with pytest.raises(WrongStateError):
        registry.approve_deviation(by=cast.evaluator, deviation=deviation)
    with pytest.raises(NotAllowedError):
        registry.approve_deviation(by=cast.stranger, deviation=deviation)
    deviation.reason = "better words"
    refused(deviation.save, "cannot be reworded")
    refused(deviation.delete, "Cannot delete")
    approved = registry.approve_deviation(by=cast.second, deviation=deviation)
    assert approved.approved_by == cast.second


@pytest.mark.parametrize(
    ("model", "name", "filled_in_later"),
    [
        (Deviation, "words_stay", {"approved_at", "approved_by"}),
        (
            Draw,
            "commitment_stays",
            {"seed", "salt", "public_value", "public_source", "revealed_at", "revealed_by"},
        ),
    ],
)
@isolate_apps("ligzda.network", "ligzda.trial")
def test_a_field_added_later_is_fixed_from_its_first_day(
    model: Any, name: str, filled_in_later: set[str]
) -> None:
    [trigger] = [one for one in model._meta.triggers if one.name == name]
    columns = {f.name: f.clone() for f in model._meta.concrete_fields if not f.primary_key}
    meta = type("Meta", (), {"app_label": "trial"})
    later: type[models.Model] = type(
        model.__name__,
        (models.Model,),
        {**columns, "remark": models.TextField(), "__module__": __name__, "Meta": meta},
    )
    named = set(
        re.findall(r'OLD\."(\w+)" IS DISTINCT FROM', str(trigger.compile(later).install_sql))
    )
    assert "remark" in named
    assert named == {f.column for f in later._meta.concrete_fields if f.name not in filled_in_later}
