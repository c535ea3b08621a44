"""Jobs of the trial: simulations that take longer than a page may."""

from procrastinate.contrib.django import app

from ligzda.trial.power.runs import answer


@app.task(queue="default", pass_context=False)
def simulate_designs(key: str) -> None:
    """Answer a question about designs, once."""
    answer(key)
