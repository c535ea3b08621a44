"""Remind holders before a right to a machine lapses because they do not use it.

As `reminders`: each letter is owed once, by a row and a job of one transaction. What is owed for a
day of lapse is owed anew for another one: who uses the machine has a later day.
"""

import datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from ligzda.incubators.rights.queries import lapses
from ligzda.incubators.rights.rules import way_to
from ligzda.kernel.letters import letter, send_once
from ligzda.kernel.turns import take_turn
from ligzda.languages import CODES
from ligzda.training.actions.reminders import DAYS_BEFORE
from ligzda.training.awards import here
from ligzda.training.models import DisuseReminder

SEND = "ligzda.training.tasks.send_disuse_reminder"
"""The task is named: it calls this module."""


@transaction.atomic
def remind(today: datetime.date | None = None) -> int:
    """Owe every reminder that is due and was not owed yet; return how many."""
    take_turn("training.remind")
    today, found, owed = today or timezone.localdate(), lapses(), 0
    last = today - datetime.timedelta(days=1)
    for days in DAYS_BEFORE:
        first, last = last, today + datetime.timedelta(days=days)
        there = set(
            DisuseReminder.objects.filter(
                lapses_on__gt=first, lapses_on__lte=last, days_before=days
            ).values_list("authorisation", "lapses_on")
        )
        rows = DisuseReminder.objects.bulk_create(
            DisuseReminder(authorisation=each.authorisation, lapses_on=each.on, days_before=days)
            for each in found
            if first < each.on <= last and (each.authorisation.pk, each.on) not in there
        )
        if rows:
            jobs: list[JSONDict] = [{"reminder": row.pk} for row in rows]
            app.configure_task(SEND).batch_defer(*jobs)
        owed += len(rows)
    return owed


def send(reminder: int) -> None:
    """Send a reminder unless it was sent."""
    rows = DisuseReminder.objects.select_related(
        "authorisation__person", "authorisation__equipment__incubator"
    )
    send_once(rows, reminder, _message)


def _message(row: DisuseReminder) -> EmailMessage | None:
    """Return the letter in every language; None where what it would say is true no longer."""
    right = row.authorisation
    now = {(each.authorisation.pk, each.on) for each in lapses(right.person_id)}
    if (right.pk, row.lapses_on) not in now or row.lapses_on < timezone.localdate():
        return None
    machine, parts = right.equipment, []
    for code in CODES:
        with override(code):
            way = way_to(machine)
            given = {
                "machine": machine,
                "day": row.lapses_on,
                "months": machine.idle_months,
                "way": way,
                "address": here(way.url) if way else "",
            }
            parts.append(render_to_string("training/disuse.txt", given).strip())
    with override(CODES[0]):
        subject = _("Your right to a machine lapses soon: %(machine)s") % {"machine": machine}
    name = f"disuse-{row.pk}.{row.owed_at:%Y%m%d%H%M%S%f}"
    return letter(subject, parts, right.person.email, name)
