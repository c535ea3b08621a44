"""Machines from a spreadsheet: what is there, and what no file may say."""

import datetime
from collections.abc import Iterator, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.incubators.places.models import MINUTES
from ligzda.incubators.places.queries import table_rows
from ligzda.kernel.tables.declaration import Row
from ligzda.kernel.tables.reading import Check

_PRICE = ("bought_on", "price", "life_months")


def machines_there(incubator: Incubator) -> Mapping[str, Row]:
    """Return an incubator's machines as rows of `places.tables.EQUIPMENT`, by name."""
    return {row["name"]: row for row in table_rows(incubator)}


def check_of_machines(incubator: Incubator) -> Check:
    """Return the check of a row: its room is there, a price says when and how long."""
    rooms = {row.name for row in incubator.rooms.all()}

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        room = row.get("room")
        if room is not None and room not in rooms:
            known = ", ".join(sorted(rooms)) or "–"
            yield (
                "room",
                _("there is no such room."),
                _("Rooms of the incubator: %(rooms)s.") % {"rooms": known},
            )
        for name in ("minutes_before", "minutes_after"):
            if (row.get(name) or 0) % MINUTES:
                yield name, _("minutes are whole steps of five."), ""
        if row.get("price") is not None or row.get("life_months") is not None:
            for name in _PRICE:
                if row.get(name) is None:
                    told = _(
                        "A price goes with the day of buying and the months over which it is "
                        "written off."
                    )
                    yield name, _("this cell must not be empty."), told
        yield from _retired(row)

    return check


def _retired(row: Row) -> Iterator[tuple[str, str, str]]:
    retired, bought = row.get("retired_on"), row.get("bought_on")
    if not isinstance(retired, datetime.date):
        return
    if retired > timezone.localdate():
        yield "retired_on", _("this day is still to come."), ""
    if isinstance(bought, datetime.date) and retired < bought:
        told = _("A machine is taken out of use no earlier than it was bought.")
        yield "retired_on", told, ""
