"""Remind holders before a certificate ends: owe each letter once, and send what is owed.

As the newsroom's letters: the row and its job are written in one transaction, so that none is lost;
the row's constraint and the note that it was sent let none go twice.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from ligzda.kernel.models import in_language
from ligzda.kernel.turns import take_turn
from ligzda.languages import CODES
from ligzda.training.awards import here
from ligzda.training.models import Certificate, DisuseReminder, Reminder
from ligzda.training.queries import standing
from ligzda.training.ways import way_to

R = TypeVar("R", Reminder, DisuseReminder)

SEND = "ligzda.training.tasks.send_reminder"
"""The task is named: it calls this module."""
DAYS_BEFORE = (14, 60)
"""The shorter first: who is reminded late is not told twice on one day."""


@transaction.atomic
def remind(today: datetime.date | None = None) -> int:
    """Owe every reminder that is due and was not owed yet; return how many."""
    take_turn("training.remind")  # two at once would owe the same, and both be refused
    owed, last = 0, (today or timezone.localdate()) - datetime.timedelta(days=1)
    for days in DAYS_BEFORE:
        first, last = last, (today or timezone.localdate()) + datetime.timedelta(days=days)
        due = Certificate.objects.filter(
            ~Exists(Reminder.objects.filter(certificate=OuterRef("pk"), days_before=days)),
            valid_until__gt=first,
            valid_until__lte=last,
            revoked_on=None,
            superseded_by=None,
            holder__is_active=True,
        ).exclude(credential="")
        rows = Reminder.objects.bulk_create(
            Reminder(certificate_id=pk, days_before=days)
            for pk in due.order_by("pk").values_list("pk", flat=True)
        )
        if rows:
            jobs: list[JSONDict] = [{"reminder": row.pk} for row in rows]
            app.configure_task(SEND).batch_defer(*jobs)
        owed += len(rows)
    return owed


def send(reminder: int) -> None:
    """Send a reminder unless it was sent."""
    rows = Reminder.objects.select_related("certificate__holder", "certificate__version__course")
    send_once(rows, reminder, _message)


@transaction.atomic
def send_once(rows: QuerySet[R], number: int, message: Callable[[R], EmailMessage | None]) -> None:
    """Send what a row owes unless it was sent, and note that in the same transaction.

    Ended between the two it is sent again, under the same Message-ID, by which the programs that
    receive it know it as the same (RFC 5322, 3.6.4).
    """
    row = rows.select_for_update(of=("self",)).get(pk=number)
    if row.sent_at is not None:
        return
    if letter := message(row):
        letter.send()
    row.sent_at = timezone.now()
    row.save(update_fields=["sent_at"])


def _message(row: Reminder) -> EmailMessage | None:
    """Return the letter in every language; None where what it would say is true no longer."""
    certificate = row.certificate
    if not standing(certificate).good or not certificate.holder.is_active:
        return None
    course, parts = certificate.version.course, []
    for code in CODES:
        with override(code):
            given = {
                "certificate": certificate,
                "course": in_language(course, "title"),
                "machines": certificate.version.machines.exists(),
                "way": (way := way_to(course)),
                "address": here(way.url),
            }
            parts.append(render_to_string("training/reminder.txt", given).strip())
    with override(CODES[0]):
        subject = _("Your certificate ends soon: %(course)s") % {
            "course": in_language(course, "title")
        }
    name = f"reminder-{row.pk}.{row.owed_at:%Y%m%d%H%M%S%f}"
    return letter(subject, parts, certificate.holder.email, name)


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
