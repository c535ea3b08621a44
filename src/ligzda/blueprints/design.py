"""What a set of models can tell apart, before anything is measured.

The three spanning factors are coded -1 and +1; their interactions are products. Every other factor
comes along with them. How much of a spanning effect it could explain by itself is the squared
multiple correlation of the effect's column on the indicators of its levels: 1 means that the two
cannot be told apart by this design (aliased), 0 that they are balanced against one another (Wu &
Hamada 2009, ch. 4-5). Pure: no Django.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

from ligzda.blueprints.distance import Levels

Matrix = npt.NDArray[np.float64]
Cell = Mapping[str, str]
ALIASED = 1 - 1e-9


@dataclass(frozen=True)
class FactorialCheck:
    """Which of the 2^k cells are taken once, more than once, or not at all."""

    factors: tuple[str, ...]
    missing: tuple[str, ...]
    repeated: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether each cell is taken at least once."""
        return not self.missing


@dataclass(frozen=True)
class Alias:
    """How much of a spanning effect's column a secondary factor's levels explain."""

    factor: str
    effect: str
    share: float
    by_chance: float

    @property
    def full(self) -> bool:
        """Whether the two cannot be told apart at all."""
        return self.share >= ALIASED


def signs(cell: Cell, factors: Sequence[str]) -> str:
    """Write a cell as its signs in the factors' order, such as "+-+"."""
    return "".join(cell[factor] for factor in factors)


def full_factorial(cells: Mapping[str, Cell], factors: Sequence[str]) -> FactorialCheck:
    """Check whether the models' cells are the full 2^k of the spanning factors."""
    taken = Counter(signs(cell, factors) for cell in cells.values())
    every = ["".join(combination) for combination in product("-+", repeat=len(factors))]
    return FactorialCheck(
        tuple(factors),
        tuple(cell for cell in every if not taken[cell]),
        tuple(cell for cell in every if taken[cell] > 1),
    )


def coded(cells: Sequence[Cell], factors: Sequence[str]) -> Matrix:
    """Return the -1/+1 matrix of main effects, shape (models, factors)."""
    return np.array([[1.0 if cell[f] == "+" else -1.0 for f in factors] for cell in cells])


def effect_columns(cells: Sequence[Cell], factors: Sequence[str]) -> dict[str, Matrix]:
    """Return the columns of all main effects and interactions, named such as "A" and "AB"."""
    main = coded(cells, factors)
    return {
        "".join(factors[i] for i in chosen): np.prod(main[:, chosen], axis=1)
        for order in range(1, len(factors) + 1)
        for chosen in combinations(range(len(factors)), order)
    }


def d_efficiency(cells: Sequence[Cell], factors: Sequence[str]) -> float:
    """Return |X'X|^(1/p) / n of intercept and main effects: 1 where they are orthogonal."""
    X = np.column_stack([np.ones(len(cells)), coded(cells, factors)])
    sign, log_determinant = np.linalg.slogdet(X.T @ X)
    if sign <= 0:
        return 0.0
    return float(np.exp(log_determinant / X.shape[1]) / len(cells))


def aliases(
    models: Sequence[tuple[Cell, Levels]], factors: Sequence[str], secondary: Sequence[str]
) -> list[Alias]:
    """Return, for each secondary factor and spanning effect, the share that it explains.

    `by_chance` is what a factor with as many levels explains of an unrelated column on average:
    (levels - 1) / (models - 1).
    """
    columns = effect_columns([cell for cell, _ in models], factors)
    found = []
    for factor in secondary:
        values = [levels.get(factor, "") for _, levels in models]
        used = sorted(set(values))
        chance = (len(used) - 1) / (len(models) - 1)
        groups = np.array([[float(value == level) for level in used] for value in values])
        for effect, column in columns.items():
            found.append(Alias(factor, effect, _explained(column, groups), chance))
    return found


def _explained(column: Matrix, groups: Matrix) -> float:
    """Return the between-groups share of the column's sum of squares; 0 for a constant column."""
    centred = column - column.mean()
    total = float(centred @ centred)
    if total == 0:
        return 0.0
    means = (groups.T @ centred) / groups.sum(axis=0)
    return float(groups.sum(axis=0) @ means**2) / total


def inseparable(
    models: Sequence[tuple[Cell, Levels]], secondary: Sequence[str]
) -> list[tuple[str, str]]:
    """Return the pairs of secondary factors whose levels split the models in the same way."""

    def partition(factor: str) -> tuple[int, ...]:
        values = [levels.get(factor, "") for _, levels in models]
        return tuple(values.index(value) for value in values)

    return [
        (one, other)
        for one, other in combinations(secondary, 2)
        if partition(one) == partition(other)
    ]
