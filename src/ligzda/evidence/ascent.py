"""The two searches of a conditional: for its mode, and for the normal that is nearest to it.

Newton's method with backtracking finds the mode; from there a fixed point, with expectations in
place of values, leads to the variational Gaussian (:mod:`ligzda.evidence.conditional`). Both run
for many values of the hyperparameters at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ligzda.evidence.families import Family, Parameters
from ligzda.evidence.latent import LatentStructure, Precision
from ligzda.evidence.tables import Floats, Ints

FLOOR = 1e-300  # smallest weight: whatever the unit of the outcome, next to nothing
CLOSE = 1e-5  # distance of the fixed point that is none
_FEWEST = 16  # rows that are not worth parting


class Place(NamedTuple):
    """Where M searches are: z and β in units of their prior SDs, η, and W = −E[ℓ''](η)."""

    z: Floats
    beta: Floats
    eta: Floats
    W: Floats

    def rows(self, live: Ints) -> Place:
        """Return those of some rows."""
        return Place(self.z[live], self.beta[live], self.eta[live], self.W[live])


@dataclass(frozen=True, eq=False)
class Setting:
    """What stays while M conditionals are sought: prior SDs S (M, p) and sigma (M, 1) or (M, G).

    ``data`` are (N, …), or with ``apart`` (M, N, …); ``parameters`` (M, 1).
    """

    structure: LatentStructure
    family: Family
    data: Mapping[str, Floats]
    apart: bool
    offset: Floats
    parameters: Parameters
    S: Floats
    sigma: Floats

    def rows(self, live: Ints) -> Setting:
        """Return the setting of some rows."""
        data = {k: v[live] for k, v in self.data.items()} if self.apart else self.data
        parameters = {k: v[live] for k, v in self.parameters.items()}
        return Setting(
            self.structure, self.family, data, self.apart, self.offset, parameters,
            self.S[live], self.sigma[live],
        )  # fmt: skip

    @cached_property
    def cs(self) -> Floats:
        """The SD of b in each cell's η: (M, 1) or (M, N)."""
        s, sigma = self.structure, self.sigma
        cs: Floats = s.slope * (sigma if sigma.shape[1] == 1 else s.per_cell(sigma))
        return cs

    def predictor(self, z: Floats, beta: Floats) -> Floats:
        """Return η."""
        return self.offset + self.moved(z, beta)

    def moved(self, z: Floats, beta: Floats) -> Floats:
        """Return what z and β add to η."""
        s = self.structure
        moved: Floats = (self.S * z) @ s.A.T + self.cs * s.per_cell(beta)
        return moved

    def gradient(self, g: Floats, z: Floats, beta: Floats) -> tuple[Floats, Floats]:
        """Return the slopes in z and β of the log posterior, g those of ℓ in η."""
        s = self.structure
        return self.S * (g @ s.A) - z, s.per_group(self.cs * g) - beta

    def precision(self, W: Floats) -> Precision:
        """Return the factored precision for weights W (M, N)."""
        return Precision.of(self.structure, W, self.S, self.sigma)

    def values(self, eta: Floats, low: int, high: int) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives."""
        return self.family.pointwise(eta, self.data, self.parameters, low, high)

    def expected(self, eta: Floats, v: Floats, low: int, high: int) -> tuple[Floats, ...]:
        """Return their expectations under N(η, v)."""
        return self.family.expected(eta, v, self.data, self.parameters, low, high)

    def level(self, z: Floats, beta: Floats) -> tuple[Floats, Floats]:
        """Return η and the log posterior (M,), but for a constant."""
        eta = self.predictor(z, beta)
        return eta, self.values(eta, 0, 0)[0].sum(axis=1) - energy(z, beta)

    def step(self, g: Floats, eta: Floats, W: Floats, precision: Precision) -> Place:
        """Return where a step of iterated least squares leads from η, whatever z and β."""
        none = np.zeros_like(self.S), np.zeros((len(self.S), self._width))
        z, beta = precision.solve(*self.gradient(g + W * (eta - self.offset), *none))
        return Place(z, beta, self.predictor(z, beta), W)

    @property
    def _width(self) -> int:
        s = self.structure
        return len(s.group) if s.singleton else max(s.n_groups, 1)


def energy(z: Floats, beta: Floats) -> Floats:
    """Return minus the log prior density (M,) of z and β, but for a constant."""
    half: Floats = 0.5 * ((z**2).sum(axis=1) + (beta**2).sum(axis=1))
    return half


def find_mode(setting: Setting, eta: Floats, tolerance: float) -> tuple[Place, Precision]:
    """Find the modes by Newton's method, the first step one of least squares from η (M, N)."""
    g, h = setting.values(eta, 1, 2)
    W = np.maximum(-h, FLOOR)
    precision = setting.precision(W)
    z, beta, eta, W = setting.step(g, eta, W, precision)
    if setting.family.exactly_gaussian:
        # once more from there: weights of 10¹⁶ beside 1 cost the first step all digits
        g = setting.values(eta, 1, 1)[0]
        dz, db = precision.solve(*setting.gradient(g, z, beta))
        z, beta = z + dz, beta + db
        return Place(z, beta, setting.predictor(z, beta), W), precision
    eta, value = setting.level(z, beta)
    # a wild first step (separated cells) starts anew from the prior mean
    eta0, value0 = setting.level(np.zeros_like(z), np.zeros_like(beta))
    worse = value0 > value
    z, beta = np.where(worse[:, None], 0.0, z), np.where(worse[:, None], 0.0, beta)
    eta = np.where(worse[:, None], eta0, eta)
    value = np.where(worse, value0, value)
    for _ in range(100):
        g, h = setting.values(eta, 1, 2)
        W = np.maximum(-h, FLOOR)
        precision = setting.precision(W)
        gz, gb = setting.gradient(g, z, beta)
        dz, db = precision.solve(gz, gb)
        decrement = (gz * dz).sum(axis=1) + (gb * db).sum(axis=1)
        if (decrement < tolerance).all():
            break
        step = np.ones((len(z), 1))
        for _ in range(30):
            eta, new = setting.level(z + step * dz, beta + step * db)
            short = new < value - 1e-9 * (1 + np.abs(value))
            if not short.any():
                break
            step[short] *= 0.5
        z, beta, value = z + step * dz, beta + step * db, new
    return Place(z, beta, eta, W), precision


def near(setting: Setting, eta: Floats, v: Floats) -> Place:
    """Return the place of variational Gaussians whose η has about these means and variances."""
    g, h = setting.expected(eta, v, 1, 2)
    W = np.maximum(-h, FLOOR)
    return setting.step(g, eta, W, setting.precision(W))


def fixed_point(
    setting: Setting,
    place: Place,
    last: Floats | None = None,
    damping: Floats | None = None,
    steps: int = 100,
) -> Place:
    """Find the variational Gaussians: expectations in place of values.

    Rows that have arrived wait until they are half of all; the others then go on alone.
    """
    z, beta, eta, W = place
    m = len(z)
    last = np.full(m, np.inf) if last is None else last
    damping = np.ones((m, 1)) if damping is None else damping
    precision = setting.precision(W)
    for taken in range(steps):
        v = precision.variance
        g, h = setting.expected(eta, v, 1, 2)
        change = np.maximum(-h, FLOOR) - W
        gz, gb = setting.gradient(g, z, beta)
        # the bound is stationary: an error of W changes it by about ¼ Σ (v ΔW)²
        distance = ((v * change) ** 2).sum(axis=1)
        damping = np.where((distance > last)[:, None], np.maximum(0.7 * damping, 0.2), damping)
        last = distance
        # a cell whose q is wide expects e^η beyond all measure: its weight grows by steps
        W = np.clip(W + damping * change, W / 8, 8 * np.maximum(W, 1 / v))
        precision = setting.precision(W)
        dz, db = precision.solve(gz, gb)
        distance = distance + (gz * dz).sum(axis=1) + (gb * db).sum(axis=1)
        move = np.abs(setting.moved(dz, db)).max(axis=1, keepdims=True)
        step = np.minimum(1.0, 3.0 / np.maximum(move, 1e-9))
        z, beta = z + step * dz, beta + step * db
        eta = setting.predictor(z, beta)
        on = np.flatnonzero(~(distance < CLOSE))
        if not len(on):
            break
        if m > _FEWEST and 2 * len(on) <= m:
            rest = fixed_point(
                setting.rows(on), Place(z, beta, eta, W).rows(on), last[on], damping[on],
                steps - taken - 1,
            )  # fmt: skip
            for whole, part in zip((z, beta, eta, W), rest, strict=True):
                whole[on] = part
            break
    return Place(z, beta, eta, W)
