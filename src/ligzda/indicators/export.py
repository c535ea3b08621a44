"""Ligzda's own records into a lake of Parquet: one municipality's, or the network's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.indicators import lake
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.flat_tables import flat_tables
from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
from ligzda.kernel.errors import NotFoundError


def export_lake(folder: Path, municipality: str = "") -> Iterator[tuple[str, int]]:
    """Write the flat tables into an empty folder; yield each with its rows once it is written.

    `municipality`: by its address; the network where none is given. Raises NotFoundError,
    LakeError. For who runs the house: rows of people leave it, if without a name.
    """
    found = Incubator.objects.select_related("municipality")
    if municipality:
        found = found.filter(municipality__slug=municipality)
    places = [row.municipality_id for row in found]
    if not places:
        raise NotFoundError(
            _("There is no incubator in “%(municipality)s”.") % {"municipality": municipality}
        )
    lake.begin(folder)
    key, rows = lake.new_key(), {}
    with rows_of(EVERYWHERE, HOUSE), tempfile.TemporaryDirectory(dir=folder) as scratch:
        for name, table in flat_tables().items():
            if name == "asked":
                continue
            file = Path(scratch) / "rows.csv"
            _copy(table.source, places, file)
            rows[name] = lake.write_table(folder, table, file, key)
            yield name, rows[name]
    lake.finish(
        folder,
        {
            "as_of": timezone.localdate().isoformat(),
            "municipality": municipality or None,
            "rows": rows,
            "rules": {code: entry.version for code, entry in dictionary().items()},
        },
    )


def _copy(source: str, places: list[int], file: Path) -> None:
    """Let PostgreSQL write the rows of a table as CSV."""
    with connection.cursor() as cursor, file.open("wb") as out:
        query = cursor.mogrify(source, {"places": places})
        with cursor.copy(f"COPY ({query}) TO STDOUT (FORMAT csv, HEADER)") as copy:
            for data in copy:
                out.write(data)
