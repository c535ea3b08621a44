"""Jobs of the room of people."""

from procrastinate.contrib.django import app

from ligzda.kernel.jobs import UntilItSucceeds
from ligzda.network.load import system_member
from ligzda.people.identity.actions import find_doubles


@app.periodic(cron="41 0 * * *")  # UTC: when nobody registers anybody
@app.task(queueing_lock="people-find-doubles", retry=UntilItSucceeds())
def look_for_doubles(timestamp: int) -> None:
    """Put records that may be one person side by side."""
    find_doubles(by=system_member())
