r"""Nested effects integrated out by quadrature along the forest, and drawn from their posterior.

Given the hyperparameters and the border, what the cells below a node say of the sum T of its effect
and all above it is one function,

.. math:: F_h(T) = \sum_{k \in \mathrm{children}(h)}
          \log \int e^{F_k(T + b)}\, N(b; 0, \sigma_k^2)\, db,

with the cells' log-likelihood for F at the lowest level. Each F is taken at a few nodes around the
mode (:mod:`ligzda.evidence.elimination`); between them it is interpolated by cubics, exact where it
is quadratic. The integrals are trapezoidal sums on :math:`T = \hat T + s \sinh(qz)/q`: as good as a
Gauss rule for a normal integrand and, unlike it, for one with a long tail on one side – a mother
whose children are all vaccinated, a trial without events under a vague prior. They replace the
Laplace approximation, which is known to fail for few yes/no records a group (Rodriguez & Goldman
1995; Pinheiro & Bates 1995; Rabe-Hesketh, Skrondal & Pickles 2005).

Downwards the same sums are the exact conditional distributions: the effects of a draw are drawn
node by node; those of the lowest level are summed up by three moments.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.elimination import Mode, find_mode
from ligzda.evidence.families import Parameters
from ligzda.evidence.families.kernels import Kernel
from ligzda.evidence.forest import Forest, Level
from ligzda.evidence.tables import Floats, Ints

_STEP, _BEND = 0.7, 0.6  # of the nodes: one integral is right to some .0002 of its logarithm
_STEEP = 12.0  # a fall by so much within four nodes is bridged by a straight line
_FINER = 4  # steps between two nodes where an effect is drawn
_CHUNK = 400_000  # numbers in the largest temporary array


class Rule:
    r"""Nodes :math:`\sinh(qz)/q` at z = hk for |k| ≤ ``reach``, and the log weights of the sum."""

    def __init__(self, reach: int) -> None:
        z = _STEP * np.arange(-reach, reach + 1)
        self.reach = reach
        self.nodes: Floats = np.sinh(_BEND * z) / _BEND
        self.log_weights: Floats = np.log(_STEP * np.cosh(_BEND * z))
        n = len(z)
        first = np.arange(n - 3)
        gap = [np.delete(self.nodes[i : i + 4], a) for i in first for a in range(4)]
        own = [self.nodes[i + a] for i in first for a in range(4)]
        self.denominators = np.array(
            [np.prod(at - others) for at, others in zip(own, gap, strict=True)]
        ).reshape(n - 3, 4)
        fine = _STEP * (np.arange((n - 1) * _FINER + 1) / _FINER - reach)
        self.fine: Floats = np.sinh(_BEND * fine) / _BEND
        # a cubic through the four nodes around each finer one
        rows = np.arange(len(fine))
        place = np.clip((rows - 1) // _FINER - 1, 0, n - 4)
        away = [self.fine - self.nodes[place + a] for a in range(4)]
        self.to_fine = np.zeros((len(fine), n))
        for a in range(4):
            others = np.prod([away[k] for k in range(4) if k != a], axis=0)
            self.to_fine[rows, place + a] = others / self.denominators[place, a]
        self.stencil: Ints = place
        self.straight = np.zeros((len(fine), n))
        left = np.clip(rows // _FINER, 0, n - 2)
        share = (self.fine - self.nodes[left]) / (self.nodes[left + 1] - self.nodes[left])
        self.straight[rows, left], self.straight[rows, left + 1] = 1 - share, share

    def finer(self, joint: Floats) -> Floats:
        """Interpolate log densities (S, n, nodes) to the finer steps; straight where steep."""
        bounded = np.maximum(joint, joint.max(axis=1, keepdims=True) - 200)
        four = [bounded[:, a : bounded.shape[1] - 3 + a] for a in range(4)]
        steep = np.maximum.reduce(four) - np.minimum.reduce(four) > _STEEP
        cubic = np.matmul(self.to_fine, bounded)
        straight = np.matmul(self.straight, bounded)
        return np.asarray(np.where(steep[:, self.stencil], straight, cubic), dtype=np.float64)


USUAL = Rule(5)
VAGUE = Rule(12)  # a level whose SD is that of a prior: its data may be silent on one side


@dataclass(frozen=True, eq=False)
class Integral:
    """log p(y | x, θ) (S,) and, if drawn, the nodes' effects and the lowest level's moments.

    ``above`` holds (S, nodes) for each level above the lowest; the moments are (S, groups) in the
    forest's order: mean, variance, third central moment.
    """

    log_p: Floats
    above: list[Floats]
    moments: tuple[Floats, Floats, Floats] | None


@dataclass(frozen=True, eq=False)
class _Grid:
    """Values of T of a level's nodes (S, n, nodes) = centre + scale · rule, and F there."""

    rule: Rule
    centre: Floats
    scale: Floats
    F: Floats

    def at(self, T: Floats) -> Floats:
        """Interpolate F at T (S, m, nodes)."""
        from ligzda.evidence.compiled_messages import interpolate

        y = (T - self.centre[:, None]) / self.scale[:, None]
        out, rule = np.empty_like(y), self.rule
        interpolate(self.F, y, rule.nodes, rule.denominators, _STEP, _BEND, out)
        return out


def integrate_forest(
    forest: Forest,
    theta: Floats,
    x: Floats,
    start: Mode | None = None,
    rng: np.random.Generator | None = None,
) -> Integral:
    """Integrate the nested effects out for S pairs of theta (S, d) and border x (S, p).

    ``start`` is the mode at one nearby pair; with ``rng`` the effects are drawn too.
    """
    # Late: a table without a forest does without the compiler, whose import takes longer.
    from ligzda.evidence.batch.executors import usable_cores

    size = max(1, _CHUNK // (len(forest.A) * len(USUAL.nodes)))
    starts = range(0, len(theta), size)
    streams: list[np.random.Generator | None] = [None] * len(starts)
    if rng is not None:
        streams = list(rng.spawn(len(starts)))

    def chunk(low: int, stream: np.random.Generator | None) -> Integral:
        rows = slice(low, low + size)
        return _integrate(forest, theta[rows], x[rows], start, stream)

    # NumPy and the compiled loops run without Python's lock
    with ThreadPoolExecutor(min(usable_cores(), len(starts))) as pool:
        parts = list(pool.map(chunk, starts, streams))
    above = [np.concatenate([part.above[i] for part in parts]) for i in range(len(parts[0].above))]
    moments = None
    if rng is not None:
        one, two, three = zip(*(part.moments for part in parts if part.moments), strict=True)
        moments = np.concatenate(one), np.concatenate(two), np.concatenate(three)
    return Integral(np.concatenate([part.log_p for part in parts]), above, moments)


def _integrate(
    forest: Forest,
    theta: Floats,
    x: Floats,
    start: Mode | None,
    rng: np.random.Generator | None,
) -> Integral:
    levels, problem = forest.levels, forest.problem
    _, sds = forest.scales(theta)
    sds = [np.maximum(sd, 1e-12) for sd in sds]
    mode = find_mode(forest, theta, x, start)
    base = forest.offset + x @ forest.A.T
    parameters = problem.parameter_values(theta)
    top = len(levels) - 1

    # centre and spread of T at every level above the lowest, from the top
    T: list[Floats] = [np.zeros(0)] * len(levels)
    spread: list[Floats] = [np.zeros(0)] * len(levels)
    for i in range(top, 0, -1):
        own = sds[i] ** 2 / mode.D[i]
        T[i], spread[i] = sds[i] * mode.z[i], own
        if i < top:
            over = levels[i + 1]
            T[i] = T[i] + over.spread(T[i + 1])
            spread[i] = own + over.spread(spread[i + 1]) / mode.D[i] ** 2

    lowest = _Lowest(forest, sds[0], mode, base, T[1], parameters)
    rule = _rule(levels[1])
    scale = np.sqrt(spread[1])
    if rule is VAGUE:
        scale = np.minimum(scale, _edge(forest, theta, mode, base, T[1], sds))
    at = T[1][:, None] + scale[:, None] * rule.nodes[:, None]
    grids = {1: _Grid(rule, T[1], scale, lowest.log_integrals(at))}
    for i in range(1, top):
        rule, scale = _rule(levels[i + 1]), np.sqrt(spread[i + 1])
        at = T[i + 1][:, None] + scale[:, None] * rule.nodes[:, None]
        F = _messages(i, at, levels, sds, mode, grids[i], T)
        grids[i + 1] = _Grid(rule, T[i + 1], scale, F)

    # the top level has nothing above it: its own nodes are those of the integral
    grid, sd = grids[top], sds[top]
    at = grid.centre[:, None] + grid.scale[:, None] * grid.rule.nodes[:, None]
    joint = grid.F - 0.5 * (at / sd[:, None]) ** 2
    weighed = joint + grid.rule.log_weights[:, None]
    constant = np.log(grid.scale / sd) - 0.5 * np.log(2 * np.pi)
    log_p = (_log_sum(weighed, axis=1) + constant).sum(axis=1)
    if rng is None:
        return Integral(log_p, [], None)

    y = _draw(joint, grid.rule, rng)
    total = grid.centre + grid.scale * y
    above = [total]
    for i in range(top - 1, 0, -1):
        beneath = levels[i + 1].spread(total)
        width = mode.D[i] ** -0.5
        away = beneath - levels[i + 1].spread(T[i + 1])
        z = mode.z[i] - sds[i] * mode.J[i] / mode.D[i] * away
        tried = z[:, None] + width[:, None] * USUAL.nodes[:, None]
        joint = grids[i].at(beneath[:, None] + sds[i][:, None] * tried) - 0.5 * tried**2
        own = sds[i] * (z + width * _draw(joint, USUAL, rng))
        above.append(own)
        total = beneath + own
    return Integral(log_p, above[::-1], lowest.moments(total))


class _Lowest:
    """The lowest level given T of the level above it: integrals over each group's own effect."""

    def __init__(
        self,
        forest: Forest,
        sd: Floats,
        mode: Mode,
        base: Floats,
        centre: Floats,
        parameters: Parameters,
    ) -> None:
        self.forest, self.sd, self.base, self.centre = forest, sd, base, centre
        self.parameters = parameters
        self.beta, self.width = mode.z[0], mode.D[0] ** -0.5
        self.shift = sd * mode.J[0] / mode.D[0]

    def integrand(self, T: Floats) -> tuple[Floats, Floats]:
        """Return the log terms (S, n, nodes, groups) and the centres of β (S, n, groups)."""
        forest = self.forest
        level, above = forest.levels[0], forest.levels[1]
        s, n = len(T), T.shape[1]
        away = above.spread(T - self.centre[:, None])
        centre = self.beta[:, None] - self.shift[:, None] * away
        eta0 = self.base[:, None] + level.spread(above.spread(T))
        repeated = {key: np.repeat(value, n, axis=0) for key, value in self.parameters.items()}
        terms = np.empty((s, n, len(USUAL.nodes), centre.shape[2]))
        for k, (node, weight) in enumerate(zip(USUAL.nodes, USUAL.log_weights, strict=True)):
            beta = centre + node * self.width[:, None]
            eta = eta0 + forest.slope * level.spread(self.sd[:, None] * beta)
            value = forest.problem.family.pointwise(
                eta.reshape(s * n, -1), forest.data, repeated, 0, 0
            )[0]
            terms[:, :, k] = level.gather(value).reshape(s, n, -1) - 0.5 * beta**2 + weight
        return terms, centre

    def log_integrals(self, T: Floats) -> Floats:
        """Return the log integrals at T (S, n, nodes above), summed over each node's groups."""
        kernel = self.forest.problem.family.level_kernel(self.forest.data)
        if kernel is not None:
            return self._compiled(kernel, T, np.zeros((0, 0, 3)))
        terms, _ = self.integrand(T)
        constant = np.log(self.width) - 0.5 * np.log(2 * np.pi)
        return self.forest.levels[1].gather(_log_sum(terms, axis=2) + constant[:, None])

    def _compiled(self, kernel: Kernel, T: Floats, moments: Floats) -> Floats:
        from ligzda.evidence.compiled_messages import add_lowest

        forest, out = self.forest, np.zeros_like(T)
        level, above = forest.levels[0], forest.levels[1]
        add_lowest(
            kernel.code, kernel.first, kernel.second, forest.slope,
            np.append(level.starts, len(level.parent)), above.parent, self.base, T, self.centre,
            self.beta, self.width, self.shift, self.sd[:, 0], USUAL.nodes, USUAL.log_weights, out,
            moments,
        )  # fmt: skip
        return out

    def moments(self, T: Floats) -> tuple[Floats, Floats, Floats]:
        """Return mean, variance and third central moment of b (S, groups) at T (S, nodes)."""
        kernel = self.forest.problem.family.level_kernel(self.forest.data)
        if kernel is not None:
            moments = np.empty((*self.beta.shape, 3))
            self._compiled(kernel, T[:, None], moments)
            return moments[:, :, 0], moments[:, :, 1], moments[:, :, 2]
        terms, centre = self.integrand(T[:, None])
        terms = terms[:, 0]
        share = np.exp(terms - terms.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        y = USUAL.nodes[:, None]
        first = (share * y).sum(axis=1)
        away = y - first[:, None]
        scale = self.sd * self.width
        variance, third = (share * away**2).sum(axis=1), (share * away**3).sum(axis=1)
        mean = self.sd * centre[:, 0] + scale * first
        return mean, scale**2 * variance, scale**3 * third


def _messages(
    i: int,
    at: Floats,
    levels: tuple[Level, ...],
    sds: list[Floats],
    mode: Mode,
    grid: _Grid,
    T: list[Floats],
) -> Floats:
    """Return the log integrals over the nodes of level i at T above (S, n, …), summed there."""
    from ligzda.evidence.compiled_messages import add_messages

    out = np.zeros_like(at)
    add_messages(
        grid.F, grid.centre, grid.scale, levels[i + 1].parent, at, T[i + 1], mode.z[i],
        mode.D[i] ** -0.5, sds[i] * mode.J[i] / mode.D[i], sds[i][:, 0], grid.rule.nodes,
        grid.rule.log_weights, grid.rule.denominators, _STEP, _BEND, out,
    )  # fmt: skip
    return out


def _edge(
    forest: Forest,
    theta: Floats,
    mode: Mode,
    base: Floats,
    centre: Floats,
    sds: list[Floats],
) -> Floats:
    """Return the distance at which a node's third derivative outweighs its second: (S, nodes).

    Where the data are silent on one side, the SD at the mode is that of the silence.
    """
    level, above = forest.levels[0], forest.levels[1]
    eta = (
        base + level.spread(above.spread(centre)) + forest.slope * level.spread(sds[0] * mode.z[0])
    )
    parameters = forest.problem.parameter_values(theta)
    third = forest.problem.family.pointwise(eta, forest.data, parameters, 3, 3)[0]
    loading = 1 - forest.slope * level.spread(sds[0] ** 2 * mode.J[0] / mode.D[0])
    total = above.gather(level.gather(np.abs(third * loading**3)))
    return np.asarray(1.5 * np.maximum(total, 1e-12) ** (-1 / 3))


def nodes_above(forest: Forest) -> int:
    """Return at how many values of what lies above it a group of the lowest level is integrated."""
    return len(_rule(forest.levels[1]).nodes)


def _rule(level: Level) -> Rule:
    return VAGUE if level.owner < 0 else USUAL


def _log_sum(terms: Floats, axis: int) -> Floats:
    top = terms.max(axis=axis, keepdims=True)
    total = np.log(np.exp(terms - top).sum(axis=axis, keepdims=True)) + top
    return np.asarray(np.squeeze(total, axis))


def _draw(joint: Floats, rule: Rule, rng: np.random.Generator) -> Floats:
    """Draw a place y (S, nodes) from log densities (S, n, nodes) at the rule's nodes."""
    s, _, g = joint.shape
    fine = rule.finer(joint)
    density = np.exp(fine - fine.max(axis=1, keepdims=True))
    piece = 0.5 * (density[:, 1:] + density[:, :-1]) * np.diff(rule.fine)[:, None]
    cumulative = np.cumsum(piece, axis=1)
    # one draw from each of S equal parts, in random order: means have little noise of their own
    u = (rng.permuted(np.tile(np.arange(s), (g, 1)), axis=1).T + rng.random((s, g))) / s
    wanted = (u * cumulative[:, -1])[:, None]
    k = np.minimum((cumulative < wanted).sum(axis=1), piece.shape[1] - 1)[:, None]
    before = np.take_along_axis(cumulative - piece, k, axis=1)
    left = np.take_along_axis(density, k, axis=1)
    right = np.take_along_axis(density, k + 1, axis=1)
    width = np.diff(rule.fine)[k]
    need = wanted - before
    # the density is a straight line within a step: its integral is inverted without cancellation
    slope = (right - left) / width
    root = np.sqrt(np.maximum(left**2 + 2 * slope * need, 0.0))
    step = 2 * need / np.maximum(left + root, 1e-300)
    return np.asarray((rule.fine[k] + np.clip(step, 0.0, width))[:, 0])
