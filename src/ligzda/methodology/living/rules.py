"""Who writes the living document, what prose may point at, when an edition can be made."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, DEFAULT
from ligzda.methodology.living.citing import KINDS, Known, faults, marks, nowhere
from ligzda.methodology.models import BlockVersion, DocumentBlock, Suggestion
from ligzda.methodology.rules import check_write

__all__ = ["check_csl", "check_leads", "check_prose", "check_there", "check_whole", "check_write"]


def check_leads(*, text: Text, known: Known) -> None:
    """Refuse prose with a citation or cross-reference that leads nowhere."""
    if found := sorted({mark for code in CODES for mark in nowhere(text[code], known)}):
        raise BadDataError(
            _(
                "This leads nowhere: %(marks)s. Cite a source of the list as [@key], a place of "
                "the document as [#claim-7], [#recommendation-2] or [#block-3]."
            )
            % {"marks": ", ".join(found)}
        )


def check_prose(*, heading: Text, body: Text) -> None:
    """Prose says something in the default language; others may wait. Headings have no marks."""
    if not body[DEFAULT].strip():
        raise BadDataError(_("Write the text in Latvian; another language may wait."))
    if heading and not heading[DEFAULT].strip():
        raise BadDataError(_("Write the heading in Latvian; another language may wait."))
    if found := sorted({mark for code in CODES for mark in marks(heading[code])}):
        raise BadDataError(
            _("A heading has no citation or cross-reference; put this into the text: %(marks)s.")
            % {"marks": ", ".join(found)}
        )


def check_there(*, kind: str, about: int | None, known: Known) -> None:
    """Refuse to draw from a claim or recommendation that is not public."""
    if kind == DocumentBlock.Kind.PROSE:
        return
    named = "recommendation" if kind == DocumentBlock.Kind.RECOMMENDATION else "claim"
    if about not in known.numbers[named]:
        raise BadDataError(
            _("There is no public recommendation of this number.")
            if named == "recommendation"
            else _("There is no public claim of this number.")
        )


def check_editable(*, block: DocumentBlock) -> None:
    """What is drawn is not typed, and what was taken out is not written in."""
    if block.kind != DocumentBlock.Kind.PROSE:
        raise WrongStateError(_("What stands here is drawn, not typed."))
    if block.removed_at is not None:
        raise WrongStateError(_("This block was taken out of the document."))


def check_open(*, suggestion: Suggestion, newest: BlockVersion) -> None:
    """A suggestion is decided once, and accepted only on the words that it was made on."""
    if suggestion.decided_at is not None:
        raise WrongStateError(_("This suggestion was decided already."))
    if suggestion.version_id != newest.pk:
        raise WrongStateError(
            _("The text has changed since this was suggested. Refuse it, or write it in by hand.")
        )


def check_csl(*, item: object) -> None:
    """Refuse what is no item of CSL JSON that can be printed."""
    if found := faults(item):
        raise BadDataError(
            _(
                "This is no source: %(fields)s. "
                "An item of CSL JSON has a title and a type: %(types)s. "
                "Names of authors are texts, a DOI is like 10.1000/182 and has at most 100 "
                "characters, no text has U+0000 or half a character."
            )
            % {"fields": ", ".join(found), "types": ", ".join(sorted(KINDS))}
        )


def check_whole(*, untranslated: Iterable[int], lost: Iterable[str]) -> None:
    """An edition is made where every block speaks each language and leads somewhere."""
    if numbers := sorted(untranslated):
        raise WrongStateError(
            _("Blocks %(numbers)s are not translated yet: an edition speaks every language.")
            % {"numbers": ", ".join(map(str, numbers))}
        )
    if found := sorted(lost):
        raise WrongStateError(
            _("In the living document this leads nowhere any more: %(marks)s.")
            % {"marks": ", ".join(found)}
        )
