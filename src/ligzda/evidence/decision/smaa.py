r"""Stochastic multicriteria acceptability analysis: choosing when the weights are disputed.

With criteria values :math:`\xi_{sjc}` (posterior draws), value functions :math:`v_c` and weights
*w* drawn from the set held possible, :math:`u_{sj} = \sum_c w_{sc} v_c(\xi_{sjc})`. Then

- rank acceptability :math:`b_j^r` – the probability that option *j* takes rank *r* (SMAA-2:
  Lahdelma & Salminen 2001, *Operations Research* 49:444–454);
- central weights :math:`w_j^c` – the mean of the weights with which *j* is first: what a typical
  supporter of *j* must hold important (Lahdelma, Hokkanen & Salminen 1998, *European Journal of
  Operational Research* 106:137–143);
- confidence factor :math:`p_j^c` – the probability that *j* is first if those weights are taken
  (the same paper): low means that the data, not the weights, leave it open.

Nothing is added over ranks into one score, and dropping an option cannot reorder the rest by a
change of scale: value functions are stated in the criteria's own units, not by the options at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import (
    MINIMUM_DRAWS,
    Floats,
    Record,
    matrix,
    number,
    option_names,
    stream,
)
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.weights import WeightSpace
from ligzda.evidence.errors import DecisionError


@dataclass(frozen=True)
class ValueFunction(Record):
    """The worth of a criterion: 0 at ``worst``, 1 at ``best``, in the criterion's own unit.

    ``best`` below ``worst`` means that less is better. ``between`` are points (amount, worth) on
    the way, for worth that does not grow evenly; straight lines join them. Beyond the ends the
    worth stays 0 or 1, and the share of values that lie there is reported.
    """

    criterion: str
    unit: str
    worst: float
    best: float
    between: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        amounts, worths = self._points()
        for value in (*amounts, *worths):
            number(f"value function of “{self.criterion}”", value)
        step = np.diff(amounts)
        if self.worst == self.best or not ((step > 0).all() or (step < 0).all()):
            raise DecisionError(
                "value function of",
                DecisionFault.NOT_MONOTONE,
                of=self.criterion,
            )
        if (np.diff(worths) < 0).any():
            raise DecisionError("value function of", DecisionFault.WORTH_FALLS, of=self.criterion)

    def _points(self) -> tuple[Floats, Floats]:
        points = [(self.worst, 0.0), *self.between, (self.best, 1.0)]
        return np.array([p[0] for p in points]), np.array([p[1] for p in points])

    def worth(self, amounts: Floats) -> Floats:
        """Return the worth (0 to 1) of amounts."""
        x, y = self._points()
        if self.best < self.worst:
            x, y = x[::-1], y[::-1]
        return np.interp(amounts, x, y)

    def beyond(self, amounts: Floats) -> float:
        """Return the share of amounts outside the range from worst to best."""
        low, high = sorted((self.worst, self.best))
        return float(((amounts < low) | (amounts > high)).mean())


@dataclass(frozen=True)
class OptionSupport(Record):
    """What speaks for one option over all weights held possible.

    ``ranks[r]`` is the acceptability of rank r + 1, ``rank_se`` its Monte Carlo standard errors.
    ``central_weights`` and ``confidence`` are None where the option is never first.
    """

    option: str
    ranks: tuple[float, ...]
    rank_se: tuple[float, ...]
    mean_rank: float
    central_weights: tuple[float, ...] | None
    confidence: float | None
    confidence_se: float | None


@dataclass(frozen=True, eq=False)
class Acceptance(Record):
    """Result of the analysis, with everything that it rests on.

    ``wins[j, k]`` is the probability that option j is worth more than option k (ties half);
    ``beyond`` the share of values outside each value function's range.
    """

    options: tuple[OptionSupport, ...]
    criteria: tuple[str, ...]
    wins: Floats
    weights: WeightSpace
    value_functions: tuple[ValueFunction, ...]
    beyond: tuple[float, ...]
    draws: int


def smaa(
    values: npt.ArrayLike,
    value_functions: Sequence[ValueFunction],
    weights: WeightSpace | None = None,
    *,
    options: Sequence[str] | None = None,
    seed: int = 1,
) -> Acceptance:
    """Analyse ``values[draw, option, criterion]``, criteria in the order of ``value_functions``.

    ``weights`` (default: everything possible, uniformly) names the same criteria in any order.
    """
    functions = tuple(value_functions)
    amounts = _three_axes(values, len(functions))
    draws, count, _ = amounts.shape
    names = option_names(count, options)
    criteria = tuple(function.criterion for function in functions)
    space = WeightSpace(criteria) if weights is None else weights
    if set(space.criteria) != set(criteria):
        raise DecisionError(
            "weights",
            DecisionFault.OTHER_CRITERIA.of(
                criteria=tuple(space.criteria), criteria2=tuple(criteria)
            ),
        )
    columns = [space.criteria.index(name) for name in criteria]
    weight = space.sample(draws, stream("weights", seed))[:, columns]
    worth = np.stack([f.worth(amounts[:, :, c]) for c, f in enumerate(functions)], axis=2)
    utility = (worth @ weight[:, :, None])[:, :, 0]
    ranks, first, wins = _ranks(utility)
    wins.flags.writeable = False
    rows = []
    for j, name in enumerate(names):
        accepted = float(first[:, j].sum())
        central = confidence = error = None
        if accepted > 0:
            mean = first[:, j] @ weight / accepted
            central = tuple(float(w) for w in mean)
            confidence, error = _confidence(worth @ mean, j)
        rows.append(
            OptionSupport(
                name,
                tuple(float(b) for b in ranks[j]),
                tuple(float(e) for e in np.sqrt(np.maximum(ranks[j] * (1 - ranks[j]), 0) / draws)),
                float(ranks[j] @ np.arange(1, count + 1)),
                central,
                confidence,
                error,
            )
        )
    beyond = tuple(f.beyond(amounts[:, :, c]) for c, f in enumerate(functions))
    return Acceptance(tuple(rows), criteria, wins, space, functions, beyond, draws)


def _three_axes(values: npt.ArrayLike, criteria: int) -> Floats:
    array = np.asarray(values)
    if array.ndim != 3 or array.shape[2] != criteria or array.shape[0] < MINIMUM_DRAWS:
        raise DecisionError(
            "values",
            DecisionFault.SHAPE.of(
                shape=str(array.shape), minimum_draws=MINIMUM_DRAWS, criteria=criteria
            ),
        )
    flat = matrix("values", array.reshape(len(array), -1), column_name="option × criterion")
    return flat.reshape(array.shape)


def _ranks(utility: Floats) -> tuple[Floats, Floats, Floats]:
    """Return rank acceptabilities, each draw's share of the first rank, and pairwise wins.

    Options that tie share the ranks they span equally, so rows and columns sum to one.
    """
    count = utility.shape[1]
    above = (utility[:, None, :] > utility[:, :, None]).sum(axis=2)
    level = (utility[:, None, :] == utility[:, :, None]).sum(axis=2)
    rank = np.arange(count)
    held = (rank >= above[:, :, None]) & (rank < (above + level)[:, :, None])
    ranks = (held / level[:, :, None]).mean(axis=0)
    more = (utility[:, :, None] > utility[:, None, :]).mean(axis=0)
    wins = (more + 1 - more.T) / 2
    return ranks, held[:, :, 0] / level, wins


def _confidence(utility: Floats, option: int) -> tuple[float, float]:
    best = utility == utility.max(axis=1, keepdims=True)
    p = float((best[:, option] / best.sum(axis=1)).mean())
    return p, float(np.sqrt(max(p * (1 - p), 0.0) / len(utility)))
