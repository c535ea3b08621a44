"""What the engine refuses, by name, as a sentence in the language of the page: where, and a remedy.

The engine's own sentences are for the command line and English (drafting/errors.py).
"""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.drafting import ApplyError, DraftingError, NotUnderstood, path_of
from ligzda.drafting.linting.finding import shown

_SENTENCES: dict[str, Promise] = {
    "quote_unbalanced": gettext_lazy(
        "A quotation opens and does not close. Add the closing mark after the new text."
    ),
    "target_missing": gettext_lazy(
        "The act has no such unit. Look at the numbers in the text of the act."
    ),
    "target_ambiguous": gettext_lazy(
        "Several units have this address. Name the chapter or section that it stands in."
    ),
    "words_missing": gettext_lazy(
        "The quoted words do not stand in this unit. Copy them from the text of the act."
    ),
    "words_several_times": gettext_lazy(
        "The quoted words stand there several times. Quote more of them, so that one place is "
        "meant."
    ),
    "slot_occupied": gettext_lazy(
        "A unit of this number is there already. Take a number with a superscript (8.¹) or "
        "restate it."
    ),
    "number_reused": gettext_lazy(
        "This number belonged to a unit that was deleted, and numbers are not used again. Take "
        "another one."
    ),
    "no_effect": gettext_lazy(
        "The change would leave the text as it is. Take it out or write what is to be different."
    ),
    "payload_mismatch": gettext_lazy(
        "The new text does not hold the units that the sentence names. Begin it with their numbers."
    ),
    "two_claims_on_one_slot": gettext_lazy(
        "Two changes of this package restate or delete this unit. Keep one of them."
    ),
    "unknown_date": gettext_lazy("The day of effect cannot be told. Write it as a date."),
    "not_an_act": gettext_lazy(
        "This is no text of a Latvian act: no section, chapter or point was found in it. Paste the "
        "act as plain text, one unit a line."
    ),
}


def said(failure: DraftingError) -> str:
    """Return a failure as a sentence in the active language."""
    if isinstance(failure, NotUnderstood):
        part = failure.part.strip()
        if not part:
            return _("The sentence ends before it says what to change. Finish it.")
        return _(
            "Not understood from “%(part)s” on: that follows no usual formula. Write the sentence "
            "anew, or choose unit and change below."
        ) % {"part": part[:120]}
    words = str(_SENTENCES.get(failure.name, failure))
    if isinstance(failure, ApplyError) and (where := _place(failure.address)):
        return f"{where}: {words}"
    return words


def _place(address: str) -> str:
    """Return an address as people read it; nothing where it names the whole act."""
    try:
        return shown(path_of(address)) if ":" in address else ""
    except KeyError:
        return address
