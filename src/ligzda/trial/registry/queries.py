"""Read side of the registry: versions of the protocol."""

import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.network.rules import Viewer
from ligzda.trial.registry import rules
from ligzda.trial.registry.models import Deviation, ProtocolVersion


def protocols(viewer: Viewer = None) -> list[ProtocolVersion]:
    """Return the versions this person may see: the registered, and drafts for evaluators."""
    found = list(ProtocolVersion.objects.order_by("-major", "-minor"))
    if may(rules.check_design_trial, by=viewer):
        return found
    return [row for row in found if row.registered_at is not None and not hidden(row)]


def protocol(number: str, viewer: Viewer = None) -> ProtocolVersion:
    """Return one version by its number such as "1.0". Raises NotFoundError."""
    for row in protocols(viewer):
        if str(row) == number:
            return row
    raise NotFoundError(_("There is no version %(number)s of the protocol.") % {"number": number})


def hidden(version: ProtocolVersion, today: datetime.date | None = None) -> bool:
    """Whether the registered text waits for its day."""
    until = str(version.content.get("hidden_until", ""))
    today = today or datetime.date.today()  # noqa: DTZ011 - a day in the protocol has no zone
    return bool(until) and datetime.date.fromisoformat(until) > today


def draft() -> ProtocolVersion | None:
    """Return the version that is being written; there is one at most."""
    return ProtocolVersion.objects.filter(registered_at__isnull=True).first()


def registered() -> ProtocolVersion | None:
    """Return the newest registered version."""
    return (
        ProtocolVersion.objects.filter(registered_at__isnull=False)
        .order_by("major", "minor")
        .last()
    )


def standing_deviations() -> QuerySet[Deviation]:
    """Return the deviations as they stand, without those that a correction took the place of."""
    return Deviation.objects.filter(corrected_by__isnull=True)


def corrected(deviation: Deviation) -> list[Deviation]:
    """Return what a deviation corrects, the latest first."""
    found = []
    while deviation.corrects is not None:
        deviation = deviation.corrects
        found.append(deviation)
    return found


def hidden_versions() -> list[ProtocolVersion]:
    """Return the registered versions whose text waits for its day: only their hash is public."""
    rows = ProtocolVersion.objects.filter(registered_at__isnull=False)
    return [row for row in rows.order_by("-major", "-minor") if hidden(row)]
