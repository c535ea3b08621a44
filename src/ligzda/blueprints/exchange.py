"""What a set of models is worth, kept up while one level of one model at a time is exchanged.

The goals are sums over factors: of differences between two models, and between a model and a
practice. An exchange changes one row of these sums, so that all levels of a factor are judged at
once at the cost of a row instead of anew at that of the whole. Pure: no Django.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
Choice = npt.NDArray[np.int64]
Weights = tuple[float, float, float]
"""Of distinct, grounded and seen."""


class Sums:
    """The sums of `models` (models × factors, the numbers of levels), which it changes in place.

    Each table is of one factor: `difference` levels × levels; `part` levels × practices, what the
    factor adds to the distance to a practice; `shown` levels, 1 where some practice shows it.
    """

    def __init__(
        self,
        models: Choice,
        difference: Sequence[Matrix],
        part: Sequence[Matrix],
        shown: Sequence[Matrix],
    ) -> None:
        self.models, self.difference, self.part, self.shown = models, difference, part, shown
        count, self.factors = models.shape
        columns = range(self.factors)
        # models × models, models × practices: mean difference over the factors
        self.apart: Matrix = np.sum(
            [difference[f][np.ix_(models[:, f], models[:, f])] for f in columns], axis=0
        )
        self.apart /= self.factors
        self.near: Matrix = np.sum([part[f][models[:, f]] for f in columns], axis=0)
        self.near /= self.factors
        self.nearest: Matrix = self.near.min(axis=1) if self.near.shape[1] else np.ones(count)
        self.seen = float(sum(shown[f][models[:, f]].sum() for f in columns))
        self.others = [np.flatnonzero(np.arange(count) != row) for row in range(count)]
        pairs = list(combinations(range(count), 2))
        self.pairs = len(pairs)
        self.without = [
            tuple(np.array([p for p in pairs if row not in p], dtype=np.intp).reshape(-1, 2).T)
            for row in range(count)
        ]

    def worth(self, row: int, factor: int, levels: Choice, weights: Weights) -> Matrix:
        """Return what the models would be worth with each of these levels in that place."""
        models, now, count = self.models, self.models[row, factor], len(self.models)
        others, table = self.others[row], self.difference[factor]
        column = models[others, factor]
        mine = (table[np.ix_(levels, column)] - table[now, column]) / self.factors
        mine += self.apart[row, others]
        rest = self.apart[self.without[row]]
        least = np.minimum(mine.min(axis=1), rest.min(initial=np.inf))
        # a hundredth of the mean breaks ties of the smallest
        mean = (mine.sum(axis=1) + rest.sum()) / self.pairs
        distinct = 0.99 * least + 0.01 * mean
        part, shown = self.part[factor], self.shown[factor]
        if part.shape[1]:
            near = self.near[row] + (part[levels] - part[now]) / self.factors
            total = self.nearest.sum() - self.nearest[row] + near.min(axis=1)
            grounded: Matrix = 1 - total / count
        else:
            grounded = np.zeros(len(levels))
        seen = (self.seen - shown[now] + shown[levels]) / models.size
        worth: Matrix = weights[0] * distinct + weights[1] * grounded + weights[2] * seen
        return worth

    def exchange(self, row: int, factor: int, level: int) -> None:
        """Put a level in a place."""
        now, others = self.models[row, factor], self.others[row]
        table, column = self.difference[factor], self.models[others, factor]
        self.apart[row, others] += (table[level, column] - table[now, column]) / self.factors
        self.apart[others, row] = self.apart[row, others]
        if self.near.shape[1]:
            part = self.part[factor]
            self.near[row] += (part[level] - part[now]) / self.factors
            self.nearest[row] = self.near[row].min()
        self.seen += float(self.shown[factor][level] - self.shown[factor][now])
        self.models[row, factor] = level
