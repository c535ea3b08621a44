"""The SDs of a batch against their exact posterior, which known standard errors allow."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.calibration.replicates import BATCH_LEVELS, draw_world
from benchmarks.calibration.worlds import worlds
from scipy.integrate import cumulative_trapezoid
from scipy.interpolate import CubicSpline

from ligzda.evidence.batch import fit_many

TABLES, NODES = 40, 28


@pytest.mark.slow
def test_limits_of_sds_are_those_of_the_exact_posterior() -> None:
    # y ~ N(0, V) with V linear in the variances: the marginal likelihood has a closed form, and
    # the three SDs are integrated by a rule dense near 0
    world = next(world for world in worlds() if world.name == "summaries")
    drawn = draw_world(world, TABLES, np.random.default_rng(3))
    fits = fit_many(world.plan, drawn.tables)
    names = fits.sds.names
    levels = {"arm": world.columns["arm"], "site": world.columns["site"]}
    same = {name: (value[:, None] == value).astype(float) for name, value in levels.items()}
    rows = world.rows
    same["cell"] = np.eye(rows)
    scale = {"arm": 0.5, "site": 1.0, "cell": 0.5}
    x, w = np.polynomial.legendre.leggauss(NODES)
    u = (x + 1) / 2
    sigma = {name: 4 * scale[name] * u**1.5 for name in names}
    grid = np.stack(np.meshgrid(*(sigma[n] for n in names), indexing="ij"), -1).reshape(-1, 3)
    log_prior = sum(-0.5 * (grid[:, j] / scale[n]) ** 2 for j, n in enumerate(names))
    log_weight = np.log(w * np.sqrt(u))
    log_weight = (log_weight[:, None, None] + log_weight[:, None] + log_weight).ravel() + log_prior
    V = 1.5**2 + np.diag(world.columns["se"] ** 2)
    V = V + sum(grid[:, j, None, None] ** 2 * same[n] for j, n in enumerate(names))
    inverse, (_, log_det) = np.linalg.inv(V), np.linalg.slogdet(V)
    y = np.array([table.numbers("y") for table in drawn.tables])
    square = np.einsum("ti,kij,tj->tk", y, inverse, y, optimize=True)
    log_p = log_weight - 0.5 * (log_det + square)
    mass = np.exp(log_p - log_p.max(axis=1, keepdims=True))
    mass = (mass / mass.sum(axis=1, keepdims=True)).reshape(-1, NODES, NODES, NODES)
    for j, name in enumerate(names):
        own = mass.sum(axis=tuple(1 + k for k in range(3) if k != j))
        mean = own @ sigma[name]
        sd = np.sqrt(own @ sigma[name] ** 2 - mean**2)
        shift = (fits.sds.mean[:, j] - mean) / sd
        assert np.sqrt((shift**2).mean()) < 0.025
        assert np.abs(shift).max() < 0.1
        assert np.sqrt(((fits.sds.sd[:, j] / sd - 1) ** 2).mean()) < 0.025
        density = np.log(np.maximum(own, 1e-300) / (w * np.sqrt(u)))
        fine = np.linspace(0, sigma[name][-1], 4001)
        dense = np.exp(CubicSpline(sigma[name], density, axis=1)(fine))
        cdf = cumulative_trapezoid(dense, axis=1, initial=0)
        cdf /= cdf[:, -1:]
        found = fits.sds.quantiles[:, j]
        exact = np.array([np.interp(BATCH_LEVELS, c, fine) for c in cdf])
        at = np.array([np.interp(q, fine, c) for q, c in zip(found, cdf, strict=True)])
        assert np.abs(at.mean(axis=0) - BATCH_LEVELS).max() < 0.005
        off = (found - exact) / sd[:, None]
        assert np.sqrt((off**2).mean(axis=0)).max() < 0.08
        assert np.abs(off).max() < 0.3
