"""Jobs of editions: their papers, which would keep the first reader waiting."""

from procrastinate.contrib.django import app

from ligzda.kernel.jobs import SIMULATIONS, WhenStopped


@app.task(queue=SIMULATIONS, retry=WhenStopped())
def keep_papers(number: int) -> None:
    """Make page, PDF and DOCX of an edition in each language; nothing where it is gone again."""
    # Late, because every process of the house knows the jobs, and one of them typesets.
    from ligzda.methodology.issuing import queries

    queries.keep(number)
