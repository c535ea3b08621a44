"""A letter that a row owes: sent once, in every language of the house."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

R = TypeVar("R", bound=Model)


@transaction.atomic
def send_once(rows: QuerySet[R], number: int, message: Callable[[R], EmailMessage | None]) -> None:
    """Send what a row owes unless it was sent, and note that in its `sent_at`, at once.

    Ended between the two it is sent again, under the same Message-ID, by which the programs that
    receive it know it as the same (RFC 5322, 3.6.4).
    """
    row: Any = rows.select_for_update(of=("self",)).get(pk=number)
    if row.sent_at is not None:
        return
    if letter := message(row):
        letter.send()
    row.sent_at = timezone.now()
    row.save(update_fields=["sent_at"])


def letter(subject: str, parts: Sequence[str], to: str, name: str) -> EmailMessage:
    """Return a letter in several languages; `name`: the part of its Message-ID that is its own."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return EmailMessage(
        " ".join(subject.split()),
        "\n\n---\n\n".join(parts),
        settings.DEFAULT_FROM_EMAIL,
        [to],
        headers={"Message-ID": f"<{name}@{domain}>"},
    )
