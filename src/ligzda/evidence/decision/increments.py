r"""What one option adds to another, in effect and in cost – and when their ratio means something.

:math:`\Delta e_s = e_{sj} - e_{s0}` and :math:`\Delta c_s = c_{sj} - c_{s0}`; the ratio
:math:`ICER = \overline{\Delta c} / \overline{\Delta e}` (ratio of means, not mean of ratios). A
negative ratio is ambiguous (better and cheaper, or worse and dearer) and a positive one too (dearer
and better, or cheaper and worse), so it is never given without the shares of the four quadrants of
the cost-effectiveness plane (Black 1990, *Medical Decision Making* 10:212–214; O'Brien & Briggs
2002, *Statistical Methods in Medical Research* 11:455–468).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ligzda.evidence.codes import RatioVerdict
from ligzda.evidence.decision.draws import (
    Floats,
    Interval,
    Record,
    effects_and_costs,
    option_names,
    position,
)


@dataclass(frozen=True)
class Quadrants(Record):
    """Shares of the draws on the cost-effectiveness plane; they sum to one.

    A draw on an axis counts as no better (effect) or no dearer (cost).
    """

    better_and_dearer: float
    better_and_no_dearer: float
    no_better_and_no_dearer: float
    no_better_and_dearer: float


@dataclass(frozen=True)
class Ratio(Record):
    """An incremental cost-effectiveness ratio, in EUR a unit of effect, bound to its quadrants.

    ``value`` is None where both means do not lie in one of the two quadrants of a trade-off;
    ``verdict`` is what the means say. ``lower`` and ``upper`` are 95 % limits, given
    only where practically every draw (99.9 %) lies on one side of Δe = 0, since otherwise no
    interval of the ratio exists (the net benefit's interval does).
    """

    value: float | None
    lower: float | None
    upper: float | None
    verdict: RatioVerdict
    quadrants: Quadrants


@dataclass(frozen=True)
class Increment(Record):
    """One option against the reference, a participant."""

    option: str
    reference: str
    effect: Interval
    cost: Interval
    ratio: Ratio


def increments(
    effects: npt.ArrayLike,
    costs: npt.ArrayLike,
    *,
    options: Sequence[str] | None = None,
    reference: str | None = None,
    net_costs: bool = False,
) -> tuple[Increment, ...]:
    """Compare every other option with ``reference`` (default: the first column)."""
    effect, cost = effects_and_costs(effects, costs, net_costs=net_costs)
    names = option_names(effect.shape[1], options)
    base = 0 if reference is None else position("reference", reference, names)
    return tuple(
        _increment(name, names[base], effect[:, j] - effect[:, base], cost[:, j] - cost[:, base])
        for j, name in enumerate(names)
        if j != base
    )


def _increment(option: str, reference: str, effect: Floats, cost: Floats) -> Increment:
    better, dearer = effect > 0, cost > 0
    quadrants = Quadrants(
        float((better & dearer).mean()),
        float((better & ~dearer).mean()),
        float((~better & ~dearer).mean()),
        float((~better & dearer).mean()),
    )
    return Increment(
        option, reference, Interval.of(effect), Interval.of(cost), _ratio(effect, cost, quadrants)
    )


def _ratio(effect: Floats, cost: Floats, quadrants: Quadrants) -> Ratio:
    mean_effect, mean_cost = float(effect.mean()), float(cost.mean())
    if mean_effect == 0.0:
        return Ratio(None, None, None, RatioVerdict.UNDEFINED, quadrants)
    if mean_effect > 0 and mean_cost <= 0:
        return Ratio(None, None, None, RatioVerdict.DOMINATES, quadrants)
    if mean_effect < 0 and mean_cost >= 0:
        return Ratio(None, None, None, RatioVerdict.DOMINATED, quadrants)
    verdict = RatioVerdict.DEARER if mean_effect > 0 else RatioVerdict.CHEAPER
    lower = upper = None
    side = effect > 0 if mean_effect > 0 else effect < 0
    if side.mean() >= 0.999:
        low, high = np.quantile(cost[side] / effect[side], [0.025, 0.975])
        lower, upper = float(low), float(high)
    return Ratio(mean_cost / mean_effect, lower, upper, verdict, quadrants)
