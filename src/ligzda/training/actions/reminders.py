"""Remind holders before a certificate ends: owe each letter once, and send what is owed.

As the newsroom's letters: the row and its job are written in one transaction, so that none is lost;
the row's constraint and the note that it was sent let none go twice.
"""

import datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from ligzda.kernel.letters import letter, send_once
from ligzda.kernel.models import in_language
from ligzda.kernel.turns import take_turn
from ligzda.languages import CODES
from ligzda.training.awards import here
from ligzda.training.models import Certificate, Reminder
from ligzda.training.queries import standing
from ligzda.training.ways import way_to

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
