"""Jobs of the findings: what takes longer than a page may."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ligzda.findings import evaluation_store
from ligzda.kernel.jobs import SIMULATIONS


@app.task(queue=SIMULATIONS, queueing_lock="store-evaluations")
def store_evaluations() -> None:
    """Compute the evaluations that are not stored yet."""
    for example in evaluation_store.to_compute():
        evaluation_store.store(example)


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
