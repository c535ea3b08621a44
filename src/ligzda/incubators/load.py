"""Load the incubators that come with Ligzda: Ogre's, and invented ones for the demonstration."""

from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from ligzda.incubators import actions, demonstration
from ligzda.incubators.actions import IncubatorFacts
from ligzda.incubators.costs import demonstration as costs
from ligzda.incubators.models import Incubator
from ligzda.incubators.orders import demonstration as orders
from ligzda.incubators.orders.actions import award_routes
from ligzda.kernel.calendar import month_after
from ligzda.network.models import Municipality, User

TRIAL_MONTHS = 36
"""How long ago the invented trial began, and with it the invented incubators."""

DATA = Path(__file__).resolve().parent / "data"


def load(*, by: User, demo: bool) -> None:
    """Add what is missing; change nothing that is there. `demo`: what is invented too."""
    there = set(Incubator.objects.values_list("municipality__code", flat=True))
    data = yaml.safe_load((DATA / "incubators.yaml").read_text("utf-8"))
    rows: list[dict[str, Any]] = data["incubators"]
    if demo:
        opened = month_after(timezone.localdate().replace(day=1), -TRIAL_MONTHS)
        rows = rows + [
            {**row, "opens_on": opened, "invented": True} for row in data["invented_incubators"]
        ]
    municipalities = {row.code: row for row in Municipality.objects.all()}
    for row in rows:
        code = row.pop("municipality")
        if code not in there:
            actions.open_incubator(
                by=by, municipality=municipalities[code], facts_given=IncubatorFacts(**row)
            )
    award_routes(by=by, rows=yaml.safe_load((DATA / "award_routes.yaml").read_text("utf-8")))
    if demo:
        demonstration.load(by=by)
        costs.load(by=by)
        orders.load(by=by)
