"""What calibration found: families that a batch could not fit, and answers that were NaN."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.calibration.replicates import draw_world
from benchmarks.calibration.worlds import World, worlds

from ligzda.evidence import evaluate
from ligzda.evidence.batch import fit_many

FAMILIES = [
    world
    for world in worlds()
    if world.name in ("cloglog", "poisson", "negative-binomial", "gamma", "ordinal", "survival")
]


@pytest.mark.slow
@pytest.mark.parametrize("world", FAMILIES, ids=lambda world: world.name)
def test_a_batch_fits_what_evaluate_fits(world: World) -> None:
    tables = draw_world(world, 3, np.random.default_rng(4)).tables
    fits = fit_many(world.plan, tables, workers=1)
    assert not fits.failures
    for i, table in enumerate(tables):
        for c, contrast in enumerate(evaluate(table, world.plan).contrasts):
            assert abs(fits.contrasts.mean[i, c] - contrast.link.mean) < 0.06 * contrast.link.sd
            assert fits.contrasts.sd[i, c] == pytest.approx(contrast.link.sd, rel=0.05)


@pytest.mark.parametrize("compiled", [True, False])
def test_more_rows_of_a_population_than_effects(compiled: bool) -> None:
    """A covariate gives every participant a row of its own, and the rows a singular covariance."""
    if compiled:
        pytest.importorskip("numba")
    world = next(world for world in worlds() if world.name == "bernoulli")
    (table,) = draw_world(world, 1, np.random.default_rng(1)).tables
    fits = fit_many(world.plan, [table], workers=1, compiled=compiled)
    expected = evaluate(table, world.plan).contrasts
    for c, contrast in enumerate(expected):
        assert contrast.probability is not None
        mean, sd = contrast.probability.mean, contrast.probability.sd
        assert abs(fits.differences.mean[0, c] - mean) < 0.05 * sd
        assert fits.differences.sd[0, c] == pytest.approx(sd, rel=0.05)
    assert fits.arm_means.min() > 0
