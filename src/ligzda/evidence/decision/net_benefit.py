r"""Net monetary benefit, and the curve and frontier of acceptability.

For draw *s* and option *j* with effect :math:`e_{sj}` and cost :math:`c_{sj}`, at a willingness to
pay of λ EUR for one more unit of effect,

.. math:: NB_{sj}(\lambda) = \lambda e_{sj} - c_{sj}

(Stinnett & Mullahy 1998, *Medical Decision Making* 18:S68–S80). The acceptability curve
(CEAC) is :math:`P(NB_j = \max_k NB_k)` by λ (van Hout et al. 1994, *Health Economics* 3:309–319);
the frontier (CEAF) follows the option with the greatest *expected* net benefit, which is not always
the one most probably best (Fenwick, Claxton & Sculpher 2001, *Health Economics* 10:779–787).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import (
    Floats,
    Interval,
    Record,
    effects_and_costs,
    intervals,
    number,
    option_names,
    position,
    shares_of_best,
)
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError


def net_benefit(
    effects: npt.ArrayLike, costs: npt.ArrayLike, willingness: float, *, net_costs: bool = False
) -> Floats:
    """Return NB[draw, option] in EUR a participant at ``willingness`` EUR for a unit of effect."""
    effect, cost = effects_and_costs(effects, costs, net_costs=net_costs)
    value: Floats = number("willingness", willingness, least=0.0) * effect - cost
    return value


@dataclass(frozen=True)
class OptionBenefit(Record):
    """Net benefit of one option, in EUR a participant.

    ``increment`` is against the reference (None for the reference itself), ``p_best`` the
    probability of the greatest net benefit and ``expected_loss`` the mean of what is forgone by
    choosing this option where another would have been better.
    """

    option: str
    benefit: Interval
    increment: Interval | None
    p_above_reference: float | None
    p_best: float
    expected_loss: float


@dataclass(frozen=True)
class NetBenefit(Record):
    """Net benefit of all options at one willingness to pay."""

    willingness: float
    reference: str
    options: tuple[OptionBenefit, ...]
    best: str


def net_benefits(
    effects: npt.ArrayLike,
    costs: npt.ArrayLike,
    willingness: float,
    *,
    options: Sequence[str] | None = None,
    reference: str | None = None,
    net_costs: bool = False,
) -> NetBenefit:
    """Summarise the net benefit of every option, and against ``reference`` (default: the first)."""
    value = net_benefit(effects, costs, willingness, net_costs=net_costs)
    names = option_names(value.shape[1], options)
    base = 0 if reference is None else position("reference", reference, names)
    increment = value - value[:, [base]]
    p_best = shares_of_best(value).mean(axis=0)
    loss = (value.max(axis=1, keepdims=True) - value).mean(axis=0)
    own, against = intervals(value), intervals(increment)
    rows = tuple(
        OptionBenefit(
            name,
            own[j],
            None if j == base else against[j],
            None if j == base else float((increment[:, j] > 0).mean()),
            float(p_best[j]),
            float(loss[j]),
        )
        for j, name in enumerate(names)
    )
    return NetBenefit(
        float(willingness), names[base], rows, names[int(value.mean(axis=0).argmax())]
    )


@dataclass(frozen=True, eq=False)
class Acceptability(Record):
    """Acceptability curve and frontier over a grid of willingness to pay.

    ``curve[willingness, option]`` sums to one in every row; ``frontier`` names the option with the
    greatest expected net benefit, ``frontier_probability`` is the curve at that option, and
    ``frontier_loss`` the expected loss of choosing it, which equals the EVPI a person at that λ.
    ``switches`` are the λ at which the frontier passes from one option to another.
    """

    options: tuple[str, ...]
    willingness: tuple[float, ...]
    curve: Floats
    frontier: tuple[str, ...]
    frontier_probability: tuple[float, ...]
    frontier_loss: tuple[float, ...]
    switches: tuple[tuple[float, str, str], ...]


def acceptability(
    effects: npt.ArrayLike,
    costs: npt.ArrayLike,
    willingness: Sequence[float],
    *,
    options: Sequence[str] | None = None,
    net_costs: bool = False,
) -> Acceptability:
    """Compute the curve and the frontier over a rising grid of willingness to pay (EUR a unit)."""
    effect, cost = effects_and_costs(effects, costs, net_costs=net_costs)
    names = option_names(effect.shape[1], options)
    grid = [number("willingness", value, least=0.0) for value in willingness]
    if not grid or any(a >= b for a, b in pairwise(grid)):
        raise DecisionError("willingness", DecisionFault.GRID)
    mean_effect, mean_cost = effect.mean(axis=0), cost.mean(axis=0)
    curve = np.empty((len(grid), len(names)))
    best: list[int] = []
    losses: list[float] = []
    for row, value in enumerate(grid):
        benefit = value * effect - cost
        curve[row] = shares_of_best(benefit).mean(axis=0)
        chosen = int((value * mean_effect - mean_cost).argmax())
        best.append(chosen)
        losses.append(float((benefit.max(axis=1) - benefit[:, chosen]).mean()))
    curve.flags.writeable = False
    return Acceptability(
        names,
        tuple(grid),
        curve,
        tuple(names[j] for j in best),
        tuple(float(curve[row, j]) for row, j in enumerate(best)),
        tuple(losses),
        _switches(mean_effect, mean_cost, names, grid[0], grid[-1]),
    )


def _switches(
    effect: Floats, cost: Floats, names: tuple[str, ...], start: float, end: float
) -> tuple[tuple[float, str, str], ...]:
    """Walk the upper envelope of the lines λ·effect − cost: its corners are exact, not gridded."""
    found: list[tuple[float, str, str]] = []
    here = max(range(len(names)), key=lambda j: (start * effect[j] - cost[j], effect[j]))
    while True:
        corners = [
            (float((cost[k] - cost[here]) / (effect[k] - effect[here])), -float(effect[k]), k)
            for k in range(len(names))
            if effect[k] > effect[here]
        ]
        if not corners or min(corners)[0] > end:
            return tuple(found)
        at, _, following = min(corners)
        found.append((max(at, start), names[here], names[following]))
        here = following
