"""Support from a spreadsheet: what is there, and what no file may say."""

from collections.abc import Iterator, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.kernel.tables.declaration import Row
from ligzda.kernel.tables.reading import Check
from ligzda.network.models import Municipality
from ligzda.people.models import Stay
from ligzda.people.support.queries import OWN_PREFIX, table_rows


def support_there(municipality: Municipality) -> Mapping[str, Row]:
    """Return the log of a municipality as rows of `support.tables.SUPPORT`, by reference."""
    return {row["reference"]: row for row in table_rows(municipality)}


def check_of_support(municipality: Municipality, there: Mapping[str, Row]) -> Check:
    """Return the check of a row: the person stays here on that day, minutes fit.

    Somebody of another municipality and nobody at all are answered alike.
    """
    stays: dict[str, list[Stay]] = {}
    for stay in Stay.objects.filter(municipality=municipality):
        stays.setdefault(f"P-{stay.person_id}", []).append(stay)

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        theirs, day = stays.get(row.get("person") or ""), row.get("day")
        name = row.get("reference") or ""
        if name.startswith(OWN_PREFIX) and name not in there:
            told = _("Numbers that begin with D- are given here. Choose another.")
            yield "reference", _("there is no such row."), told
        if row.get("person") and theirs is None:
            yield (
                "person",
                _("nobody with this number has stayed in your incubator."),
                _("The number stands on the person's page. Another municipality's rows go there."),
            )
        if day and day > timezone.localdate():
            yield "day", _("this day is still to come."), ""
        elif day and theirs and not any(_holds(stay, day) for stay in theirs):
            yield "day", _("the person did not stay in the incubator on this day."), ""
        minutes, no_show = row.get("minutes"), row.get("no_show")
        if minutes is not None and no_show is not None and no_show != (minutes == 0):
            told = _("Who did not come has 0 minutes; everybody else has more.")
            yield "minutes", _("minutes do not fit “did not come”."), told

    return check


def _holds(stay: Stay, day: object) -> bool:
    last = stay.period.upper
    return bool(stay.period.lower <= day and (last is None or day < last))
