"""Evaluation runs: the same inputs, the same bytes; what is refused; what stands for good."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from tests.cast import Cast
from tests.findings.frozen import evaluated, frozen_set, protocol_of
from tests.indicators.people import Exit, stays

from ligzda.evidence import PlanError, evaluate, tail_sensitivity
from ligzda.findings.file_faults import FileFault
from ligzda.findings.models import EvaluationRun
from ligzda.findings.runs import computing
from ligzda.findings.runs.actions import ask, carry_out
from ligzda.indicators.data_sets.actions import freeze
from ligzda.indicators.models import DataSet
from ligzda.kernel.errors import NotAllowedError, NotFoundError, WrongStateError
from ligzda.kernel.hashing import sha256
from ligzda.people.models import Person
from ligzda.people.rights.erasing import erase

ADDRESS = "/apgalvojumi/aprekini/"
COMPUTED = "ligzda.findings.runs.actions.computed"


@pytest.fixture
def data_set(cast: Cast) -> DataSet:
    return frozen_set(cast, protocol_of(cast), "m12")


@pytest.fixture
def run(cast: Cast, data_set: DataSet, monkeypatch: pytest.MonkeyPatch) -> EvaluationRun:
    """A run that is finished, without asking the engine."""
    monkeypatch.setattr(COMPUTED, lambda *given: evaluated(0.95))
    monkeypatch.setattr("ligzda.findings.releasing.actions.beside", lambda day, ledger: ({}, ()))
    return carry_out(by=cast.system, run=ask(by=cast.evaluator, data_sha256=data_set.sha256)[0])


@pytest.mark.slow
@pytest.mark.django_db
def test_the_same_inputs_give_the_same_bytes(
    cast: Cast, data_set: DataSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The engine itself, each time, and not what the other tests keep of it.
    for verb in (evaluate, tail_sensitivity):
        monkeypatch.setattr(f"ligzda.findings.evaluation.{verb.__name__}", verb)
    run, _waits = ask(by=cast.evaluator, data_sha256=data_set.sha256)
    stages: list[str] = []
    again = computing.computed(data_set.content, run.plan, run.seed, stages.append)
    carry_out(by=cast.system, run=run)
    assert stages == ["plan", "records", "posterior", "tails"]
    assert (run.stage, run.result) == ("finished", again)
    assert run.result_sha256 == sha256(again)


@pytest.mark.django_db
def test_the_same_inputs_are_one_run_and_what_failed_is_tried_again(
    cast: Cast, data_set: DataSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, waits = ask(by=cast.evaluator, data_sha256=data_set.sha256)
    assert ask(by=cast.evaluator, data_sha256=data_set.sha256) == (run, False)

    def fails(*given: object) -> str:
        raise PlanError("file", FileFault.PLAN_NOT_UTF_8, plan="plan.toml")

    monkeypatch.setattr(COMPUTED, fails)
    carry_out(by=cast.system, run=run)
    run.refresh_from_db()
    assert (waits, run.stage, run.result) == (True, "failed", "")
    assert "UTF-8" in run.failure
    assert ask(by=cast.evaluator, data_sha256=data_set.sha256) == (run, True)


@pytest.mark.django_db
def test_a_set_that_lost_a_person_is_refused(cast: Cast) -> None:
    protocol_of(cast)
    stays(datetime.date(2025, 2, 3), Exit(datetime.date(2025, 6, 3)))
    row, _made = freeze(by=cast.evaluator, outcome="in_paid_activity", moment="exit")
    run, _waits = ask(by=cast.evaluator, data_sha256=row.sha256)
    erase(by=cast.system, person=Person.objects.get(pk__in=row.people))
    with pytest.raises(WrongStateError, match="zaudējusi 1 personu"):
        ask(by=cast.evaluator, data_sha256=row.sha256)
    carry_out(by=cast.system, run=run)
    assert "Iesaldējiet jaunu" in run.failure


@pytest.mark.django_db
def test_who_may_not_ask_and_of_what_there_is_no_run(cast: Cast, data_set: DataSet) -> None:
    with pytest.raises(NotAllowedError, match="izvērtē"):
        ask(by=cast.ogre, data_sha256=data_set.sha256)
    with pytest.raises(NotFoundError):
        ask(by=cast.evaluator, data_sha256="0" * 64)


BROKEN: dict[str, dict[str, object]] = {
    "run_once_of_the_same_inputs": {},
    "run_hash_is_of_its_plan": {"seed": 2, "plan_sha256": "0" * 64},
    "run_hash_is_of_its_result": {
        "seed": 2, "result": "{}", "result_sha256": "0" * 64, "stage": "finished",
        "finished_at": timezone.now(),
    },
    "run_finished_has_its_result": {"seed": 2, "stage": "finished"},
    "run_failed_says_why": {"seed": 2, "stage": "failed"},
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("name", BROKEN)
def test_what_the_database_refuses_of_a_run(cast: Cast, data_set: DataSet, name: str) -> None:
    whole: dict[str, object] = {
        "data_set": data_set, "data_sha256": data_set.sha256, "plan": "p", "seed": 1,
        "plan_sha256": sha256("p"), "rests_on": {}, "engine_version": "1",
        "asked_at": timezone.now(), "asked_by": cast.evaluator,
    }  # fmt: skip
    EvaluationRun.objects.create(**whole)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        EvaluationRun.objects.create(**(whole | BROKEN[name]))


@pytest.mark.django_db
def test_a_finished_run_is_never_changed(run: EvaluationRun) -> None:
    rows = EvaluationRun.objects.filter(pk=run.pk)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        rows.update(seed=2)
    with pytest.raises(DatabaseError, match="or delete rows"), transaction.atomic():
        rows._raw_delete(rows.db)  # its release would refuse before


@pytest.mark.django_db
def test_pages_for_the_evaluator_and_none_for_the_coordinator(
    cast: Cast, run: EvaluationRun, client: Client
) -> None:
    inside = [ADDRESS, f"{ADDRESS}{run.pk}/", f"/apgalvojumi/runs/{run.pk}/evaluation.json"]
    client.force_login(cast.evaluator)
    pages = [client.get(each) for each in inside]
    assert [page.status_code for page in pages] == [200] * 3
    assert run.data_sha256 in pages[1].content.decode()
    assert pages[2].content.decode() == f"{run.result}\n"
    again = client.post(ADDRESS, {"data_set": run.data_sha256}, follow=True)
    assert "vai jau ir" in again.content.decode()
    client.force_login(cast.ogre)
    assert [client.get(each).status_code for each in inside] == [403] * 3
    assert client.post(ADDRESS, {"data_set": run.data_sha256}).status_code == 403
