"""What splines and their pairs do not hold is found by the second basis, or is in the error."""

import json
from collections.abc import Callable

import numpy as np
import pytest

from ligzda.evidence.decision import evppi, evsi
from ligzda.evidence.decision.draws import Floats
from ligzda.evidence.decision.radial import radial

DRAWS = 4000
Mean = Callable[[Floats], Floats]

LEFT_OVER: dict[str, tuple[int, Mean]] = {
    "three at once": (3, lambda x: 100 * x[:, 0] * x[:, 1] * x[:, 2]),
    "the least of three": (3, lambda x: 200 * x.min(axis=1) + 150),
    "curved pairs of six": (
        6,
        lambda x: 40 * (x[:, 0] ** 2 * x[:, 1] + x[:, 2] * x[:, 3] ** 2 - x[:, 4] * x[:, 5]),
    ),
    "a threshold of five": (
        5,
        lambda x: 600 / (1 + np.exp(-1.5 * x.sum(axis=1))) - 300 + 80 * x[:, :3].prod(axis=1),
    ),
    "a quick wave": (1, lambda x: 100 * np.sin(5 * x[:, 0])),
}
CAUGHT: dict[str, tuple[int, Mean]] = {
    "a line": (1, lambda x: 100 * x[:, 0]),
    "a curve": (1, lambda x: 60 * (x[:, 0] ** 2 - 1)),
    "two lines": (2, lambda x: 100 * x[:, 0] + 50 * x[:, 1]),
    "a pair": (2, lambda x: 80 * x[:, 0] * x[:, 1]),
    "six lines": (6, lambda x: 60 * x.sum(axis=1)),
}


def draws(count: int, mean: Mean, seed: int) -> tuple[Floats, Floats, float]:
    """Return net benefits, parameters, and the gain of the true conditional mean on these draws."""
    rng = np.random.default_rng(seed)
    phi = rng.standard_normal((DRAWS, count))
    known = mean(phi)
    benefit = np.column_stack([known + 100 * rng.standard_normal(DRAWS), np.zeros(DRAWS)])
    return benefit, phi, float(np.maximum(known, 0).mean() - max(known.mean(), 0))


@pytest.mark.parametrize("name", LEFT_OVER)
def test_structure_left_over_is_told_and_covered(name: str) -> None:
    benefit, phi, true = draws(*LEFT_OVER[name], seed=1)
    found = evppi(benefit, phi)
    assert found.structure > 0.01
    assert found.by_splines is not None
    assert abs(found.value - true) < 2 * found.se
    # The second basis comes nearer, whatever the error covers.
    assert abs(found.value - true) < abs(found.by_splines - true)
    assert found.se >= abs(found.value - found.by_splines)
    json.dumps(found.to_dict(), allow_nan=False)


@pytest.mark.parametrize("name", CAUGHT)
def test_where_splines_hold_all_nothing_is_widened(name: str) -> None:
    benefit, phi, true = draws(*CAUGHT[name], seed=2)
    found = evppi(benefit, phi)
    assert found.structure < 0.005
    assert found.by_splines is None
    assert abs(found.value - true) < 3 * found.se


def test_a_study_of_three_arms_sees_it_too() -> None:
    count, mean = LEFT_OVER["three at once"]
    benefit, phi, true = draws(count, mean, seed=3)
    seen = phi + 0.01 * np.random.default_rng(4).standard_normal(phi.shape)
    found = evsi(benefit, seen)
    assert abs(found.value - true) < 2 * found.se
    assert found.value > true / 2


def test_noise_is_no_structure() -> None:
    """At one chance in a thousand, none of forty is called structure but by bad luck (4 %)."""
    rng = np.random.default_rng(5)
    for _ in range(40):
        assert (
            evppi(rng.standard_normal((500, 3)), rng.standard_normal((500, 2))).by_splines is None
        )


def test_units_tails_and_levels_do_not_matter_to_the_columns() -> None:
    rng = np.random.default_rng(6)
    phi = rng.standard_normal((400, 2))
    told = radial(phi, 20)
    assert told.shape[1] <= 20
    assert np.allclose(radial(np.exp(3 * phi) * [1e-12, 1e12], 20), told)
    assert radial(rng.integers(0, 2, (400, 1)).astype(float), 20).shape == (400, 0)
    assert np.isfinite(radial(np.repeat(phi[:10], 40, axis=0), 20)).all()
