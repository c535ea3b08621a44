"""Read a table of populations, so that "no data" can give way to official figures.

Columns: `code` (ISO 3166-2, as LV-067) or `name` (as "Ogres novads"), and `population`; others are
not looked at. Delimiters, marks and signs are those that every table of the house is read with.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.tables.declaration import Column, Row, Table
from ligzda.kernel.tables.reading import WrongCellsError, read
from ligzda.kernel.tables.types import LABEL, Whole
from ligzda.network.actions import Figure
from ligzda.network.models import Unit

POPULATIONS = Table(
    "populations",
    gettext_lazy("Populations"),
    gettext_lazy("Inhabitants of municipalities on a day, by code or by name."),
    (
        Column("code", gettext_lazy("Code used here"), LABEL, optional=True, absent=True),
        Column("name", gettext_lazy("Name"), LABEL, optional=True, absent=True),
        Column("population", gettext_lazy("Inhabitants"), Whole(least=1), optional=True),
    ),
    key="",
    closed=False,
)


def read_populations(
    path: Path, *, on: datetime.date, source_lv: str, source_en: str
) -> list[Figure]:
    """Return the figures of a CSV or XLSX file. Empty cells are no data and are passed over.

    Raises BadDataError, naming the file and every row and column that cannot be right.
    """
    standing = Unit.objects.filter(period__contains=on).select_related("municipality")
    codes = {unit.name: unit.municipality.code for unit in standing.defer("geometry")}
    seen: set[str] = set()

    def code_of(row: Row) -> str:
        return row.get("code") or codes.get(row.get("name") or "", "")

    def check(row: Row) -> Iterator[tuple[str, str, str]]:
        if row.get("population") is None:
            return
        code = code_of(row)
        column = "code" if row.get("code") else "name"
        if code not in codes.values():
            words = _("no municipality “%(name)s” stood on %(day)s.")
            given = {"name": row.get("code") or row.get("name") or "", "day": on}
            yield column, words % given, ""
        elif code in seen:
            yield column, _("%(code)s stands twice.") % {"code": code}, ""
        seen.add(code)

    try:
        rows = read(POPULATIONS, path.name, path.read_bytes(), check)
    except OSError as error:
        raise BadDataError(
            _("%(file)s cannot be read: %(error)s") % {"file": path, "error": error.strerror}
        ) from error
    except WrongCellsError as wrong:
        raise BadDataError("\n".join(f"{path}: {cell}" for cell in wrong.cells)) from wrong
    return [
        Figure(
            code=code_of(row.values), on=on, inhabitants=row.values["population"],
            source_lv=source_lv, source_en=source_en,
        )
        for row in rows
        if row.values["population"] is not None
    ]  # fmt: skip
