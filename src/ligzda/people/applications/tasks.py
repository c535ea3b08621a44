"""Jobs of applications: offers that nobody answered, drafts that nobody went on with."""

from procrastinate.contrib.django import app

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.network.load import system_member
from ligzda.people.applications import drafts, offers


@app.periodic(cron="10 * * * *")
@app.task(queueing_lock="look-after-applications")
def look_after_applications(timestamp: int) -> None:
    """Let lapse what was not answered in time, forget what was not sent."""
    with rows_of(EVERYWHERE, HOUSE):
        offers.lapse(by=system_member())
        drafts.forget_old()
