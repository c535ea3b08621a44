"""One outlying site among nine: are effects called ≥ MID as often so as is said?

A world that no plan of normal effects describes. The effect and the SD between sites are drawn
from the plan's priors, and one site lies far out, always to the good side: an enthusiast's, of
which every network has one. Said is what the report says: with normal effects (``evaluate``) and
with Student-t ones (``tail_sensitivity``, the look that stands in every report of few sites).

How often it is so among all tables with such data is the probability that somebody would give who
knows which site lies out, and by how far: of a normal model, and exact. Its mean over the effects
that are called so is the share of them that are, with far less noise than counting them would have.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
from scipy.stats import norm

from ligzda.evidence import ENGINE_VERSION, Table, evaluate, parse_plan, tail_sensitivity

HEAD = "## One outlying site among nine"
SITES, ERROR, EFFECT, SPREAD, MID = 9, 0.25, 0.5, 0.3, 0.2
#: How far the site lies out: twelve of its standard errors, six, and not at all.
DISTANCES = (3.0, 1.5, 0.0)
BINS = ((0.03, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.97))
CALLED = BINS[-1]
MARGIN = 0.03
PLAN = parse_plan(f"""
[outcome]
name = "effect"
family = "normal"
value = "y"
se = "se"
mid = {MID}
[roles]
site = "site"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, {EFFECT})"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal({SPREAD})"
""")

INTRODUCTION = f"""{{head}}

Remade by `python benchmarks/validate.py --only outlier` (seed {{seed}}, {{tables:,}} tables a row;
engine {{version}}), and with `make validate`. Nine estimates with a standard error of {ERROR:g};
effect normal(0, {EFFECT:g}), SD between sites half-normal({SPREAD:g}), MID {MID:g}; one site lies
out by so much, always to the good side. “Normal” is what the plan says, “Student-t” what the report
adds for few sites. Beside the probability of being ≥ MID with which effects are called so stands
the share of them that are (Monte Carlo error of the difference), by who knows which site lies out;
✗ where that is further off than {100 * MARGIN:.0f} points and twice that error.

"""


@dataclass(frozen=True, eq=False)
class Said:
    """P(≥ MID) of R tables: with normal and Student-t effects, and for who knows the world.

    ``true`` (R,) says whether it was so, ``trusted`` (R,) whether the look with Student-t effects
    trusted itself.
    """

    distance: float
    normal: np.ndarray
    heavy: np.ndarray
    knowing: np.ndarray
    true: np.ndarray
    trusted: np.ndarray


@dataclass(frozen=True)
class Bin:
    """Effects called ≥ MID with a probability within limits: how many, what was said and so."""

    count: int
    said: float
    found: float
    mcse: float  # of the difference of the two

    @property
    def is_off(self) -> bool:
        """Whether they are further apart than the margin, but for two Monte Carlo errors."""
        return abs(self.said - self.found) > MARGIN + 2 * self.mcse


def draw_estimates(distance: float, rng: np.random.Generator) -> tuple[float, np.ndarray]:
    """Return a true effect, and nine estimates of it of which the first may lie out."""
    effect, spread = EFFECT * rng.standard_normal(), SPREAD * abs(rng.standard_normal())
    deviations = spread * rng.standard_normal(SITES)
    if distance:
        deviations[0] = distance
    return effect, effect + deviations + ERROR * rng.standard_normal(SITES)


def knowing(y: np.ndarray, distance: float) -> float:
    """Return P(effect ≥ MID) for who knows that the first site lies out, and by how far."""
    spread = np.linspace(0, 5 * SPREAD, 400)[:, None]
    known = np.full(SITES, ERROR) ** 2 + spread**2
    if distance:
        y, known[:, 0] = y - distance * (np.arange(SITES) == 0), ERROR**2
    precision = (1 / known).sum(axis=1) + 1 / EFFECT**2
    mean = (y / known).sum(axis=1) / precision
    log_p = -0.5 * (y**2 / known + np.log(known)).sum(axis=1) - 0.5 * np.log(precision)
    log_p += 0.5 * mean**2 * precision - 0.5 * (spread[:, 0] / SPREAD) ** 2
    weights = np.exp(log_p - log_p.max())
    above = norm.sf((MID - mean) * precision**0.5)
    return float(weights @ above / weights.sum())


def ask(distance: float, tables: int, seed: tuple[int, ...]) -> Said:
    """Evaluate so many tables both ways."""
    rng = np.random.default_rng(seed)
    normal, heavy, who_knows, true, trusted = [], [], [], [], []
    sites = [f"site {i}" for i in range(SITES)]
    for _ in range(tables):
        effect, y = draw_estimates(distance, rng)
        table = Table.from_columns({"site": sites, "y": y, "se": np.full(SITES, ERROR)})
        look = tail_sensitivity(table, PLAN)
        assert look is not None
        normal.append(evaluate(table, PLAN).contrasts[0].p_above_mid)
        heavy.append(look.contrasts[0].p_above_mid)
        who_knows.append(knowing(y, distance))
        true.append(effect >= MID)
        trusted.append(look.good)
    return Said(distance, *map(np.array, (normal, heavy, who_knows, true, trusted)))


def run(tables: int, seed: int, processes: int = 2, chunk: int = 32) -> list[Said]:
    """Evaluate so many tables of every distance, in processes; the seed fixes each."""
    found = []
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for k, distance in enumerate(DISTANCES):
            parts = list(
                pool.map(
                    ask,
                    *zip(
                        *((distance, min(chunk, tables - low), (seed, 77, k, low))
                          for low in range(0, tables, chunk)),
                        strict=True,
                    ),
                )
            )  # fmt: skip
            names = ("normal", "heavy", "knowing", "true", "trusted")
            found.append(
                Said(distance, *(np.concatenate([getattr(p, n) for p in parts]) for n in names))
            )
    return found


def called(said: np.ndarray, knows: np.ndarray, between: tuple[float, float]) -> Bin:
    """Return what became of the effects called so with a probability between two limits."""
    own = (said >= between[0]) & (said < between[1])
    count = int(own.sum())
    if not count:
        return Bin(0, np.nan, np.nan, np.nan)
    off = said[own] - knows[own]
    return Bin(
        count, float(said[own].mean()), float(knows[own].mean()), float(off.std() / count**0.5)
    )


def section(results: Sequence[Said], seed: int) -> str:
    """Return the section of docs/validation.md."""
    text = INTRODUCTION.format(
        head=HEAD, seed=seed, tables=len(results[0].true), version=ENGINE_VERSION
    )
    text += "| site lies out by | effects | "
    text += " | ".join(f"called with {low:g}–{high:g}" for low, high in BINS)
    text += " |\n|---|---|" + "--:|" * len(BINS) + "\n"
    for one in results:
        for name, said in (("normal", one.normal), ("Student-t", one.heavy)):
            cells = [_cell(called(said, one.knowing, between)) for between in BINS]
            text += f"| {one.distance:g} | {name} | {' | '.join(cells)} |\n"
    doubted = sum(int((~one.trusted).sum()) for one in results)
    total = sum(len(one.true) for one in results)
    return (
        text + f"\nOf {total:,} looks with Student-t effects {doubted} did not trust themselves.\n"
    )


def _cell(found: Bin) -> str:
    if not found.count:
        return "–"
    return f"{found.said:.2f} → {found.found:.2f} ({found.mcse:.2f}){' ✗' if found.is_off else ''}"
