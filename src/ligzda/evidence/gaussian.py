"""The standard normal distribution function and its inverse, from one table of ``math.erf``.

``scipy.special`` takes a fifth of a second to import, a tenth of a whole cold evaluation; linear
interpolation in a table of 8,001 exact values errs by less than 2·10⁻⁷.
"""

from __future__ import annotations

import math

import numpy as np

from ligzda.evidence.tables import Floats

_STEPS = 8000
_Z = np.linspace(-8.5, 8.5, _STEPS + 1)
_P = np.array([0.5 * math.erfc(-z / math.sqrt(2)) for z in _Z])
_RISE = np.append(np.diff(_P), 0.0)


def normal_cdf(z: Floats) -> Floats:
    """Return Φ(z)."""
    place = np.clip((z - _Z[0]) * (_STEPS / (_Z[-1] - _Z[0])), 0.0, _STEPS)
    step = np.fmax(place, 0.0).astype(np.intp)  # what is not a number stays so in ``place``
    p: Floats = _P[step] + (place - step) * _RISE[step]
    return p


def normal_quantile(p: Floats) -> Floats:
    """Return Φ⁻¹(p), within ±8.2."""
    z: Floats = np.interp(p, _P, _Z)
    return z
