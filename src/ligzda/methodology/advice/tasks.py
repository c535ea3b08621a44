"""Jobs of advice: what would keep the first who asks waiting."""

from procrastinate.contrib.django import app

from ligzda.kernel.jobs import UntilItSucceeds


@app.periodic(cron="51 1 * * *")  # UTC: after the checks of the night
@app.task(queueing_lock="methodology-prepare-advice", retry=UntilItSucceeds())
def prepare_advice(timestamp: int) -> None:
    """Fit the models to a newly frozen set."""
    # Late, because every process of the house knows the jobs, and one of them fits.
    from ligzda.methodology.advice import keeping

    keeping.prepare()
