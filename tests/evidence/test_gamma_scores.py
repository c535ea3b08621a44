"""Quantiles by normal scores, against SciPy, into tails where nothing of a float is left of 1."""

import numpy as np
import pytest
from scipy.special import gammainccinv, gammaincinv, ndtr

from ligzda.evidence.gamma_scores import log_gamma_quantile

SCORES = np.linspace(-8, 8, 801)


@pytest.mark.parametrize("shape", [0.5, 1.05, 2.0, 4.0, 15.0, 100.0])
def test_quantiles_are_those_of_scipy(shape: float) -> None:
    lower, upper = gammaincinv(shape, ndtr(SCORES)), gammainccinv(shape, ndtr(-SCORES))
    exact = np.log(np.where(SCORES < 0, lower, upper))
    assert np.abs(log_gamma_quantile(SCORES, shape) - exact).max() < 2e-4
