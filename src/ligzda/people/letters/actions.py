"""Verbs of letters: owe one, remind before an offer ends, send what is owed.

The row and its job are written in one transaction, so that none is lost; the row's constraint and
the note that it was sent let none go twice (kernel/letters.py). The job's argument is a number.
"""

import datetime

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.kernel.letters import letter, send_once
from ligzda.languages import CODES
from ligzda.people.applications.models import ApplicationDecision
from ligzda.people.applications.waiting_models import PlaceOffer
from ligzda.people.keys import unlock
from ligzda.people.letters.models import PersonLetter
from ligzda.people.models import ConsentPurpose
from ligzda.people.rights.consents import consented

SEND = "ligzda.people.letters.tasks.send_person_letter"
"""The task is named: it calls this module."""
REMINDED_BEFORE = datetime.timedelta(days=1)
Kind = PersonLetter.Kind


@transaction.atomic
def owe(about: ApplicationDecision | PlaceOffer, kind: str) -> PersonLetter | None:
    """Owe a letter to whom a decision or an offer is for, where they gave an address."""
    person = about.person
    if not person.email:
        return None
    of = {"decision": about} if isinstance(about, ApplicationDecision) else {"offer": about}
    row = PersonLetter.objects.create(
        person_id=about.person_id, municipality_id=about.municipality_id, kind=kind, **of
    )
    app.configure_task(SEND).defer(letter=row.pk)
    return row


def remind(today: datetime.date | None = None) -> int:
    """Owe a reminder of each offer that ends tomorrow, to who wants reminders; return how many."""
    end = (today or timezone.localdate()) + REMINDED_BEFORE
    due = PlaceOffer.objects.filter(answer="", answer_until=end, person__erased_at=None)
    rows = due.exclude(letters__kind=Kind.REMINDER).select_related("person")
    wanted = [row for row in rows if consented(row.person, ConsentPurpose.MESSAGES)]
    return sum(owe(row, Kind.REMINDER) is not None for row in wanted)


def send(number: int) -> None:
    """Send a letter unless it was sent."""
    rows = PersonLetter.objects.select_related(
        "person", "municipality", "decision", "offer__waiting__incubator"
    )
    send_once(rows, number, _message)


def _message(row: PersonLetter) -> EmailMessage | None:
    """Return the letter in every language; None where it is true, or wanted, no longer.

    It says nothing of health, origin or reasons: a letter by e-mail is read on the way.
    """
    person = row.person
    unlock([person])
    if person.erased_at is not None or not person.email:
        return None
    if row.offer is not None and row.offer.answer:
        return None
    if row.kind == Kind.REMINDER and not consented(person, ConsentPurpose.MESSAGES):
        return None
    parts = []
    for code in CODES:
        with override(code):
            given = {"letter": row, "offer": row.offer, "municipality": row.municipality}
            parts.append(render_to_string("people/person_letter.txt", given).strip())
    with override(CODES[0]):
        subject = _("A letter from the incubator")
    name = f"person-{row.pk}.{row.owed_at:%Y%m%d%H%M%S%f}"
    return letter(subject, parts, person.email, name)
