"""Real tables of employment programmes: published numbers come out, and their traps are shown."""

import csv
import json
import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.test import Client
from django.urls import reverse
from tests.published import SHARED, present

from ligzda.evidence import Table, evaluate, parse_plan
from ligzda.findings.published import tables
from ligzda.findings.published.intervals import Basis, estimate

FOLDER = SHARED / "evidence" / "employment"
SAU = "SAU"
Rows = list[dict[str, str]]


@pytest.fixture
def folder() -> Path:
    return present(FOLDER)


def read(file: Path) -> Rows:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def design(rows: Rows, *, additive: bool) -> tuple[list[str], np.ndarray]:
    """Return arms, services as usual being 0, and the matrix: intervention minus comparison."""

    def parts(name: str) -> list[str]:
        return [] if name == SAU else name.split("+") if additive else [name]

    sides = [(parts(row["intervention"]), parts(row["comparison"])) for row in rows]
    arms = sorted({part for one, other in sides for part in (*one, *other)})
    matrix = np.array([[one.count(arm) - other.count(arm) for arm in arms] for one, other in sides])
    return arms, matrix.astype(float)


def tau_of(x: np.ndarray, y: np.ndarray, se: np.ndarray) -> float:
    """Return the SD between studies by DerSimonian and Laird's moments, with a design (Jackson
    et al. 2012).
    """
    weights = np.diag(1 / se**2)
    left = weights - weights @ x @ np.linalg.solve(x.T @ weights @ x, x.T @ weights)
    return math.sqrt(max(0.0, (y @ left @ y - (len(y) - x.shape[1])) / np.trace(left)))


def effects(rows: Rows, *, additive: bool) -> tuple[float, dict[str, tuple[float, float, float]]]:
    """Return τ, and each arm's effect with its 95 % limits from our engine, which is told τ."""
    arms, x = design(rows, additive=additive)
    y, se = (np.array([float(row[name]) for row in rows]) for name in ("effect_g", "se"))
    tau = tau_of(x, y, se)
    names = [f"c{number}" for number in range(len(arms))]
    terms = "".join(
        f'[[terms]]\nname = "{name}"\nkind = "fixed"\ncolumns = ["{name}"]\ncoding = "numeric"\n'
        f'prior = "normal(0, 100)"\nwhy = "Vague."\n'
        for name in names
    )
    plan = parse_plan(
        'title = "t"\n[outcome]\nname = "g"\nfamily = "normal"\nvalue = "y"\nse = "se"\n'
        f'better = "higher"\n{terms}'
    )
    columns: dict[str, Any] = {name: x[:, place] for place, name in enumerate(names)}
    found = evaluate(Table.from_columns({**columns, "y": y, "se": np.sqrt(se**2 + tau**2)}), plan)
    ends = {one.term: (one.mean, one.lower, one.upper) for one in found.fixed}
    return tau, {arm: ends[name] for arm, name in zip(arms, names, strict=True)}


@pytest.mark.parametrize(
    ("additive", "tau", "published"),
    [
        (False, "tau combinations", "combinations versus SAU, g [95 %]"),
        (True, "tau additive", "additive, g [95 %]"),
    ],
)
def test_a_programme_is_its_components(
    folder: Path, *, additive: bool, tau: str, published: str
) -> None:
    reference = json.loads((folder / "components.ref.json").read_text("utf-8"))["published"]
    found, ends = effects(read(folder / "components.csv"), additive=additive)
    assert round(found, 3 if additive else 2) == reference[tau]
    for arm, theirs in reference[published].items():
        assert ends[arm] == pytest.approx(theirs, abs=0.0051), arm


def test_each_german_estimate_keeps_its_place_and_a_range_of_p_widens_it(folder: Path) -> None:
    def number(text: str) -> float | None:
        return float(text) if text else None

    kinds: dict[Basis, int] = {}
    widened: list[bool] = []
    for row in read(folder / "german_programmes.csv"):
        low, high = number(row["p_low"]), number(row["p_high"])
        found = estimate(
            float(row["point"]),
            se=number(row["se"]),
            t=number(row["t"]),
            p=number(row["p"]),
            p_range=None if low is None or high is None else (low, high),
        )
        kinds[found.basis] = kinds.get(found.basis, 0) + 1
        if found.basis is Basis.RANGE and low is not None and high is not None:
            inner = estimate(found.point, p=(low + high) / 2)
            widened.append((found.se or 0.0) > (inner.se or 0.0))
    assert sum(kinds.values()) == 115
    assert len(widened) == kinds[Basis.RANGE] > 0
    assert all(widened)


def test_what_bounds_nothing_has_no_interval() -> None:
    assert estimate(235, p_range=(0.1, 1.0)).interval is None
    assert estimate(235).interval is None
    wide, narrow = (estimate(10, p_range=(0, high)).interval for high in (0.1, 0.01))
    assert wide is not None
    assert narrow is not None
    assert wide[0] < narrow[0]


def test_what_ships_is_what_was_published_with_its_traps(folder: Path) -> None:
    for name in ("welfare_to_work.csv", "gate_flow.csv", "wsipp.csv", "jtpa_costs.json"):
        assert (tables.DATA / name).read_bytes() == (folder / name).read_bytes()


def test_the_traps_of_the_published_tables() -> None:
    programmes = tables.welfare_to_work()
    assert len(programmes) == 27
    assert all(one.mvpf is None for one in programmes if one.government <= 0)
    lose = [one for one in programmes if one.taken_from_people]
    assert len(lose) == 6
    assert ("Grand Rapids", -2729) in [(one.place, one.people) for one in lose]
    assert [one.net for one in tables.jtpa()] == [512, 524]
    assert [round(100 * arm.share(18), 1) for arm in tables.gate()] == [74.6, 70.1]
    [(before, after)] = tables.turned()
    assert (before.programme, before.benefits_minus_cost, after.benefits_minus_cost) == (
        "585", 1226, -714,
    )  # fmt: skip


def test_what_a_woman_assigned_gained_is_that_of_the_example() -> None:
    rows = read(Path(__file__).parents[2] / "examples" / "jtpa" / "data.csv")
    means = {
        arm: np.average(
            [float(row["mean_earnings"]) for row in rows if row["arm"] == arm],
            weights=[int(row["n"]) for row in rows if row["arm"] == arm],
        )
        for arm in ("0", "1")
    }
    assert round(means["1"] - means["0"]) == tables.ASSIGNED_GAIN


@pytest.mark.django_db
def test_the_page_says_that_participants_lose(client: Client) -> None:
    page = client.get(reverse("findings:published")).content.decode()
    [row] = re.findall(r"<tr[^>]*>(?:(?!</tr>).)*-2[^0-9]?729.*?</tr>", page, re.DOTALL)
    assert "Grand Rapids" in row
    assert "dalībnieki zaudē, valsts ietaupa" in row
