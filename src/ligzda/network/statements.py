"""What the house states from memory, and how it stands with each: open, confirmed, corrected.

A room declares what it shows (`statements` in its manifest); what came of looking it up is kept in
`StatementCheck`. A key ends in a hash of the Latvian text, so a statement that is worded anew is a
new one, and open.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.room import ToCheck, named, rooms
from ligzda.languages import DEFAULT
from ligzda.network.models import StatementCheck
from ligzda.network.roles import BY_KEY

Status = StatementCheck.Status


@dataclass(frozen=True)
class Row:
    """A statement with what came of it."""

    statement: ToCheck
    key: str
    check: StatementCheck | None

    @property
    def open(self) -> bool:
        """Whether it waits to be looked up."""
        return self.check is None or self.check.status == Status.OPEN

    @property
    def status(self) -> str:
        """How it stands, in a word."""
        found = Status.OPEN.label if self.check is None else self.check.get_status_display()
        return capfirst(str(found))


def key_of(name: str, text: object) -> str:
    """Return the key of a statement: its name and what it says in Latvian."""
    return f"{name}.{sha256(latvian(text))[:12]}"


def latvian(text: object) -> str:
    """Return what a text says in the language that most read."""
    with override(DEFAULT):
        return str(text)


def declared() -> list[ToCheck]:
    """Return what the rooms that are there state from memory."""
    return [each for room in rooms() if room.statements for each in named(room.statements)()]


def text_named(name: str) -> object:
    """Return what a statement says of which a room declares one by this name."""
    found = (each for room in rooms() if room.statements for each in named(room.statements)())
    return next(each.latvian or each.text for each in found if each.name == name)


def rows() -> list[Row]:
    """Return every statement, those that wait first."""
    known = checks()
    # What stands on two pages is one statement.
    keyed = {key_of(each.name, each.latvian or each.text): each for each in declared()}
    found = [Row(each, key, known.get(key)) for key, each in keyed.items()]
    return sorted(found, key=lambda row: not row.open)


def row(key: str) -> Row:
    """Return one statement. Raises NotFoundError."""
    for found in rows():
        if found.key == key:
            return found
    raise NotFoundError(_("There is no such statement; it may be worded otherwise by now."))


def checks() -> Mapping[str, StatementCheck]:
    """Return what has been looked up, by key."""
    return {check.key: check for check in StatementCheck.objects.select_related("checked_by")}


def waiting() -> int:
    """Return how many statements wait to be looked up."""
    return sum(row.open for row in rows())


def told(check: StatementCheck | None) -> str:
    """Return what stands beside a statement: to be checked, or who has checked it when."""
    if check is None or check.status == Status.OPEN:
        return _("to be checked")
    facts = {
        "day": date_format(check.checked_on, "SHORT_DATE_FORMAT"),
        "role": BY_KEY[check.role].name if check.role in BY_KEY else check.role,
        "note": check.note,
    }
    if check.status == Status.CORRECTED:
        return _("checked on %(day)s (%(role)s), corrected: %(note)s") % facts
    return _("checked on %(day)s (%(role)s)") % facts
