"""From the records to the basis of all answers: the frozen set, costs, fidelity, the map.

The cells are those of the newest frozen set (docs/indicators.md); well-being is counted as of its
day; costs are the published sums of closed months. Nobody's row leaves: a basis holds sums by site.
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ligzda.incubators.costs.open_data import yearly_costs
from ligzda.incubators.queries import incubators
from ligzda.indicators.data_sets.taking import take
from ligzda.indicators.models import DataSet
from ligzda.indicators.queries import asked, counts
from ligzda.kernel.tables import delimited
from ligzda.methodology.advice.basis import Basis, Moments, Site
from ligzda.methodology.advice.places import moderators
from ligzda.network import queries as network
from ligzda.network.models import Municipality
from ligzda.trial.running.fidelity import State
from ligzda.trial.running.queries import states

OUTCOME, MOMENT, WELLBEING = "in_paid_activity", "m12", "who5"


@cache
def places() -> dict[str, Any]:
    """Read which incubator took in whom, and the examples."""
    found: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "data" / "places.yaml").read_text("utf-8")
    )
    return found


def newest() -> DataSet | None:
    """Return the set that answers rest on; None while nothing is frozen."""
    return DataSet.objects.filter(outcome=OUTCOME, moment=MOMENT).first()


def _cells(text: str) -> list[Mapping[str, str]]:
    """Return the rows of a frozen set by the names of its columns."""
    head, *found = (cells for _number, _line, cells in delimited.rows(text, ","))
    return [dict(zip(head, cells, strict=True)) for cells in found]


def gathered(row: DataSet) -> Basis | None:
    """Return the basis of a frozen set; None where fewer than three sites ran their model."""
    cells: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for cell in _cells(row.content):
        cells[cell["incubator"]].append(cell)
    groups = {slug: group for group, slugs in places()["groups"].items() for slug in slugs}
    fidelity = {
        (state.course.incubator_slug, state.course.code): state.fidelity
        for state in states(row.as_of)
    }
    known = {one.slug: one for one in incubators()}
    costs, wellbeing = _costs(row), _wellbeing(row)
    sites = []
    for slug, rows in sorted(cells.items()):
        models = {cell["model"] for cell in rows}
        if len(models) > 1 or slug not in known or slug not in costs or slug not in groups:
            continue  # one that changed its model, or of which cost or people are not known
        (model,) = models
        people = sum(int(cell["participants"]) for cell in rows)
        quarters = {cell["quarter"] for cell in rows}
        sites.append(
            Site(
                place=known[slug].municipality_slug,
                model=model,
                sides="".join(rows[0][factor] for factor in "ABC"),
                group=groups[slug],
                working=sum(int(cell[OUTCOME]) for cell in rows),
                people=people,
                yearly=round(4 * people / len(quarters), 1),
                cost=costs[slug],
                wellbeing=wellbeing.get(slug),
                as_designed=fidelity.get((slug, model)) is not State.NOT_RUN,
            )
        )
    invented = any(known[slug].invented for slug in cells if slug in known)
    basis = Basis(tuple(sites), _values(), row.sha256, row.as_of.isoformat(), invented)
    return basis if len(basis.used) > 2 else None


def _costs(row: DataSet) -> dict[str, float]:
    """Return EUR a participant by incubator."""
    sums: dict[str, float] = defaultdict(float)
    for year in yearly_costs():
        sums[str(year["incubator"])] += float(year["spent"])
    everywhere = tuple(Municipality.objects.order_by("pk").values_list("pk", flat=True))
    given = asked(everywhere, row.as_of.replace(year=2000, day=1), row.as_of)
    entered = {one["incubator"]: one["counted"] for one in counts("entered", given, ("incubator",))}
    return {
        slug: round(spent / entered[slug], 2) for slug, spent in sums.items() if slug in entered
    }


def _wellbeing(row: DataSet) -> dict[str, Moments]:
    """Pool the cells' means and SDs of each incubator."""
    found: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    text = take(WELLBEING, MOMENT, row.as_of).contents.text
    for cell in _cells(text):
        numbers = int(cell["participants"]), float(cell[WELLBEING]), float(cell[f"{WELLBEING}_sd"])
        found[cell["incubator"]].append(numbers)
    pooled = {}
    for slug, cells in found.items():
        people = sum(n for n, _, _ in cells)
        mean = sum(n * m for n, m, _ in cells) / people
        squares = sum((n - 1) * sd**2 + n * (m - mean) ** 2 for n, m, sd in cells)
        if people > 1 and squares > 0:
            sd = math.sqrt(squares / (people - 1))
            pooled[slug] = Moments(people, round(mean, 3), round(sd, 3))
    return pooled


def _values() -> tuple[tuple[str, tuple[float, float]], ...]:
    """Return the moderators of every municipality of today's map."""
    day = max(network.REFERENCE_DAYS.values())
    centres = {row.slug: (row.longitude, row.latitude) for row in network.municipalities(day)}
    shapes = network.shapes(day)
    return tuple(
        sorted((shape.slug, moderators(centres[shape.slug], shape.polygons)) for shape in shapes)
    )
