"""Jobs of the trial: what takes longer than a page may. Deferred by name (trial.runs)."""

from procrastinate.contrib.django import app

from ligzda.kernel.jobs import SIMULATIONS
from ligzda.trial.assignment import chances
from ligzda.trial.power import runs


@app.task(queue=SIMULATIONS)
def simulate_designs(key: str) -> None:
    """Answer a question about designs, once."""
    runs.answer(key)


@app.task(queue=SIMULATIONS)
def try_constraints(key: str) -> None:
    """Try the constraints of a draw, once."""
    chances.answer(key)
