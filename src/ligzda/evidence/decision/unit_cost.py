"""What one outcome costs: undefined, not infinite, where nobody reached it.

Cost for each person in paid activity = cost of everybody who entered ÷ number who got there
(``cost_per_outcome`` of the outcome dictionary). Over draws the ratio of the means is the central
number: the mean of the ratios has no finite expectation when the share may come near zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import Floats, Record, effects_and_costs
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError


@dataclass(frozen=True)
class CostPerOutcome(Record):
    """EUR for one outcome. What is None is undefined; ``note`` then says why.

    ``value`` is mean cost ÷ mean share; limits are quantiles over the draws in which a draw with
    nobody reaching the outcome counts as above every number, so that a limit that falls among those
    draws is undefined. ``p_undefined`` is their share.
    """

    option: str
    value: float | None
    lower: float | None
    median: float | None
    upper: float | None
    p_undefined: float
    note: str


def cost_per_outcome(
    costs: npt.ArrayLike,
    shares: npt.ArrayLike,
    *,
    options: Sequence[str] | None = None,
) -> tuple[CostPerOutcome, ...]:
    """Return EUR an outcome, from ``costs[draw, option]`` and ``shares[draw, option]``.

    Costs are EUR a participant; ``shares`` are the probabilities of the outcome, or outcomes a
    participant (at least 0). One option is allowed here: nothing is chosen, only told.
    """
    share, cost = effects_and_costs(shares, costs)
    if (share < 0).any():
        raise DecisionError("shares", DecisionFault.NEGATIVE_SHARES)
    names = tuple(options or (f"option {j + 1}" for j in range(share.shape[1])))
    if len(names) != share.shape[1]:
        raise DecisionError(
            "options", DecisionFault.OPTION_NAMES.of(names=len(names), shape=share.shape[1])
        )
    return tuple(_one(name, cost[:, j], share[:, j]) for j, name in enumerate(names))


def _one(name: str, cost: Floats, share: Floats) -> CostPerOutcome:
    reached = share > 0
    missing = float(1 - reached.mean())
    if not reached.any():
        note = "undefined: nobody reached the outcome"
        return CostPerOutcome(name, None, None, None, None, 1.0, note)
    ratio = np.sort(cost[reached] / share[reached])
    note = (
        f"undefined in {missing:.1%} of the draws, where nobody reaches the outcome"
        if missing
        else ""
    )
    return CostPerOutcome(
        name,
        float(cost.mean() / share.mean()),
        _order_statistic(ratio, share.size, 0.025),
        _order_statistic(ratio, share.size, 0.5),
        _order_statistic(ratio, share.size, 0.975),
        missing,
        note,
    )


def _order_statistic(defined: Floats, count: int, level: float) -> float | None:
    """Return the ⌈level·count⌉-th smallest of ``count`` values, the undefined ones being last."""
    index = int(np.ceil(level * count)) - 1
    return float(defined[index]) if index < defined.size else None
