"""Propose models: distinct, grounded in practices, and D-optimal for the main effects.

A proposal is eight models, each one level per factor. Coordinate exchange (Meyer & Nachtsheim 1995)
changes one level of one model at a time while the weighted sum of three goals, each from 0 to 1,
rises; several random starts under several weights leave a front of proposals none of which is
better in everything (Pareto), from which a person chooses. Pure: no Django; the same seed gives the
same front.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ligzda.blueprints.design import d_efficiency
from ligzda.blueprints.distance import FactorScale, Levels, unseen_levels
from ligzda.blueprints.exchange import Choice, Sums, Weights
from ligzda.errors import LigzdaError


@dataclass(frozen=True)
class Spanning:
    """A two-valued factor of the design: which levels of which factor are its plus side."""

    code: str
    factor: str
    plus: frozenset[str]

    def sign(self, levels: Levels) -> str:
        """Return the sign of a model."""
        return "+" if levels[self.factor] in self.plus else "-"


@dataclass(frozen=True)
class Exclusion:
    """Two levels, each (factor, level), that cannot stand in one model."""

    one: tuple[str, str]
    other: tuple[str, str]
    reason: str = ""

    def hits(self, levels: Levels) -> bool:
        """Whether a model holds both."""
        return levels.get(self.one[0]) == self.one[1] and levels.get(self.other[0]) == self.other[1]


@dataclass(frozen=True)
class Proposal:
    """Eight models and what they are worth; every goal from 0 to 1, more is better.

    ``distinct``: the smallest pairwise distance. ``grounded``: 1 less the mean distance to the
    nearest practice. ``seen``: the share of levels that some practice shows. ``efficiency``:
    D-efficiency for the spanning main effects. ``unseen``: how many levels no practice shows.
    """

    models: tuple[dict[str, str], ...]
    cells: tuple[dict[str, str], ...]
    efficiency: float
    distinct: float
    grounded: float
    seen: float
    unseen: int

    @property
    def goals(self) -> tuple[float, ...]:
        """The goals in the order in which they are compared."""
        return (self.efficiency, self.distinct, self.grounded, self.seen)


class NoProposalError(LigzdaError, ValueError):
    """The exclusions leave no model for a cell; `cell` holds its signs, such as "+-+"."""

    def __init__(self, cell: str) -> None:
        super().__init__(f"the exclusions leave no model for the cell {cell}")
        self.cell = cell


# Weights of (distinct, grounded, seen), from "as unlike as possible" to "as seen as possible".
# D-efficiency needs none: the cells are chosen D-optimal and every exchange stays in its cell.
WEIGHTS = ((1.0, 0.0, 0.0), (0.6, 0.2, 0.2), (0.4, 0.3, 0.3), (0.2, 0.4, 0.4), (0.1, 0.1, 0.8))


class _Search:
    """The tables that make one exchange cheap: a level is a number within its factor."""

    def __init__(
        self,
        scales: Sequence[FactorScale],
        practices: Mapping[str, Levels],
        exclusions: Sequence[Exclusion],
        spanning: Sequence[Spanning],
    ) -> None:
        self.scales = list(scales)
        self.at = {scale.code: i for i, scale in enumerate(self.scales)}
        self.spanning = list(spanning)
        self.difference = [
            np.array([[s.difference(a, b) for b in s.levels] for a in s.levels]) for s in scales
        ]
        names = sorted(name for name, levels in practices.items() if levels)
        # part[f][level, practice]: what factor f adds to the distance to a practice.
        self.part = [
            np.array(
                [
                    [
                        scale.difference(level, practices[name][scale.code])
                        if scale.code in practices[name]
                        else scale.expected_mismatch
                        for name in names
                    ]
                    for level in scale.levels
                ]
            ).reshape(len(scale.levels), len(names))
            for scale in self.scales
        ]
        shown = {pair for levels in practices.values() for pair in levels.items()}
        self.shown = [
            np.array([float((s.code, level) in shown) for level in s.levels]) for s in self.scales
        ]
        self.pairs = [
            (*self._number(e.one), *self._number(e.other))
            for e in exclusions
            if e.one[0] in self.at and e.other[0] in self.at
        ]
        self.excluded: dict[tuple[int, int], set[tuple[int, int]]] = {}
        for f, i, g, j in self.pairs:
            self.excluded.setdefault((f, i), set()).add((g, j))
            self.excluded.setdefault((g, j), set()).add((f, i))
        self.sides: list[dict[bool, list[int]]] = []
        for span in self.spanning:
            levels = self.scales[self.at[span.factor]].levels
            self.sides.append(
                {side: [i for i, v in enumerate(levels) if (v in span.plus) is side]
                 for side in (False, True)}
            )  # fmt: skip

    def _number(self, pair: tuple[str, str]) -> tuple[int, int]:
        factor = self.at[pair[0]]
        return factor, self.scales[factor].levels.index(pair[1])

    def allowed(self, model: Choice) -> bool:
        """Whether no exclusion hits the model."""
        return not any(model[f] == i and model[g] == j for f, i, g, j in self.pairs)

    def choices(self, cell: tuple[bool, ...], factor: int) -> list[int]:
        """Return the levels a factor may take in a cell."""
        left = set(range(len(self.scales[factor].levels)))
        for side, span, levels in zip(cell, self.spanning, self.sides, strict=True):
            if self.at[span.factor] == factor:
                left &= set(levels[side])
        return sorted(left)

    def start(self, cell: tuple[bool, ...], random: np.random.Generator) -> Choice:
        """Draw a model of the cell that no exclusion hits.

        The factor with the fewest levels left is next, and what its level excludes is left no more:
        factor by factor in any order, some draws stepped back half a million times.
        """
        left = {int(f): self.choices(cell, int(f)) for f in random.permutation(len(self.scales))}
        found = self._filled({}, left, random)
        if found is None:
            raise NoProposalError("".join("+" if side else "-" for side in cell))
        return np.array([found[factor] for factor in range(len(self.scales))], dtype=np.int64)

    def _filled(
        self, chosen: dict[int, int], left: dict[int, list[int]], random: np.random.Generator
    ) -> dict[int, int] | None:
        if not left:
            return chosen
        factor = min(left, key=lambda each: len(left[each]))
        for level in map(int, random.permutation(left[factor])):
            hit = self.excluded.get((factor, level), set())
            still = {
                other: [each for each in levels if (other, each) not in hit]
                for other, levels in left.items()
                if other != factor
            }
            found = None
            if all(still.values()):
                found = self._filled(chosen | {factor: level}, still, random)
            if found is not None:
                return found
        return None

    def grounded(self, models: Choice) -> float:
        """Return 1 less the mean distance to the nearest practice."""
        if not self.part[0].shape[1]:
            return 0.0
        total = sum(table[models[:, f]] for f, table in enumerate(self.part))
        return float(1 - (np.asarray(total).min(axis=1) / len(self.scales)).mean())

    def seen(self, models: Choice) -> float:
        """Return the share of levels that some practice shows."""
        return float(np.mean([row[models[:, f]] for f, row in enumerate(self.shown)]))


def _cells(count: int, factors: int, random: np.random.Generator) -> list[tuple[bool, ...]]:
    """Return the cells of a D-optimal main-effects design: whole 2^k, then a balanced rest."""
    every = [tuple(bool(i >> k & 1) for k in range(factors)) for i in range(2**factors)]
    whole, rest = divmod(count, len(every))
    if not rest:
        return every * whole
    best, score = every[:rest], -math.inf
    for _ in range(60):
        drawn = [every[i] for i in random.permutation(len(every))[:rest]]
        X = np.array([[1.0, *(1.0 if s else -1.0 for s in c)] for c in every * whole + drawn])
        value = float(np.linalg.slogdet(X.T @ X + 1e-9 * np.eye(X.shape[1]))[1])
        if value > score:
            best, score = drawn, value
    return every * whole + best


def propose(
    scales: Sequence[FactorScale],
    practices: Mapping[str, Levels],
    exclusions: Sequence[Exclusion],
    spanning: Sequence[Spanning],
    *,
    count: int = 8,
    starts: int = 2,
    seed: int = 1,
) -> list[Proposal]:
    """Return the front of proposals, the most grounded first.

    Raises NoProposalError where the exclusions leave a cell of the design empty.
    """
    random = np.random.default_rng(seed)
    search = _Search(scales, practices, exclusions, spanning)
    cells = _cells(count, len(spanning), random)
    found: list[Proposal] = []
    for weights in WEIGHTS:
        for _ in range(starts):
            models = np.array([search.start(cell, random) for cell in cells])
            _exchange(search, models, cells, weights, random)
            found.append(_finish(search, models, practices))
    return _front(found)


def assess(
    models: Sequence[Levels],
    scales: Sequence[FactorScale],
    practices: Mapping[str, Levels],
    spanning: Sequence[Spanning],
) -> Proposal:
    """Say what models are worth that somebody else made, to hold a proposal against them."""
    search = _Search(scales, practices, (), spanning)
    chosen = np.array([[s.levels.index(m[s.code]) for s in search.scales] for m in models])
    return _finish(search, chosen, practices)


def _exchange(
    search: _Search,
    models: Choice,
    cells: Sequence[tuple[bool, ...]],
    weights: Weights,
    random: np.random.Generator,
) -> None:
    """Improve `models` in place, one level at a time, until a whole round changes nothing."""
    sums = Sums(models, search.difference, search.part, search.shown)
    factors = range(models.shape[1])
    choices = {cell: [np.array(search.choices(cell, f)) for f in factors] for cell in set(cells)}
    best = float(sums.worth(0, 0, models[0, :1], weights)[0])
    improved = True
    while improved:
        improved = False
        for place in random.permutation(models.size):
            row, factor = divmod(int(place), models.shape[1])
            kept = found = int(models[row, factor])
            levels = choices[cells[row]][factor]
            values = sums.worth(row, factor, levels, weights)
            for level, value in zip(levels.tolist(), values.tolist(), strict=True):
                if value > best + 1e-9 and level != kept:
                    models[row, factor] = level
                    if search.allowed(models[row]):
                        best, found, improved = value, level, True
            models[row, factor] = kept
            if found != kept:
                sums.exchange(row, factor, found)


def _finish(search: _Search, chosen: Choice, practices: Mapping[str, Levels]) -> Proposal:
    """Turn numbers back into levels and state what the proposal is worth."""
    models = tuple(
        {s.code: s.levels[int(level)] for s, level in zip(search.scales, row, strict=True)}
        for row in chosen
    )
    cells = tuple({span.code: span.sign(model) for span in search.spanning} for model in models)
    between = [
        sum(s.difference(a[s.code], b[s.code]) for s in search.scales) / len(search.scales)
        for i, a in enumerate(models)
        for b in models[:i]
    ]
    unseen = unseen_levels({str(i): model for i, model in enumerate(models)}, practices)
    return Proposal(
        models,
        cells,
        d_efficiency(cells, [span.code for span in search.spanning]),
        min(between),
        search.grounded(chosen),
        search.seen(chosen),
        sum(len(pairs) for pairs in unseen.values()),
    )


def _front(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return the proposals that no other beats in one goal and equals in the rest."""

    def beaten(mine: Proposal) -> bool:
        return any(
            all(a >= b - 1e-9 for a, b in zip(its.goals, mine.goals, strict=True))
            and any(a > b + 1e-9 for a, b in zip(its.goals, mine.goals, strict=True))
            for its in proposals
        )

    kept: list[Proposal] = []
    for proposal in proposals:
        if not beaten(proposal) and all(proposal.goals != other.goals for other in kept):
            kept.append(proposal)
    return sorted(
        kept, key=lambda proposal: (-proposal.seen, -proposal.grounded, -proposal.distinct)
    )
