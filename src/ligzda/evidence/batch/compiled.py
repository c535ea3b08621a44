# mypy: allow-untyped-defs, allow-untyped-calls
r"""The conditionals of :mod:`ligzda.evidence.conditional`, compiled: one problem after another.

The same mathematics as ``conditional.solve`` (which stays the reference: the tests hold the two
together), arranged for speed. For each (table, hyperparameters) problem the variational fixed point
is reached by iterating the pair :math:`(\eta, v)`, the mean and variance of every linear predictor:

.. math:: g = E_q[\ell'],\; W = -E_q[\ell''] \;\to\; H(W) \;\to\;
          x = H^{-1} A'(g + W(\eta - o)) \;\to\;
          \eta = o + A x + c b,\; v = \mathrm{diag}(A H^{-1} A').

Rows of the design are sparse (a cell meets one level of each term), so H is assembled and
:math:`v` read off with a few operations a cell; the dense work is one factorisation of the size of
``x``. Loops are written so that LLVM can use vector instructions. The step of the iteration is in
:mod:`ligzda.evidence.batch.compiled_step`, what follows from its end in
:mod:`ligzda.evidence.batch.compiled_functionals`; here stand the data and the loop around both.

Importing this module imports Numba (ADR 0016); machine code is cached on disk by Numba.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from ligzda.evidence.batch.compiled_arithmetic import dot, invert, largest, log_of_product
from ligzda.evidence.batch.compiled_functionals import add_bubble, cross, functionals, second_order
from ligzda.evidence.batch.compiled_step import (
    assemble,
    levels,
    slope_of_evidence,
    update,
    weights,
)
from ligzda.evidence.batch.jit import jit
from ligzda.evidence.families import gauss_hermite
from ligzda.evidence.families.kernels import LOGISTIC

_X5, _W5 = gauss_hermite(5)
_X13, _W13 = gauss_hermite(13)
_X31, _W31 = gauss_hermite(31)


class Design(NamedTuple):
    """Rows of A in compressed form (``start``, ``column``, ``value``) and the eliminated term."""

    kernel: int
    start: Any
    column: Any
    value: Any
    group: Any
    group_start: Any
    singleton: bool
    slope: Any
    offset: Any
    owner: Any
    group_owner: int
    parameter_owner: int


class Scratch(NamedTuple):
    """Memory of one thread, used again for every problem."""

    z: Any
    x: Any
    beta: Any
    g: Any
    W: Any
    D: Any
    C: Any
    H: Any
    inverse: Any
    R: Any
    rhs: Any
    scale: Any
    rows: Any
    cross: Any
    B: Any
    T: Any
    c3: Any
    c4: Any
    root: Any
    sums: Any


def scratch(design: Design, n: int, p: int, q: int, bubble: bool) -> Scratch:
    """Allocate the memory for problems of n cells, p coefficients, q functionals."""
    groups = n if design.singleton else len(design.group_start) - 1
    e = np.empty
    return Scratch(
        e(p), e(p), e(groups), e(n), e(n), e(groups), e((1 if design.singleton else groups, p)),
        e((p, p)), e((p, p)), e((p, p)), e(p), e(p), e((n, p)), e((p, n)),
        e((n if bubble else 1, n)), e((q, n)), e(n), e(n), e(n), e(n),
    )  # fmt: skip


@jit
def _rule(widest):
    """Gauss–Hermite nodes and weights that suffice where no Var(η) is larger than ``widest``."""
    if widest < 0.15:
        return _X5, _W5
    if widest < 2:
        return _X13, _W13
    return _X31, _W31


@jit
def solve_many(
    design, d1, d2, d3, which, S, sigma, phi, eta, v, gx, gb, joint, full, bubble, worth, tolerance,
    w, rows, log_z, correction, gradient, information, mean, variance, covariance, third, steps,
):  # fmt: skip
    """Solve problems 0 … M−1; eta and v are starts on entry and the answer on return.

    The answer to problem m goes to row ``rows[m]``. Without ``full`` only log Z (uncorrected),
    gradient and information are made. ``steps`` is 0 where the fixed point was not reached.
    """
    for m in range(S.shape[0]):
        y1, y2, y3 = d1[which[m]], d2[which[m]], d3[which[m]]
        to = rows[m]
        steps[to] = 0
        log_determinant = 0.0
        nodes, shares = _X5, _W5
        for step in range(120):
            nodes, shares = _rule(largest(v[m]))
            weights(design.kernel, eta[m], v[m], y1, y2, phi[m], nodes, shares, w)
            assemble(design, eta[m], S[m], sigma[m], w)
            log_determinant = invert(w.H, w.inverse, w.scale, w.x)
            moved = update(
                design, S[m], sigma[m], eta[m], v[m], 1.0 if step < 12 else 0.5, w
            )  # fmt: skip
            if moved < tolerance or (design.kernel != LOGISTIC and moved < 1e-12):
                steps[to] = step + 1
                break
        value = levels(design.kernel, eta[m], v[m], y1, y2, y3, phi[m], nodes, shares, w)
        value -= 0.5 * log_determinant
        value += 0.5 * (dot(w.W, v[m]) - dot(w.z, w.z))
        value -= 0.5 * (dot(w.beta, w.beta) + log_of_product(w.D))
        slope_of_evidence(
            design, y1, y2, y3, phi[m], sigma[m], eta[m], v[m], gradient[to], information[to], w
        )
        correction[to] = 0.0
        if full:
            skewed, corrected = design.kernel == LOGISTIC, False
            if skewed or gx.shape[0]:
                cross(design, w)
            if skewed:
                k3, k4 = second_order(design, sigma[m], v[m], False, w)
                correction[to] = k3 + k4
                corrected = bubble and k3 > worth
                if corrected:
                    second_order(design, sigma[m], v[m], True, w)
                    add_bubble(w)
            functionals(
                design, gx, gb, joint, sigma[m], skewed, corrected,
                mean[to], variance[to], covariance[to], third[to], w,
            )  # fmt: skip
        log_z[to] = value + correction[to]
