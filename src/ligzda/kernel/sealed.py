"""Fields of models that are sealed under the key of the person they tell of (kernel/seal.py).

    class TracingContact(SealedRow):
        name = SealedText(_("name"))

The attribute reads and takes plain text; the database only ever sees what is sealed. A row that is
new, or whose text was set, is sealed when it is written, singly or in bulk. Where the key is gone –
the person is erased – every text reads as empty.

Nothing is looked for by such a field, and it stands in no order: filters refuse it.
"""

import uuid
from base64 import b64encode
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from ligzda.kernel.seal import opened, seal

_OF_TEXTS = {"iexact", "contains", "icontains", "startswith", "istartswith", "endswith"} | {
    "iendswith", "regex", "iregex", "gt", "gte", "lt", "lte", "range",
}  # fmt: skip


class SealedRow(models.Model):
    """A row with sealed fields. `sealed_as` binds them to it: no two rows share one."""

    sealed_as = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    data_key: Callable[[], bytes | None]
    """Returns the key of the person, None where it is gone: the room that has people says how."""

    class Meta:
        abstract = True


class _Text(DeferredAttribute):
    """Reads what is sealed as text; keeps what is set until it is written."""

    field: "SealedText"

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        value = instance.__dict__[name] if name in instance.__dict__ else super().__get__(instance)
        return value if isinstance(value, str) else self.field.opened(instance, value)

    def __set__(self, instance: models.Model, value: object) -> None:
        instance.__dict__[self.field.attname] = "" if value is None else value


class SealedText(models.BinaryField):  # type: ignore[type-arg]
    """A text of a person, of at most `most` characters. Empty stays empty, and tells only that."""

    descriptor_class = _Text

    def __init__(self, *args: Any, most: int = 200, **kwargs: Any) -> None:
        self.most = most
        super().__init__(*args, **{"default": b"", "blank": True, "editable": True, **kwargs})

    def deconstruct(self) -> Any:
        """Migrations need not know how long it may be: the database cannot tell."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs

    def bound_to(self, row: models.Model) -> str:
        """Return the place that a value is bound to; a history row has that of its row."""
        model = getattr(row, "pgh_tracked_model", type(row))
        return f"{model._meta.label_lower}.{self.name}.{row.sealed_as}"  # type: ignore[attr-defined]

    def opened(self, row: models.Model, sealed: Any) -> str:
        """Return the text of a row; empty where the key is gone."""
        octets = bytes(sealed or b"")
        key = row.data_key() if octets and isinstance(row, SealedRow) else None
        return opened(key, octets, self.bound_to(row)) if key else ""

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:
        """Return what the database keeps."""
        value = model_instance.__dict__.get(self.attname, b"")
        if not isinstance(value, str):
            return bytes(value or b"")
        if not value:
            return b""
        assert isinstance(model_instance, SealedRow)
        if (key := model_instance.data_key()) is None:
            raise FieldError(f"{self.bound_to(model_instance)}: the person is erased")
        return seal(key, value, self.bound_to(model_instance))

    def value_to_string(self, obj: models.Model) -> str:
        """Return what is sealed in base64: a row that is kept for undoing stays sealed there."""
        return b64encode(self.pre_save(obj, False)).decode()

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse to look for parts of what nobody can read, or to put it in order."""
        if lookup_name in _OF_TEXTS:
            raise FieldError(f"{self.name} is sealed: find people by people.identity")
        return super().get_lookup(lookup_name)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Refuse a text that did not pass by a row, as `update()` and filters send it."""
        if isinstance(value, str) and value:
            raise FieldError(f"{self.name} is sealed: set it on its row and save that")
        return super().get_db_prep_value(value or b"", connection, prepared)


def sealed_fields(model: type[models.Model]) -> list[SealedText]:
    """Return the sealed fields of a model."""
    return [field for field in model._meta.concrete_fields if isinstance(field, SealedText)]


def sealed_models(models_of: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """Return those with sealed fields."""
    return [model for model in models_of if sealed_fields(model)]
