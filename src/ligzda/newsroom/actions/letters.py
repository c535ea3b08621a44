"""Owe a letter, and send what is owed."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.newsroom import letters
from ligzda.newsroom.models import Ban, Comment, Letter, Notice, Transition

SEND = "ligzda.newsroom.tasks.send_letter"
"""The task is named: it calls this module."""


def owe(
    *, step: Transition | None = None, ban: Ban | None = None, notice: Notice | None = None
) -> Letter:
    """Owe a letter about one thing, in the transaction that makes it due; a job sends it."""
    letter = Letter.objects.create(step=step, ban=ban, notice=notice)
    app.configure_task(SEND).defer(letter=letter.pk)
    return letter


@transaction.atomic
def send(letter: int) -> None:
    """Send a letter unless it was sent, and note that in the same transaction.

    Ended between the two it is sent again, under the same Message-ID, by which the programs that
    receive it know it as the same (RFC 5322, 3.6.4).
    """
    row = Letter.objects.select_for_update().get(pk=letter)
    if row.sent_at is not None:
        return
    if message := _message(row):
        message.send()
    row.sent_at = timezone.now()
    row.save(update_fields=["sent_at"])


def _message(row: Letter) -> EmailMessage | None:
    """Return the letter; None where its address was never given, or has been erased since."""
    address, language = _receiver(row)
    if not address:
        return None
    with override(language):
        subject, text = letters.text_of(row)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return EmailMessage(
        " ".join(subject.split()),  # a title may hold a line break; a subject must not
        text,
        settings.DEFAULT_FROM_EMAIL,
        [address],
        headers={"Message-ID": f"<letter-{row.pk}.{row.owed_at:%Y%m%d%H%M%S%f}@{domain}>"},
    )


def _receiver(row: Letter) -> tuple[str, str]:
    """Return address and language."""
    if row.notice is not None:
        return row.notice.email, row.notice.language
    comment: Comment | None = None
    if row.step is not None:
        comment = row.step.comment
    elif row.ban is not None:
        comment = row.ban.comment
    if comment is None:
        return "", ""
    if comment.author is None:
        return comment.email, comment.language
    return comment.author.email if comment.author.is_active else "", comment.language
