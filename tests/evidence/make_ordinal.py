"""Integrate case 26 without the engine, once: ``python -m tests.evidence.make_ordinal``.

People's effects by 61-point Gauss–Hermite quadrature about their prior, the seven parameters that
are left by importance sampling from a t distribution about the mode, twice: what is written are
means, SDs and 95 % limits with their Monte Carlo errors, to ``exact/ordinal.json``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from tests.evidence.cases import case

from ligzda.evidence.tables import Floats

KEPT = Path(__file__).parent / "exact" / "ordinal.json"
NAMES = ("intercept", "drug", "week", "drug x week", "person", "gap 2", "gap 3")
COLUMNS = ("TxDrug", "SqrtWeek", "TxSWeek")
PRIOR_SDS = np.array([5.0, 3.0, 3.0, 3.0, 5.0, 5.0, 5.0])  # of the coefficients, then half-normal
DRAWS, DEGREES, SEED = 60_000, 8.0, 26


def log_posterior(u: Floats) -> float:
    """Return the log density of coefficients and of the logarithms of SD and gaps."""
    beta, (sd, two, three) = u[:4], np.exp(u[4:])
    eta = (X @ beta)[:, None] + sd * Z
    cuts = np.array([-np.inf, 0.0, two, two + three, np.inf])
    share = np.diff(1 / (1 + np.exp(np.clip(eta - cuts[[CATEGORY, CATEGORY + 1], None], -700, 700)
                                    .reshape(2, *eta.shape))), axis=0)[0]  # fmt: skip
    level = np.add.reduceat(np.log(np.maximum(share, 1e-300)), STARTS, axis=0)
    top = level.max(axis=1, keepdims=True)
    people = np.log(np.exp(level - top) @ WEIGHTS) + top[:, 0]
    at = np.concatenate([beta, [sd, two, three]])
    return float(people.sum() - 0.5 * ((at / PRIOR_SDS) ** 2).sum() + u[4:].sum())


table = case("26-ordinal-with-many-people").table()
ORDER = np.argsort(table.labels("id"), kind="stable")
PEOPLE = table.labels("id")[ORDER]
STARTS = np.flatnonzero(np.append(True, PEOPLE[1:] != PEOPLE[:-1]))
CATEGORY = table.numbers("imps79o").astype(int)[ORDER] - 1
X = np.stack([np.ones(len(PEOPLE)), *(table.numbers(c)[ORDER] for c in COLUMNS)], axis=1)
Z, WEIGHTS = np.polynomial.hermite_e.hermegauss(61)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def _minus(u: Any) -> float:
    return -log_posterior(u)


def main() -> None:
    """Find the mode and its curvature, draw, weigh and keep."""
    start = np.array([5.0, 0.5, -0.5, -1.0, 0.7, 1.0, 0.7])
    found_mode: Any = minimize(_minus, start, method="BFGS")
    mode = np.asarray(found_mode.x)
    step = 1e-3 * np.eye(7)
    hessian = np.array(
        [[log_posterior(mode + a + b) - log_posterior(mode + a - b)
          - log_posterior(mode - a + b) + log_posterior(mode - a - b) for b in step]
         for a in step]
    ) / (4 * 1e-6)  # fmt: skip
    root = np.linalg.cholesky(np.linalg.inv(-hessian) * 1.2)
    rng = np.random.default_rng(SEED)
    z = rng.standard_normal((DRAWS, 7)) / np.sqrt(rng.chisquare(DEGREES, DRAWS) / DEGREES)[:, None]
    u = mode + z @ root.T
    log_q = -0.5 * (DEGREES + 7) * np.log1p((z**2).sum(axis=1) / DEGREES)
    log_w = np.array([log_posterior(one) for one in u]) - log_q
    w = np.exp(log_w - log_w.max())
    w /= w.sum()
    values = np.concatenate([u[:, :4], np.exp(u[:, 4:])], axis=1)
    effective = float(1 / (w**2).sum())
    found = {}
    for name, column in zip(NAMES, values.T, strict=True):
        mean = float(w @ column)
        sd = float(np.sqrt(w @ (column - mean) ** 2))
        order = np.argsort(column)
        lower, upper = np.interp(
            [0.025, 0.975], np.cumsum(w[order]) - 0.5 * w[order], column[order]
        )
        figures = {"mean": mean, "sd": sd, "lower": float(lower), "upper": float(upper)}
        found[name] = {k: round(v, 4) for k, v in figures.items()}
    how = f"importance sampling, {effective:.0f} effective of {DRAWS} draws, seed {SEED}"
    KEPT.write_text(json.dumps({"how": how, "posterior": found}, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1), how)


if __name__ == "__main__":
    main()
