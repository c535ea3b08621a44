r"""Bases for penalised regression splines: one smooth term of one parameter.

A term is a straight line plus a wiggly part in the mixed-model form of an O'Sullivan spline (Wand &
Ormerod 2008, *Australian & New Zealand Journal of Statistics* 50:179–198, section 4): cubic
B-splines B with knots at quantiles, penalty matrix :math:`\Omega_{ij} = \int B_i'' B_j''`, spectral
decomposition :math:`\Omega = U \mathrm{diag}(d) U^\top`; the columns

.. math:: Z = B\, U_{d>0}\, \mathrm{diag}(d_{d>0}^{-1/2})

then carry an identity penalty, and the line (the null space of Ω) carries none.
"""

from __future__ import annotations

import numpy as np
from scipy.interpolate import BSpline

from ligzda.evidence.decision.draws import Floats

#: A parameter with no more different values than this is a factor: every level gets its own mean.
FACTOR_LEVELS = 6


def standardised(values: Floats) -> Floats:
    """Return columns with mean 0 and SD 1, whatever their magnitude; none may be constant."""
    centred: Floats = values - values.mean(axis=0)
    centred = centred / np.abs(centred).max(axis=0, initial=0.0)
    scaled: Floats = centred / np.sqrt((centred**2).mean(axis=0))
    return scaled


def term(x: Floats, size: int) -> tuple[Floats, Floats]:
    """Return the line (unpenalised) and the penalised columns of a term of ``x``, standardised.

    ``size`` is the number of penalised columns (``size − 2`` inner knots). A parameter with few
    different values becomes a factor: its penalised columns are the inner levels' indicators.
    """
    distinct, level = np.unique(x, return_inverse=True)
    line = standardised(x)
    if distinct.size <= FACTOR_LEVELS:
        wiggly = (level[:, None] == np.arange(1, distinct.size - 1)).astype(np.float64)
    else:
        wiggly = _wiggly(line, min(size, distinct.size - 2))
    return line[:, None], standardised(wiggly)


def _wiggly(x: Floats, size: int) -> Floats:
    inner = np.unique(np.quantile(np.unique(x), np.linspace(0, 1, max(size, 2))[1:-1]))
    low, high = x.min(), x.max()
    inner = inner[(inner > low) & (inner < high)]
    knots = np.concatenate([[low] * 4, inner, [high] * 4])
    basis = BSpline.design_matrix(x, knots, 3).toarray()
    d, u = np.linalg.eigh(_roughness(knots))
    # The two zero eigenvalues are the constant and the line.
    columns: Floats = basis @ (u[:, 2:] / np.sqrt(d[2:]))
    return columns


def _roughness(knots: Floats) -> Floats:
    """Return Ω exactly: products of second derivatives are quadratic, so two Gauss points do."""
    edges = np.unique(knots)
    half = np.diff(edges) / 2
    middle = (edges[:-1] + edges[1:]) / 2
    nodes = (middle[:, None] + half[:, None] * np.array([-1.0, 1.0]) / np.sqrt(3.0)).ravel()
    count = knots.size - 4
    second = BSpline(knots, np.eye(count), 3).derivative(2)(nodes)
    omega: Floats = second.T @ (np.repeat(half, 2)[:, None] * second)
    return omega
