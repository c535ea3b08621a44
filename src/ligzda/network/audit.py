"""Write the audit trail."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.db.backends.postgresql.psycopg_any import DateRange

from ligzda.kernel import personal
from ligzda.kernel.texts import Text
from ligzda.network.models import AuditEvent, Municipality, User

Facts = dict[str, Any]

# Not facts about the thing but its drawing: too large, and never changed by hand.
_LEFT_OUT = {"geometry"}


def facts(row: models.Model) -> Facts:
    """Return the row's fields as JSON can hold them; what erasure must reach, not at all.

    The audit trail cannot be changed, so names and addresses never enter it: it says "(personal)"
    in their place. Users stand in it as numbers.
    """
    declared = personal.declared(type(row))
    erased = set(declared.erased) if declared else set()
    found: Facts = {}
    for field in row._meta.concrete_fields:
        if field.name in _LEFT_OUT:
            continue
        value = getattr(row, field.attname)
        if isinstance(value, DateRange):
            value = [value.lower, value.upper]
        elif isinstance(value, Text):
            value = dict(value)
        found[field.name] = "(personal)" if field.name in erased and value else value
    return found


def record(
    *, by: User, action: str, about: models.Model, before: Facts | None = None, after: Facts | None
) -> None:
    """Add an event about `about`; only inside a transaction, so that it stands or falls with it."""
    if not connection.in_atomic_block:
        raise RuntimeError("an audit event belongs into the transaction of its action")
    AuditEvent.objects.create(
        by=by,
        municipality=_municipality_of(about),
        action=action,
        object_type=about._meta.label_lower,
        object_id=about.pk,
        before=_plain(before),
        after=_plain(after),
    )


def _municipality_of(row: models.Model) -> Municipality | None:
    for name in ("municipality", "partner", "unit"):
        if (found := getattr(row, name, None)) is not None:
            return found if isinstance(found, Municipality) else _municipality_of(found)
    return None


def _plain(value: Facts | None) -> Any:
    return None if value is None else json.loads(json.dumps(value, cls=DjangoJSONEncoder))
