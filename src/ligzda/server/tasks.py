"""Jobs that belong to no room: housekeeping of the server itself."""

from django.core.management import call_command
from procrastinate.contrib.django import app


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="clear-sessions")
def clear_sessions(timestamp: int) -> None:
    """Delete expired sessions every night; they hold whose browser was signed in."""
    call_command("clearsessions")
