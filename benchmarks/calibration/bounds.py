"""Could anybody be calibrated in the world of one outlying site? Three answers, all exact.

    PYTHONPATH=src:. .venv/bin/python -m benchmarks.calibration.bounds 250

What the engine says there is held against who knows which site lies out, and by how far
(:mod:`benchmarks.calibration.outlier`). Whether a miss is the engine's, or the plan's, which knows
neither that some site lies out nor to which side, is told by integrating on a grid, without the
engine: the plan with Student-t effects; and somebody who knows that one site of the nine lies out,
but neither which, nor to which side, nor quite how far. Each in a world where it lies to the good
side always, and in one where it lies to either side.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from benchmarks.calibration.outlier import (
    BINS,
    DISTANCES,
    EFFECT,
    ERROR,
    MID,
    SITES,
    SPREAD,
    called,
    draw_estimates,
    knowing,
)
from benchmarks.differential.page import replace_section
from scipy.stats import gamma

HEAD = "## Whose miss is it, where a site lies out?"
INTRODUCTION = f"""{HEAD}

Not the integration's: the same plan, integrated on a grid without the engine, says the same as the
looks above (“Student-t, exact”). The world and the plan are two: in the world one site lies out for
certain, to the good side for certain. Where it may lie to either side the plan with Student-t
effects is not off (✗ as above) at any height of call; nor is, in either world, somebody who is told
that one site lies out, but neither which nor to which side. So the lower calls, 8 to 20 points too
high, are what it costs not to know the side: the site pulls always the same way, and no symmetric
prior knows of it. An engine that were right here would be wrong where the site lies to the other
side. What can be done stands in the plan: a site that is known beforehand to be unlike the others
gets a term of its own. Remade (seed {{seed}}) by
`python -m benchmarks.calibration.bounds {{tables}}`.

| site lies out by | who | {" | ".join(f"called with {low:g}–{high:g}" for low, high in BINS)} |
|---|---|{"--:|" * len(BINS)}
"""
DF, SEED = 4, 5
AVERAGE = np.linspace(-2.2, 2.2, 177)
SD = np.linspace(0.004, 1.3, 45)
PRECISION = gamma.ppf((np.arange(40) + 0.5) / 40, DF / 2, scale=2 / DF)  # a t as normals
SIDES = {"the good side": (1,), "either side": (-1, 1)}


def with_heavy_tails(y: np.ndarray) -> float:
    """Return P(effect ≥ MID) of the plan with t effects of 4 degrees of freedom."""
    variance = ERROR**2 + SD[:, None] ** 2 / PRECISION
    log_p = np.zeros((len(SD), len(AVERAGE)))
    for off in y[:, None] - AVERAGE:
        density = np.exp(-0.5 * off**2 / variance[:, :, None]) / np.sqrt(variance)[:, :, None]
        log_p += np.log(density.mean(axis=1))
    return _above(log_p)


def told_that_one_lies_out(y: np.ndarray, distance: float) -> float:
    """Return it for who knows that one site does, by a normal of about the distance."""
    off = y[:, None] - AVERAGE
    usual = _log_normal(off[None], ERROR**2 + SD[:, None, None] ** 2)
    apart = ERROR**2 + SD[:, None] ** 2 + distance**2
    all_usual = usual.sum(axis=1)
    each = [all_usual - usual[:, k] + _log_normal(off[k], apart) for k in range(SITES)]
    return _above(np.logaddexp.reduce(each, axis=0))


def _log_normal(off: np.ndarray, variance: np.ndarray) -> np.ndarray:
    return np.asarray(-0.5 * (off**2 / variance + np.log(variance)))


def _above(log_p: np.ndarray) -> float:
    """Return P(effect ≥ MID) of log likelihoods (SDs, averages), under the plan's priors."""
    log_p = log_p - 0.5 * (AVERAGE / EFFECT) ** 2 - 0.5 * (SD[:, None] / SPREAD) ** 2
    density = np.exp(log_p - log_p.max()).sum(axis=0)
    below = (np.cumsum(density) - 0.5 * density) / density.sum()
    return float(1 - np.interp(MID, AVERAGE, below))


def rows(distance: float, side: str, tables: int) -> list[str]:
    """Return the lines of one world."""
    rng = np.random.default_rng(SEED)
    said = np.empty((3, tables))
    for i in range(tables):
        # one side asks nothing of the generator
        sign = int(rng.choice(SIDES[side])) if len(SIDES[side]) > 1 else 1
        _, y = draw_estimates(sign * distance, rng)
        said[:, i] = (
            with_heavy_tails(y), told_that_one_lies_out(y, distance), knowing(y, sign * distance)
        )  # fmt: skip
    names = ("Student-t, exact", "knows that one lies out")
    found = [[called(said[k], said[2], between) for between in BINS] for k in range(2)]
    return [
        f"| {distance:g} to {side} | {name} | "
        + " | ".join(
            f"{one.said:.2f} → {one.found:.2f} ({one.mcse:.2f}){' ✗' if one.is_off else ''}"
            for one in line
        )
        + " |"
        for name, line in zip(names, found, strict=True)
    ]


def main() -> None:
    """Write the section of docs/validation.md."""
    tables = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    worlds = [(distance, side) for distance in DISTANCES if distance for side in SIDES]
    lines = [line for distance, side in worlds for line in rows(distance, side, tables)]
    new = INTRODUCTION.format(tables=tables, seed=SEED) + "\n".join(lines) + "\n"
    page = Path(__file__).resolve().parents[2] / "docs" / "validation.md"
    page.write_text(replace_section(page.read_text("utf-8"), new), encoding="utf-8")
    print(new)


if __name__ == "__main__":
    main()
