"""The small version of `make validate`: loose, but a posterior that is 20 % off fails it."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.calibration import outlier
from benchmarks.calibration.bounds import told_that_one_lies_out, with_heavy_tails
from benchmarks.calibration.checks import band, best_error, coverage, holm, reliability, uniformity
from benchmarks.calibration.outlier import BINS, MID, ask, called, draw_estimates, knowing
from benchmarks.calibration.page import failures, tables
from benchmarks.calibration.replicates import BATCH_LEVELS, Ranks, run_batch, run_evaluate
from benchmarks.calibration.worlds import World, worlds
from tests.effort import amount
from tests.evidence import evaluated

REPLICATES = 128
MARGIN = 0.05  # of the coverage of 50 % intervals: SDs off by 20 % miss by 8 or 9 points
ALL = ["trial", "jtpa", "network", "normal", "poisson"]
WORLDS = {world.name: world for world in worlds()}


def wrong(ranks: Ranks) -> list[str]:
    """Say what is not as it should be, loosely."""
    found = []
    half = coverage(ranks)[0]
    if abs(half.miss) > MARGIN:
        found.append(f"50 % intervals cover {half.share:.3f}")
    if holm(uniformity(ranks)).min() < 1e-3:
        found.append("ranks are not uniform")
    if best_error(reliability(ranks)) > 0.05:
        found.append("P(best) is off")
    return found


def run(world: World, widen: float = 1.0) -> Ranks:
    return run_batch(world, REPLICATES, np.random.default_rng(11), widen)


@pytest.mark.slow
@pytest.mark.parametrize("name", amount(["network", "normal", "poisson"], nightly=ALL))
def test_posteriors_are_calibrated(name: str) -> None:
    assert not wrong(run(WORLDS[name]))


@pytest.mark.slow
@pytest.mark.parametrize("widen", amount([0.8], nightly=[0.8, 1.25]))
@pytest.mark.parametrize("name", amount(["network"], nightly=ALL))
def test_a_posterior_that_is_off_by_a_fifth_is_seen(name: str, widen: float) -> None:
    assert wrong(run(WORLDS[name], widen))


@pytest.mark.slow
def test_one_by_one_the_likelihood_is_a_quantity_too() -> None:
    ranks = run_evaluate(WORLDS["cloglog"], amount(16, nightly=48), np.random.default_rng(3))
    assert ranks.kinds[-1] == "likelihood"
    assert holm(uniformity(ranks)).min() > 1e-3
    assert all(abs(c.miss) < 4 * c.mcse + 0.01 for c in coverage(ranks))


@pytest.mark.slow
def test_with_one_outlying_site_the_look_with_student_t_effects_is_as_sure_as_it_should_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outlier, "evaluate", evaluated.evaluate)
    monkeypatch.setattr(outlier, "tail_sensitivity", evaluated.tail_sensitivity)
    said = ask(3.0, amount(48, nightly=256), (5,))
    assert said.trusted.all()
    high = (0.5, 0.97)
    normal, heavy = (called(one, said.knowing, high) for one in (said.normal, said.heavy))
    assert normal.said - normal.found > 0.1
    assert not heavy.is_off


def test_who_knows_the_outlying_site_is_as_sure_as_it_should_be() -> None:
    rng = np.random.default_rng(2)
    drawn = [draw_estimates(3.0, rng) for _ in range(3000)]
    p = np.array([knowing(y, 3.0) for _, y in drawn])
    true = np.array([effect >= MID for effect, _ in drawn])
    for low, high in BINS:
        own = (p >= low) & (p < high)
        assert abs(true[own].mean() - p[own].mean()) < 3 * (0.25 / own.sum()) ** 0.5


def exact(replicates: int, quantities: int, scale: float = 1.0) -> Ranks:
    """Ranks of a posterior that is known: normal, its SDs off by a factor."""
    rng = np.random.default_rng(5)
    from scipy.stats import norm

    truth = rng.standard_normal((replicates, quantities))
    places = (truth[:, :, None] > scale * norm.ppf(BATCH_LEVELS)).sum(axis=2)
    p = rng.dirichlet(np.ones(3), replicates)
    best = (p.cumsum(axis=1) < rng.random((replicates, 1))).sum(axis=1)
    kinds = ("effect",) * quantities
    return Ranks("made", "fit_many", BATCH_LEVELS, kinds, kinds, places, p, best, 0, 0, 1.0)


def test_without_an_outlying_site_nobody_knows_more_than_the_plan() -> None:
    rng = np.random.default_rng(3)
    _, calm = draw_estimates(0.0, rng)
    assert with_heavy_tails(calm) == pytest.approx(knowing(calm, 0.0), abs=0.05)
    _, unlike = draw_estimates(3.0, rng)
    # who is told that one lies out, and sees which, knows almost as much as who knew before
    assert told_that_one_lies_out(unlike, 3.0) == pytest.approx(knowing(unlike, 3.0), abs=0.1)


def test_the_checks_pass_what_is_exact_and_name_what_is_not() -> None:
    good, bad = exact(4000, 6), exact(4000, 6, 0.9)
    assert holm(uniformity(good)).min() > 0.01
    assert all(c.within for c in coverage(good))
    assert best_error(reliability(good)) < 0.02
    assert failures([good]) == []
    named = failures([bad])
    assert any("ranks of effect" in line for line in named)
    assert any("50 % intervals cover" in line for line in named)
    assert "✗" in tables([bad])
    assert "✗" not in tables([good])


def test_the_band_holds_nineteen_of_twenty() -> None:
    rng = np.random.default_rng(9)
    width = band(BATCH_LEVELS, 500)
    u = np.sort(rng.random((2000, 500)), axis=1)
    ecdf = np.stack([(u <= level).mean(axis=1) for level in BATCH_LEVELS], axis=1)
    inside = (np.abs(ecdf - BATCH_LEVELS) <= width + 1e-9).all(axis=1).mean()
    assert 0.93 < inside < 0.975
