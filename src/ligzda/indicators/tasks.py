"""Jobs of the room of indicators."""

import datetime

from procrastinate.contrib.django import app

from ligzda.incubators.models import Incubator
from ligzda.indicators.boards import queries
from ligzda.indicators.boards.day_counts import kept_or_counted
from ligzda.indicators.esf.queries import of_report, year_to_report
from ligzda.indicators.quality.actions import run_checks
from ligzda.indicators.queries import asked
from ligzda.kernel.jobs import UntilItSucceeds
from ligzda.network.load import system_member


@app.periodic(cron="11 1 * * *")  # UTC: the day has begun in Riga, and nobody looks yet
@app.task(queueing_lock="indicators-count-boards", retry=UntilItSucceeds())
def count_boards(timestamp: int) -> None:
    """Count the year's boards of large places, so that nobody waits for them by day.

    Of the report of participants the year that is due, and three years that end with it.
    """
    year = queries.this_year()
    for place in Incubator.objects.values_list("municipality_id", flat=True).order_by("pk"):
        kept_or_counted(asked([place], *year), queries.of_board, anew=True)
    kept_or_counted(queries.everywhere(*year), queries.of_network, anew=True)
    last = year_to_report()
    for first in (last, last - 2):
        period = datetime.date(first, 1, 1), datetime.date(last, 12, 31)
        kept_or_counted(queries.everywhere(*period), of_report, anew=True)


@app.periodic(cron="31 1 * * *")  # UTC: after the doubles of the night were found
@app.task(queueing_lock="indicators-check-quality", retry=UntilItSucceeds())
def check_quality(timestamp: int) -> None:
    """Store what the checks of data quality find."""
    run_checks(by=system_member())
