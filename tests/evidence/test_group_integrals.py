"""Integrals over one site's effect, against a sum over 400,001 points of it."""

from __future__ import annotations

from math import exp, log

import numpy as np
import pytest

from ligzda.evidence import Table, parse_plan
from ligzda.evidence.group_integrals import integrate_groups
from ligzda.evidence.lattice_marginals import interpolated
from ligzda.evidence.model import build_model

PLAN = """
[outcome]
name = "o"
{outcome}
[roles]
site = "site"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, 2)"
[[terms]]
name = "sd"
kind = "random"
columns = ["site"]
sd = "half-cauchy(1)"
"""
POISSON = 'family = "poisson"\ncount = "y"\nexposure = "n"'
BINOMIAL = 'family = "binomial"\nsuccesses = "y"\ntrials = "n"'


@pytest.mark.parametrize("outcome", [POISSON, BINOMIAL])
@pytest.mark.parametrize("sd", [0.001, 0.5, 2.9, 3.1, 5.0, 20.0, 100.0, 1000.0])
def test_shapes_from_a_spike_to_a_cliff(outcome: str, sd: float) -> None:
    """No events, some, and as many as there can be; an SD up to a thousand cliffs wide."""
    y, n = np.array([0.0, 2.0, 3.0, 40.0]), np.array([3.0, 3.0, 3.0, 40.0])
    table = Table.from_columns({"site": ["a", "b", "c", "d"], "y": y, "n": n})
    model = build_model(table, parse_plan(PLAN.format(outcome=outcome), name="shapes"))
    problem = model.problem()
    z = np.linspace(-14, 14, 400_001)
    weight = np.exp(-0.5 * z**2) / np.exp(-0.5 * z**2).sum()
    for centre in (-3.0, 0.0, 3.0):
        level, groups = integrate_groups(
            problem, np.array([[sd]]), np.array([[centre]]), np.array([[sd]])
        )
        wanted = 0.0
        for site in range(4):
            data = {key: values[[site]] for key, values in problem.data.items()}
            eta = np.ravel(problem.offset * np.ones(4))[site] + centre + sd * z
            log_p = problem.family.pointwise(eta[:, None], data, {}, 0, 0)[0][:, 0]
            share = np.exp(log_p - log_p.max()) * weight
            wanted += log(share.sum()) + log_p.max()
            share /= share.sum()
            mean = share @ (sd * z)
            spread = np.sqrt(share @ (sd * z - mean) ** 2)
            assert groups.mean[0, site] == pytest.approx(mean, abs=0.02 * spread)
            assert groups.variance[0, site] ** 0.5 == pytest.approx(spread, rel=0.02)
        assert level[0] == pytest.approx(wanted, abs=0.01)


def test_a_log_density_beside_a_cliff_is_not_overshot() -> None:
    """Three points down a normal's flank and one that fell off: no peak between them."""
    u = np.arange(-5.0, 6.0) * 0.9
    log_density = np.where(u < 4, -0.5 * u**2, -800.0)
    fine, mass = interpolated(u, log_density)
    assert mass @ fine == pytest.approx(0, abs=0.01)
    assert mass @ fine**2 == pytest.approx(1, abs=0.02)
    assert mass[fine > 3.6].sum() < exp(-6)
