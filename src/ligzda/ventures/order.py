"""In which order the events of an enterprise can have happened.

Pure. The database holds the same (`milestone.in_order`): here it is said in words.
"""

import datetime
from collections.abc import Iterable
from enum import StrEnum

STATUS_SINCE = datetime.date(2018, 4, 1)
"""The Social Enterprise Law came into force (likumi.lv/ta/id/294484)."""


class Step(StrEnum):
    """What can happen to an enterprise, in the order in which one day can hold them."""

    REGISTERED = "registered"
    FIRST_INVOICE = "first_invoice"
    VAT = "vat"
    VAT_ENDED = "vat_ended"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    LOST = "lost"
    ALIVE = "alive"
    DORMANT = "dormant"
    RESUMED = "resumed"
    SOLD = "sold"
    CLOSED = "closed"


ONCE = frozenset({Step.REGISTERED, Step.FIRST_INVOICE, Step.CLOSED})
STATUS = frozenset({Step.APPLIED, Step.GRANTED, Step.REFUSED, Step.LOST})
_AFTER: dict[Step, frozenset[Step | None]] = {
    Step.APPLIED: frozenset({None, Step.REFUSED, Step.LOST}),
    # The register knows of a status that was granted, and not when it was asked for.
    Step.GRANTED: frozenset({None, Step.APPLIED, Step.REFUSED, Step.LOST}),
    Step.REFUSED: frozenset({Step.APPLIED}),
    Step.LOST: frozenset({Step.GRANTED}),
}
"""What may come directly before a step of the status."""


class Fault(StrEnum):
    """Why events cannot have happened in this order."""

    NOT_REGISTERED = "not registered"
    BEFORE_REGISTERED = "before it was registered"
    AFTER_CLOSED = "after it was closed"
    TWICE = "twice"
    STATUS = "status"


Dated = tuple[datetime.date, Step]


def in_order(events: Iterable[Dated]) -> list[Dated]:
    """Return events by day; those of one day in the order that one day can hold."""
    place = {step: number for number, step in enumerate(Step)}
    return sorted(events, key=lambda event: (event[0], place[event[1]]))


def fault(events: Iterable[Dated]) -> tuple[Fault, Dated] | None:
    """Return why events cannot all have happened, and at which of them it shows; else None."""
    ordered = in_order(events)
    days: dict[Step, datetime.date] = {}
    for day, step in ordered:
        days.setdefault(step, day)
    status: Step | None = None
    seen: set[Step] = set()
    for day, step in ordered:
        if step in ONCE and step in seen:
            return Fault.TWICE, (day, step)
        if Step.REGISTERED not in days:
            return Fault.NOT_REGISTERED, (day, step)
        if day < days[Step.REGISTERED]:
            return Fault.BEFORE_REGISTERED, (day, step)
        if Step.CLOSED in days and day > days[Step.CLOSED]:
            return Fault.AFTER_CLOSED, (day, step)
        if step in STATUS:
            if status not in _AFTER[step]:
                return Fault.STATUS, (day, step)
            status = step
        seen.add(step)
    return None


def status_on(events: Iterable[Dated], day: datetime.date) -> Step | None:
    """Return the last step of the social-enterprise status up to a day, if there is any."""
    steps = [step for on, step in in_order(events) if on <= day and step in STATUS]
    return steps[-1] if steps else None
