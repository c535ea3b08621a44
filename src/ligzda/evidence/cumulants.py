r"""The second cumulant of what a Gaussian leaves out: corrections of log Z and of Cov(x).

See :mod:`ligzda.evidence.conditional` for the formulae. With N cells they are sums over N² pairs.
Small tables take them as they stand. For large ones :math:`\Sigma = U U' + E`, where
:math:`U = \tilde A R^{1/2}` has as many columns as ``x`` and :math:`E` joins only cells of a group
(:mod:`ligzda.evidence.latent`). Then, since
:math:`(u_i \cdot u_j)^3 = \langle u_i^{\otimes 3}, u_j^{\otimes 3} \rangle`,

.. math::

   c' \Sigma^{\circ 3} c = \Bigl\| \sum_i c_i\, u_i^{\otimes 3} \Bigr\|^2
       + \sum_{i \sim j} c_i c_j \left( \Sigma_{ij}^3 - (u_i \cdot u_j)^3 \right),

a sum over N and over the pairs within groups. Pairs in different groups are left out of the fourth
order there (they are products of four covariances of well-determined effects), and, where every
group is a single cell, out of the third: on nine sites by eight models, with 2,000 participants,
that changes the posterior means by less than .0003 SD.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.latent import LatentStructure, Precision
from ligzda.evidence.tables import Floats, Ints

DENSE_CELLS = 300
LARGEST_PER_EFFECT = 0.2
_TENSOR_WORK = 3e7


def second_order(
    precision: Precision, third: Floats, fourth: Floats, covariances: bool
) -> tuple[Floats, Floats | None]:
    """Return the corrections of log Z (M,) and, if wanted, of Cov(x) (M, p, p)."""
    n = third.shape[1]
    if n <= DENSE_CELLS:
        change, bubble = _dense(precision, third, fourth, covariances)
    elif precision.structure.singleton:
        change, bubble = _diagonal(precision, third, fourth, covariances)
    else:
        change, bubble = _factored(precision, third, fourth, covariances)
    # a correction beyond a fifth an effect is outside the series' reach: it must not make a mode
    s = precision.structure
    limit = LARGEST_PER_EFFECT * min(n, s.A.shape[1] + s.n_groups)
    return limit * np.tanh(change / limit), bubble


def _dense(
    precision: Precision, third: Floats, fourth: Floats, covariances: bool
) -> tuple[Floats, Floats | None]:
    cross, full = precision.covariance()
    square = full * full
    change = _form(third, square * full) / 12 + _form(fourth, square * square) / 48
    if not covariances:
        return change, None
    square *= third[:, :, None]
    square *= third[:, None, :]
    return change, 0.5 * (cross @ square @ cross.swapaxes(1, 2))


def second_order_variance(precision: Precision, third: Floats, cross: Floats) -> Floats:
    """Return the correction of the variances (M, q) of functionals with Cov(ψ, η) (M, q, N).

    That of :func:`second_order` is the same sum for functionals of x alone, where N² pairs need not
    be taken again.
    """
    _, full = precision.covariance()
    K = third[:, :, None] * full**2 * third[:, None, :]
    correction: Floats = 0.5 * ((cross @ K) * cross).sum(axis=2)
    return correction


def _diagonal(
    precision: Precision, third: Floats, fourth: Floats, covariances: bool
) -> tuple[Floats, Floats | None]:
    """Every group is a cell: only the pairs i = i, all in products with the design."""
    s, v = precision.structure, precision.variance
    between = v - s.slope**2 * precision.residual
    change = (third**2 * (v * v * v - between * between * between)).sum(axis=1) / 12
    change = change + (fourth * v * v * (fourth * v * v)).sum(axis=1) / 48
    if not covariances:
        return change, None
    R = precision.covariance_x
    weight = third**2 * (v**2 - between**2) / precision.D**2
    return change, 0.5 * (R @ s.gram.weighted(weight) @ R)


def _factored(
    precision: Precision, third: Floats, fourth: Floats, covariances: bool
) -> tuple[Floats, Floats | None]:
    s = precision.structure
    left, right = pairs_within_groups(s)
    m, n = third.shape
    p = s.A.shape[1]
    change, bubble = np.zeros(m), np.zeros((m, p, p))
    rows, residual = precision.rows, precision.residual
    roots = square_root(precision.covariance_x)
    for k, root in enumerate(roots):
        U = rows[k] @ root
        c3, c4 = third[k], fourth[k]
        between = (U[left] * U[right]).sum(axis=1)
        own = s.slope[left] * s.slope[right]
        own = own * (residual[k] if s.singleton else residual[k][s.group])[left]
        within = between + own
        both = c3[left] * c3[right]
        square = within * within
        cubes = both @ (square * within - between * between * between)
        change[k] = cubes / 12 + (c4[left] * c4[right]) @ (square * square) / 48
        inner = np.zeros((p, p))
        if p**3 * n <= _TENSOR_WORK:
            outer = (U[:, :, None] * U[:, None, :]).reshape(n, p * p)
            tensor = (U * c3[:, None]).T @ outer
            change[k] += (tensor**2).sum() / 12
            inner += tensor @ tensor.T
        if covariances:
            weight = both * (within**2 - between**2)
            inner += (U[left] * weight[:, None]).T @ U[right]
            bubble[k] = 0.5 * root @ inner @ root.T
    return change, bubble if covariances else None


def pairs_within_groups(s: LatentStructure) -> tuple[Ints, Ints]:
    """Return all ordered pairs of cells (i, j) of one group, including i = j."""
    n = len(s.group)
    if s.singleton:
        same = np.arange(n)
        return same, same
    sizes = np.diff(np.append(s.starts, n))
    left = np.repeat(np.arange(n), sizes[s.group])
    first = np.concatenate([[0], np.cumsum(sizes[s.group])[:-1]])
    right = np.arange(len(left)) - np.repeat(first, sizes[s.group]) + s.starts[s.group][left]
    return left, right


def square_root(covariance: Floats) -> Floats:
    """Return square roots (…, p, p); scaled first: tiny and huge variances keep their digits."""
    d = np.sqrt(np.maximum(np.diagonal(covariance, axis1=-2, axis2=-1), 0.0))
    safe = np.where(d > 0, d, 1.0)
    values, vectors = np.linalg.eigh(covariance / safe[..., :, None] / safe[..., None, :])
    root: Floats = d[..., :, None] * vectors * np.sqrt(np.maximum(values, 0.0))[..., None, :]
    return root


def _form(c: Floats, K: Floats) -> Floats:
    form: Floats = ((K @ c[:, :, None])[:, :, 0] * c).sum(axis=1)
    return form
