r"""The latent effects given the hyperparameters: a variational Gaussian, corrected.

For one value of the hyperparameters the posterior of the effects is log-concave. It is found in
two steps, for many hyperparameter values at once:

1. **Mode**: Newton's method with backtracking.
2. **Gaussian variational approximation** (Opper & Archambeau 2009; Challis & Barber 2013): the
   normal :math:`q = N(m, H^{-1})` that maximises :math:`E_q[\log p(y, x)] - E_q[\log q]` solves

   .. math:: \nabla = S A' E_q[\ell'] - z = 0, \qquad W = -E_q[\ell''] .

   Its mean carries the skewness correction of the conditional means that the mode lacks (van
   Niekerk & Rue 2024).

Relative to q the log posterior has no terms of Hermite order 1 and 2; what is left,
:math:`\sum_i c^{(3)}_i He_3(u_i)/6 + c^{(4)}_i He_4(u_i)/24 + \dots` with
:math:`c^{(k)} = E_q[\ell^{(k)}]` and :math:`u \sim N(0, \Sigma)`, gives by its second cumulant
(Opper, Paquet & Winther 2013; the terms of Shun & McCullagh 1995 and Raudenbush et al. 2000
re-summed about the variational mean)

.. math::

   \log Z &\approx \mathrm{ELBO} + \tfrac1{12} c^{(3)\prime} \Sigma^{\circ 3} c^{(3)}
            + \tfrac1{48} c^{(4)\prime} \Sigma^{\circ 4} c^{(4)}, \\
   \mathrm{Cov}(x) &\approx R
            + \tfrac12 T \left(c^{(3)} c^{(3)\prime} \circ \Sigma^{\circ 2}\right) T',
   \qquad T = \mathrm{Cov}_q(x, \eta), \\
   \kappa_3(x_j, x_k, x_l) &\approx \sum_i c^{(3)}_i T_{ji} T_{ki} T_{li} .

The same sums with :math:`\mathrm{Cov}_q(\psi, \eta)` in place of a row of T correct any linear
functional :math:`\psi` of all effects, those of small groups too.

Opper, M. & Archambeau, C. (2009) *Neural Computation* 21:786–792. Challis, E. & Barber, D. (2013)
*JMLR* 14:2239–2286. Opper, M., Paquet, U. & Winther, O. (2013) *JMLR* 14:2857–2898. van Niekerk,
J. & Rue, H. (2024) *JMLR* 25:62. Shun, Z. & McCullagh, P. (1995) *JRSS B* 57:749–760. Raudenbush,
S. W. et al. (2000) *J Comput Graph Stat* 9:141–157.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.cumulants import DENSE_CELLS, second_order, second_order_variance
from ligzda.evidence.errors import InferenceError
from ligzda.evidence.families import Family, Parameters
from ligzda.evidence.faults import Fault
from ligzda.evidence.latent import LatentStructure, Precision
from ligzda.evidence.tables import Floats, Ints

_CHUNK = 3_000_000  # numbers in the largest temporary array
_FLOOR = 1e-300  # smallest weight: whatever the unit of the outcome, next to nothing


@dataclass(frozen=True, eq=False)
class Problem:
    """What does not change with the hyperparameters.

    ``owner``/``multiplier`` give the prior SD of each coefficient as in
    :class:`ligzda.evidence.model.Model`, ``level_owner`` (G,) the places of the SDs of b where its
    levels have their own, ``centre_of`` (d,) those of the scales that such SDs are multiples of;
    ``parameters`` maps the family's parameter names to columns of theta. ``data`` arrays are
    (N, …), or (B, N, …) for B data sets of one design.

    Raises :class:`InferenceError` for a family that does not claim to be log-concave: Newton's
    method could stop at one of several modes, and nobody would see it.
    """

    structure: LatentStructure
    family: Family
    data: Mapping[str, Floats]
    offset: Floats
    owner: Ints
    multiplier: Floats
    group_owner: int
    group_multiplier: float
    parameters: Mapping[str, int]
    level_owner: Ints | None = None
    centre_of: Ints | None = None

    def __post_init__(self) -> None:
        if not self.family.log_concave:
            raise InferenceError(
                Fault.NOT_LOG_CONCAVE.of(name=self.family.name, link=self.family.link)
            )

    def scales(self, theta: Floats) -> tuple[Floats, Floats]:
        """Return the prior SDs of x (M, p) and of b for theta (M, d).

        Those of b are (M, 1), or (M, G) where the levels have SDs of their own.
        """
        hyper = self.owner >= 0
        S = np.tile(self.multiplier, (len(theta), 1))
        if hyper.any():
            S[:, hyper] *= theta[:, self.owner[hyper]]
        if self.group_owner < 0:
            return S, np.zeros((len(theta), 1))
        owner = [self.group_owner] if self.level_owner is None else self.level_owner
        return S, self.group_multiplier * theta[:, owner]

    def reach(self, theta: Floats) -> Floats:
        """Return the largest SD (M,) that a random term gives a predictor, in its own scale."""
        if self.centre_of is not None:
            theta = theta[:, self.centre_of]
        S, sigma = self.scales(theta)
        s, random = self.structure, self.owner >= 0
        widths = np.abs(s.A[:, random]).max(axis=0, initial=0.0) * S[:, random]
        own = sigma.max(axis=1) * np.abs(s.slope).max(initial=0.0)
        largest: Floats = np.maximum(widths.max(axis=1, initial=0.0), own)
        return largest / self.family.predictor_scale(self.data)

    def parameter_values(self, theta: Floats) -> Parameters:
        """Return the family's parameters as (M, 1) columns."""
        return {name: theta[:, [j]] for name, j in self.parameters.items()}


@dataclass(frozen=True, eq=False)
class Conditional:
    """q and its corrections at M values of the hyperparameters; x and b are deviations from μ, 0.

    ``log_z`` approximates log p(y | θ); ``third`` and ``fourth`` are the expected derivatives;
    ``bubble`` is the correction of Cov(x) beyond R (None where it is 0 or was not asked for).
    """

    theta: Floats
    precision: Precision
    x: Floats
    b: Floats
    eta: Floats
    third: Floats
    fourth: Floats
    log_z: Floats
    bubble: Floats | None

    def functional(self, gx: Floats, gb: Floats) -> tuple[Floats, Floats, Floats]:
        """Mean, variance and third cumulant of gx'x + gb'b for (q, p) and (q, G): each (M, q)."""
        p = self.precision
        mean = self.x @ gx.T + (self.b @ gb.T if gb.size else 0.0)
        g = np.broadcast_to(gx, (len(self.x), *gx.shape))
        noise = np.zeros_like(mean)
        if gb.any():
            g = gx - gb @ p.slopes
            noise = p.residual @ (gb**2).T
        gR = g @ p.covariance_x
        variance = (gR * g).sum(axis=2) + noise
        cross = p.times_rows(gR)
        if gb.any():
            # a functional of some groups adds to the columns of their cells alone
            by_cell = gb if p.structure.singleton else gb[:, p.structure.group]
            q, i = np.nonzero(by_cell)
            group = i if p.structure.singleton else p.structure.group[i]
            cross[:, q, i] += p.residual[:, group] * (by_cell[q, i] * p.structure.slope[i])
        if self.bubble is not None and gb.any() and cross.shape[2] <= DENSE_CELLS:
            wanted = np.any(self.bubble, axis=(1, 2))[:, None]
            variance = variance + wanted * second_order_variance(p, self.third, cross)
        elif self.bubble is not None:
            variance = variance + ((g @ self.bubble) * g).sum(axis=2)
        cubes = cross * cross * cross  # a power takes ten times as long
        return mean, variance, (cubes @ self.third[:, :, None])[:, :, 0]


def solve(
    problem: Problem,
    theta: Floats,
    *,
    which: Ints | None = None,
    start: Floats | None = None,
    variational: bool = True,
    correct: bool = True,
    covariances: bool = False,
) -> list[Conditional]:
    """Find the conditionals at theta (M, d), in chunks that fit in memory.

    ``which`` gives the data set of each row of theta (for B data sets at once), ``start`` a first η
    (N,) or (M, N). Without ``variational`` the result is the plain Laplace approximation.
    """
    s = problem.structure
    n, p = s.A.shape
    pairs = n * n if (correct or covariances) and n <= DENSE_CELLS else 1
    heaviest = max(n if s.singleton else n * p, p * p, pairs)
    size = max(1, _CHUNK // heaviest)
    parts = []
    for low in range(0, len(theta), size):
        rows = slice(low, low + size)
        data = (
            problem.data if which is None else {k: v[which[rows]] for k, v in problem.data.items()}
        )
        begin = start[rows] if start is not None and start.ndim == 2 else start
        parts.append(_solve(problem, data, theta[rows], begin, variational, correct, covariances))
    return parts


def _solve(
    problem: Problem,
    data: Mapping[str, Floats],
    theta: Floats,
    start: Floats | None,
    variational: bool,
    correct: bool,
    covariances: bool,
) -> Conditional:
    s, family = problem.structure, problem.family
    parameters = problem.parameter_values(theta)
    S, sigma = problem.scales(theta)
    m = len(theta)
    cs = s.slope * (sigma if sigma.shape[1] == 1 else s.per_cell(sigma))

    def predictor(z: Floats, beta: Floats) -> Floats:
        return problem.offset + (S * z) @ s.A.T + cs * s.per_cell(beta)

    def gradient(g: Floats, z: Floats, beta: Floats) -> tuple[Floats, Floats]:
        return S * (g @ s.A) - z, s.per_group(cs * g) - beta

    def energy(z: Floats, beta: Floats) -> Floats:
        half: Floats = 0.5 * ((z**2).sum(axis=1) + (beta**2).sum(axis=1))
        return half

    # Newton's method; the first step is an IRLS step from a given η
    width = max(s.n_groups, 1) if not s.singleton else len(s.group)
    z, beta = np.zeros((m, s.A.shape[1])), np.zeros((m, width))
    eta = np.broadcast_to(family.start(data) if start is None else start, (m, len(s.group)))
    g, h = family.pointwise(eta, data, parameters, 1, 2)
    W = np.maximum(-h, _FLOOR)
    precision = Precision.of(s, W, S, sigma)
    z, beta = precision.solve(*gradient(g + W * (eta - problem.offset), z, beta))
    eta = predictor(z, beta)
    if family.exactly_gaussian:
        # once more from there: weights of 10¹⁶ beside 1 cost the first step all digits
        g = family.pointwise(eta, data, parameters, 1, 1)[0]
        dz, db = precision.solve(*gradient(g, z, beta))
        z, beta = z + dz, beta + db
        eta = predictor(z, beta)
    value = family.pointwise(eta, data, parameters, 0, 0)[0].sum(axis=1) - energy(z, beta)
    if not family.exactly_gaussian:
        # a wild IRLS step (separated cells) starts anew from the prior mean
        z0, beta0 = np.zeros_like(z), np.zeros_like(beta)
        eta0 = predictor(z0, beta0)
        value0 = family.pointwise(eta0, data, parameters, 0, 0)[0].sum(axis=1)
        worse = value0 > value
        z, beta = np.where(worse[:, None], z0, z), np.where(worse[:, None], beta0, beta)
        eta = np.where(worse[:, None], eta0, eta)
        value = np.where(worse, value0, value)
        tolerance = 1e-2 if variational else 1e-4
        for _ in range(100):
            g, h = family.pointwise(eta, data, parameters, 1, 2)
            W = np.maximum(-h, _FLOOR)
            precision = Precision.of(s, W, S, sigma)
            gz, gb = gradient(g, z, beta)
            dz, db = precision.solve(gz, gb)
            decrement = (gz * dz).sum(axis=1) + (gb * db).sum(axis=1)
            if (decrement < tolerance).all():
                break
            step = np.ones((m, 1))
            for _ in range(30):
                eta = predictor(z + step * dz, beta + step * db)
                new = family.pointwise(eta, data, parameters, 0, 0)[0].sum(axis=1)
                new -= energy(z + step * dz, beta + step * db)
                short = new < value - 1e-9 * (1 + np.abs(value))
                if not short.any():
                    break
                step[short] *= 0.5
            z, beta, value = z + step * dz, beta + step * db, new

    # the variational fixed point: expectations in place of values
    if variational and not family.exactly_gaussian:
        precision = Precision.of(s, W, S, sigma)
        last, damping = np.full(m, np.inf), np.ones((m, 1))
        for _ in range(100):
            v = precision.variance
            g, h = family.expected(eta, v, data, parameters, 1, 2)
            change = np.maximum(-h, _FLOOR) - W
            gz, gb = gradient(g, z, beta)
            # the bound is stationary: an error of W changes it by about ¼ Σ (v ΔW)²
            distance = ((v * change) ** 2).sum(axis=1)
            damping = np.where((distance > last)[:, None], np.maximum(0.7 * damping, 0.2), damping)
            last = distance
            # a cell whose q is wide expects e^η beyond all measure: its weight grows by steps
            W = np.clip(W + damping * change, W / 8, 8 * np.maximum(W, 1 / v))
            precision = Precision.of(s, W, S, sigma)
            dz, db = precision.solve(gz, gb)
            distance = distance + (gz * dz).sum(axis=1) + (gb * db).sum(axis=1)
            move = np.abs((S * dz) @ s.A.T + cs * s.per_cell(db)).max(axis=1, keepdims=True)
            step = np.minimum(1.0, 3.0 / np.maximum(move, 1e-9))
            z, beta = z + step * dz, beta + step * db
            eta = predictor(z, beta)
            if (distance < 1e-5).all():
                break
        precision = Precision.of(s, W, S, sigma)

    if variational or family.exactly_gaussian:
        v = precision.variance
        level, _, _, third, fourth = family.expected(eta, v, data, parameters, 0, 4)
        log_z = level.sum(axis=1) + 0.5 * (W * v).sum(axis=1)
    else:
        level, _, _, third, fourth = family.pointwise(eta, data, parameters, 0, 4)
        log_z = level.sum(axis=1)
    log_z = log_z - energy(z, beta) - 0.5 * precision.log_determinant
    if family.exactly_gaussian:
        # ELBO's ½ Σ W v and E[−½ W u²] cancel: the plain formula is exact
        correct = covariances = False
    bubble = None
    if correct or covariances:
        change, bubble = second_order(precision, third, fourth, covariances)
        log_z = log_z + change
    return Conditional(theta, precision, S * z, sigma * beta, eta, third, fourth, log_z, bubble)
