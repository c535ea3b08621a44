"""Failures of the amendment engine: each has a name, says where, and what to do."""

# ruff: noqa: N818 - a failure has the name that the issue and the page give it
from __future__ import annotations

from ligzda.errors import LigzdaError


class DraftingError(LigzdaError):
    """Anything the engine refuses. ``name`` is stable; ``str()`` is a sentence for people."""

    name = "refused"


class NotUnderstood(DraftingError):
    """A sentence follows no formula the grammar knows; ``part`` is where understanding ended."""

    name = "instruction_not_understood"

    def __init__(self, sentence: str, part: str, place: int) -> None:
        self.sentence, self.part, self.place = sentence, part, place
        shown = part.strip()[:80] or "its end"
        super().__init__(
            f"“{_short(sentence)}” is not understood from “{shown}” on. "
            "Write it by one of the usual formulas (docs/drafting.md), or apply it by hand."
        )


class QuoteUnbalanced(DraftingError):
    """A quotation opens and does not close."""

    name = "quote_unbalanced"

    def __init__(self, sentence: str, text: str) -> None:
        self.sentence, self.part = sentence, text
        super().__init__(
            f"the quotation “{_short(text)}” opens and does not close: add the closing mark."
        )


class ApplyError(DraftingError):
    """An operation cannot be applied; nothing was changed by it."""

    def __init__(self, address: str, said: str) -> None:
        self.address = address
        super().__init__(f"{address}: {said}")


class TargetMissing(ApplyError):
    """The act has no such unit."""

    name = "target_missing"


class TargetAmbiguous(ApplyError):
    """The act has several units of this address."""

    name = "target_ambiguous"


class WordsMissing(ApplyError):
    """The quoted words do not stand in the target."""

    name = "words_missing"


class WordsSeveral(ApplyError):
    """The quoted words stand there several times where one place is meant."""

    name = "words_several_times"


class SlotOccupied(ApplyError):
    """A unit of this number is there already."""

    name = "slot_occupied"


class NumberUsed(ApplyError):
    """The number belonged to a unit that was deleted; numbers are not used again."""

    name = "number_reused"


class NoEffect(ApplyError):
    """The operation would leave the text as it is."""

    name = "no_effect"


class PayloadMismatch(ApplyError):
    """The new text does not hold the units that the sentence names."""

    name = "payload_mismatch"


class TwoClaims(ApplyError):
    """Two operations of one day claim one unit."""

    name = "two_claims_on_one_slot"


class UnknownDate(DraftingError):
    """A date of effect cannot be told."""

    name = "unknown_date"


class NotAnAct(DraftingError):
    """The text is not a Latvian act, or not text at all."""

    name = "not_an_act"


def _short(text: str, length: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
