"""Verbs of evaluation runs: ask for one, carry it out."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.errors import LigzdaError
from ligzda.evidence import ENGINE_VERSION
from ligzda.findings.models import EvaluationRun
from ligzda.findings.runs import rules
from ligzda.findings.runs.computing import computed
from ligzda.indicators.data_sets.queries import standing
from ligzda.indicators.models import DataSet
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.hashing import sha256
from ligzda.network.audit import record
from ligzda.network.models import User

SEED = 1
Stage = EvaluationRun.Stage


@transaction.atomic
def ask(*, by: User, data_sha256: str, seed: int = SEED) -> tuple[EvaluationRun, bool]:
    """Ask that the registered plan be carried out on a frozen set, by its hash.

    Returns the run, and whether it has to be carried out: the same inputs are the run that is
    there; one that failed is tried again. Raises NotAllowedError, NotFoundError, WrongStateError.
    """
    rules.check_ask(by=by)
    data_set = DataSet.objects.filter(sha256=data_sha256).select_related("protocol").first()
    if data_set is None:
        raise NotFoundError(_("There is no such data set."))
    rules.check_whole(standing=standing(data_set))
    plan = data_set.protocol.plan
    run, made = EvaluationRun.objects.get_or_create(
        data_sha256=data_sha256,
        plan_sha256=sha256(plan),
        engine_version=ENGINE_VERSION,
        seed=seed,
        defaults={
            "data_set": data_set,
            "plan": plan,
            "rests_on": data_set.rests_on,
            "asked_at": timezone.now(),
            "asked_by": by,
        },
    )
    if run.stage == Stage.FAILED:
        run.stage, run.failure, made = Stage.WAITING, "", True
        run.save(update_fields=["stage", "failure"])
    if made:
        told = {"data": data_sha256, "plan": run.plan_sha256, "seed": seed}
        record(by=by, action="run.ask", about=run, after=told)
    return run, made


def carry_out(*, by: User, run: EvaluationRun) -> EvaluationRun:
    """Compute a run that waits, store what comes of it or why nothing does, let out what may be.

    Not one transaction: the stage is there for whoever waits. What is finished stays as it is.
    """
    rules.check_ask(by=by)
    # Late, because a web process only reads what left.
    from ligzda.findings.releasing.actions import release, release_beside

    if run.data_set is None:
        return run
    if run.finished_at is not None:
        release(by=by, run=run)  # broken off before; a run is released once
        return run

    def step(stage: str) -> None:
        EvaluationRun.objects.filter(pk=run.pk, finished_at__isnull=True).update(stage=stage)

    try:
        rules.check_whole(standing=standing(run.data_set))
        result = computed(run.data_set.content, run.plan, run.seed, step)
    except LigzdaError as error:
        _store(by, run, stage=Stage.FAILED, failure=str(error))
    else:
        found = release_beside(by=by, run=run)
        finished = {"stage": Stage.FINISHED, "finished_at": timezone.now()}
        _store(by, run, result=result, beside=found, **finished)
        release(by=by, run=run)
    return run


@transaction.atomic
def _store(by: User, run: EvaluationRun, **came: object) -> None:
    for name, value in came.items():
        setattr(run, name, value)
    run.result_sha256 = sha256(run.result) if run.result else ""
    run.save(update_fields=[*came, "result_sha256"])
    told = {"stage": str(run.stage), "result": run.result_sha256, "failure": run.failure}
    record(by=by, action="run.carry_out", about=run, after=told)
