"""The models of the house as they declare themselves: what of them is about a person.

Archive, erasure and the canary test walk these, so that a model added later is never forgotten.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import models

from ligzda.kernel import personal
from ligzda.people.keys import OfPerson, unlock
from ligzda.people.models import Person

Model = type[models.Model]


def models_about_people() -> Iterator[tuple[Model, type[personal.Declared]]]:
    """Yield every model that keeps something of a person, and how it declares it: those of rooms
    above, too, which say `person` as the models here do.

    History is not among them: a row of it cannot be changed, and tells nothing without the key.
    """
    for model in apps.get_models():
        said = personal.declared(model)
        if said is not None and not hasattr(model, "pgh_tracked_model") and owner(model):
            yield model, said


def owner(model: Model) -> str:
    """Return the field by which a row is a person's; empty where it is nobody's."""
    if model is Person:
        return "pk"
    named = (field for field in model._meta.concrete_fields if field.name == "person")
    return "person" if any(field.related_model is Person for field in named) else ""


def rows_about(model: Model, people: Iterable[int]) -> list[Any]:
    """Return the rows of a model about people, by number, ready to be read."""
    found = model._default_manager.filter(**{f"{owner(model)}__in": list(people)})
    rows: list[Any] = list(found.order_by("pk"))
    if issubclass(model, OfPerson):
        unlock(rows)
    return rows
