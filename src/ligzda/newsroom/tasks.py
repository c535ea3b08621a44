"""Jobs of the newsroom: letters to authors, scheduled publishing, forgetting."""

from collections.abc import Callable

from django.conf import settings
from django.core.mail import send_mail
from django.core.management import call_command
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.kernel.jobs import LETTERS
from ligzda.newsroom.actions.erasing import forget
from ligzda.newsroom.letters import ban_letter, letter, notice_letter
from ligzda.newsroom.models import Ban, Comment, Notice, Transition


@app.task(queue=LETTERS)
def tell_author(step: int) -> None:
    """Send the author of a comment what was decided about it, and why."""
    transition = Transition.objects.select_related("comment__author", "comment__article").get(
        pk=step
    )
    comment = transition.comment
    _send(_address(comment), comment.language, lambda: letter(transition))


@app.task(queue=LETTERS)
def tell_banned(ban: int) -> None:
    """Send a person what was decided about their commenting, and why."""
    row = Ban.objects.select_related("comment__author", "comment__article", "article").get(pk=ban)
    if (comment := row.comment) is not None:
        _send(_address(comment), comment.language, lambda: ban_letter(row, comment))


@app.task(queue=LETTERS)
def tell_notifier(notice: int) -> None:
    """Confirm a notice, or say what was decided about it (Art. 16(4) and (5))."""
    row = Notice.objects.select_related("comment__article").get(pk=notice)
    _send(row.email, row.language, lambda: notice_letter(row))


def _address(comment: Comment) -> str:
    if comment.author is None:
        return comment.email
    return comment.author.email if comment.author.is_active else ""


def _send(address: str, language: str, letter: Callable[[], tuple[str, str]]) -> None:
    if not address:
        return  # never given, or erased since
    with override(language):
        subject, text = letter()
    # A title may hold a line break; a subject must not.
    send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [address])


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
