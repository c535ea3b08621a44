"""Effects in time, apart from what changes the text: which operations hold on a day."""

from __future__ import annotations

from ligzda.drafting.errors import UnknownDate
from ligzda.drafting.operations import Action, Operation, address
from ligzda.drafting.reading.documents import AmendingAct, Item


def in_force_on(amending: AmendingAct, day: str, default: str = "") -> list[Operation]:
    """Return the operations that changed the act by an ISO day.

    ``default`` is the day in force where the amending act does not say one (a law's fourteenth day
    after promulgation is not in its text). Raises UnknownDate where a day depends on an event.
    """
    whole = commencement(amending, default)
    found = []
    for item in amending.items:
        for operation in item.operations:
            if not operation.changes_text:
                continue
            begins = _part(amending, item, operation) or whole
            if not begins:
                raise UnknownDate(
                    f"the amending act does not say when “{item.number or item.text[:40]}” takes "
                    "effect: name the day it came into force (--in-force)."
                )
            if begins <= day:
                found.append(operation)
    return found


def commencement(amending: AmendingAct, default: str = "") -> str:
    """Return the ISO day on which an amending act comes into force as a whole."""
    for operation in amending.operations:
        if operation.action is Action.COMMENCE:
            return operation.date or default
    return default


def _part(amending: AmendingAct, item: Item, operation: Operation) -> str:
    """Return the day of an item that takes effect apart from the rest of its act."""
    for effect in amending.operations:
        if effect.action is not Action.COMMENCE_PART:
            continue
        named = set(effect.items)
        own = {f"{item.number}.", *(address(path) for path in operation.targets)}
        if named & own:
            if not effect.date:
                raise UnknownDate(
                    f"“{item.number or item.text[:40]}” takes effect {effect.condition}: "
                    "no day can be told before that happens."
                )
            return effect.date
    return ""
