"""Read a table of populations, so that "no data" can give way to official figures.

Columns: `code` (ISO 3166-2, as LV-067) or `name` (as "Ogres novads"), and `population`. Comma or
semicolon, with or without a byte-order mark, thousands with spaces: as Latvian spreadsheets write.
"""

import csv
import datetime
import io
from pathlib import Path

from django.utils.translation import gettext as _

from ligzda.kernel.errors import BadDataError
from ligzda.network.actions import Figure
from ligzda.network.models import Unit


def read_populations(
    path: Path, *, on: datetime.date, source_lv: str, source_en: str
) -> list[Figure]:
    """Return the figures of a CSV file. Empty cells are no data and are passed over.

    Raises BadDataError, naming file, row and column, for the first thing that cannot be right.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadDataError(
            _("%(file)s cannot be read as UTF-8 text: %(error)s") % {"file": path, "error": error}
        ) from error
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in first else ",")
    columns = set(rows.fieldnames or [])
    if "population" not in columns or not columns & {"code", "name"}:
        raise BadDataError(
            _("%(file)s: the first row must name the columns population and code (or name).")
            % {"file": path}
        )
    standing = Unit.objects.filter(period__contains=on).select_related("municipality")
    codes = {unit.name: unit.municipality.code for unit in standing.defer("geometry")}
    figures: dict[str, Figure] = {}
    for number, row in enumerate(rows, start=2):
        where = _("%(file)s, row %(row)d") % {"file": path, "row": number}
        given = (row.get("population") or "").replace("\xa0", "").replace(" ", "")
        if not given:
            continue
        code = (row.get("code") or "").strip() or codes.get((row.get("name") or "").strip(), "")
        if code not in codes.values():
            raise BadDataError(
                _("%(where)s: no municipality “%(name)s” stood on %(day)s.")
                % {"where": where, "name": row.get("code") or row.get("name"), "day": on}
            )
        if code in figures:
            raise BadDataError(
                _("%(where)s: %(code)s stands twice.") % {"where": where, "code": code}
            )
        if not (given.isascii() and given.isdigit()) or int(given) == 0:
            raise BadDataError(
                _("%(where)s, column population: “%(given)s” is not a whole number above 0.")
                % {"where": where, "given": row["population"]}
            )
        figures[code] = Figure(
            code=code, on=on, inhabitants=int(given), source_lv=source_lv, source_en=source_en
        )
    return list(figures.values())
