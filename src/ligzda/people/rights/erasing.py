"""Erasing a person: their key goes, and with it what is sealed in rows, history and backups.

The rows themselves stay where they count something – a stay, an entry, an outcome – as codes and
dates of a number that is nobody's any more. What is sealed in them is emptied too, so that not even
the length of a name is left; a row that nobody may change is dark without its key.
"""

from typing import Any

import pgtrigger
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from ligzda.kernel import personal
from ligzda.kernel.sealed import SealedText
from ligzda.network.actions.members import end_sessions
from ligzda.network.audit import facts, record
from ligzda.network.models import UnsavedText, User
from ligzda.people.declared import Model, models_about_people, owner
from ligzda.people.models import Person, RightsRequest
from ligzda.people.queries import identities

MARK = b"\0"
"""What stands where a row must say something: that something stood there, not how long it was."""


def erase(*, by: User, person: Person) -> None:
    """Erase a person with all records that are theirs. In a transaction; `rules.check_grant` said
    that it may be."""
    rows = list(identities(person).select_for_update())
    numbers = [row.pk for row in rows]
    before = {row.pk: facts(row) for row in rows}
    accounts = [row.user for row in rows if row.user is not None]
    for model, said in models_about_people():
        theirs = model._default_manager.filter(**{f"{owner(model)}__in": numbers})
        if said.rows_go:
            theirs.delete()
        elif model is not Person and said.erased and not (said.stays_dark or _fixed(model)):
            _empty(model, said, list(theirs.values_list("pk", flat=True)))
    Person.objects.filter(pk__in=numbers).update(
        **_emptied(Person, Person.PersonalData),
        user=None,
        erased_at=timezone.now(),
        restricted_on=None,
    )
    _close_requests(by, numbers)
    for user in accounts:
        end_sessions(user)
    _forget_what_was_typed(numbers)
    for row in Person.objects.filter(pk__in=numbers):
        record(
            by=by, action="person.erase", about=row, before=before[row.pk], after=facts(row)
        )  # fmt: skip


def _fixed(model: Model) -> bool:
    """Whether the database refuses any change of a row: it stays as it is, and unreadable."""
    return any(
        isinstance(trigger, pgtrigger.Protect)
        and not isinstance(trigger, pgtrigger.ReadOnly)
        and "UPDATE" in str(trigger.operation)
        for trigger in getattr(model._meta, "triggers", ())
    )


def _empty(model: Model, said: type[personal.Declared], rows: list[int]) -> None:
    """Empty what is sealed; where a row must say something, leave the mark; where nobody may
    change it any more, leave it: without the key it is noise."""
    plain = {
        name: value
        for name, value in _emptied(model, said).items()
        if not isinstance(model._meta.get_field(name), SealedText)
    }
    if plain:
        model._default_manager.filter(pk__in=rows).update(**plain)
    for pk in rows:
        row = model._default_manager.filter(pk=pk)
        if not _write(row, _emptied(model, said)):
            _write(row, _emptied(model, said, MARK))


def _write(row: models.QuerySet[Any], values: dict[str, Any]) -> bool:
    try:
        with transaction.atomic():
            row.update(**values)
    except DatabaseError:  # a constraint, or a trigger: each says so by another of its kinds
        return False
    return True


def _emptied(model: Model, said: type[personal.Declared], sealed: bytes = b"") -> dict[str, Any]:
    """Return what erasure writes into the fields that it must reach."""
    return {name: _nothing(model._meta.get_field(name), sealed) for name in said.erased}


def _nothing(field: Any, sealed: bytes) -> Any:
    if isinstance(field, SealedText):
        return sealed
    if field.null:
        return None
    return b"" if isinstance(field, models.BinaryField) else field.get_default()


def _close_requests(by: User, people: list[int]) -> None:
    """Whatever else was asked is answered by there being nothing any more."""
    RightsRequest.objects.filter(person__in=people, state=RightsRequest.State.OPEN).exclude(
        kind="erase"
    ).update(state=RightsRequest.State.REFUSED, answered_by=by, answered_at=timezone.now())


def _forget_what_was_typed(people: list[int]) -> None:
    """Forms about people keep nothing (kernel.unsaved); should one have, it goes."""
    for number in people:
        UnsavedText.objects.filter(
            about__startswith="people.", about__regex=rf"(^|\D){number}(\D|$)"
        ).delete()
