"""Jobs of the trial: what takes longer than a page may. Deferred by name (trial.runs)."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from ligzda.kernel.jobs import SIMULATIONS, WhenStopped
from ligzda.trial.assignment import chances
from ligzda.trial.power import runs


@app.task(queue=SIMULATIONS, retry=WhenStopped(), pass_context=True)
def simulate_designs(context: JobContext, key: str, by: int | None = None) -> None:
    """Answer a question about designs, once. `by`: whose it is; their number is bounded."""
    runs.answer(key, stop=context.should_abort)


@app.task(queue=SIMULATIONS, retry=WhenStopped(), pass_context=True)
def try_constraints(context: JobContext, key: str, by: int | None = None) -> None:
    """Try the constraints of a draw, once. `by` as above."""
    chances.answer(key, stop=context.should_abort)
