"""Jobs of the findings: what takes longer than a page may."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ligzda.findings import evaluation_store
from ligzda.findings.claims_register.actions import check_claims as check
from ligzda.findings.models import EvaluationRun
from ligzda.findings.runs.actions import carry_out
from ligzda.kernel.jobs import SIMULATIONS, UntilItSucceeds, WhenStopped
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


def at_start() -> str:
    """Ask for what is missing, and say so."""
    asked = ask_for_evaluations()
    return f"Evaluations: {asked} will be computed in the background" if asked else ""


def ask_for_evaluations() -> int:
    """Ask the worker for what is missing; return how many evaluations that is."""
    missing = evaluation_store.to_compute()
    if missing:
        with suppress(AlreadyEnqueued), transaction.atomic():
            store_evaluations.defer()
    return len(missing)
