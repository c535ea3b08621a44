r"""Joint draws of cost and outcome, and what hangs on the correlation assumed between them.

Where cost and outcome come from one model, row *s* of both arrays is one joint draw already. Where
they come from two models, nothing in the draws says how they go together: `pair` then reorders the
costs to a *stated* correlation and changes neither margin (Iman & Conover 1982, *Communications in
Statistics – Simulation and Computation* 11:311–334; here with a Gaussian copula):

.. math:: z^{c}_{sj} = \rho\, z^{e}_{sj} + \sqrt{1 - \rho^2}\; w_{sj},

with :math:`z^e` the normal scores of the effects and *w* those of the costs after one random
permutation of whole rows. The *s*-th cost of option *j* becomes the one whose rank equals that of
:math:`z^c_{sj}`. What is assumed: the same ρ in every option; given the effects, costs of different
options hang together as they did in the cost model, damped by 1 − ρ². What cannot be had from
margins is whether ρ is true; `correlation_sensitivity` shows what would change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from ligzda.evidence.decision.draws import (
    Floats,
    Interval,
    MonteCarlo,
    Record,
    effects_and_costs,
    matrix,
    number,
    option_names,
    shares_of_best,
    stream,
)
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.perfect_information import evpi
from ligzda.evidence.errors import DecisionError


@dataclass(frozen=True, eq=False)
class Joint(Record):
    """Effects and costs whose rows belong together, and what that rests on.

    ``correlation`` is the stated one (None: the rows were joint already); ``achieved`` the rank
    correlation (Spearman) of every option's effect and cost, None where one of them is constant.
    """

    effects: Floats
    costs: Floats
    correlation: float | None
    achieved: tuple[float | None, ...]
    assumption: str


def pair(
    effects: npt.ArrayLike,
    costs: npt.ArrayLike,
    *,
    correlation: float | None,
    seed: int = 1,
) -> Joint:
    """Make joint draws of ``effects[draw, option]`` and ``costs[draw, option]``.

    ``correlation=None`` says that the rows are joint already (one model). A number from −1 to 1
    says that they come from two models, and is the correlation of their normal scores to be
    assumed; 0 is independence. Where the two have different numbers of draws, the larger set is
    thinned at random to the smaller. From then on only the returned arrays belong together: take
    parameters of the cost model from ``Joint.costs``, never from the array that was given.
    """
    if correlation is None:
        effect, cost = effects_and_costs(effects, costs)
        text = "the rows were given as joint draws of one model"
        return Joint(effect, cost, None, _spearman(effect, cost), text)
    rho = number("correlation", correlation, least=-1.0, most=1.0)
    effect = matrix("effects", effects)
    cost = matrix("costs", costs, columns=effect.shape[1])
    rng = stream("pair", seed)
    size = min(len(effect), len(cost))
    if len(effect) > size:
        effect = effect[np.sort(rng.permutation(len(effect))[:size])]
    effect, cost = effects_and_costs(effect, cost[rng.permutation(len(cost))[:size]])
    if rho != 0.0:
        target = rho * _scores(effect, rng) + np.sqrt(1 - rho**2) * _scores(cost, rng)
        cost = np.take_along_axis(np.sort(cost, axis=0), _ranks(target, rng), axis=0)
    text = (
        "cost and outcome taken as independent given the data"
        if rho == 0.0
        else f"a correlation of {rho:g} between cost and outcome assumed, the same in every option"
    )
    return Joint(effect, cost, rho, _spearman(effect, cost), text)


@dataclass(frozen=True)
class CorrelationCase(Record):
    """The decision under one assumed correlation of cost and outcome.

    ``increment`` is the net benefit of the best option over the next best, in EUR a participant.
    """

    correlation: float
    best: str
    p_best: float
    increment: Interval
    evpi: MonteCarlo


def correlation_sensitivity(
    effects: npt.ArrayLike,
    costs: npt.ArrayLike,
    willingness: float,
    *,
    correlations: Sequence[float] = (-0.8, -0.4, 0.0, 0.4, 0.8),
    options: Sequence[str] | None = None,
    seed: int = 1,
) -> tuple[CorrelationCase, ...]:
    """Repeat the decision under several assumed correlations.

    Expected net benefit, and so the best option, cannot depend on the correlation; how sure one may
    be of it and what more data are worth do.
    """
    value = number("willingness", willingness, least=0.0)
    if len(correlations) < 2:
        raise DecisionError("correlations", DecisionFault.TWO_VALUES)
    cases = []
    for rho in correlations:
        joint = pair(effects, costs, correlation=rho, seed=seed)
        names = option_names(joint.effects.shape[1], options)
        benefit = value * joint.effects - joint.costs
        order = np.argsort(-benefit.mean(axis=0), kind="stable")
        first, second = int(order[0]), int(order[1])
        cases.append(
            CorrelationCase(
                float(rho),
                names[first],
                float(shares_of_best(benefit)[:, first].mean()),
                Interval.of(benefit[:, first] - benefit[:, second]),
                evpi(benefit),
            )
        )
    return tuple(cases)


def _ranks(values: Floats, rng: np.random.Generator) -> npt.NDArray[np.intp]:
    """Rank every column from 0, ties in random order (a constant column is then just shuffled)."""
    shuffle = rng.permutation(len(values))
    order = np.argsort(values[shuffle], axis=0, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(len(values))[:, None], axis=0)
    back = np.empty_like(ranks)
    back[shuffle] = ranks
    return back


def _scores(values: Floats, rng: np.random.Generator) -> Floats:
    """Return van der Waerden's normal scores of every column."""
    scores: Floats = ndtri((_ranks(values, rng) + 1.0) / (len(values) + 1.0))
    return scores


def _spearman(effect: Floats, cost: Floats) -> tuple[float | None, ...]:
    found: list[float | None] = []
    rng = stream("pair", 0)
    for j in range(effect.shape[1]):
        if np.ptp(effect[:, j]) == 0 or np.ptp(cost[:, j]) == 0:
            found.append(None)
            continue
        a, b = (_ranks(column[:, [j]], rng)[:, 0] for column in (effect, cost))
        found.append(float(np.corrcoef(a, b)[0, 1]))
    return tuple(found)
