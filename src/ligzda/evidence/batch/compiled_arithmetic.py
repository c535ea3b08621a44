# mypy: allow-untyped-defs, allow-untyped-calls
"""Arithmetic of the compiled batches: elementary functions, sums over arrays, an inverse.

Elementary functions have neither branches nor library calls, so that LLVM can compute four or eight
at once: the exponential is a short polynomial raised to the 256th power. Sums take a whole array
and write nothing, so they may be reordered (see :func:`ligzda.evidence.batch.jit.reduction`).

Numba keeps machine code beside each file and looks at that file only: whoever changes a function
here, or in another ``compiled`` module, touches those that call it too.
"""

from __future__ import annotations

import math

from ligzda.evidence.batch.jit import jit, reduction


@jit
def exp_bounded(a: float) -> float:
    """exp(a), a held within ±40: Taylor's polynomial at a/256, squared eight times.

    The relative error is below 1e-13 for |a| ≤ 4 and 2e-7 at 40, the error of 1 / (1 + exp(a))
    below 2e-14 everywhere.
    """
    a = min(max(a, -40.0), 40.0) * (1.0 / 256.0)
    r = 1.0 + a * (1.0 + a * (1 / 2 + a * (1 / 6 + a * (1 / 24 + a * (1 / 120 + a * (1 / 720))))))
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    r = r * r
    return r * r


@jit
def log1p_unit(e: float) -> float:
    """log(1 + e) for 0 ≤ e ≤ 1: 2 artanh(e / (2 + e)) by its series, to 1e-14."""
    s = e / (2.0 + e)
    t = s * s
    r = 1 / 25 + t * (1 / 27)
    r = 1 / 17 + t * (1 / 19 + t * (1 / 21 + t * (1 / 23 + t * r)))
    r = 1 / 9 + t * (1 / 11 + t * (1 / 13 + t * (1 / 15 + t * r)))
    return 2 * s * (1 + t * (1 / 3 + t * (1 / 5 + t * (1 / 7 + t * r))))


@reduction
def dot(a, b):
    """a'b."""
    s = 0.0
    for i in range(a.shape[0]):
        s += a[i] * b[i]
    return s


@reduction
def row_dot(A, i, b):
    """Row i of A times b (a view of the row would count its references, which takes longer)."""
    s = 0.0
    for k in range(b.shape[0]):
        s += A[i, k] * b[k]
    return s


@reduction
def row_cubes(c, A, i):
    """Sum of c a³ over row i of A."""
    s = 0.0
    for k in range(c.shape[0]):
        s += c[k] * A[i, k] * A[i, k] * A[i, k]
    return s


@reduction
def row_powers(c3, c4, A, i, n):
    """Sums of c₃ a³ and c₄ a⁴ over the first n of row i of A."""
    s3, s4 = 0.0, 0.0
    for k in range(n):
        cube = A[i, k] * A[i, k] * A[i, k]
        s3 += c3[k] * cube
        s4 += c4[k] * cube * A[i, k]
    return s3, s4


@reduction
def log_of_product(a):
    """Sum of the logarithms of numbers from 1 on."""
    s, product = 0.0, 1.0
    for i in range(a.shape[0]):
        if product * a[i] > 1e150:
            s += math.log(product)
            product = 1.0
        product *= a[i]
    return s + math.log(product)


@reduction
def largest(a):
    """Largest of positive numbers."""
    s = 0.0
    for i in range(a.shape[0]):
        s = a[i] if a[i] > s else s
    return s


@jit
def invert(H, out, scale, column):
    """Invert a positive definite matrix (lower triangle given); return its log determinant.

    Each pivot is swept in turn (Goodnight 1979, *The American Statistician* 33:149–158), in place
    and along rows; scaled to a unit diagonal first, as in ``latent.Precision``.
    """
    p = H.shape[0]
    log_determinant = 0.0
    for j in range(p):
        scale[j] = 1.0 / math.sqrt(H[j, j])
        log_determinant += math.log(H[j, j])
    for j in range(p):
        for k in range(j + 1):
            out[j, k] = H[j, k] * scale[j] * scale[k]
    for k in range(p):
        pivot = max(out[k, k], 1e-14)
        log_determinant += math.log(pivot)
        for j in range(k):
            column[j] = out[k, j]
        column[k] = 0.0
        for j in range(k + 1, p):
            column[j] = out[j, k]
        for i in range(p):
            f = column[i] / pivot
            for j in range(i + 1):
                out[i, j] -= f * column[j]
        for j in range(k):
            out[k, j] = column[j] / pivot
        for j in range(k + 1, p):
            out[j, k] = column[j] / pivot
        out[k, k] = -1.0 / pivot
    for j in range(p):
        for k in range(j + 1):
            out[j, k] *= -scale[j] * scale[k]
            out[k, j] = out[j, k]
    return log_determinant
