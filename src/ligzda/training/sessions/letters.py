"""Letters about a session: owed in the transaction that makes them due, sent by a job, once."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.kernel.models import in_language
from ligzda.languages import CODES
from ligzda.training.awards import here
from ligzda.training.models import Enrolment, Letter
from ligzda.training.sessions.queries import first_begin
from ligzda.training.sessions.telling import said

SEND = "ligzda.training.tasks.send_letter"
"""The task is named: it calls this module."""


def owe(enrolment: Enrolment, kind: Letter.Kind) -> Letter:
    """Owe a letter; a job sends it."""
    letter = Letter.objects.create(enrolment=enrolment, kind=kind, owed_at=timezone.now())
    app.configure_task(SEND).defer(letter=letter.pk)
    return letter


@transaction.atomic
def send(letter: int) -> None:
    """Send a letter unless it was sent, and note that in the same transaction.

    Ended between the two it is sent again under the same Message-ID (RFC 5322, 3.6.4).
    """
    row = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("enrolment__person", "enrolment__session__version__course")
        .get(pk=letter)
    )
    if row.sent_at is not None:
        return
    person = row.enrolment.person
    if person.is_active and person.email:
        _message(row).send()
    row.sent_at = timezone.now()
    row.save(update_fields=["sent_at"])


def _message(row: Letter) -> EmailMessage:
    """Return the letter, in every language: which of them this person reads is not known."""
    said_in = []
    for code in CODES:
        with override(code):
            said_in.append(_text(row))
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return EmailMessage(
        said_in[0][0],
        "\n\n---\n\n".join(text for _subject, text in said_in),
        settings.DEFAULT_FROM_EMAIL,
        [row.enrolment.person.email],
        headers={"Message-ID": f"<session-letter-{row.pk}.{row.owed_at:%Y%m%d%H%M%S%f}@{domain}>"},
    )


def _text(row: Letter) -> tuple[str, str]:
    """Return subject and text in the active language."""
    session, until = row.enrolment.session, row.enrolment.offered_until
    given = {
        "course": in_language(session.version.course, "title"),
        "when": said(first_begin(session)),
        "why": session.cancelled_because,
        "until": said(until) if until else "",
        "place": session.place or _("online"),
        "trainer": session.trainer,
        "address": here(reverse("training:session", args=[session.pk])),
    }
    if row.kind == Letter.Kind.CALLED_OFF:
        return (
            _("Called off: %(course)s") % given,
            _(
                "The session of “%(course)s” that was to begin on %(when)s is called off.\n"
                "Why: %(why)s\n\n%(address)s"
            )
            % given,
        )
    if row.kind == Letter.Kind.CHANGED:
        return (
            _("Changed: %(course)s") % given,
            _(
                "The session of “%(course)s” that begins on %(when)s has changed.\n"
                "Place: %(place)s\nTrainer: %(trainer)s\n\n%(address)s"
            )
            % given,
        )
    if not until:
        return (
            _("A place was free: %(course)s") % given,
            _(
                "A place in “%(course)s” was offered to you; this has been answered, or is over.\n"
                "\n%(address)s"
            )
            % given,
        )
    return (
        _("A place is free: %(course)s") % given,
        _(
            "A place is free for you in “%(course)s”, which begins on %(when)s. Take it or leave "
            "it until %(until)s, then it is offered to the next in the list:\n\n%(address)s"
        )
        % given,
    )
