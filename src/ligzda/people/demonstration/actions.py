"""The one verb: keep rows of invented people all at once. The installation alone may.

Three years of nine incubators are twenty thousand rows; each by its own action would take a first
start minutes. A test lives one of the lives again by the actions and compares what is kept.
"""

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import NotAllowedError
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.people.demonstration.rows import Book
from ligzda.people.keys import OfPerson, unlock
from ligzda.people.models import (
    Absence,
    Application,
    ApplicationAppeal,
    ApplicationDecision,
    ApplicationDocument,
    ContactAttempt,
    Delivery,
    EntrySnapshot,
    LostFollowUp,
    Observation,
    PlaceOffer,
    Plan,
    PlanReview,
    PlanStep,
    Stay,
    WaitingPlace,
)

ORDER: tuple[type[Model], ...] = (
    Application,
    ApplicationDocument,
    ApplicationDecision,
    ApplicationAppeal,
    WaitingPlace,
    PlaceOffer,
    Stay,
    EntrySnapshot,
    Plan,
    PlanStep,
    PlanReview,
    Absence,
    Delivery,
    Observation,
    ContactAttempt,
    LostFollowUp,
)
"""What others stand on comes first."""


@transaction.atomic
def enter_invented(*, by: User, incubator: Incubator, book: Book, seed: int) -> None:
    """Keep everything that is written down of the invented people of an incubator."""
    if not by.is_system:
        raise NotAllowedError(_("People of the demonstration come with Ligzda itself."))
    if forgotten := set(book.rows) - set(ORDER):
        raise TypeError(f"no place in the order: {forgotten}")
    for model in ORDER:
        rows = book.of(model)
        if issubclass(model, OfPerson):
            unlock(row for row in rows if isinstance(row, OfPerson))
        if model is Plan:
            _approve_later(rows)
        else:
            model._default_manager.bulk_create(rows, batch_size=1000)
        if model is PlanStep:
            Plan.objects.bulk_update(book.of(Plan), ["approved_by", "approved_at"])  # type: ignore[arg-type]
    counted = {model.__name__: len(book.of(model)) for model in ORDER}
    record(by=by, action="people.enter_invented", about=incubator, after=counted | {"seed": seed})


def _approve_later(rows: list) -> None:  # type: ignore[type-arg]
    """Keep plans as drafts: an approved one takes no step any more."""
    approved = [(row.approved_by, row.approved_at) for row in rows]
    for row in rows:
        row.approved_by = row.approved_at = None
    Plan.objects.bulk_create(rows)
    for row, (who, at) in zip(rows, approved, strict=True):
        row.approved_by, row.approved_at = who, at
