"""Public files of the State's registers: their columns, and what of ours they are held against.

The names of the columns are those of the public files as far as we know; nobody has compared them
with a file of this year: to be checked. Other columns of a file are left alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.tables.declaration import Column, Row, Table
from ligzda.kernel.tables.types import DAY, Money, Text
from ligzda.network.models import Municipality
from ligzda.ventures.models import Aid, Enterprise, Link, Milestone, RegisterKind
from ligzda.ventures.models.enterprises import open_names
from ligzda.ventures.order import Step

_MOST_ROWS = 20_000
_NUMBER = Column("regcode", gettext_lazy("Registration number"), Text(compared=True, most=20))
ENTERPRISES = Table(
    "register",
    gettext_lazy("Register of Enterprises"),
    gettext_lazy("Name, day of registration and of closing, as the register has them."),
    (
        _NUMBER,
        Column("name", gettext_lazy("Name"), Text(most=300)),
        Column("registered", gettext_lazy("Registered"), DAY),
        Column("terminated", gettext_lazy("Closed"), DAY, optional=True, absent=True),
    ),
    closed=False,
    most_rows=_MOST_ROWS,
)
STATUS = Table(
    "status",
    gettext_lazy("Register of social enterprises"),
    gettext_lazy("When the status was granted, and when it was lost."),
    (
        _NUMBER,
        Column("granted", gettext_lazy("Status granted"), DAY),
        Column("lost", gettext_lazy("Status lost"), DAY, optional=True, absent=True),
    ),
    closed=False,
    most_rows=_MOST_ROWS,
)
AID = Table(
    "aid",
    gettext_lazy("Public file of de minimis support"),
    gettext_lazy("Support that was granted, by the number of the form in the State's system."),
    (
        Column("form", gettext_lazy("Number of the form"), Text(compared=True, most=30)),
        _NUMBER,
        Column("granted", gettext_lazy("Right arose on"), DAY),
        Column("amount", gettext_lazy("Amount"), Money(least=0), unit="EUR"),
        Column("giver", gettext_lazy("Given by"), Text(most=200)),
    ),
    closed=False,
    most_rows=_MOST_ROWS,
)
TABLES: Mapping[str, Table] = {
    RegisterKind.ENTERPRISES: ENTERPRISES,
    RegisterKind.STATUS: STATUS,
    RegisterKind.AID: AID,
}


def table_of(kind: str) -> Table:
    """Return the table of a register. Raises NotFoundError."""
    if kind not in TABLES:
        raise NotFoundError(_("There is no such register."))
    return TABLES[kind]


@dataclass(frozen=True)
class Known:
    """The enterprises of a municipality by registration number; whom others are linked with."""

    ours: Mapping[str, Enterprise]
    linked: Mapping[str, Enterprise]

    def about(self, row: Row) -> bool:
        """Whether a row of a file is about one of them."""
        return row.get("regcode") in self.ours or row.get("regcode") in self.linked

    def only_ours(self, row: Row) -> bool:
        """Whether a row of a file is about one of ours."""
        return row.get("regcode") in self.ours


def known(here: Municipality) -> Known:
    """Return whom rows of a file can be about; the few numbers that are sealed are opened."""
    rows = list(Enterprise.objects.filter(municipality=here).select_related("municipality"))
    open_names(rows)
    by_pk = {row.pk: row for row in rows}
    ours = {row.number: row for row in rows if row.number}
    links = Link.objects.filter(municipality=here)
    linked = {
        number: by_pk[pk]
        for one, other, pk in links.values_list("one", "other", "enterprise_id")
        for number in (one, other)
        if not number.startswith("V-") and number not in ours
    }
    return Known(ours, linked)


def _days(here: Municipality) -> dict[tuple[int, str], object]:
    rows = Milestone.objects.filter(municipality=here).order_by("day", "pk")
    return {(pk, kind): day for pk, kind, day in rows.values_list("enterprise_id", "kind", "day")}


def _enterprises_there(here: Municipality, found: Known) -> dict[str, Row]:
    days = _days(here)
    return {
        number: {
            "regcode": number,
            # A person's own name is compared by people, not written down beside the register's.
            **({} if row.is_personal else {"name": row.name}),
            "registered": days.get((row.pk, Step.REGISTERED)),
            "terminated": days.get((row.pk, Step.CLOSED)),
        }
        for number, row in found.ours.items()
    }


def _status_there(here: Municipality, found: Known) -> dict[str, Row]:
    days = _days(here)
    return {
        number: {
            "regcode": number,
            "granted": days[row.pk, Step.GRANTED],
            "lost": days.get((row.pk, Step.LOST)),
        }
        for number, row in found.ours.items()
        if (row.pk, Step.GRANTED) in days
    }


def _aid_there(here: Municipality, found: Known) -> dict[str, Row]:
    numbers = {row.pk: number for number, row in found.ours.items()}
    return {
        row.form_number: {
            "form": row.form_number,
            "regcode": row.undertaking or numbers.get(row.enterprise_id, ""),
            "granted": row.granted_on,
            "amount": row.amount,
            "giver": row.giver,
        }
        for row in Aid.objects.filter(municipality=here).exclude(form_number="")
    }


_THERE: Mapping[str, Callable[[Municipality, Known], dict[str, Row]]] = {
    RegisterKind.ENTERPRISES: _enterprises_there,
    RegisterKind.STATUS: _status_there,
    RegisterKind.AID: _aid_there,
}


def there(kind: str, here: Municipality, found: Known) -> dict[str, Row]:
    """Return what we say of those whom a register tells of, as rows of its table."""
    return _THERE[kind](here, found)
