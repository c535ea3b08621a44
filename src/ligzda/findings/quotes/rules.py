"""Who writes down what somebody said, who approves it, who takes it back."""

import re

from django.utils.translation import gettext as _

from ligzda.findings.models import Quote
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_permission, check_permission_somewhere

_LIKE_A_NUMBER = re.compile(r"(?:\d[ .-]?){5,}|[\w.+-]+@[\w-]+\.\w+")
"""Telephone numbers, codes, addresses of mail. A name no rule finds: who approves looks for it."""


def check_write_quotes(*, by: Viewer) -> None:
    """Words are written down by those who work with people."""
    check_permission_somewhere(
        by,
        Permission.KEEP_PEOPLE,
        _("Quotes are written down by those who work with participants."),
    )


def check_see_drafts(*, by: Viewer) -> None:
    """Drafts are seen by who may approve them; their authors see their own."""
    check_permission(
        by,
        Permission.DESIGN_TRIAL,
        _("Quotes are approved by those who evaluate the trial."),
    )


def check_approve_quote(*, by: Viewer, quote: Quote) -> None:
    """Another person than who wrote it down approves, once, while the words stand."""
    check_see_drafts(by=by)
    if quote.written_by_id == getattr(by, "pk", None):
        raise NotAllowedError(_("You wrote this quote down: another person approves it."))
    if quote.approved_at is not None or quote.taken_back_at is not None:
        raise WrongStateError(_("Only a quote that nobody has approved yet can be approved."))


def check_words(*, text: str, agreed: bool) -> None:
    """There are words, who said them agreed, and they hold no number or address of a person."""
    if not agreed:
        raise BadDataError(_("Without the person's agreement their words are not written down."))
    if not text.strip():
        raise BadDataError(_("Write down what was said."))
    if _LIKE_A_NUMBER.search(text):
        raise BadDataError(
            _("There is a telephone number, a code or an address in the words. Leave it out.")
        )
