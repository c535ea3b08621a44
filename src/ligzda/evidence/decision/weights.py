r"""Weights of criteria that people dispute: the feasible set, sampled exactly.

The set is the part of the simplex :math:`\{w \ge 0, \sum w_c = 1\}` on which stated linear
constraints hold: bounds of a weight, an order of importance, or any :math:`a^\top w \le b`. Draws
are independent and exactly uniform on it (no Markov chain), by the first of three ways that works:

1. rejection from the simplex: normalised exponentials are uniform there (Tervonen & Lahdelma 2007,
   *European Journal of Operational Research* 178:500–513, on this use);
2. rejection from the bounding box of the set, which suits narrow bounds;
3. triangulation: find the vertices, cut the set into simplices, take one with probability
   proportional to its volume and a uniform point in it. This suits orders and sets of lower
   dimension (fixed weights, equalities).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.optimize import linprog

from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.decision.draws import Floats, Record, number
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.polytope import least, sample_polytope
from ligzda.evidence.errors import DecisionError

_PILOT = 5000
_ACCEPTED = 0.02
_TOLERANCE = 1e-9


class Limit(Code):
    """What a constraint says of the weights."""

    AT_LEAST = "at-least", "the weight of “{criterion}” is at least {bound}"
    AT_MOST = "at-most", "the weight of “{criterion}” is at most {bound}"
    ORDER = "order", "“{more}” matters at least as much as “{less}”"
    STATED = "stated", "{name}"


@dataclass(frozen=True)
class Constraint(Record):
    """A linear constraint on the weights, ``coefficients · w ≤ bound``, and what it says."""

    limit: Remark
    coefficients: tuple[float, ...]
    bound: float


@dataclass(frozen=True)
class WeightSpace(Record):
    """The weights that are held possible. Start from the criteria; each method narrows the set."""

    criteria: tuple[str, ...]
    constraints: tuple[Constraint, ...] = ()

    def __post_init__(self) -> None:
        if len(self.criteria) < 2 or len(set(self.criteria)) != len(self.criteria):
            raise DecisionError("criteria", DecisionFault.TWO_NAMES)

    def between(self, criterion: str, low: float, high: float) -> WeightSpace:
        """Keep the weight of a criterion between two shares (0 to 1); equal ones fix it."""
        number("low", low, least=0.0, most=1.0)
        number("high", high, least=0.0, most=1.0)
        if low > high:
            raise DecisionError(
                "weight of", DecisionFault.BOUNDS.of(low=low, high=high), of=criterion
            )
        least = Limit.AT_LEAST.of(criterion=criterion, bound=low)
        most = Limit.AT_MOST.of(criterion=criterion, bound=high)
        return self._where(least, {criterion: -1.0}, -low)._where(most, {criterion: 1.0}, high)

    def ranked(self, *criteria: str) -> WeightSpace:
        """Say that each of the criteria matters at least as much as the one after it."""
        if len(criteria) < 2:
            raise DecisionError("ranked", DecisionFault.TWO_CRITERIA)
        space = self
        for more, less in pairwise(criteria):
            order = Limit.ORDER.of(more=more, less=less)
            space = space._where(order, {less: 1.0, more: -1.0}, 0.0)
        return space

    def where(self, name: str, coefficients: Mapping[str, float], bound: float) -> WeightSpace:
        """Add any linear constraint Σ coefficient · weight ≤ bound; `name` is what a clash says."""
        return self._where(Limit.STATED.of(name=name), coefficients, bound)

    def _where(self, limit: Remark, coefficients: Mapping[str, float], bound: float) -> WeightSpace:
        for criterion in coefficients:
            if criterion not in self.criteria:
                raise DecisionError(
                    "weights",
                    DecisionFault.NO_CRITERION.of(
                        criterion=criterion, criteria=tuple(self.criteria)
                    ),
                )
        row = tuple(number("weights", coefficients.get(name, 0.0)) for name in self.criteria)
        new = Constraint(limit, row, number("weights", bound))
        return replace(self, constraints=(*self.constraints, new))

    def sample(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return ``weights[draw, criterion]``, independent and uniform on the set.

        Raises `DecisionError` where no weights satisfy all constraints, naming a smallest group
        that cannot hold together.
        """
        if not self.constraints:
            return _simplex(draws, len(self.criteria), rng)
        a, b = self._inequalities()
        self._check_feasible()
        low, high = _box(a, b)
        free = int(np.argmax(high - low))

        def from_simplex(count: int) -> Floats:
            return _simplex(count, len(self.criteria), rng)

        def from_box(count: int) -> Floats:
            proposed = rng.uniform(low, high, (count, low.size))
            proposed[:, free] = 0.0
            proposed[:, free] = 1.0 - proposed.sum(axis=1)
            return proposed

        for propose in (from_simplex, from_box):
            kept = _accepted(propose(_PILOT), a, b)
            if len(kept) < _ACCEPTED * _PILOT:
                continue
            parts = [kept]
            while sum(map(len, parts)) < draws:
                missing = draws - sum(map(len, parts))
                batch = int(1.2 * missing * _PILOT / len(kept)) + 100
                parts.append(_accepted(propose(batch), a, b))
            return np.concatenate(parts)[:draws]
        return sample_polytope(a, b, draws, rng)

    def _inequalities(self) -> tuple[Floats, Floats]:
        """Return A, b of A w ≤ b with w ≥ 0 among them, rows scaled to length one."""
        size = len(self.criteria)
        rows = [np.array(c.coefficients) for c in self.constraints] + list(-np.eye(size))
        bounds = [c.bound for c in self.constraints] + [0.0] * size
        lengths = [max(float(np.linalg.norm(row)), 1e-300) for row in rows]
        return (
            np.array([row / length for row, length in zip(rows, lengths, strict=True)]),
            np.array([bound / length for bound, length in zip(bounds, lengths, strict=True)]),
        )

    def _check_feasible(self) -> None:
        if _feasible(self.constraints, len(self.criteria)):
            return
        # Deletion filter (Chinneck & Dravnieks 1991): what is left cannot spare a single one.
        clash = list(self.constraints)
        for constraint in self.constraints:
            without = [other for other in clash if other is not constraint]
            if not _feasible(without, len(self.criteria)):
                clash = without
        raise DecisionError(
            "weights",
            DecisionFault.WEIGHTS_CLASH.of(limits=tuple(one.limit for one in clash)),
        )


def _feasible(constraints: tuple[Constraint, ...] | list[Constraint], size: int) -> bool:
    if not constraints:
        return True
    found = linprog(
        np.zeros(size),
        A_ub=np.array([c.coefficients for c in constraints]),
        b_ub=np.array([c.bound for c in constraints]),
        A_eq=np.ones((1, size)),
        b_eq=[1.0],
        bounds=(0, 1),
    )
    return bool(found.status == 0)


def _box(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    """Return the least and greatest value of every weight on the set."""
    size = a.shape[1]
    ends = np.empty((2, size))
    for c in range(size):
        for row, sign in enumerate((1.0, -1.0)):
            objective = np.zeros(size)
            objective[c] = sign
            ends[row, c] = least(objective, a, b)[c]
    ends = np.abs(np.clip(ends, 0.0, 1.0))  # the solver may say −0
    return ends[0], np.maximum(ends[0], ends[1])


def _simplex(draws: int, size: int, rng: np.random.Generator) -> Floats:
    drawn = rng.standard_exponential((draws, size))
    weights: Floats = drawn / drawn.sum(axis=1, keepdims=True)
    return weights


def _accepted(weights: Floats, a: Floats, b: Floats) -> Floats:
    kept: Floats = weights[(weights @ a.T <= b + _TOLERANCE).all(axis=1)]
    return np.maximum(kept, 0.0)
