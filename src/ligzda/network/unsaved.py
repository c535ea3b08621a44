"""Keeping what is typed until it is saved. No audit event: it is no act yet, and nobody else's."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.models import UnsavedText, User


@transaction.atomic
def keep_text(
    *, by: User, about: str, given: Sequence[tuple[str, str]], address: str = ""
) -> UnsavedText:
    """Keep a form as it is now. Raises BadDataError for more than a form of ours can hold.

    `address` is the page it stands on, to lead back to it from the person's day.

    Of many forms left unfinished the oldest go, so that nobody fills the table.
    """
    if sum(len(name) + len(value) for name, value in given) > UnsavedText.MOST_CHARACTERS:
        raise BadDataError(_("This text is too long to be kept while it is written; save it."))
    if not about or len(about) > UnsavedText.LONGEST_NAME:
        raise BadDataError(_("There is no such form."))
    # PostgreSQL's jsonb has no room for the character that ends a text in C.
    clean = [[name.replace("\0", ""), value.replace("\0", "")] for name, value in given]
    shown = address if len(address) <= UnsavedText.LONGEST_ADDRESS else ""
    kept, _made = UnsavedText.objects.update_or_create(
        user=by, about=about, defaults={"given": clean, "kept_at": timezone.now(), "address": shown}
    )
    newest = UnsavedText.objects.filter(user=by).order_by("-kept_at").values("pk")
    rest = newest[UnsavedText.MOST_OF_A_PERSON :]
    UnsavedText.objects.filter(pk__in=[row["pk"] for row in rest]).delete()
    return kept


def forget_text(*, by: User, about: str) -> None:
    """Forget what was typed into a form: it is saved, or its writer threw it away."""
    UnsavedText.objects.filter(user=by, about=about).delete()


def forget_old_texts() -> None:
    """Forget what nobody came back for."""
    UnsavedText.objects.filter(kept_at__lt=timezone.now() - UnsavedText.KEPT).delete()
