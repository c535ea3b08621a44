"""The letter that tells of an offer."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.incubators.bookings.rules import Thing, Time
from ligzda.incubators.models import Waiting


@transaction.atomic
def send(waiting: int) -> None:
    """Tell of an offer unless that was done, or the offer is gone; note it in the same transaction.

    Ended between the two it is sent again under the same Message-ID, by which the programs that
    receive it know it as the same (RFC 5322, 3.6.4).
    """
    rows = Waiting.objects.select_for_update(of=("self",))
    row = rows.select_related("incubator", "equipment", "room", "asked_by").get(pk=waiting)
    if row.told_at is not None or not row.offered or not row.asked_by.is_active:
        return
    with override(settings.LANGUAGE_CODE):
        _letter(row).send()
    row.told_at = timezone.now()
    row.save(update_fields=["told_at"])


def _letter(row: Waiting) -> EmailMessage:
    assert row.offered_at is not None and row.offered_until is not None  # noqa: PT018 - one offer
    given = {
        "thing": Thing(row.equipment, row.room, row.place),
        "time": Time(row.begins, row.ends),
        "incubator": row.incubator,
        "until": date_format(timezone.localtime(row.offered_until), "SHORT_DATETIME_FORMAT"),
    }
    lines = [
        _("What you wait for is free: %(thing)s, %(time)s (%(incubator)s).") % given,
        _("It is kept for you until %(until)s. Book it or give it up here:") % given,
        str(settings.WAGTAILADMIN_BASE_URL) + reverse("incubators:mine"),
        _("If you do nothing, it is offered to the next one in the list."),
    ]
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost"
    return EmailMessage(
        _("Free: %(thing)s") % given,
        "\n\n".join(lines),
        settings.DEFAULT_FROM_EMAIL,
        [row.asked_by.email],
        headers={"Message-ID": f"<offer-{row.pk}.{row.offered_at:%Y%m%d%H%M%S%f}@{domain}>"},
    )
