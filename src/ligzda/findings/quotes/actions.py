"""Verbs of quotes: write down, approve, take back."""

import datetime
import secrets
from functools import cache
from pathlib import Path

import yaml
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.blueprints.models import OperatingModel
from ligzda.findings.models import Quote
from ligzda.findings.quotes import rules
from ligzda.kernel.errors import BadDataError, NotFoundError
from ligzda.kernel.hashing import sha256
from ligzda.network.audit import record
from ligzda.network.models import User

_LETTERS = "ACDEFHJKLMNPRTUVWXY34679"
"""Without those that are taken for one another when they are read aloud."""


@cache
def consent() -> dict[str, str]:
    """Return what is agreed to, by language."""
    file = Path(__file__).parent / "data" / "consent.yaml"
    found: dict[str, str] = yaml.safe_load(file.read_text("utf-8"))
    return found


@transaction.atomic
def write_down(
    *,
    by: User,
    model: str,
    theme: str,
    speaker: str,
    language: str,
    text: str,
    consented_on: datetime.date,
    agreed: bool,
) -> Quote:
    """Write down what somebody said of a model, who agreed to `consent`; its receipt is theirs."""
    rules.check_write_quotes(by=by)
    rules.check_words(text=text, agreed=agreed)
    if consented_on > timezone.localdate():
        raise BadDataError(_("The day of the agreement lies ahead."))
    row = OperatingModel.objects.filter(code=model).first()
    if row is None:
        raise NotFoundError(_("There is no such model."))
    quote = Quote.objects.create(
        model=row,
        theme=theme,
        speaker=speaker,
        language=language,
        text=text.strip(),
        consented_on=consented_on,
        consent_sha256=sha256(consent()[language]),
        receipt=_receipt(),
        written_at=timezone.now(),
        written_by=by,
    )
    record(by=by, action="quote.write_down", about=quote, after={"model": model, "theme": theme})
    return quote


@transaction.atomic
def approve(*, by: User, quote: Quote) -> Quote:
    """Agree that another's quote becomes public."""
    quote = Quote.objects.select_for_update().get(pk=quote.pk)
    rules.check_approve_quote(by=by, quote=quote)
    quote.approved_at, quote.approved_by = timezone.now(), by
    quote.save(update_fields=["approved_at", "approved_by"])
    record(by=by, action="quote.approve", about=quote, after={"model": quote.model_id})
    return quote


@transaction.atomic
def take_back(*, by: User, receipt: str) -> Quote:
    """Empty the words of whoever names their receipt. Raises NotFoundError."""
    rules.check_write_quotes(by=by)
    named = receipt.strip().upper()
    quote = Quote.objects.select_for_update().filter(receipt=named, taken_back_at=None).first()
    if quote is None:
        raise NotFoundError(_("There is no quote of this number, or it is taken back already."))
    quote.text, quote.taken_back_at = "", timezone.now()
    quote.save(update_fields=["text", "taken_back_at"])
    record(by=by, action="quote.take_back", about=quote, after={"model": quote.model_id})
    return quote


def _receipt() -> str:
    part = ("".join(secrets.choice(_LETTERS) for _each in range(4)) for _two in range(2))
    return "-".join(part)
