"""Jobs of the incubators: bookings that nobody came to, offers that ran out, letters."""

from procrastinate.contrib.django import app

from ligzda.incubators.bookings import attendance
from ligzda.incubators.waiting import letters, offering
from ligzda.kernel.confined import EVERYWHERE, rows_of
from ligzda.kernel.jobs import LETTERS, UntilItSucceeds
from ligzda.network.load import system_member


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="look-after-bookings")
def look_after_bookings(timestamp: int) -> None:
    """Release what nobody came to, and offer to the next what was not answered."""
    by = system_member()
    with rows_of(EVERYWHERE):
        attendance.release_no_shows(by=by)
        offering.lapse(by=by)
    attendance.note_run()


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_offer(waiting: int) -> None:
    """Tell somebody that what they wait for is kept for them."""
    with rows_of(EVERYWHERE):
        letters.send(waiting)
