"""Jobs of the newsroom: letters to authors, scheduled publishing, forgetting."""

from django.conf import settings
from django.core.mail import send_mail
from django.core.management import call_command
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.newsroom.actions.erasing import forget
from ligzda.newsroom.letters import letter
from ligzda.newsroom.models import Transition


@app.task
def tell_author(step: int) -> None:
    """Send the author of a comment what was decided about it, and why."""
    transition = Transition.objects.select_related("comment__author", "comment__article").get(
        pk=step
    )
    comment = transition.comment
    address = comment.author.email if comment.author else comment.email
    if not address:
        return  # erased since
    with override(comment.language):
        subject, text = letter(transition)
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [address])


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
