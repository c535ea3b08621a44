"""While it runs: what is recorded can be read whole and corrected; what cannot be is refused."""

import csv
import datetime
import io
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.trial.conftest import TrialCast
from tests.trial.test_draws import held
from tests.trial.test_pages import address, as_user

from ligzda.kernel.errors import BadDataError, NotAllowedError
from ligzda.network.models import AuditEvent
from ligzda.trial.assignment.types import Problem
from ligzda.trial.models import Deviation, Draw, FidelityAssessment, FlowEvent
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.running import actions as running
from ligzda.trial.running import queries as running_queries
from ligzda.trial.running.fidelity import PARTS, State

pytestmark = pytest.mark.django_db
QUARTER = datetime.date(2017, 1, 1)
TOMORROW = timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def drawn(cast: TrialCast, protocol: ProtocolVersion, question: Problem) -> Draw:
    return held(cast, protocol, question)


def given(done: str = "10", **changed: Any) -> running.FidelityFacts:
    found: dict[str, Any] = {
        "quarter": QUARTER, "source": "visit", "assessed_on": datetime.date(2017, 4, 3),
        "parts": {part: (Decimal(10), Decimal(done)) for part in PARTS},
        "moderators": {"context": (Decimal(3), Decimal(4))},
    }  # fmt: skip
    return running.FidelityFacts(**(found | changed))


def posted(cast: TrialCast, **changed: str) -> dict[str, str]:
    found = {
        "incubator": str(cast.ogre.pk), "quarter": "2017-01-01", "source": "diary",
        "assessed_on": "2017-04-05",
    }  # fmt: skip
    for part in PARTS:
        found |= {f"{part}_planned": "10", f"{part}_actual": "9"}
    return found | changed


def test_an_assessment_is_read_whole_and_corrected_by_those_who_may(
    cast: TrialCast, drawn: Draw
) -> None:
    first = running.assess_fidelity(
        by=cast.coordinator, incubator=cast.ogre, facts_given=given("3")
    )
    here = address("trial:assessed", cast.ogre.slug, "2017-01-01")
    page = Client().get(here)
    assert page.context["score"].state is State.NOT_RUN
    assert page.context["form"] is None
    # The assessor's name is not for everybody.
    assert cast.coordinator.name not in page.content.decode()
    assert Client().post(here, posted(cast)).status_code == 403
    assert as_user(cast.stranger).post(here, posted(cast)).status_code == 403
    own = as_user(cast.coordinator)
    assert own.get(here).context["form"].initial["content_actual"] == Decimal(3)
    assert own.post(here, posted(cast)).status_code == 302
    [now] = [
        state
        for state in running_queries.states(datetime.date(2017, 5, 1))
        if (state.course.incubator_slug, state.course.begin) == (cast.ogre.slug, QUARTER)
    ]
    assert now.fidelity is State.AS_DESIGNED
    event = AuditEvent.objects.get(action="fidelity.correct")
    assert event.before is not None
    assert event.before["content"][1] == "3.00"
    with pytest.raises(NotAllowedError):
        running.correct_fidelity(by=cast.stranger, assessment=first, facts_given=given())
    later = given(quarter=datetime.date(2017, 4, 1))
    with pytest.raises(BadDataError):
        running.correct_fidelity(by=cast.evaluator, assessment=first, facts_given=later)
    for slug, quarter in ((cast.ogre.slug, "2017-04-01"), (cast.ogre.slug, "soon"), ("x", "1")):
        assert Client().get(address("trial:assessed", slug, quarter)).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"assessed_on": "2016-12-31"},  # before the quarter began
        {"assessed_on": TOMORROW.isoformat()},
        {"coverage_planned": "0"},
        {"coverage_actual": "-1"},
        {"context_actual": "6"},
        {"context_planned": "0"},
        {"quarter": "2017-02-01"},
        {"duration_actual": ""},
    ],
)
def test_an_assessment_that_cannot_be_is_refused_with_a_sentence(
    wrong: dict[str, str], cast: TrialCast, drawn: Draw
) -> None:
    page = as_user(cast.coordinator).post(address("trial:fidelity"), posted(cast) | wrong)
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not FidelityAssessment.objects.exists()


def test_fidelity_goes_out_as_a_table(cast: TrialCast, drawn: Draw) -> None:
    running.assess_fidelity(by=cast.evaluator, incubator=cast.ogre, facts_given=given("7"))
    page = Client().get(address("trial:fidelity_export"))
    [row] = csv.DictReader(io.StringIO(page.content.decode("utf-8-sig")))
    assert row["incubator"] == cast.ogre.slug
    assert (row["state"], float(row["coverage"])) == (State.IN_PART, 0.7)
    assert row["context"] == "4"


def test_an_incubator_leaves_the_flow_once(cast: TrialCast, drawn: Draw) -> None:
    def leave(stage: str, day: datetime.date = QUARTER) -> Any:
        return running.record_flow(
            by=cast.coordinator, incubator=cast.ogre, stage=stage, reason="r", happened_on=day
        )

    with pytest.raises(BadDataError):
        leave("lost", TOMORROW)
    leave("lost")
    for stage in ("lost", "discontinued", "excluded"):
        with pytest.raises(BadDataError):
            leave(stage)
    leave("not_received")
    leave("not_analysed")
    # Every combination that is recorded can also be drawn.
    assert Client().get(address("trial:flow")).status_code == 200


def test_an_event_of_the_flow_is_taken_back_by_those_who_may(cast: TrialCast, drawn: Draw) -> None:
    event = running.record_flow(
        by=cast.evaluator, incubator=cast.ogre, stage="lost", reason="r", happened_on=QUARTER
    )
    here, data = address("trial:flow_take_back"), {"event": str(event.pk)}
    assert Client().post(here, data).status_code == 302
    assert as_user(cast.stranger).post(here, data).status_code == 403
    assert FlowEvent.objects.count() == 1
    assert as_user(cast.coordinator).post(here, {"event": "none"}).status_code == 404
    assert as_user(cast.coordinator).post(here, data).status_code == 302
    assert FlowEvent.objects.count() == 0
    assert AuditEvent.objects.filter(action="flow.take_back").count() == 1


def test_whether_outcomes_were_seen_must_be_said(
    cast: TrialCast, protocol: ProtocolVersion
) -> None:
    here = address("trial:deviations")
    said = {
        "item": "size", "planned": "30", "actual": "24", "reason": "few applied",
        "happened_on": "2017-09-01", "seen": "no", "bias": "unknown",
    }  # fmt: skip
    evaluator = as_user(cast.evaluator)
    assert not evaluator.get(here).context["form"]["seen"].value()
    for wrong in ({"seen": ""}, {"bias": ""}, {"happened_on": TOMORROW.isoformat()}):
        page = evaluator.post(here, said | wrong)
        assert page.context["form"].errors
    assert not Deviation.objects.exists()
    assert as_user(cast.coordinator).post(here, said).status_code == 403
    assert evaluator.post(here, said | {"confirmed": "1"}).status_code == 302
    row = Deviation.objects.get()
    second = as_user(cast.second)
    assert second.post(here, {"approve": "all"}).status_code == 404
    assert as_user(cast.stranger).post(here, {"approve": str(row.pk)}).status_code == 403
    assert second.post(here, {"approve": str(row.pk)}).status_code == 302
    row.refresh_from_db()
    assert row.approved_by == cast.second
    # Names of people are for those who are signed in.
    assert cast.second.name not in Client().get(here).content.decode()
    assert cast.second.name in evaluator.get(here).content.decode()


def test_what_is_due_everywhere_says_so(cast: TrialCast, drawn: Draw) -> None:
    due = running_queries.due(datetime.date(2017, 1, 15))
    assert any(row.everywhere for row in due if row.kind == "follow-up")
    assert not any(row.everywhere for row in due if row.kind == "start" and row.begin > QUARTER)


def test_on_a_phone_incubators_are_called_by_what_tells_them_apart(
    cast: TrialCast, drawn: Draw
) -> None:
    """And the number stays with its stage: a row of the flow is a block there."""
    today = datetime.date(2017, 8, 1)
    names = {row.name for row in running_queries.heat_map(today)}
    assert {"Ogres", "Cēsu"} <= names
    assert not [name for name in names if "inkubators" in name]
    due = {site.name for row in running_queries.due(today) for site in row.incubators}
    assert "Ogres" in due
    page = Client().get(address("trial:timeline")).content.decode()
    picture = page.partition("<main")[2].partition("</svg>")[0]
    assert ">Ogres</text>" in picture
    flow = Client().get(address("trial:flow")).content.decode()
    table = flow.partition('aria-labelledby="text"')[2].partition("</table>")[0]
    assert 'class="stack"' in table
    assert table.count('class="number" data-label="Inkubatori"') == table.count('role="rowheader"')
