"""When the document is downloaded, when a file is taken in, and when it is taken back."""

from django.utils.translation import gettext as _

from ligzda.kernel.errors import WrongStateError
from ligzda.methodology.models import DocxIntake
from ligzda.methodology.rules import check_write

__all__ = ["check_adds", "check_not_taken", "check_take_back", "check_write", "check_written"]


def check_written(*, blocks: int) -> None:
    """A document without a block is no file."""
    if not blocks:
        raise WrongStateError(_("Nothing is written yet."))


def check_not_taken(*, sha256: str) -> None:
    """A file is taken in once, by its content."""
    found = DocxIntake.objects.filter(sha256=sha256, undone_at__isnull=True).first()
    if found is not None:
        raise WrongStateError(
            _("This very file was taken in already, by %(who)s: it would add nothing.")
            % {"who": found.taken_by}
        )


def check_adds(*, adds: int) -> None:
    """A file that adds nothing is not taken in."""
    if not adds:
        raise WrongStateError(_("There is nothing to take in."))


def check_take_back(*, intake: DocxIntake) -> None:
    """What was taken in is taken back once, and only while none of it was accepted."""
    if intake.undone_at is not None:
        raise WrongStateError(_("This file was taken back already."))
    if intake.suggestions.filter(accepted=True).exists():
        raise WrongStateError(
            _("A suggestion of this file was accepted, so it stays. Refuse and settle the rest.")
        )
