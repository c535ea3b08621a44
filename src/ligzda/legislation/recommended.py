"""Recommendations as the rooms that have some tell of them, and how those of a package stand.

The methodology stands beside this room: it is asked by its manifest (ADR 0142).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Advice, named, rooms
from ligzda.legislation.models import Advised, Package


def published() -> dict[int, Advice]:
    """Return the published recommendations by number; none where no room has any."""
    asked = [named(room.recommendations)() for room in rooms() if room.recommendations]
    return {each.number: each for found in asked for each in found}


@dataclass(frozen=True)
class Followed:
    """A recommendation that a package follows. `now`: as it reads now, None where it is withdrawn.

    `said`: what has become of it since; empty where it stands as it was.
    """

    row: Advised
    now: Advice | None
    said: str | Promise


def followed(package: Package) -> list[Followed]:
    """Return the recommendations that a package follows, by number."""
    rows = list(package.advised.all())
    known = published() if rows else {}
    return [Followed(row, known.get(row.number), _said(row, known.get(row.number))) for row in rows]


def _said(row: Advised, now: Advice | None) -> str | Promise:
    if now is None:
        return _("recommendation withdrawn")
    if now.sha256 != row.sha256:
        return _("recommendation replaced by another version")
    return "" if now.carries else _("recommendation whose claims no longer support it")
