"""Jobs of the portal: what takes longer than a page may."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ligzda.portal import kept


@app.task(queueing_lock="keep-evaluations")
def keep_evaluations() -> None:
    """Compute the evaluations that are not kept yet."""
    for example in dict.fromkeys(example for example, _language in kept.missing()):
        kept.keep(example)


def ask_for_evaluations() -> int:
    """Ask the worker for what is missing; return how many evaluations that is."""
    missing = kept.missing()
    if missing:
        with suppress(AlreadyEnqueued), transaction.atomic():
            keep_evaluations.defer()
    return len({example.slug for example, _language in missing})
