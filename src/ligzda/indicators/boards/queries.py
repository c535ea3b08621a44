"""What stands on a board: sections of indicators, each with its figures."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.incubators.costs.rules import check_see_costs
from ligzda.incubators.models import Incubator
from ligzda.indicators import rules
from ligzda.indicators.boards.day_counts import Records
from ligzda.indicators.figures import Figure, figures
from ligzda.indicators.queries import Asked, asked, counts
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.kernel.sorting import sort_key
from ligzda.network.rules import Viewer

SECTIONS = (
    ("entries", gettext_lazy("Applications and entries"), ("applications", "entered",
                                                           "waiting_days")),
    ("stays", gettext_lazy("Stays"), ("completed", "support_hours")),
    ("follow_ups", gettext_lazy("Follow-ups"), ("follow_up_state",)),
    ("outcomes", gettext_lazy("Outcomes"), ("in_paid_activity", "exit_state", "hours_per_week",
                                 "net_income", "who5", "soft_skills", "user_voice")),
    ("enterprises", gettext_lazy("Enterprises"), ("enterprise_registered", "enterprise_survives",
                                                  "se_status", "jobs_fte", "turnover")),
    ("money", gettext_lazy("Costs and orders"), ("cost", "cost_per_participant", "cost_per_outcome",
                                      "municipal_orders")),
    ("fidelity", gettext_lazy("Fidelity"), ("fidelity",)),
)  # fmt: skip
BESIDE = ("entered", "completed", "in_paid_activity", "cost_per_participant", "fidelity")
"""What stands side by side for each incubator on the board of the network."""


@dataclass(frozen=True)
class Section:
    """A part of a board."""

    name: str
    title: object
    figures: Sequence[Figure]


def this_year() -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of the year."""
    year = timezone.localdate().year
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def incubators_seen(viewer: Viewer) -> list[Incubator]:
    """Return the incubators whose board somebody may see, by name."""
    rows = Incubator.objects.select_related("municipality")
    seen = [
        row
        for row in rows
        if may(rules.check_see_municipality, viewer=viewer, municipality=row.municipality)
    ]
    return sorted(seen, key=lambda row: sort_key(str(row)))


def incubator(viewer: Viewer, slug: str) -> Incubator:
    """Return an incubator whose board somebody may see. Raises NotFoundError, NotAllowedError."""
    row = Incubator.objects.select_related("municipality").filter(slug=slug).first()
    if row is None:
        raise NotFoundError(_("There is no incubator “%(slug)s”.") % {"slug": slug})
    rules.check_see_municipality(viewer=viewer, municipality=row.municipality)
    return row


def everywhere(first: datetime.date, last: datetime.date) -> Asked:
    """Return the question about all incubators."""
    places = Incubator.objects.values_list("municipality_id", flat=True)
    return asked(sorted(places), first, last)


def of_board(given: Asked) -> Records:
    """Count all that a board shows."""
    found: Records = {
        (code, ()): counts(code, given) for _name, _title, codes in SECTIONS for code in codes
    }
    found["entered", ("quarter",)] = counts("entered", given, ("quarter",))
    return found


def of_network(given: Asked) -> Records:
    """Count all that the board of the network shows."""
    side = {(code, ("incubator",)): counts(code, given, ("incubator",)) for code in BESIDE}
    return of_board(given) | side


def sections(records: Records, *, by_category: bool) -> list[Section]:
    """Return the parts of a board. `by_category` False: costs are one sum.

    Somebody's pay can follow from what a category cost, so it is for those who see the costs.
    """
    return [
        Section(
            name, title, [one for code in codes for one in _figures(code, records, by_category)]
        )
        for name, title, codes in SECTIONS
    ]


def _figures(code: str, records: Records, by_category: bool) -> list[Figure]:
    found = figures(code, records[code, ()])
    return found if code != "cost" or by_category or not found else [together(found)]


def together(found: Sequence[Figure]) -> Figure:
    """Return one figure for all categories of a sum."""
    return replace(
        found[0],
        category="",
        value=sum(one.value or 0 for one in found),
        counted=sum(one.counted for one in found),
    )


def sees_categories(viewer: Viewer, row: Incubator) -> bool:
    """Whether somebody sees what an incubator costs, category by category."""
    return may(check_see_costs, viewer=viewer, incubator=row)


def beside(records: Records) -> dict[str, dict[str, Figure]]:
    """Return what stands side by side: incubator → indicator → figure. Outcomes: a year later."""
    found: dict[str, dict[str, Figure]] = {}
    for code in BESIDE:
        for one in figures(code, records[code, ("incubator",)], ("incubator",)):
            if one.moment in ("", "m12") or (one.moment == "exit" and code == "completed"):
                found.setdefault(str(one.key[0]), {})[code] = one
    return found


def entered_by_quarter(records: Records) -> list[tuple[datetime.date, int]]:
    """Return contracts signed, quarter by quarter."""
    rows = records["entered", ("quarter",)]
    return sorted((row["quarter"], row["counted"]) for row in rows if row["left_out"] is None)
