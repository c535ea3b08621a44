"""A density is given moments, also where its features are nearly functions of one another."""

import numpy as np
import pytest

from ligzda.evidence.tables import Floats
from ligzda.evidence.tilting import tilted

Z = np.linspace(-6, 6, 801)


def _skewed(centre: float, variance: float, skewness: float) -> Floats:
    bent = skewness * Z**3 / 6 * np.exp(-(Z**2) / 20)
    mass = np.exp(-0.5 * (Z - centre) ** 2 / variance + bent)
    return np.asarray(mass / mass.sum())


@pytest.mark.parametrize("width", [1e-3, 0.05, 0.07, 0.1, 1.0])
def test_a_density_gets_the_moments_wanted(width: float) -> None:
    """Of an SD known to some per cent its value and its logarithm say nearly the same."""
    y = np.exp(width * Z)
    features = np.stack([Z, Z**2, Z**3, y, y**2], axis=1)
    right = _skewed(0.06, 1.1, 0.1)
    found = tilted(_skewed(0.0, 1.0, -0.12), features, right @ features)
    assert found @ features == pytest.approx(right @ features, rel=1e-4, abs=1e-4)


def test_moments_that_no_density_has_leave_it_as_it_is() -> None:
    z = np.linspace(-1, 1, 101)
    mass = np.full(101, 1 / 101)
    assert (tilted(mass, np.stack([z, z**2], axis=1), np.array([2.0, 1.0])) == mass).all()
