"""What the models of every room share: history, hashes and ranges in constraints, languages."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

from ligzda.languages import spoken

M = TypeVar("M", bound=models.Model)
OVERLAPS = RangeOperators.OVERLAPS


def tracked(**options: Any) -> Callable[[type[M]], type[M]]:
    """Keep every state of a row: database triggers, so raw and bulk writes are seen too."""
    return pghistory.track(  # type: ignore[no-any-return]
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), **options
    )


class Fixed(pgtrigger.ReadOnly):
    """Refuse any change of a row but to the fields in `exclude`, and say why.

    The columns are read from the model: a field that is added later is fixed from its first day,
    by the migration that adds it.
    """

    when = pgtrigger.Before

    def __init__(self, *, sentence: str, **options: Any) -> None:
        self.sentence = sentence
        super().__init__(**options)

    def get_func(self, model: models.Model) -> str:
        """Raise what a broken check constraint raises."""
        sentence = self.sentence.replace("'", "''")
        return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';"


def hash_of(what: str | models.Expression, *, text: bool = True) -> Func:
    """Return, in the database, what `kernel.hashing.sha256` computes in Python.

    `what` is a field's name or an expression; `text=False` where it holds a file's bytes.
    """
    column = F(what) if isinstance(what, str) else what
    octets = Func(column, Value("UTF8"), function="convert_to") if text else column
    digest = Func(octets, function="sha256")
    return Func(
        digest, Value("hex"), function="encode", output_field=models.CharField(max_length=64)
    )


def same_number(field: str) -> tuple[Func, str]:
    """Return the part of an exclusion constraint that says "the same value of `field`".

    The embedded PostgreSQL lacks btree_gist, so equality is written as the overlap of two ranges
    of one number each (ADR 0030).
    """
    number = Cast(F(field), models.BigIntegerField())
    return Func(number, number, Value("[]"), function="int8range"), OVERLAPS


def same_text(field: str) -> tuple[Func, str]:
    """Return the same for a text: its 64-bit hash stands for it (ADR 0030)."""
    number = Func(F(field), Value(0), function="hashtextextended")
    return Func(number, number, Value("[]"), function="int8range"), OVERLAPS


def in_language(row: models.Model, field: str) -> str:
    """Return `field` of a row in the active language: `<field>_lv`, `<field>_en` …"""
    return str(getattr(row, f"{field}_{spoken(get_language())}"))


_REFUSE_PUBLISHED_PART = """
    IF TG_OP <> 'INSERT' AND EXISTS (
        SELECT 1 FROM {table} WHERE id = OLD.version_id AND published_at IS NOT NULL
    ) OR TG_OP <> 'DELETE' AND EXISTS (
        SELECT 1 FROM {table} WHERE id = NEW.version_id AND published_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'a published version of a {what} cannot be changed'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def part_of_version(table: str, what: str) -> pgtrigger.Trigger:
    """Refuse any change to a part of a published version; `table` keeps the versions of `what`."""
    return pgtrigger.Trigger(
        name="immutable_when_published",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=_REFUSE_PUBLISHED_PART.format(table=table, what=what),
    )
