r"""Make the accuracy sets: ``python -m tests.evidence.make_accuracy [NAME …]``.

For each recipe the table is drawn from its seed, and the posterior of μ, β, τ and φ found by
numerical integration, with densities of SciPy's and no part of the engine:

.. math:: p(\mu, \beta, \tau, \phi \mid y) \propto p(\mu)\,p(\beta)\,p(\tau)\,p(\phi)
          \prod_g \int \prod_{i \in g} p(y_i \mid \eta + \beta a_i, \phi)\; N(\eta; \mu, \tau^2)\,
          d\eta,

on grids that coarser rounds place: evenly spaced in μ and β, Gauss–Legendre in τ and φ
above 0. The inner integral is a sum over steps of 0.02 in η, each with the normal's exact mass.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.interpolate import CubicSpline, PchipInterpolator
from scipy.special import ndtr
from tests.evidence.accuracy_recipes import ARMS, RECIPES, Recipe

FOLDER = Path(__file__).parent / "accuracy"
STEP = 0.02
NAMES = ("mu", "beta", "tau", "phi")


@dataclass(frozen=True)
class Grid:
    """Points of one dimension and the weights of an integral over it."""

    points: np.ndarray
    weights: np.ndarray

    @classmethod
    def even(cls, low: float, high: float, n: int) -> Grid:
        """Return evenly spaced points: exact to all orders where the density ends within."""
        points = np.linspace(low, high, n)
        return cls(points, np.full(n, points[1] - points[0]))

    @classmethod
    def legendre(cls, low: float, high: float, n: int) -> Grid:
        """Return Gauss–Legendre points: exact also where the density does not vanish at an end."""
        points, weights = np.polynomial.legendre.leggauss(n)
        half = 0.5 * (high - low)
        return cls(low + half * (points + 1), half * weights)


ONE = Grid(np.ones(1), np.ones(1))  # of a dimension that is not there


def posterior(recipe: Recipe, columns: dict[str, Any], grids: list[Grid]) -> np.ndarray:
    """Return the mass at every point of the grids of (μ, β, τ, φ), summing to 1."""
    mu, beta, tau, phi = grids
    reach = 6 * float(tau.points.max())
    eta = np.arange(mu.points[0] - reach, mu.points[-1] + reach, STEP)
    # mass of each step under N(mu, tau²): (mu · tau, eta)
    m, t = (a.ravel()[:, None] for a in np.meshgrid(mu.points, tau.points, indexing="ij"))
    edges = np.append(eta - STEP / 2, eta[-1] + STEP / 2)
    mass = np.diff(ndtr((edges - m) / t), axis=1)
    shape = tuple(len(grid.points) for grid in grids)
    level = np.empty(shape)
    for k, f in enumerate(phi.points):
        usual, new = _by_arm(recipe, columns, float(f), eta, beta.points)
        for j, b in enumerate(beta.points):
            group = usual + new(eta + b)
            top = group.max(axis=0)
            with np.errstate(divide="ignore"):
                inner = np.log(mass @ np.exp(group - top)) + top
            level[:, j, :, k] = inner.sum(axis=1).reshape(shape[0], shape[2])
    mean, sd = recipe.prior
    priors = (
        -0.5 * ((mu.points - mean) / sd) ** 2, -0.5 * beta.points**2,
        -0.5 * (tau.points / 0.7) ** 2, -0.5 * phi.points**2,
    )  # fmt: skip
    for axis, (prior, grid) in enumerate(zip(priors, grids, strict=True)):
        wide = [1] * 4
        wide[axis] = -1
        level = level + (prior + np.log(grid.weights)).reshape(wide)
    p = np.exp(level - level.max())
    result: np.ndarray = p / p.sum()
    return result


def _by_arm(
    recipe: Recipe, columns: dict[str, Any], phi: float, eta: np.ndarray, beta: np.ndarray
) -> tuple[np.ndarray, CubicSpline]:
    """Return the sites' log-likelihoods of their control arm at η (K, sites), and of the other.

    The latter as a spline, whose error at this spacing is far below what is asked for.
    """
    low, high = eta[0] + beta[0] - 1, eta[-1] + beta[-1] + 1
    at = np.arange(low, high, STEP)
    sites, site = np.unique(columns["site"], return_inverse=True)
    arm = np.array([ARMS.index(label) for label in columns["arm"]])

    def level(where: np.ndarray, wanted: int) -> np.ndarray:
        rows = recipe.log_density(columns, where[:, None], phi)
        own = [(site == g) & (arm == wanted) for g in range(len(sites))]
        sums = np.stack([rows[:, which].sum(axis=1) for which in own], axis=1)
        # a density that rounds to 0 far out; the spline wants finite values
        return np.asarray(np.maximum(sums, -700.0))

    return level(eta, 0), CubicSpline(at, level(at, 1))


def marginals(p: np.ndarray, grids: list[Grid]) -> list[dict[str, float]]:
    """Return mean, SD and quantiles of each dimension that has more than one point."""
    found = []
    for axis, grid in enumerate(grids):
        share = p.sum(axis=tuple(a for a in range(4) if a != axis))
        mean = float(share @ grid.points)
        sd = float(np.sqrt(share @ (grid.points - mean) ** 2))
        summary = {"mean": mean, "sd": sd}
        if len(grid.points) > 1:
            density = PchipInterpolator(grid.points, share / grid.weights)
            fine = np.linspace(grid.points[0], grid.points[-1], 4001)
            cdf = np.append(0, np.cumsum(0.5 * (density(fine)[1:] + density(fine)[:-1])))
            for name, at in (("lower", 0.025), ("median", 0.5), ("upper", 0.975)):
                summary[name] = float(np.interp(at, cdf / cdf[-1], fine))
        found.append(summary)
    return found


def integrate(recipe: Recipe, columns: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the posterior's summaries by NAMES; without φ there are three."""
    grids = [
        Grid.even(recipe.mu - 3, recipe.mu + 3, 41),
        Grid.even(recipe.beta - 3, recipe.beta + 3, 41),
        Grid.legendre(0, 3, 16),
        Grid.legendre(0, 3 * recipe.phi, 16) if recipe.parameter else ONE,
    ]
    for points in (16, 16, 40):
        found = marginals(posterior(recipe, columns, grids), grids)
        grids = [_placed(i, found[i], grids[i], points) for i in range(4)]
    found = marginals(posterior(recipe, columns, grids), grids)
    return dict(zip(NAMES[: 4 if recipe.parameter else 3], found, strict=False))


def _placed(axis: int, found: dict[str, float], grid: Grid, points: int) -> Grid:
    """Return a grid around a marginal; one narrower than the grid before is not yet seen."""
    if len(grid.points) == 1:
        return grid
    mean, sd = found["mean"], max(found["sd"], float(np.diff(grid.points).max()) / 4)
    if NAMES[axis] in ("mu", "beta"):
        return Grid.even(mean - 6.5 * sd, mean + 6.5 * sd, 41)
    if NAMES[axis] == "tau":
        return Grid.legendre(0, mean + 8 * sd, points)
    return Grid.legendre(max(0.0, mean - 7 * sd), mean + 9 * sd, points)


def make(recipe: Recipe) -> dict[str, Any]:
    """Return a set: plan, table, and what is exactly known of its posterior."""
    columns = recipe.columns()
    return {
        "made_by": f"python -m tests.evidence.make_accuracy {recipe.name}",
        "method": "exact integration",
        "seed": recipe.seed,
        "plan": recipe.plan,
        "columns": columns,
        "parameter": recipe.parameter,
        "expected": integrate(recipe, columns),
    }


def as_text(made: dict[str, Any]) -> str:
    """Return JSON with a line for each column and each summary."""

    def write(value: Any, deep: int) -> str:
        if not isinstance(value, dict) or deep > 1:
            return json.dumps(value, ensure_ascii=False)
        pad = " " * (deep + 1)
        lines = [f"{pad}{json.dumps(key)}: {write(own, deep + 1)}" for key, own in value.items()]
        return "{\n" + ",\n".join(lines) + "\n" + " " * deep + "}"

    return write(made, 0) + "\n"


def main(wanted: list[str]) -> None:
    """Write the sets that are named, or all."""
    FOLDER.mkdir(exist_ok=True)
    for recipe in RECIPES:
        if not wanted or recipe.name in wanted:
            (FOLDER / f"{recipe.name}.json").write_text(as_text(make(recipe)), "utf-8")
            print(recipe.name, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
