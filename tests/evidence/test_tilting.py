"""A density is given moments, also where its features are nearly functions of one another."""

import numpy as np
import pytest

from ligzda.evidence.tilting import tilted


@pytest.mark.parametrize("width", [1e-3, 0.02, 0.1, 1.0])
def test_a_density_gets_the_moments_wanted(width: float) -> None:
    """On an axis that is nearly straight over so narrow a density, y says little more than z."""
    z = np.linspace(-6, 6, 801)
    y = np.exp(width * z)
    features = np.stack([z, z**2, z**3, y, y**2], axis=1)
    mass = np.exp(-0.5 * z**2)
    mass /= mass.sum()
    right = np.exp(-0.5 * (z - 0.1) ** 2 / 1.1) * (1 + 0.02 * z**2)
    right /= right.sum()
    found = tilted(mass, features, right @ features)
    mean, wanted = found @ z, right @ z
    assert mean == pytest.approx(wanted, abs=1e-4)
    assert found @ (z - mean) ** 2 == pytest.approx(right @ (z - wanted) ** 2, rel=1e-3)
    assert found @ y == pytest.approx(right @ y, rel=1e-4 * width)


def test_moments_that_no_density_has_leave_it_as_it_is() -> None:
    z = np.linspace(-1, 1, 101)
    mass = np.full(101, 1 / 101)
    assert (tilted(mass, np.stack([z, z**2], axis=1), np.array([2.0, 1.0])) == mass).all()
