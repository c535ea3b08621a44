"""Stays from a spreadsheet: what is there, and what no row may say."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.errors import BadDataError, RefusedError
from ligzda.kernel.tables.declaration import Row
from ligzda.kernel.tables.reading import Check
from ligzda.network.models import Municipality
from ligzda.people import personal_code
from ligzda.people.codes import code_token
from ligzda.people.models import ExitReason, Person, Stay
from ligzda.people.rules import check_in_use
from ligzda.people.stays import rules

Found = Iterator[tuple[str, str, str]]
_DAY = datetime.timedelta(days=1)
_ENDS = ("last_day", "exit_state", "exit_reason")


def stays_there(municipality: Municipality) -> Mapping[str, Row]:
    """Return the stays of a municipality as rows of `tables.STAYS`, by their numbers."""
    rows = Stay.objects.filter(municipality=municipality).select_related("entry")
    return {str(row.pk): row_of(row) for row in rows.order_by("-pk")}


def row_of(stay: Stay) -> Row:
    """Return a stay as a row; without what tells of health or origin."""
    entry = getattr(stay, "entry", None)
    asked = ("labour_status", "months_unemployed", "education", "household")
    return {
        "stay": stay.pk,
        "person": f"P-{stay.person_id}",
        "contract_on": stay.contract_on,
        "begins_on": stay.period.lower,
        "planned_end": stay.planned_end,
        **{name: getattr(entry, name, None) for name in asked},
        "last_day": stay.period.upper - _DAY if stay.period.upper else None,
        "exit_state": stay.exit_state or None,
        "exit_reason": stay.exit_reason or None,
    }


def person_of(municipality: Municipality, text: str) -> Person | None:
    """Return whom a number, P-12, or a personal code names in a municipality."""
    people = Person.objects.filter(municipality=municipality, merged_into__isnull=True)
    if text.startswith("P-"):
        number = text[2:]
        return people.filter(pk=int(number)).first() if number.isdigit() else None
    try:
        token = code_token(personal_code.read(text).written)
    except personal_code.PersonalCodeError:
        return None
    return people.filter(code_token=token).first()


def check_of_stays(municipality: Municipality, there: Mapping[str, Row]) -> Check:
    """Return the check of a row: the person is here, the days are possible, no two at once."""
    taken: dict[str, list[tuple[datetime.date, datetime.date | None]]] = defaultdict(list)
    for row in there.values():
        taken[row["person"]].append((row["begins_on"], row["last_day"]))
    takes = _takes(municipality)

    def check(row: Row) -> Found:
        yield from _wrong_end(row)
        number = row.get("stay")
        if number is not None:
            yield from _wrong_change(row, there.get(str(number)))
            return
        if not row.get("person"):
            return
        person = person_of(municipality, row["person"])
        if person is None:
            yield (
                "person",
                _("nobody with this number or personal code is registered in your municipality."),
                _("Import the people first. Another municipality's rows go there."),
            )
            return
        try:
            check_in_use(person=person)
        except RefusedError as refused:
            yield "person", str(refused), ""
        begins, contract = row.get("begins_on"), row.get("contract_on")
        if not (begins and contract):
            return
        try:
            rules.check_days_of_entry(contract_on=contract, begins_on=begins)
        except BadDataError as wrong:
            yield "contract_on" if contract > timezone.localdate() else "begins_on", str(wrong), ""
        if why := takes(begins):
            yield "begins_on", why, ""
        days = (begins, row.get("last_day"))
        if any(_overlap(days, other) for other in taken[str(person)]):
            yield "begins_on", _("this person stays in an incubator in these days already."), ""
        taken[str(person)].append(days)

    return check


def _takes(municipality: Municipality) -> Callable[[datetime.date], str]:
    """Return what says why nobody's stay can begin on a day; empty where it can."""
    known: dict[datetime.date, str] = {}

    def told(day: datetime.date) -> str:
        if day not in known:
            try:
                incubator: Incubator = rules.incubator_of(municipality)
                rules.check_incubator_takes(incubator=incubator, on=day)
                known[day] = ""
            except RefusedError as refused:
                known[day] = str(refused)
        return known[day]

    return told


def _wrong_end(row: Row) -> Found:
    given = [name for name in _ENDS if row.get(name)]
    if given and len(given) < len(_ENDS):
        missing = next(name for name in _ENDS if name not in given)
        yield missing, _("an end has a last day, a state and a reason."), ""
    last, first = row.get("last_day"), row.get("begins_on")
    if last and first and last < first:
        yield "last_day", _("the last day is before the first."), ""
    if last and last > timezone.localdate():
        yield "last_day", _("this day is still to come."), ""
    if row.get("months_unemployed") is not None and row.get("labour_status") != "unemployed":
        yield "months_unemployed", _("months without work are told of the unemployed."), ""


def _wrong_change(row: Row, known: Row | None) -> Found:
    """Of a stay that is there a file can tell the end, and nothing else."""
    if known is None:
        yield (
            "stay",
            _("there is no such stay in your municipality."),
            _("Leave the number empty for a new one. Another municipality's rows go there."),
        )
        return
    ended = known["last_day"] is not None
    for name, value in row.items():
        if value != known.get(name) and (ended or name not in _ENDS):
            yield (
                name,
                _("what was true at entry, and an end that is there, are not changed by a file."),
                "",
            )
    if not ended and row.get("exit_reason") == ExitReason.TRANSFER:
        yield "exit_reason", _("who goes on elsewhere is handed over on their page."), ""


def _overlap(
    one: tuple[datetime.date, datetime.date | None],
    other: tuple[datetime.date, datetime.date | None],
) -> bool:
    return one[0] <= (other[1] or datetime.date.max) and other[0] <= (one[1] or datetime.date.max)
