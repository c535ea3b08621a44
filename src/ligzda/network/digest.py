"""The letter of a day: owed once to whom something waits for, sent until it goes (ADR 0071)."""

import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.room import Work
from ligzda.network.confining import rows_of_person
from ligzda.network.models import Digest, NoticeChoice, User
from ligzda.network.my_day import work_of

SEND = "ligzda.network.tasks.send_digest"
"""The task is named: it calls this module."""
KEPT = datetime.timedelta(weeks=4)
SALT = "ligzda.network.digest"


def choice_of(user: User) -> NoticeChoice:
    """Return what somebody chose; who never did gets every kind, in the house's first language."""
    return NoticeChoice.objects.filter(user=user).first() or NoticeChoice(user=user)


def told_of(user: User, choice: NoticeChoice) -> list[Work]:
    """Return what a letter would tell: what waits or is due, of the kinds that are not off."""
    with override(choice.language), rows_of_person(user.pk):
        return [
            row
            for row in work_of(user)
            if row.kind and row.kind not in choice.off and (row.waiting or row.due)
        ]


def owe_digests(day: datetime.date) -> int:
    """Owe the letters of a day; return how many are new. Done again it owes none twice.

    Accounts of the demonstration get none: many know their one password.
    """
    new = 0
    Digest.objects.filter(day__lt=day - KEPT).delete()
    for user in User.objects.filter(is_active=True, is_system=False, is_demo=False):
        choice = choice_of(user)
        if not choice.letters or not told_of(user, choice):
            continue
        with transaction.atomic():
            digest, made = Digest.objects.get_or_create(user=user, day=day)
            if made:
                app.configure_task(SEND).defer(digest=digest.pk)
                new += 1
    return new


@transaction.atomic
def send_digest(digest: int) -> None:
    """Send a letter unless it was sent, and note that in the same transaction.

    Ended between the two it goes again under the same Message-ID. What it says is read now: what
    was done since this morning is not asked for again, and who switched letters off gets none.
    """
    row = Digest.objects.select_for_update(of=("self",)).select_related("user").filter(pk=digest)
    owed = row.first()
    if owed is None or owed.sent_at is not None:
        return
    choice = choice_of(owed.user)
    told = told_of(owed.user, choice) if choice.letters and owed.user.is_active else []
    if told:
        _message(owed, choice, told).send()
    owed.sent_at = timezone.now()
    owed.save(update_fields=["sent_at"])


def text_of(user: User, choice: NoticeChoice, told: list[Work]) -> str:
    """Return the text of a letter, in the language that its receiver chose."""
    with override(choice.language):
        return render_to_string(
            "network/digest.txt",
            {
                "user": user,
                "told": told,
                "house": str(settings.WAGTAILADMIN_BASE_URL),
                "day": resolve_url(settings.LOGIN_REDIRECT_URL),
                "stop": stop_address(user),
            },
        )


def _message(owed: Digest, choice: NoticeChoice, told: list[Work]) -> EmailMessage:
    with override(choice.language):
        subject = _("Ligzda, %(day)s: what waits for you") % {
            "day": date_format(owed.day, "SHORT_DATE_FORMAT")
        }
        stop = stop_address(owed.user)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return EmailMessage(
        subject,
        text_of(owed.user, choice, told),
        settings.DEFAULT_FROM_EMAIL,
        [owed.user.email],
        headers={
            "Message-ID": f"<digest-{owed.user_id}.{owed.day:%Y%m%d}@{domain}>",
            # One click in the reader's mail program (RFC 8058).
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def stop_address(user: User) -> str:
    """Return the address at which the letters to a person end, without signing in."""
    token = Signer(salt=SALT).sign(str(user.pk)).replace(":", ".")
    return str(settings.WAGTAILADMIN_BASE_URL) + reverse("network:stop_letters", args=[token])


def whose(token: str) -> User:
    """Return whose letters an address ends. Raises NotFoundError for one that we did not make."""
    try:
        number = Signer(salt=SALT).unsign(token.replace(".", ":", 1))
        return User.objects.get(pk=int(number), is_active=True)
    except (BadSignature, User.DoesNotExist):
        raise NotFoundError(_("This address is not complete, or the account is closed.")) from None
