"""Two tables with nested random terms, of the shapes of published ones, drawn from a seed.

Counts of 403 rows in 118 broods in 63 places (ticks on grouse chicks: Elston et al. 2001,
*Parasitology* 122:563–569) and yes/no of 2,159 children of 1,595 mothers in 161 communities (child
immunisation in Guatemala: Rodriguez & Goldman 1995, *JRSS A* 158:73–89).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ligzda.evidence import Plan, Table, parse_plan

FIXED = '[[terms]]\nname = "{0}"\nkind = "fixed"\ncolumns = ["{0}"]\n{1}prior = "normal(0, {2})"\n'
RANDOM = '[[terms]]\nname = "{0}"\nkind = "random"\ncolumns = ["{0}"]\nsd = "half-normal({1})"\n'
NUMERIC = 'coding = "numeric"\n'


def intercept(sd: int) -> str:
    return f'[[terms]]\nname = "intercept"\nkind = "fixed"\nprior = "normal(0, {sd})"\n'


CHILDREN = (
    '[outcome]\nfamily = "binomial"\nsuccesses = "immunised"\n[roles]\nsite = "community"\n'
    + intercept(3)
    + FIXED.format("old", NUMERIC, 3)
    + FIXED.format("rural", NUMERIC, 3)
    + FIXED.format("education", "", 3)
    + FIXED.format("indigenous", NUMERIC, 3)
    + RANDOM.format("mother", 3)
    + RANDOM.format("community", 2)
)
TICKS = (
    '[outcome]\nfamily = "poisson"\ncount = "ticks"\n[roles]\nsite = "place"\n'
    + intercept(5)
    + FIXED.format("year", "", 2)
    + FIXED.format("height", NUMERIC, 1)
    + RANDOM.format("row", 1)
    + RANDOM.format("brood", 1)
    + RANDOM.format("place", 1)
)


def parents(rng: np.random.Generator, n: int, of: int) -> np.ndarray:
    """Give each of n children one of ``of`` parents, at least one to each, in ascending order."""
    return np.sort(np.concatenate([np.arange(of), rng.integers(0, of, n - of)]))


def children() -> tuple[Table, Plan]:
    """Children of mothers in communities, SDs 2.5 and 1."""
    rng = np.random.default_rng(11)
    mother = parents(rng, 2159, 1595)
    community = parents(rng, 1595, 161)[mother]
    old, rural = rng.integers(0, 2, 2159), rng.integers(0, 2, 161)[community]
    education = rng.integers(0, 3, 1595)[mother]
    indigenous = np.round(rng.random(161), 2)[community]
    eta = -0.6 + 1.7 * old - 0.9 * rural + 0.3 * education - indigenous
    eta += rng.normal(0, 1.0, 161)[community] + rng.normal(0, 2.5, 1595)[mother]
    columns: dict[str, Any] = {
        "community": [f"c{i:03d}" for i in community],
        "mother": [f"m{i:04d}" for i in mother],
        "old": old.astype(float).tolist(),
        "rural": rural.astype(float).tolist(),
        "education": [f"e{i}" for i in education],
        "indigenous": indigenous.tolist(),
        "immunised": (rng.random(2159) < 1 / (1 + np.exp(-eta))).astype(float).tolist(),
    }
    return Table.from_columns(columns, source="children"), parse_plan(CHILDREN)


def ticks() -> tuple[Table, Plan]:
    """Rows in broods in places, SDs .54, .75 and .6."""
    rng = np.random.default_rng(12)
    brood = parents(rng, 403, 118)
    place = parents(rng, 118, 63)[brood]
    height = np.round(rng.normal(0, 1, 63), 2)[place]
    year = rng.integers(95, 98, 118)[brood]
    eta = 0.4 - 0.55 * height + 0.4 * (year == 96) - 0.9 * (year == 97)
    eta += rng.normal(0, 0.6, 63)[place] + rng.normal(0, 0.75, 118)[brood]
    eta += rng.normal(0, 0.54, 403)
    columns: dict[str, Any] = {
        "place": [f"p{i:02d}" for i in place],
        "brood": [f"b{i:03d}" for i in brood],
        "row": [f"r{i:03d}" for i in range(403)],
        "year": [f"y{i}" for i in year],
        "height": height.tolist(),
        "ticks": rng.poisson(np.exp(eta)).astype(float).tolist(),
    }
    return Table.from_columns(columns, source="ticks"), parse_plan(TICKS)


SETS: dict[str, Callable[[], tuple[Table, Plan]]] = {"children": children, "ticks": ticks}
