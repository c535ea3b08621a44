"""Read the municipalities that come with Ligzda: `data/` (docs/network.md names the sources)."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from ligzda.kernel.tables.delimited import records
from ligzda.network.actions import Figure, UnitFacts, UnitKey
from ligzda.network.merging import merge_rings

DATA = Path(__file__).resolve().parent / "data"
FROM_2009 = datetime.date(2009, 7, 1)
FROM_2021 = datetime.date(2021, 7, 1)
FROM_2025 = datetime.date(2025, 7, 1)
MADONA, VARAKLANI = "LV-059", "LV-102"

_KINDS = {
    "novads": "novads",
    "republikas pilsēta": "republic city",
    "valstspilsēta": "state city",
}

# Column of the table of 2016 → day, source in Latvian, source in English.
_POPULATIONS = {
    "population_2016_01_01": (
        datetime.date(2016, 1, 1),
        "Latvijas Pašvaldību savienība, blis.lps.lv, 122. lapa",
        "Latvian Association of Local Governments, blis.lps.lv, sheet 122",
    ),
    "registered_population_2017_02_03": (
        datetime.date(2017, 2, 3),
        "Centrālās vēlēšanu komisijas lēmums Nr. 6, m.likumi.lv/ta/id/288538",
        "Central Election Commission, decision No. 6, m.likumi.lv/ta/id/288538",
    ),
    "population_2011": (
        datetime.date(2011, 3, 1),
        "citypopulation.de, 2011. gads (diena jāpārbauda)",
        "citypopulation.de, 2011 (day to be checked)",
    ),
}


def units() -> list[UnitFacts]:
    """Return the 119 units of 2009–2021, the 43 from 2021 and the one that changed in 2025."""
    old = list(_units("latvia_2016_119", FROM_2009, FROM_2021, "atvk_2016_blis"))
    new = list(_units("latvia_2021_43", FROM_2021, None, "atvk_2021", drawn="_approx"))
    ended = {unit.code: unit for unit in new if unit.code in (MADONA, VARAKLANI)}
    joined = replace(
        ended[MADONA],
        valid_from=FROM_2025,
        atvk=next(row["atvk_2025"] for row in _rows("latvia_2021_43") if _code(row) == MADONA),
        geometry=_joined(ended[MADONA].geometry, ended[VARAKLANI].geometry),
    )
    closed = [replace(unit, valid_until=FROM_2025) if unit.code in ended else unit for unit in new]
    return [*old, *closed, joined]


def successions() -> list[tuple[UnitKey, UnitKey]]:
    """Return who followed whom in 2021 and in 2025; a unit that was split has two successors."""
    found: list[tuple[UnitKey, UnitKey]] = []
    for row in _rows("latvia_2016_119"):
        followers = row["successor_split"].split("+") if row["successor_split"] else []
        found.extend(
            ((_code(row), FROM_2009), (follower, FROM_2021))
            for follower in followers or [row["successor_2021"]]
        )
    return [*found, *(((code, FROM_2021), (MADONA, FROM_2025)) for code in (MADONA, VARAKLANI))]


def figures() -> Iterator[Figure]:
    """Yield the sourced population figures of the units of 2016; most units have one or two."""
    for row in _rows("latvia_2016_119"):
        for column, (on, source_lv, source_en) in _POPULATIONS.items():
            if row[column]:
                yield Figure(
                    code=_code(row),
                    on=on,
                    inhabitants=int(row[column]),
                    source_lv=source_lv,
                    source_en=source_en,
                )


def _units(
    name: str,
    valid_from: datetime.date,
    valid_until: datetime.date | None,
    atvk: str,
    drawn: str = "",
) -> Iterator[UnitFacts]:
    features = json.loads((DATA / f"{name}{drawn}.geojson").read_text("utf-8"))["features"]
    outlines = {feature["id"]: feature["geometry"] for feature in features}
    for row in _rows(name):
        yield UnitFacts(
            code=_code(row),
            slug=slugify(row["name_lv"]),
            name=row["name_lv"],
            kind=_KINDS[row["type"]],
            valid_from=valid_from,
            valid_until=valid_until,
            atvk=row[atvk] or None,
            longitude=float(row["label_lon"]),
            latitude=float(row["label_lat"]),
            geometry=outlines[_code(row)],
            approximate=row.get("approximate") == "True",
        )


def _rows(name: str) -> Iterator[dict[str, str]]:
    return records((DATA / f"{name}.csv").read_text("utf-8"))


def _code(row: dict[str, str]) -> str:
    return row["iso_3166_2"]


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    ring = merge_rings(first["coordinates"][0], second["coordinates"][0])
    return {"type": "Polygon", "coordinates": [[list(point) for point in ring]]}
