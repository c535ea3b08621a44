r"""The density nearest to a given one that has given moments.

:math:`p'_i \propto p_i \exp(\lambda' f_i)` minimises the Kullback–Leibler divergence from p under
:math:`E[f] = m` (Csiszár 1975, *Ann Probab* 3:146–158); λ by Newton's method on the convex dual.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.tables import Floats


def positive_features(sigma: Floats, scale: float) -> Floats:
    """Return features (n, 4) of a positive parameter: first and second powers of it, and of its
    place on an axis that is linear near 0 and logarithmic in the tail.
    """
    y = sigma / scale
    t = np.arcsinh(4 * y)
    return np.stack([t, t**2, y, y**2], axis=1)


def tilted(mass: Floats, features: Floats, wanted: Floats) -> Floats:
    """Return masses (n,) with wanted means (k,) of features (n, k); ``mass`` if there are none."""
    slope = np.zeros(len(wanted))
    with np.errstate(all="ignore"):
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
                break
            step = np.linalg.lstsq(covariance, off, rcond=1e-9)[0]
            slope = slope + step * min(1.0, 2 / max(float(np.abs(step).max()), 1e-300))
    return mass
