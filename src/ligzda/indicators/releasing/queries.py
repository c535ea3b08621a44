"""Read side of releases: the ledger, what anybody may read, how much is not shown and why."""

from typing import TYPE_CHECKING, Any

from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ligzda.indicators.models import PublicRelease
from ligzda.indicators.releasing import rules
from ligzda.indicators.releasing.tables import OPEN_DATA
from ligzda.network.rules import Viewer

if TYPE_CHECKING:
    from ligzda.disclosure import Ledger


def ledger() -> "Ledger":
    """Return everything that was ever released; its chain of hashes is checked."""
    from ligzda.disclosure import Ledger

    return Ledger.read(PublicRelease.objects.order_by("pk").values_list("line", flat=True))


def newest(*what: str) -> list[PublicRelease]:
    """Return the newest release of open data of each thing counted; for everybody.

    The line of the ledger does not come along.
    """
    rows = PublicRelease.objects.filter(what__in=what, name=OPEN_DATA).defer("line")
    return list({row.what: row for row in rows.order_by("pk")}.values())


def rows(*what: str) -> list[dict[str, Any]]:
    """Return the public rows of the newest releases, with what they count and their day."""
    return [{"what": one.what, "day": one.day, **row} for one in newest(*what) for row in one.shown]


def suppressed(*what: str) -> str:
    """Say how many figures are not shown, and why; “” where nothing was released."""
    found = newest(*what)
    cells, hidden = (sum(getattr(one, name) for one in found) for name in ("cells", "hidden"))
    if not found:
        return _("Nothing has been released yet.")
    if not hidden:
        return _("Every figure is shown.")
    return ngettext(
        "%(hidden)s figure of %(cells)s is not shown: it, or the difference of others, would tell "
        "of fewer than five people, or what one of few gave.",
        "%(hidden)s figures of %(cells)s are not shown: they, or differences of others, would tell "
        "of fewer than five people, or what one of few gave.",
        hidden,
    ) % {"hidden": localize(hidden), "cells": localize(cells)}


def releases(viewer: Viewer) -> list[PublicRelease]:
    """Return every release, the newest first, for who sees the network's counts."""
    rules.check_see_releases(viewer=viewer)
    return list(
        PublicRelease.objects.defer("line", "shown").select_related("released_by").order_by("-pk")
    )
