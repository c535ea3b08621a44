"""What every family promises, held for every family: nothing here knows one by name."""

from __future__ import annotations

from itertools import pairwise, product
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.special import gammaln
from tests.evidence.family_cases import CASES, Case, plan_of
from tests.evidence.plans import fixed

from ligzda.evidence import Family, parse_plan
from ligzda.evidence.families import BY_LINK, FAMILIES, family_of, links_of

ETAS = (-1.3, 0.2, 0.9)
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def rows(case: Case, seed: int, n: int = 60) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return predictors (1, n) and data of outcomes drawn at them."""
    rng = np.random.default_rng(seed)
    eta = rng.uniform(-2, 1.5, n)
    return eta[None], case.read(case.draw(eta, rng))


def test_every_family_and_link_has_a_case() -> None:
    assert {(case.family.name, case.family.link) for case in CASES} == set(BY_LINK)


@every_case
@pytest.mark.parametrize("eta", ETAS)
def test_density_sums_to_one(case: Case, eta: float) -> None:
    """Discrete parts are summed and continuous ones integrated, over the range of many draws.

    A part that takes one value only, given the discrete ones, is an atom: the time of somebody who
    is seen to the end.
    """
    drawn = case.draw(np.full(40_000, eta), np.random.default_rng(3))
    discrete, continuous = {}, []
    for part, values in drawn.items():
        if values.dtype.kind != "f":
            discrete[part] = np.unique(values)
        elif (values == np.rint(values)).all():
            discrete[part] = np.arange(values.min(), values.max() + 1)
        else:
            continuous.append(part)
    total = 0.0
    for chosen in product(*discrete.values()):
        given = dict(zip(discrete, chosen, strict=True))
        own = np.all([drawn[part] == value for part, value in given.items()], axis=0)
        weight, axes = np.ones(1), {}
        for part in continuous:
            values = drawn[part][own]
            points = 1 if np.ptp(values) == 0 else 4001 if len(continuous) == 1 else 401
            axes[part] = np.linspace(values.min(), values.max(), points)
            step = np.ptp(values) / (points - 1) if points > 1 else 1.0
            ends = np.where(np.isin(np.arange(points), (0, points - 1)) & (points > 1), 0.5, 1.0)
            weight = np.multiply.outer(weight, ends * step).ravel()
        grid = np.meshgrid(*axes.values(), indexing="ij")
        columns = {part: np.full(len(weight), value) for part, value in given.items()}
        columns |= {part: values.ravel() for part, values in zip(axes, grid, strict=True)}
        total += float(weight @ case.density(eta, columns))
    assert total == pytest.approx(1, abs=2e-3)


@every_case
@pytest.mark.parametrize("eta", ETAS)
def test_mean_is_that_of_draws(case: Case, eta: float) -> None:
    """Σ of the outcome − mean × units is 0 within five Monte Carlo standard errors."""
    n = 40_000
    data = case.read(case.draw(np.full(n, eta), np.random.default_rng(5)))
    mean = float(case.family.mean(np.full((1, 1), eta), case.parameters)[0, 0])
    off = (case.family.total(data) - mean * case.family.units(data))[0]
    error = float(off.std() / n**0.5)
    assert error > 0
    assert abs(float(off.mean())) < 5 * error
    # and the bound is narrow enough to see a wrong mean
    assert 5 * error < 0.2 * abs(mean) * float(case.family.units(data).mean()) + 0.05


@every_case
def test_log_concave_where_it_is_claimed(case: Case) -> None:
    assert case.family.log_concave, "another family needs another solver: say so here"
    _, data = rows(case, 7)
    for at in np.linspace(-9, 6, 61):
        (second,) = case.family.pointwise(np.full((1, 60), at), data, case.parameters, 2, 2)
        assert (second <= 1e-9).all()
    (second,) = case.family.pointwise(np.zeros((1, 60)), data, case.parameters, 2, 2)
    assert (second < 0).any()


@every_case
def test_derivatives_are_those_of_the_log_likelihood(case: Case) -> None:
    eta, data = rows(case, 11)
    h, every = 1e-4, case.family.pointwise(eta, data, case.parameters, 0, 4)
    low, high = (case.family.pointwise(eta + s, data, case.parameters, 0, 4) for s in (-h, h))
    for order, (below, above) in enumerate(pairwise(range(5))):
        slope = (high[below] - low[below]) / (2 * h)
        exact = every[above] + np.zeros_like(eta)
        scale = 1 + np.abs(exact) + np.abs(every[below])
        assert (np.abs(slope - exact) / scale).max() < 1e-5, f"order {order + 1}"
    for order in range(1, 5):
        (alone,) = case.family.pointwise(eta, data, case.parameters, order, order)
        assert alone == pytest.approx(every[order])


@every_case
def test_expectations_agree_with_quadrature(case: Case) -> None:
    eta, data = rows(case, 13, n=8)
    v = np.full_like(eta, 0.4)
    found = case.family.expected(eta, v, data, case.parameters, 0, 4)
    z = np.linspace(-9, 9, 2001)
    weight = np.exp(-0.5 * z**2)
    weight /= weight.sum()
    total = [np.zeros_like(eta) for _ in range(5)]
    for point, share in zip(z, weight, strict=True):
        at = case.family.pointwise(eta + np.sqrt(0.4) * point, data, case.parameters, 0, 4)
        total = [one + share * other for one, other in zip(total, at, strict=True)]
    # the third and fourth only correct what the others say
    for one, other, close in zip(found, total, (1e-4, 1e-4, 1e-4, 2e-3, 2e-3), strict=True):
        assert one + np.zeros_like(eta) == pytest.approx(other, rel=close, abs=close)


@every_case
def test_cells_say_what_their_rows_say(case: Case) -> None:
    """Participants, sums and ℓ (but for a constant) of cells are those of their rows."""
    _, data = rows(case, 17)
    flat = {name: values[0] for name, values in data.items() if name != "times"}
    keys = case.family.distinct(flat)
    cell = (
        np.unique(np.stack(keys), axis=1, return_inverse=True)[1].ravel()
        if keys
        else np.arange(60) % 3
    )
    cells = case.family.reduce(flat, cell, int(cell.max()) + 1)
    for name in ("units", "total"):
        ask = getattr(case.family, name)
        assert ask(cells).sum() == pytest.approx(ask(data).sum())
    wide = {name: values[None] for name, values in cells.items()}

    def level(eta: float, of: dict[str, np.ndarray]) -> float:
        at = np.full((1, next(iter(of.values())).shape[1]), eta)
        return float(case.family.pointwise(at, of, case.parameters, 0, 0)[0].sum())

    rise = level(0.7, wide) - level(-0.4, wide)
    assert rise == pytest.approx(level(0.7, data) - level(-0.4, data))


@every_case
def test_slopes_in_parameters_are_those_of_the_log_likelihood(case: Case) -> None:
    eta, data = rows(case, 19)
    v = np.full_like(eta, 0.2)
    for name in case.parameters:
        slope, curvature = case.family.parameter_slope(name, eta, v, data, case.parameters)
        plain, _ = Family.parameter_slope(case.family, name, eta, v, data, case.parameters)
        assert slope == pytest.approx(plain, rel=1e-3, abs=1e-3)
        assert (curvature >= 0).all()


@every_case
def test_the_expression_for_nuts_is_the_log_likelihood(case: Case) -> None:
    namespace = SimpleNamespace(
        exp=np.exp, log=np.log, expm1=np.expm1, gammaln=gammaln,
        softplus=lambda x: np.logaddexp(0, x),
    )  # fmt: skip
    eta, data = rows(case, 23)
    off = []
    for shift, factor in ((0.0, 1.0), (0.6, 1.0), (0.0, 1.3)):
        at = {name: factor * value for name, value in case.parameters.items()}
        (level,) = case.family.pointwise(eta + shift, data, at, 0, 0)
        off.append(case.family.expression(namespace, eta + shift, data, at) - level)
    assert off[1] == pytest.approx(off[0], abs=1e-9)
    assert off[2] == pytest.approx(off[0], abs=1e-9)


@every_case
def test_a_plan_names_it_by_its_own_keys(case: Case) -> None:
    outcome = parse_plan(plan_of(case, fixed("intercept", prior="normal(0, 1)"))).outcome
    assert family_of(outcome) is case.family
    assert outcome.columns == case.outcome.columns
    assert outcome.parameters.keys() == case.outcome.parameters.keys()


def test_names_and_aliases_lead_to_the_default_link() -> None:
    for name, family in FAMILIES.items():
        assert name in (family.name, *family.aliases)
        assert links_of(name)[0] == family.link
    parts = {"outcome_part", "size_part"}
    for family in BY_LINK.values():
        held = {getattr(family, part) for part in parts} - {None}
        assert held | set(family.labels) | set(family.aggregates) <= set(family.columns)
