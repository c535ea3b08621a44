"""The standard normal distribution function and its inverse, from one table of ``math.erf``.

``scipy.special`` takes a fifth of a second to import, a tenth of a whole cold evaluation; linear
interpolation in a table of 8,001 exact values errs by less than 2·10⁻⁷.
"""

from __future__ import annotations

import math

import numpy as np

from ligzda.evidence.tables import Floats

_Z = np.linspace(-8.5, 8.5, 8001)
_P = np.array([0.5 * math.erfc(-z / math.sqrt(2)) for z in _Z])


def normal_cdf(z: Floats) -> Floats:
    """Return Φ(z)."""
    p: Floats = np.interp(z, _Z, _P)
    return p


def normal_quantile(p: Floats) -> Floats:
    """Return Φ⁻¹(p), within ±8.2."""
    z: Floats = np.interp(p, _P, _Z)
    return z
