"""Quantiles of the gamma distribution by normal scores, from one table a shape.

``scipy.special`` takes a tenth of a second and more to import, much of a whole cold evaluation, and
nothing else on its way needs it. The distribution function is summed by Simpson's rule on a grid of
the logarithm, from below and from above, so that neither tail loses its digits.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from ligzda.evidence.gaussian import normal_quantile
from ligzda.evidence.tables import Floats

_STEPS = 12_000
_FALL = 45.0  # of the log density to where the grid ends: a probability of 10⁻¹⁹


def log_gamma_quantile(score: Floats, shape: float) -> Floats:
    """Return log t with P(gamma(shape, 1) ≤ t) = Φ(score), within 10⁻⁴ for |score| ≤ 8."""
    scores, logarithms = _table(shape)
    found: Floats = np.interp(score, scores, logarithms)
    return found


@cache
def _table(shape: float) -> tuple[Floats, Floats]:
    """Return normal scores and log quantiles, both rising."""
    centre = np.log(shape)

    def fall(t: Floats) -> Floats:
        """Return the log density of log t below its largest, which is at log shape."""
        return np.asarray(shape * (t - centre) - (np.exp(t) - shape))

    low, high = _end(fall, centre, -1.0), _end(fall, centre, 1.0)
    t = np.linspace(low, high, 2 * _STEPS + 1)
    f = np.exp(fall(t))
    pieces = f[:-2:2] + 4 * f[1::2] + f[2::2]
    below = np.concatenate([[0.0], np.cumsum(pieces)])
    above = np.concatenate([np.cumsum(pieces[::-1])[::-1], [0.0]])
    p, q = below / below[-1], above / above[0]
    scores = np.where(p < 0.5, normal_quantile(p), -normal_quantile(q))
    kept = np.flatnonzero(np.abs(scores) < 8.2)
    return scores[kept], t[::2][kept]


def _end(fall: Callable[[Floats], Floats], centre: float, side: float) -> float:
    """Return where the log density has fallen far enough, by bisection."""
    near, far = 0.0, 1.0
    while fall(np.array(centre + side * far)) > -_FALL:
        far *= 2
    for _ in range(40):
        middle = 0.5 * (near + far)
        if fall(np.array(centre + side * middle)) > -_FALL:
            near = middle
        else:
            far = middle
    return float(centre + side * far)
