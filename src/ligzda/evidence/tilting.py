r"""The density nearest to a given one that has given moments.

:math:`p'_i \propto p_i \exp(\lambda' f_i)` minimises the Kullback–Leibler divergence from p under
:math:`E[f] = m` (Csiszár 1975, *Ann Probab* 3:146–158); λ by Newton's method on the convex dual.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.tables import Floats

_LEAST = (1e-7, 1e-4, 1e-2)  # variance of a direction, of the largest


def positive_features(sigma: Floats, scale: float) -> Floats:
    """Return features (n, 4) of a positive parameter: first and second powers of it, and of its
    place on an axis that is linear near 0 and logarithmic in the tail.
    """
    y = sigma / scale
    t = np.arcsinh(4 * y)
    return np.stack([t, t**2, y, y**2], axis=1)


def tilted(mass: Floats, features: Floats, wanted: Floats) -> Floats:
    """Return masses (n,) with wanted means (k,) of features (n, k); ``mass`` if there are none.

    Of a narrow density the features are nearly functions of one another: they are taken in their
    principal directions, without those that hardly vary, and without more where that fails.
    """
    with np.errstate(all="ignore"):
        middle = mass @ features
        centred = features - middle
        spread = np.sqrt(mass @ centred**2)
        unit = centred / spread
        if not np.isfinite(unit).all():
            return mass
        values, directions = np.linalg.eigh((unit * mass[:, None]).T @ unit)
        for least in _LEAST:
            kept = values > least * values.max()
            turned = directions[:, kept] / np.sqrt(values[kept])
            new = _tilted(mass, unit @ turned, (wanted - middle) / spread @ turned)
            if new is not None:
                return new
    return mass


def _tilted(mass: Floats, features: Floats, wanted: Floats) -> Floats | None:
    """Tilt by Newton's method; None where it does not come to an end."""
    slope = np.zeros(len(wanted))
    for _ in range(40):
        exponent = features @ slope
        new = mass * np.exp(exponent - exponent.max())
        new = new / new.sum()
        off = wanted - new @ features
        if np.abs(off).max() < 1e-7:
            return np.asarray(new)
        centred = features - new @ features
        covariance = (centred * new[:, None]).T @ centred
        if not np.isfinite(covariance).all():
            return None
        step = np.linalg.lstsq(covariance, off, rcond=1e-9)[0]
        slope = slope + step * min(1.0, 2 / max(float(np.abs(step).max()), 1e-300))
    return None
