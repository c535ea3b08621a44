"""Jobs that belong to no room: housekeeping of the server itself."""

from django.core.management import call_command
from procrastinate.contrib.django import app

from ligzda.server.load import load


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="clear-sessions")
def clear_sessions(timestamp: int) -> None:
    """Delete expired sessions every night; they hold whose browser was signed in."""
    call_command("clearsessions")


@app.task
def load_step(step: str) -> None:
    """Add what is missing of one step of the network."""
    load(step)
