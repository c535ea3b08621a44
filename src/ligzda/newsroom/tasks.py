"""Jobs of the newsroom: letters, scheduled publishing, forgetting."""

from django.core.management import call_command
from procrastinate.contrib.django import app

from ligzda.kernel.jobs import LETTERS, UntilItSucceeds
from ligzda.newsroom.actions import letters
from ligzda.newsroom.actions.erasing import forget


@app.task(queue=LETTERS, retry=UntilItSucceeds())
def send_letter(letter: int) -> None:
    """Send a letter that is owed."""
    letters.send(letter)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="publish-scheduled")
def publish_scheduled(timestamp: int) -> None:
    """Publish and take down what editors have scheduled."""
    call_command("publish_scheduled")


@app.periodic(cron="37 3 * * *")
@app.task(queueing_lock="newsroom-forget")
def forget_nightly(timestamp: int) -> None:
    """Empty what its period has run out for."""
    forget()
