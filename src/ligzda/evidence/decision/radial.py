r"""A second basis for the regression of net benefits: radial functions of all parameters at once.

Additive splines with pairwise products hold what one or two parameters do. What three do together,
a step, or a quick wave they leave in the residuals, and a value of information that rests on them
comes out too low – with a small standard error. Functions of the distance to some of the draws hold
an interaction of any order, roughly: the regression on them is a Gaussian process with the Matérn
covariance of smoothness 3/2, on a subset of regressors (Rasmussen & Williams 2006, *Gaussian
Processes for Machine Learning*, sections 4.2 and 8.3.1; for the value of information Strong, Oakley
& Brennan 2014, *Medical Decision Making* 34:311–326, section "Gaussian process").

Parameters enter as normal scores of their ranks, so that neither unit nor a long tail decides which
draws are near one another.
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtri
from scipy.stats import rankdata

from ligzda.evidence.decision.draws import Floats
from ligzda.evidence.decision.splines import standardised

#: Directions of the centres' covariance below this part of the largest are rounding.
_RANK = 1e-7


def radial(parameters: Floats, size: int) -> Floats:
    """Return at most ``size`` standardised columns, to be penalised alike, of parameters[draw, p].

    There are none where the draws have fewer than three different rows: a factor's means are whole
    without them.
    """
    scores = ndtri((rankdata(parameters, axis=0) - 0.5) / len(parameters))
    spread = scores[:: max(len(scores) // (2 * size), 1)]
    centres = np.unique(spread, axis=0)
    centres = centres[np.linspace(0, len(centres) - 1, min(size, len(centres))).astype(int)]
    if len(centres) < 3:
        return np.empty((len(scores), 0))
    between = _distances(centres, centres)
    scale = float(np.median(between[between > 0]))
    eigenvalues, vectors = np.linalg.eigh(_covariance(between / scale))
    kept = eigenvalues > _RANK * eigenvalues[-1]
    root = vectors[:, kept] / np.sqrt(eigenvalues[kept])
    columns = _covariance(_distances(scores, centres) / scale) @ root
    return standardised(columns)


def _distances(a: Floats, b: Floats) -> Floats:
    squares = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1) - 2 * a @ b.T
    distances: Floats = np.sqrt(np.maximum(squares, 0.0))
    return distances


def _covariance(distance: Floats) -> Floats:
    covariance: Floats = (1 + np.sqrt(3) * distance) * np.exp(-np.sqrt(3) * distance)
    return covariance
