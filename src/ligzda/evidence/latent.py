r"""The posterior precision of the latent effects, with its largest block eliminated.

All effects are written in units of their prior SD, :math:`x = \mu + S z` and
:math:`b = \sigma\beta` with :math:`z, \beta \sim N(0, I)`, so nothing is singular as an SD goes to
0 and the posterior there is exact. With :math:`W = -\partial^2\ell/\partial\eta^2` (diagonal) the
negative Hessian is

.. math::

   H = \begin{pmatrix} I + S A' W A S & C \\ C' & D \end{pmatrix}, \qquad
   C_{\cdot g} = \sigma\sum_{i \in g} c_i W_i\, S a_i, \qquad
   D_g = 1 + \sigma^2 \sum_{i \in g} c_i^2 W_i .

:math:`D` is diagonal because every cell belongs to one level of the eliminated term; what is left
is the Schur complement :math:`H_z = I + S A' W A S - C D^{-1} C'`, of the size of ``x`` alone.
Where every group is a single cell this is :math:`I + S A' V A S` with
:math:`V = W / (1 + \sigma^2 c^2 W)`: the cost of the cell effects vanishes.

Every array has a leading axis of problems (points of the hyperparameter grid, data sets).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ligzda.evidence.errors import InferenceError
from ligzda.evidence.faults import Fault
from ligzda.evidence.tables import Floats, Ints


class Gram:
    """The products :math:`A' V A` and diag(:math:`A R A'`) for many diagonal V or symmetric R.

    For small designs both are one matrix product with the N × p² table of the rows' outer products;
    for large sparse ones (indicators) that table is sparse; otherwise they are batched products.
    """

    def __init__(self, A: Floats) -> None:
        self.A = A
        n, p = A.shape
        self.p = p
        fill = float((A != 0).sum()) / max(A.size, 1)
        self.kind = "table" if n * p * p <= 400_000 else "sparse" if fill < 0.2 else "batched"
        if self.kind == "table":
            self.table = (A[:, :, None] * A[:, None, :]).reshape(n, p * p)
        elif self.kind == "sparse":
            from scipy.sparse import csr_array

            rows, entries, values = [], [], []
            for i in range(n):
                at = np.flatnonzero(A[i])
                rows.append(np.full(len(at) ** 2, i))
                entries.append((at[:, None] * p + at[None, :]).ravel())
                values.append(np.outer(A[i, at], A[i, at]).ravel())
            index = (np.concatenate(rows), np.concatenate(entries))
            self.sparse = csr_array((np.concatenate(values), index), shape=(n, p * p))
            self.sparse_t = csr_array(self.sparse.T)

    def weighted(self, V: Floats) -> Floats:
        """Return A'VA for V of shape (M, N): (M, p, p)."""
        if self.kind == "table":
            product = V @ self.table
        elif self.kind == "sparse":
            product = np.asarray((self.sparse_t @ V.T).T)
        else:
            return np.stack([(self.A.T * v) @ self.A for v in V])
        return product.reshape(len(V), self.p, self.p)

    def diagonal(self, R: Floats) -> Floats:
        """Return the diagonal of A R A' for R of shape (M, p, p): (M, N)."""
        flat = R.reshape(len(R), self.p * self.p)
        if self.kind == "table":
            return flat @ self.table.T
        if self.kind == "sparse":
            return np.asarray((self.sparse @ flat.T).T)
        return np.stack([((self.A @ r) * self.A).sum(axis=1) for r in R])


@dataclass(frozen=True, eq=False)
class LatentStructure:
    """Design of the cells; cells must be sorted by ``group``."""

    A: Floats
    group: Ints
    slope: Floats
    n_groups: int

    @cached_property
    def gram(self) -> Gram:
        """The products of the design with itself."""
        return Gram(self.A)

    @cached_property
    def singleton(self) -> bool:
        """Whether every group is a single cell."""
        return self.n_groups in (0, len(self.group))

    @cached_property
    def starts(self) -> Ints:
        """First cell of each group."""
        return np.searchsorted(self.group, np.arange(max(self.n_groups, 1)))

    def per_group(self, values: Floats) -> Floats:
        """Sum (M, N) values over each group's cells: (M, G)."""
        return values if self.singleton else np.add.reduceat(values, self.starts, axis=1)

    def per_cell(self, values: Floats) -> Floats:
        """Spread (M, G) values over the groups' cells: (M, N)."""
        return values if self.singleton else values[:, self.group]

    def predictor(self, x: Floats, b: Floats) -> Floats:
        """Return A x + c b for (M, p) and (M, G): (M, N)."""
        return x @ self.A.T + self.slope * self.per_cell(b)


@dataclass(frozen=True, eq=False)
class Precision:
    """H for each problem: ``unit`` is H_z scaled to a unit diagonal by ``diagonal``;

    ``R`` is the covariance of x, ``slopes`` that of b on x.

    ``b | x`` is normal with mean shifted by ``−slopes (x − x̂)`` and variance ``residual``.
    """

    structure: LatentStructure
    S: Floats
    sigma: Floats
    W: Floats
    D: Floats
    C: Floats | None
    unit: Floats
    diagonal: Floats
    log_determinant: Floats

    @classmethod
    def of(cls, structure: LatentStructure, W: Floats, S: Floats, sigma: Floats) -> Precision:
        """Factor H for weights W (M, N), SDs S (M, p), and sigma of the eliminated term.

        ``sigma`` is (M, 1), or (M, G) where its levels have SDs of their own.
        """
        c, gram = structure.slope, structure.gram
        D = 1 + sigma**2 * structure.per_group(c**2 * W)
        scale = S[:, :, None] * S[:, None, :]
        C = None
        if structure.singleton:
            H = gram.weighted(W / D) * scale
        else:
            weighted = (W * c)[:, :, None] * structure.A
            C = np.add.reduceat(weighted, structure.starts, axis=1).swapaxes(1, 2)
            C = C * (S[:, :, None] * sigma[:, None, :])
            H = gram.weighted(W) * scale - (C / D[:, None, :]) @ C.swapaxes(1, 2)
        p = H.shape[1]
        H[:, np.arange(p), np.arange(p)] += 1.0
        # the Schur complement may lose definiteness by rounding when priors are very vague;
        # a unit diagonal (Jacobi scaling) makes Cholesky's backward error independent of S
        d = np.sqrt(np.maximum(H[:, np.arange(p), np.arange(p)], 1e-12))
        unit = H / (d[:, :, None] * d[:, None, :])
        factor, unit = _cholesky(unit)
        log_det = 2 * (
            np.log(factor[:, np.arange(p), np.arange(p)]).sum(axis=1) + np.log(d).sum(axis=1)
        )
        return cls(structure, S, sigma, W, D, C, unit, d, log_det + np.log(D).sum(axis=1))

    @cached_property
    def inverse(self) -> Floats:
        """Covariance of z: H_z⁻¹, shape (M, p, p)."""
        d = self.diagonal
        inverse: Floats = np.linalg.inv(self.unit) / (d[:, :, None] * d[:, None, :])
        return inverse

    def _solve_z(self, g: Floats) -> Floats:
        if "inverse" in self.__dict__:  # known already where variances were asked for
            return np.asarray((self.inverse @ g[:, :, None])[:, :, 0])
        scaled = np.linalg.solve(self.unit, (g / self.diagonal)[:, :, None])[:, :, 0]
        return np.asarray(scaled / self.diagonal)

    def solve(self, gz: Floats, gb: Floats) -> tuple[Floats, Floats]:
        """Return H⁻¹ (gz, gb) for (M, p) and (M, G)."""
        s = self.structure
        if self.C is None:
            cw = self.sigma * s.slope * self.W
            gz = gz - self.S * ((cw * gb / self.D) @ s.A)
            z = self._solve_z(gz)
            return z, (gb - cw * ((self.S * z) @ s.A.T)) / self.D
        gz = gz - (self.C @ (gb / self.D)[:, :, None])[:, :, 0]
        z = self._solve_z(gz)
        return z, (gb - (z[:, None, :] @ self.C)[:, 0]) / self.D

    @cached_property
    def covariance_x(self) -> Floats:
        """Covariance of x: S H_z⁻¹ S, shape (M, p, p)."""
        return self.S[:, :, None] * self.inverse * self.S[:, None, :]

    @cached_property
    def residual(self) -> Floats:
        """Variance of b given x: σ² / D, shape (M, G)."""
        return self.sigma**2 / self.D

    @cached_property
    def slopes(self) -> Floats:
        """Regression of b on x (with the sign turned): (M, G, p)."""
        s = self.structure
        if self.C is None:
            return (self.residual * s.slope * self.W)[:, :, None] * s.A
        # C holds σ S a; in units of b and x that is σ² Σ c W a / D
        safe = np.where(self.S > 0, self.S, 1.0)
        return (self.C / safe[:, :, None]).swapaxes(1, 2) * (self.sigma / self.D)[:, :, None]

    @property
    def variance_b(self) -> Floats:
        """Variance of b: (M, G)."""
        slopes = self.slopes
        total: Floats = self.residual + ((slopes @ self.covariance_x) * slopes).sum(axis=2)
        return total

    @cached_property
    def rows(self) -> Floats:
        """Rows Ã with η = Ã x + c·(noise of b given x): (M, N, p)."""
        s = self.structure
        if self.C is None:
            return s.A / self.D[:, :, None]
        return s.A - s.slope[:, None] * self.slopes[:, s.group]

    @cached_property
    def variance(self) -> Floats:
        """Posterior variance of η: (M, N)."""
        s = self.structure
        noise = s.slope**2 * s.per_cell(self.residual)
        if self.C is None:
            return s.gram.diagonal(self.covariance_x) / self.D**2 + noise
        rows = self.rows
        variance: Floats = ((rows @ self.covariance_x) * rows).sum(axis=2) + noise
        return variance

    def rows_at(self, k: int) -> Floats:
        """Return the rows Ã of problem k alone: (N, p)."""
        if self.C is None:
            return np.asarray(self.structure.A / self.D[k][:, None])
        return np.asarray(self.rows[k])

    def times_rows(self, g: Floats) -> Floats:
        """Return g Ã' for g (M, q, p): (M, q, N)."""
        if self.C is None:
            return np.asarray((g @ self.structure.A.T) / self.D[:, None, :])
        return g @ self.rows.swapaxes(1, 2)

    def covariance(self) -> tuple[Floats, Floats]:
        """Return Cov(x, η) (M, p, N) and Cov(η, η) (M, N, N)."""
        s = self.structure
        rows = self.rows
        cross = self.covariance_x @ rows.swapaxes(1, 2)
        full = rows @ cross
        noise = s.per_cell(self.residual) * s.slope
        if self.C is None:
            n = full.shape[1]
            full[:, np.arange(n), np.arange(n)] += noise * s.slope
        else:
            same = (s.group[:, None] == s.group[None, :]) * s.slope[None, :]
            full += noise[:, :, None] * same
        return cross, full


def _cholesky(unit: Floats) -> tuple[Floats, Floats]:
    """Factor unit-diagonal matrices; where cancellation between very vague terms has cost the
    definiteness, the diagonal is raised by the least power of ten that restores it.
    """
    for jitter in (0.0, 1e-13, 1e-11, 1e-9, 1e-7):
        raised = unit + jitter * np.eye(unit.shape[1]) if jitter else unit
        try:
            return np.asarray(np.linalg.cholesky(raised), dtype=np.float64), raised
        except np.linalg.LinAlgError:
            continue
    raise InferenceError(Fault.COLLINEAR)
