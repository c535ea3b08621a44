"""What a file would do to what is there, before it is taken: shown on a page, carried out by an
action, and refused where what is there has changed between the two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.kernel.hashing import canonical_json, sha256
from ligzda.kernel.tables.declaration import Row, Table, Written
from ligzda.kernel.tables.reading import Check, ReadRow, WrongCell, WrongCellsError, look_into
from ligzda.kernel.tables.writing import divided, joined, spelled

MOST_SEALED = 2_000_000
"""Characters: what a form can carry (DATA_UPLOAD_MAX_MEMORY_SIZE), with some to spare."""
_A_DAY = 24 * 60 * 60


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Change:
    """A cell that a file would change, as texts."""

    column: Written
    before: str
    after: str


@dataclass(frozen=True)
class PreviewRow:
    """A row of a file beside what is there. `values` has every column, also one the file lacks."""

    number: int
    key: str
    state: State
    values: Row
    changes: Sequence[Change] = ()


@dataclass(frozen=True)
class Preview:
    """What a file would do. With a wrong cell nothing is taken.

    `decided`: name of a question (kernel/questions.py) → what whoever takes the file in said to it.
    """

    table: Table
    rows: Sequence[PreviewRow]
    wrong: Sequence[WrongCell] = ()
    decided: Mapping[str, str] = field(default_factory=dict)

    def those(self, state: State) -> list[PreviewRow]:
        """Return the rows of a state."""
        return [row for row in self.rows if row.state is state]

    @property
    def new(self) -> list[PreviewRow]:
        """The rows that are not there yet."""
        return self.those(State.NEW)

    @property
    def changed(self) -> list[PreviewRow]:
        """The rows that are there with other values."""
        return self.those(State.CHANGED)

    @property
    def same(self) -> list[PreviewRow]:
        """The rows that are there as they are."""
        return self.those(State.SAME)

    def taken(self) -> Sequence[PreviewRow]:
        """Return the rows to be taken in. Raises WrongCellsError where a cell is wrong."""
        if self.wrong:
            raise WrongCellsError(self.wrong)
        return self.rows

    @cached_property
    def digest(self) -> str:
        """What this preview shows, as SHA-256: two with one digest change the same."""
        shown = [
            (row.key, row.state, [(x.column.name, x.before, x.after) for x in row.changes])
            for row in self.rows
        ]
        return sha256(canonical_json(shown))

    def sealed(self) -> str:
        """Return the rows and what was shown of them, signed, for a form that takes them in.

        Raises a refusal where a cell is wrong, or a form could not carry so many rows.
        """
        columns = self.table.written()
        rows = [
            [row.number, [spelled(column, row.values.get(column.name)) for column in columns]]
            for row in self.taken()
        ]
        sealed = {"names": [each.name for each in columns], "rows": rows, "shown": self.digest}
        text = signing.dumps(sealed, salt=_salt(self.table), compress=True)
        if len(text) > MOST_SEALED:
            raise BadDataError(_("The file is too large to be shown first; divide it."))
        return text


def preview(
    table: Table, name: str, content: bytes, there: Mapping[str, Row], check: Check | None = None
) -> Preview:
    """Read a file and say what it would do to the rows that are there, by their keys."""
    found = look_into(table, name, content, check)
    return Preview(table, _beside(table, found.rows, there), found.wrong)


def unsealed(table: Table, sealed: str, there: Mapping[str, Row]) -> Preview:
    """Return the preview of a form. Raises a refusal where it is not what was shown any more."""
    try:
        given = signing.loads(sealed, salt=_salt(table), max_age=_A_DAY)
    except signing.BadSignature:
        raise BadDataError(_("The preview is older than a day. Give the file again.")) from None
    columns = table.written()
    changed = WrongStateError(
        _("What is there has changed since the preview. Give the file again.")
    )
    if given["names"] != [column.name for column in columns]:
        raise changed
    rows = [
        ReadRow(number, {c.name: _value(c, text) for c, text in zip(columns, texts, strict=True)})
        for number, texts in given["rows"]
    ]
    found = Preview(table, _beside(table, rows, there))
    if found.digest != given["shown"]:
        raise changed
    return found


def _salt(table: Table) -> str:
    return f"ligzda.tables.{table.slug}"


def _value(column: Written, text: str) -> Any:
    if column.many:
        return tuple(column.type.read(part) for part in divided(text))
    return column.type.read(text) if text else None


def _beside(table: Table, rows: Iterable[ReadRow], there: Mapping[str, Row]) -> list[PreviewRow]:
    columns = {column.name: column for column in table.written()}
    key = columns[table.key_name]
    found = []
    for row in rows:
        name = spelled(key, row.values.get(key.name))
        known = there.get(name)
        # A column that the file does not have says nothing; what is there stays.
        values = {**(known or {}), **row.values}
        if known is None:
            found.append(PreviewRow(row.number, name, State.NEW, values))
            continue
        changes = [
            Change(column, before, after)
            for column in columns.values()
            # A spreadsheet gives 0.000 back as 0: the same number, spelled otherwise.
            if known.get(column.name) != values.get(column.name)
            and (before := _as_read(column, known.get(column.name)))
            != (after := spelled(column, values.get(column.name)))
        ]
        state = State.CHANGED if changes else State.SAME
        found.append(PreviewRow(row.number, name, state, values, changes))
    return found


def _as_read(column: Written, value: Any) -> str:
    """Spell what is there as it would come back from a file: the same text is no change."""
    text = spelled(column, value)
    if column.many:
        return joined(divided(text))
    return text
