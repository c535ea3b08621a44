"""What stands beside the numbers of a run: who came and stayed, well-being, enterprises, by model.

Counted once, when the run is carried out, and kept with it: a page that counted anew would let
whoever reads it twice subtract. Only what the rules of disclosure let out is kept – counts are
protected together with everything that left before, a mean or share stands where its count does and
is rounded so that few people cannot be read from it (docs/disclosure.md). None is a figure that is
not public.
"""

import datetime
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ligzda.disclosure import (
    Dimension,
    DisclosureError,
    Ledger,
    ProtectedTable,
    Release,
    Rules,
    Table,
    may_follow,
    protect,
    rounded,
)
from ligzda.incubators.queries import incubators
from ligzda.indicators import counting, participant_flow
from ligzda.indicators.dictionary import dictionary
from ligzda.indicators.figures import Figure, figures
from ligzda.indicators.queries import Asked, Record, counts, met, run
from ligzda.indicators.releasing.tables import BESIDE, population
from ligzda.indicators.releasing.tables import flow_of as flow_table
from ligzda.network.models import Municipality

FIRST = datetime.date(2000, 1, 1)
STANDINGS = ("running", "ended", "discontinued", "lost")
COUNTED = ("user_voice", "who5", "enterprise_registered", "enterprise_survives", "jobs_fte")
"""What is told of each model beside its outcome, by the dictionary's codes."""
CATEGORIES = {"jobs_fte": ("fte", "target_fte")}
RULES = Rules()


class Exit:
    """What lets counts out, beside everything in the ledger; `tables`: those that it let out."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.tables: list[ProtectedTable] = []

    def shown(self, table: Table | None) -> dict[tuple[str, ...], int]:
        """Return the counts of a table that may be published, by place; "" in it is the sum.

        Nothing of a table that cannot be protected, or that has moved by few since it left.
        """
        if table is None:
            return {}
        made = protect(Release(BESIDE, (table,)), self.ledger, RULES)
        [done] = made.tables
        hidden = set(done.suppressed())
        shown = {place: round(each) for place, each in table.values.items() if place not in hidden}
        moved = self.ledger.moved_by_few(table, shown.__contains__, RULES.threshold)
        if moved or not made.possible:
            return {}
        self.tables.append(done)
        return shown


def beside(day: datetime.date, ledger: Ledger) -> tuple[dict[str, Any], tuple[ProtectedTable, ...]]:
    """Return what stands beside a run whose cells are of a day, ready for JSON, and its tables.

    `flow`: model → how it stands with people → how many, with `began` for all of them; `figures`:
    model → rows of code, moment, category, value, low, high, counted.
    """
    out = Exit(ledger)
    places = {row.municipality_slug for row in incubators()}
    rows = Municipality.objects.filter(slug__in=places).order_by("pk")
    asked = Asked(tuple(rows.values_list("pk", flat=True)), FIRST, day, day)
    if not asked.places:
        return {"day": day.isoformat(), "flow": {}, "figures": {}}, ()
    with met(asked):
        people = run(_flow(), asked)
    told: dict[str, list[dict[str, Any]]] = {}
    for code in COUNTED:
        found = [
            one
            for one in figures(code, counts(code, asked, ("model",)), ("model",))
            if one.category in CATEGORIES.get(code, (one.category,)) and one.key[0]
        ]
        for model, row in _told(found, out):
            told.setdefault(model, []).append(row)
    flow = flow_of(people, out)
    return {"day": day.isoformat(), "flow": flow, "figures": told}, tuple(out.tables)


def steady(found: dict[str, Any], earlier: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return what stands beside; what stood beside the newest run before where few have moved.

    The difference of two pages is a figure, too. `earlier`: newest first.
    """
    before = list(earlier)
    counts = _counts(found)
    few = any(
        0 < abs(counts[place] - old) < RULES.threshold
        for one in before
        for place, old in _counts(one).items()
        if place in counts
    )
    return before[0] if few else found


def _counts(beside: dict[str, Any]) -> dict[tuple[str, ...], int]:
    """Return each count that stands, by where it stands."""
    found: dict[tuple[str, ...], int | None] = {
        ("flow", model, standing): many
        for model, row in beside.get("flow", {}).items()
        for standing, many in row.items()
    }
    for model, rows in beside.get("figures", {}).items():
        for row in rows:
            place = ("figures", model, row["code"], row["moment"], row["category"])
            found[place] = row["counted"]
    return {place: many for place, many in found.items() if many is not None}


@cache
def _flow() -> str:
    return counting.postgres(participant_flow.arms())


def flow_of(rows: Iterable[Record], out: Exit) -> dict[str, dict[str, int | None]]:
    """Return people by model and how it stands with them, protected with all sums."""
    people = list(rows)
    shown = out.shown(flow_table(people))
    return {
        model: {
            "began": shown.get((model, "")),
            **{standing: shown.get((model, standing)) for standing in STANDINGS},
        }
        for model in sorted({str(row["model"]) for row in people})
    }


def _told(found: list[Figure], out: Exit) -> Iterable[tuple[str, dict[str, Any]]]:
    """Yield each figure as far as it may be told, with its model; counts protected together."""
    groups: dict[tuple[str, str, str], dict[tuple[str, ...], float]] = {}
    for one in found:
        group = groups.setdefault((one.code, one.moment, one.category), {})
        group[(str(one.key[0]),)] = one.counted
    shown = {group: out.shown(_by_model(*group, cells)) for group, cells in groups.items()}
    for one in found:
        model = str(one.key[0])
        counted = shown[one.code, one.moment, one.category].get((model,))
        yield (
            model,
            {
                "code": one.code,
                "moment": one.moment,
                "category": one.category,
                "counted": counted,
                **dict(zip(("value", "low", "high"), figure(one, counted), strict=True)),
            },
        )


def _by_model(
    code: str, moment: str, category: str, cells: Mapping[tuple[str, ...], float]
) -> Table | None:
    models = Dimension.flat("model", sorted(model for (model,) in cells), sensitive=False)
    fixed = (("category", category),) if category else ()
    try:
        return Table.from_cells((models,), cells, population=population(code, moment), fixed=fixed)
    except DisclosureError:
        return None  # nobody is counted


def figure(one: Figure, counted: int | None) -> tuple[float | None, float | None, float | None]:
    """Return value and limits as they may be published; a count is told by `counted` alone."""
    suppressed = counted is None
    if dictionary()[one.code].kind == "count" or not may_follow(
        counted or 0, RULES, suppressed=suppressed
    ):
        return None, None, None
    value, low, high = (_rounded(one, each) for each in (one.value, one.low, one.high))
    return value, low, high


def _rounded(one: Figure, value: float | None) -> float | None:
    """Round a share or a mean to a step that moving as many people as the threshold stays within.

    A mean moves by its range over the people; ranges: WHO-5 0–100, satisfaction 1–5; of jobs
    an enterprise a whole one.
    """
    if value is None:
        return None
    width = _WIDTHS.get((one.code, one.category), _WIDTHS.get((one.code, ""), 1.0))
    return round(rounded(value / width, one.counted, RULES.threshold) * width, 6)


_WIDTHS = {("who5", ""): 100.0, ("user_voice", "satisfaction"): 4.0, ("jobs_fte", ""): 5.0}
