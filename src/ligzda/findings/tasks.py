"""Jobs of the findings: what takes longer than a page may."""

from contextlib import suppress

from django.db import transaction
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ligzda.findings import evaluation_store
from ligzda.findings.ad_hoc import actions as ad_hoc
from ligzda.findings.claims_register import upgrade
from ligzda.findings.claims_register.actions import check_claims as check
from ligzda.findings.models import EvaluationRun
from ligzda.findings.releasing.queries import earlier_ledger
from ligzda.findings.runs.actions import carry_out
from ligzda.kernel.jobs import SIMULATIONS, UntilItSucceeds, WhenStopped
from ligzda.languages import Language
from ligzda.network.load import system_member


@app.task(queue=SIMULATIONS, queueing_lock="store-evaluations")
def store_evaluations() -> None:
    """Compute the evaluations that are not stored yet."""
    for example in evaluation_store.to_compute():
        evaluation_store.store(example)


@app.task(queue=SIMULATIONS, retry=WhenStopped())
def evaluate_run(run: int) -> None:
    """Carry out a plan on a frozen set, and check the claims that rest on it."""
    system = system_member()
    carry_out(by=system, run=EvaluationRun.objects.select_related("data_set").get(pk=run))
    check(by=system)


@app.periodic(cron="47 1 * * *")  # UTC: after the night's counts; a model may be not run since
@app.task(queue=SIMULATIONS, queueing_lock="check-claims", retry=UntilItSucceeds())
def check_claims(timestamp: int) -> None:
    """Check the claims whose grounds have changed."""
    check(by=system_member())


@app.task(queue=SIMULATIONS, retry=WhenStopped(), pass_context=True)
def evaluate_ad_hoc(context: JobContext, key: str, language: Language) -> None:
    """Evaluate a table of an evaluator's own."""
    ad_hoc.carry_out(key=key, language=language, stop=context.should_abort)


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="forget-ad-hoc", retry=UntilItSucceeds())
def forget_ad_hoc(timestamp: int) -> None:
    """Delete ad hoc evaluations that nobody asked to keep."""
    ad_hoc.forget_old()


@app.task(queue=SIMULATIONS, queueing_lock="list-upgrade", retry=WhenStopped())
def list_upgrade() -> None:
    """List what the engine that is installed would turn."""
    if rows := upgrade.old_runs():
        upgrade.store(rows)


@app.task(queue=SIMULATIONS, queueing_lock="join-ledger", retry=WhenStopped())
def join_ledgers() -> None:
    """Take what left before all rooms had one ledger into it."""
    # Late: the solvers are for few processes.
    from ligzda.findings.releasing.actions import join_ledger

    join_ledger(by=system_member())


def at_start() -> str:
    """Ask for what is missing, and say so."""
    asked = ask_for_evaluations()
    if earlier_ledger().exists():
        with suppress(AlreadyEnqueued), transaction.atomic():
            join_ledgers.defer()
    rows = upgrade.old_runs()
    if rows and upgrade.stored(rows) is None:
        with suppress(AlreadyEnqueued), transaction.atomic():
            list_upgrade.defer()
    return f"Evaluations: {asked} will be computed in the background" if asked else ""


def ask_for_evaluations() -> int:
    """Ask the worker for what is missing; return how many evaluations that is."""
    missing = evaluation_store.to_compute()
    if missing:
        with suppress(AlreadyEnqueued), transaction.atomic():
            store_evaluations.defer()
    return len(missing)
