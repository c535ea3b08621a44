"""How alike two models are, and how near a model is to what has been seen in Europe.

Gower's (1971) coefficient over factors: a nominal factor counts 0 (same level) or 1, an ordered one
the difference of ranks over the range; a factor of which one side knows nothing has weight 0.
Pure: no Django.

Practices are known in part. Leaving unknown factors out would make a practice of which one level is
known the twin of half the models; `expected_mismatch` therefore lets an unknown factor count as two
levels drawn at random would: 1 - 1/L for a nominal factor, (L + 1) / 3L for an ordered one (the
mean of |i - j| / (L - 1) over all pairs of ranks). That choice is ours (ADR 0060).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

Levels = Mapping[str, str]


@dataclass(frozen=True)
class FactorScale:
    """A factor as distances see it: its levels in order, and whether the order means anything."""

    code: str
    levels: tuple[str, ...]
    ordered: bool = False

    def difference(self, one: str, other: str) -> float:
        """Return how far apart two levels are, from 0 (the same) to 1."""
        first, second = self.levels.index(one), self.levels.index(other)
        if not self.ordered:
            return float(first != second)
        return abs(first - second) / max(1, len(self.levels) - 1)

    @property
    def expected_mismatch(self) -> float:
        """Return the mean difference of two levels drawn at random, each equally often."""
        count = len(self.levels)
        if count < 2:
            return 0.0
        return (count + 1) / (3 * count) if self.ordered else 1 - 1 / count


@dataclass(frozen=True)
class Distance:
    """`value` from 0 to 1 (None: nothing in common is known) over `compared` factors."""

    value: float | None
    compared: int
    differing: tuple[str, ...]


@dataclass(frozen=True)
class Neighbour:
    """The nearest thing to another, and how it differs."""

    code: str
    distance: float
    compared: int
    differing: tuple[str, ...]


def gower(one: Levels, other: Levels, scales: Sequence[FactorScale]) -> Distance:
    """Return Gower's distance over the factors that both sides know."""
    known = [scale for scale in scales if scale.code in one and scale.code in other]
    parts = {s.code: s.difference(one[s.code], other[s.code]) for s in known}
    differing = tuple(code for code, part in parts.items() if part > 0)
    value = sum(parts.values()) / len(parts) if parts else None
    return Distance(value, len(parts), differing)


def distance_to_practice(
    model: Levels, practice: Levels, scales: Sequence[FactorScale]
) -> Distance:
    """Return the distance in which a factor unknown of the practice counts its expectation."""
    plain = gower(model, practice, scales)
    parts = [
        scale.difference(model[scale.code], practice[scale.code])
        if scale.code in practice
        else scale.expected_mismatch
        for scale in scales
        if scale.code in model
    ]
    value = sum(parts) / len(parts) if parts and plain.compared else None
    return Distance(value, plain.compared, plain.differing)


def nearest_twins(
    models: Mapping[str, Levels], scales: Sequence[FactorScale]
) -> dict[str, Neighbour]:
    """Return for each model the model nearest to it; ties go to the first by name."""
    found: dict[str, Neighbour] = {}
    for first, second in combinations(sorted(models), 2):
        distance = gower(models[first], models[second], scales)
        if distance.value is None:
            continue
        for mine, its in ((first, second), (second, first)):
            if mine not in found or distance.value < found[mine].distance:
                found[mine] = Neighbour(its, distance.value, distance.compared, distance.differing)
    return found


def nearest_practice(
    model: Levels, practices: Mapping[str, Levels], scales: Sequence[FactorScale]
) -> Neighbour | None:
    """Return the practice nearest to the model; None where no practice has a known level."""
    best: Neighbour | None = None
    for code in sorted(practices):
        distance = distance_to_practice(model, practices[code], scales)
        if distance.value is not None and (best is None or distance.value < best.distance):
            best = Neighbour(code, distance.value, distance.compared, distance.differing)
    return best


def unseen_levels(
    models: Mapping[str, Levels], practices: Mapping[str, Levels]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each model its (factor, level) pairs that no practice is known to show."""
    seen = {pair for practice in practices.values() for pair in practice.items()}
    return {
        code: tuple(pair for pair in levels.items() if pair not in seen)
        for code, levels in models.items()
    }
