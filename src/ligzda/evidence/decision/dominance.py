"""Which options no budget should pay for: dominance, extended dominance, the efficient frontier.

On the means, an option is *dominated* where another is at least as good and costs no more (one of
the two strictly), and *extendedly dominated* where a mix of two others is: from the cheaper to the
dearer neighbour the incremental ratios must rise (Weinstein 1990, *Medical Decision Making*
10:204–207; Cantor 1994, *Medical Decision Making* 14:259–265). Because means hide doubt, the share
of draws in which the option is dominated stands beside every verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import Floats, Record, effects_and_costs, option_names

State = Literal["frontier", "dominated", "extendedly dominated"]


@dataclass(frozen=True)
class Standing(Record):
    """Where an option stands; ``by`` names what dominates it (two options: a mix of them).

    ``ratio_from_previous`` is the ratio (EUR a unit of effect) against the next cheaper option on
    the frontier, None for the cheapest and for everything off the frontier; ``p_dominated`` the
    share of draws in which some single other option is better and cheaper.
    """

    option: str
    mean_effect: float
    mean_cost: float
    state: State
    by: tuple[str, ...]
    ratio_from_previous: float | None
    p_dominated: float


def dominance(
    effects: npt.ArrayLike,
    costs: npt.ArrayLike,
    *,
    options: Sequence[str] | None = None,
    net_costs: bool = False,
) -> tuple[Standing, ...]:
    """Say of every option whether it is on the efficient frontier of the means, and if not, why."""
    effect, cost = effects_and_costs(effects, costs, net_costs=net_costs)
    names = option_names(effect.shape[1], options)
    mean_effect, mean_cost = effect.mean(axis=0), cost.mean(axis=0)
    count = len(names)
    by: dict[int, tuple[int, ...]] = {}
    for j in range(count):
        stronger = [k for k in range(count) if _dominates(mean_effect, mean_cost, k, j)]
        if stronger:
            by[j] = (max(stronger, key=lambda k: (mean_effect[k], -mean_cost[k])),)
    frontier = sorted((j for j in range(count) if j not in by), key=lambda j: mean_cost[j])
    # Graham's scan: drop the middle one of three while its ratio is not below the next.
    hull: list[int] = []
    for j in frontier:
        while len(hull) >= 2 and _ratio(mean_effect, mean_cost, hull[-2], hull[-1]) >= _ratio(
            mean_effect, mean_cost, hull[-1], j
        ):
            by[hull.pop()] = ()
        hull.append(j)
    for j in frontier:
        if j not in hull:
            below = [k for k in hull if mean_cost[k] <= mean_cost[j]]
            above = [k for k in hull if mean_cost[k] > mean_cost[j]]
            by[j] = (below[-1], above[0])
    ratios = {j: _ratio(mean_effect, mean_cost, i, j) for i, j in pairwise(hull)}
    p_dominated = _share_dominated(effect, cost)
    return tuple(
        Standing(
            name,
            float(mean_effect[j]),
            float(mean_cost[j]),
            "frontier" if j in hull else "dominated" if len(by[j]) == 1 else "extendedly dominated",
            tuple(names[k] for k in by.get(j, ())),
            ratios.get(j),
            float(p_dominated[j]),
        )
        for j, name in enumerate(names)
    )


def _dominates(effect: Floats, cost: Floats, k: int, j: int) -> bool:
    """Say whether k dominates j; of two equal options the earlier one dominates the later."""
    if effect[k] == effect[j] and cost[k] == cost[j]:
        return k < j
    return bool(effect[k] >= effect[j] and cost[k] <= cost[j])


def _ratio(effect: Floats, cost: Floats, i: int, j: int) -> float:
    return float((cost[j] - cost[i]) / (effect[j] - effect[i]))


def _share_dominated(effect: Floats, cost: Floats) -> Floats:
    shares = np.empty(effect.shape[1])
    for j in range(effect.shape[1]):
        e, c = effect[:, [j]], cost[:, [j]]
        shares[j] = ((effect >= e) & (cost <= c) & ((effect > e) | (cost < c))).any(axis=1).mean()
    return shares
