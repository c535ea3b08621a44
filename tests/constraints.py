"""Which constraints a room has, so that a test can say that each was provoked."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction

Provocation = Callable[[], object]


def constraints_of(room: str) -> set[str]:
    """Return the names of a room's constraints and of its triggers, but for those of history."""
    names: set[str] = set()
    for model in apps.get_app_config(room).get_models():
        if not hasattr(model, "pgh_tracked_model"):
            names |= constraints_of_model(model)
    return names


def constraints_of_model(model: type[models.Model]) -> set[str]:
    """Return the names of a model's constraints and of its triggers, but for those of history."""
    names = {constraint.name for constraint in model._meta.constraints}
    return names | {
        f"{model._meta.model_name}.{trigger.name}"
        for trigger in getattr(model._meta, "triggers", [])
        if trigger.name not in ("insert_insert", "update_update", "delete_delete")
    }


def assert_refused(name: str, provoke: Provocation) -> None:
    """Check that the database itself refuses, and names the constraint (or is the trigger)."""
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        provoke()
    if "." not in name:
        assert name in str(refused.value)
    else:
        assert "CONTEXT:  PL/pgSQL function pgtrigger_" + name.split(".")[1] in str(refused.value)
