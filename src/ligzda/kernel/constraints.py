"""What people are told where the database refuses: the sentence of its constraint or trigger.

A form and a rule speak first. The database has the last word, where two act at once or a rule has
a gap: then the sentence of what was broken is a refusal like any other. Each room has a table of
them (`constraint_sentences.py`, named in its manifest); what only a mistake of ours can break has
none, and stays the error that it is.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import DatabaseError
from django.db.models.constraints import BaseConstraint

from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.room import Words, named, rooms

log = logging.getLogger("ligzda.constraints")


def sentence_of(error: DatabaseError) -> Words | None:
    """Return what to tell a person of a broken constraint, or None where it is no matter of theirs.

    A constraint is known by its name, a trigger as `model.trigger`, a unique field as `model.field`
    (the database makes up the name of its constraint).
    """
    told = getattr(error.__cause__, "diag", None)
    if told is None:
        return None
    broken, where = told.constraint_name or "", told.context or ""
    for model in apps.get_models():
        label = model._meta.model_name
        for constraint in model._meta.constraints:
            if constraint.name == broken:
                return _own(constraint) or _table().get(broken)
        for trigger in getattr(model._meta, "triggers", ()):
            if f"{trigger.get_pgid(model)}()" in where:
                return _table().get(f"{label}.{trigger.name}")
        if told.table_name == model._meta.db_table:
            for field in model._meta.local_fields:
                if field.unique and (told.message_detail or "").startswith(
                    f"Key ({field.column})="
                ):
                    return _table().get(f"{label}.{field.name}")
    return None


@contextmanager
def as_refusals() -> Iterator[None]:
    """Raise WrongStateError with the sentence where a constraint that has one is broken."""
    try:
        yield
    except DatabaseError as error:
        sentence = sentence_of(error)
        if sentence is None:
            raise
        log.warning("the database, not a rule, refused: %s", sentence)
        raise WrongStateError(str(sentence)) from error


def _own(constraint: BaseConstraint) -> Words | None:
    message = constraint.violation_error_message
    return None if message == constraint.default_violation_error_message else message


def _table() -> dict[str, Words]:
    return {
        name: sentence
        for room in rooms()
        if room.constraint_sentences
        for name, sentence in named(room.constraint_sentences).items()
    }
