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

from ligzda.evidence.ascent import Setting, energy, find_mode, fixed_point, near
from ligzda.evidence.cumulants import DENSE_CELLS, second_order, second_order_variance
from ligzda.evidence.errors import InferenceError
from ligzda.evidence.families import Family, Parameters
from ligzda.evidence.faults import Fault
from ligzda.evidence.latent import LatentStructure, Precision
from ligzda.evidence.tables import Floats, Ints

_CHUNK = 3_000_000  # numbers in the largest temporary array


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
    around: tuple[Floats, Floats] | None = None,
    variational: bool = True,
    correct: bool = True,
    covariances: bool = False,
) -> list[Conditional]:
    """Find the conditionals at theta (M, d), in chunks that fit in memory.

    ``which`` gives the data set of each row of theta (for B data sets at once), ``start`` a first η
    (N,) or (M, N), ``around`` the mean and the variance of η (M, N) where this was solved before:
    no mode is sought then. Without ``variational`` the result is the plain Laplace approximation.
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
        known = around and (around[0][rows], around[1][rows])
        parts.append(
            _solve(
                problem, data, which is not None, theta[rows], begin, known,
                variational, correct, covariances,
            )
        )  # fmt: skip
    return parts


def _solve(
    problem: Problem,
    data: Mapping[str, Floats],
    apart: bool,
    theta: Floats,
    start: Floats | None,
    around: tuple[Floats, Floats] | None,
    variational: bool,
    correct: bool,
    covariances: bool,
) -> Conditional:
    family = problem.family
    setting = Setting(
        problem.structure, family, data, apart, problem.offset, problem.parameter_values(theta),
        *problem.scales(theta),
    )  # fmt: skip
    search = variational and not family.exactly_gaussian
    if search and around is not None:
        place = near(setting, *around)
    else:
        first = family.start(data) if start is None else start
        eta = np.broadcast_to(first, (len(theta), len(problem.structure.group)))
        place, precision = find_mode(setting, eta, 1e-2 if variational else 1e-4)
    if search:
        place = fixed_point(setting, place)
        precision = setting.precision(place.W)
    z, beta, eta, W = place
    if variational or family.exactly_gaussian:
        v = precision.variance
        level, _, _, third, fourth = setting.expected(eta, v, 0, 4)
        log_z = level.sum(axis=1) + 0.5 * (W * v).sum(axis=1)
    else:
        level, _, _, third, fourth = setting.values(eta, 0, 4)
        log_z = level.sum(axis=1)
    log_z = log_z - energy(z, beta) - 0.5 * precision.log_determinant
    if family.exactly_gaussian:
        # ELBO's ½ Σ W v and E[−½ W u²] cancel: the plain formula is exact
        correct = covariances = False
    bubble = None
    if correct or covariances:
        change, bubble = second_order(precision, third, fourth, covariances)
        log_z = log_z + change
    x, b = setting.S * z, setting.sigma * beta
    return Conditional(theta, precision, x, b, eta, third, fourth, log_z, bubble)
