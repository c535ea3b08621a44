"""Read the audit trail: who did what, when, about whose row; before and after side by side."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.tables.declaration import Column, Row, Table
from ligzda.kernel.tables.types import LABEL, MOMENT, WHOLE
from ligzda.network.models import AuditEvent, Municipality, User
from ligzda.network.roles import Permission
from ligzda.network.rules import Viewer, check_see_audit, has_permission, roles_held

MOST_ROWS = 20_000
"""Of a file; whoever needs more asks for fewer days."""

TABLE = Table(
    "audit",
    gettext_lazy("Audit trail"),
    gettext_lazy("Who did what, when, about whose row; facts before and after as JSON."),
    (
        Column("number", gettext_lazy("Number"), WHOLE),
        Column("at", gettext_lazy("When"), MOMENT),
        Column("by", gettext_lazy("Who")),
        Column("by_number", gettext_lazy("Number of the account"), WHOLE),
        Column("action", gettext_lazy("Action"), LABEL),
        Column("object_type", gettext_lazy("Kind of object"), LABEL),
        Column("object_id", gettext_lazy("Number of the object"), WHOLE),
        Column("municipality", gettext_lazy("Whose (name in addresses)"), LABEL, optional=True),
        Column("before", gettext_lazy("Facts before"), optional=True),
        Column("after", gettext_lazy("Facts after"), optional=True),
    ),
)


@dataclass(frozen=True, kw_only=True)
class AuditSearch:
    """What to look for; what is empty, is not asked. Days are whole, in the house's time zone."""

    by: int | None = None
    action: str = ""
    municipality: str = ""
    object_id: int | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True)
class Change:
    """A fact before and after; `changed` where they differ."""

    name: str
    before: str
    after: str
    changed: bool


def visible(viewer: Viewer) -> QuerySet[AuditEvent]:
    """Return the events the viewer may see: the network's, or those of their municipality."""
    rows = AuditEvent.objects.select_related("by", "municipality__partner")
    if has_permission(viewer, Permission.SEE_AUDIT):
        return rows
    own = [
        partner.municipality_id
        for role, partner in roles_held(viewer)
        if Permission.SEE_AUDIT in role.permissions and partner.municipality_id
    ]
    return rows.filter(municipality__in=own)


def search(viewer: Viewer, wanted: AuditSearch) -> QuerySet[AuditEvent]:
    """Return the events that were looked for, the newest first. Raises NotAllowedError."""
    check_see_audit(by=viewer)
    asked = Q()
    if wanted.by is not None:
        asked &= Q(by=wanted.by)
    if wanted.action:
        asked &= Q(action=wanted.action)
    if wanted.municipality:
        asked &= Q(municipality__slug=wanted.municipality)
    if wanted.object_id is not None:
        asked &= Q(object_id=wanted.object_id)
    if wanted.since:
        asked &= Q(at__gte=_begin(wanted.since))
    if wanted.until:
        asked &= Q(at__lt=_begin(wanted.until + datetime.timedelta(days=1)))
    return visible(viewer).filter(asked).order_by("-pk")


def people(viewer: Viewer) -> list[User]:
    """Return who did something that the viewer may see."""
    return list(User.objects.filter(pk__in=visible(viewer).values("by")).order_by("name", "pk"))


def deeds(viewer: Viewer) -> list[str]:
    """Return which actions there are among what the viewer may see."""
    found = visible(viewer).select_related(None).order_by("action")
    return list(found.values_list("action", flat=True).distinct())


def places(viewer: Viewer) -> list[tuple[str, str]]:
    """Return whose events the viewer may see: address and name."""
    held = visible(viewer).select_related(None).values("municipality")
    rows = Municipality.objects.filter(pk__in=held).select_related("partner").order_by("slug")
    return [(row.slug, str(getattr(row, "partner", row.slug))) for row in rows]


def event(viewer: Viewer, pk: int) -> AuditEvent:
    """Return one event. Raises NotAllowedError; NotFoundError for another municipality's."""
    check_see_audit(by=viewer)
    found = visible(viewer).filter(pk=pk).first()
    if found is None:
        raise NotFoundError(_("There is no such event."))
    return found


def changes(row: AuditEvent) -> list[Change]:
    """Return each fact before and after, by the name that pages give it; what changed comes first.

    A field that the model no longer has keeps the name it had.
    """
    before, after = row.before or {}, row.after or {}
    found = [
        Change(
            _name(row.object_type, key),
            _said(before.get(key)),
            _said(after.get(key)),
            before.get(key) != after.get(key),
        )
        for key in {**before, **after}
    ]
    return sorted(found, key=lambda change: not change.changed)


def kind(row: AuditEvent) -> str:
    """Return what the event is about, in words where the model is still there."""
    try:
        return capfirst(str(apps.get_model(row.object_type)._meta.verbose_name))
    except (LookupError, ValueError):
        return row.object_type


def rows(found: QuerySet[AuditEvent]) -> Iterator[Row]:
    """Yield the events as rows of TABLE."""
    for row in found[:MOST_ROWS].iterator():
        yield {
            "number": row.pk,
            "at": row.at,
            "by": str(row.by),
            "by_number": row.by_id,
            "action": row.action,
            "object_type": row.object_type,
            "object_id": row.object_id,
            "municipality": row.municipality.slug if row.municipality else None,
            "before": _json(row.before),
            "after": _json(row.after),
        }


def _begin(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _name(object_type: str, key: str) -> str:
    try:
        field = apps.get_model(object_type)._meta.get_field(key)
    except (LookupError, ValueError, FieldDoesNotExist):
        return key
    return capfirst(str(getattr(field, "verbose_name", key)))


def _said(value: Any) -> str:
    if value is None or value == "":
        return ""
    return value if isinstance(value, str) else _json(value) or ""


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
