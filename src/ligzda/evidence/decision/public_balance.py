r"""What a place costs the public purse in the end: cost less benefits saved and taxes gained.

.. math:: balance = \sum_t d_t \Big( \sum cost_t - \sum saved_t - \sum tax_t \Big)

(``public_net_balance`` of the outcome dictionary): *above* zero the public pays, below zero it gets
back more than it spent. Every flow is a difference to what would have happened otherwise – gross
exits would flatter every model – and carries its assumption in words, which the result lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ligzda.evidence.decision.discounting import Timing, discount_factors
from ligzda.evidence.decision.draws import Interval, Record, intervals, stream
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.quantities import Fixed, Quantity, draws_of, has_range
from ligzda.evidence.errors import DecisionError

Kind = Literal["cost", "benefit saved", "tax gained"]
_SIGN: dict[str, float] = {"cost": 1.0, "benefit saved": -1.0, "tax gained": -1.0}

_NO_FADE = Fixed(0.0)


@dataclass(frozen=True)
class Flow:
    """A yearly amount in EUR (not negative in the mean), from ``first_year`` (1 = now) on.

    ``fade`` is the share of it lost every year after the first, ``assumption`` what a critic must
    be able to read: where the amount comes from, compared with what.
    """

    name: str
    kind: Kind
    yearly: Quantity
    first_year: int
    years: int
    assumption: str
    fade: Quantity = _NO_FADE

    def __post_init__(self) -> None:
        if self.kind not in _SIGN:
            raise DecisionError(
                "flow", DecisionFault.NO_KIND.of(kind=self.kind, _sign=tuple(_SIGN)), of=self.name
            )
        if not self.assumption.strip():
            raise DecisionError(
                "flow",
                DecisionFault.NO_ASSUMPTION,
                of=self.name,
            )
        if self.first_year < 1 or self.years < 1:
            raise DecisionError("flow", DecisionFault.FLOW_YEARS, of=self.name)


@dataclass(frozen=True)
class PublicBalance(Record):
    """The discounted balance in EUR; above zero the public pays.

    ``by_flow`` are present values without sign; ``cumulative[y]`` is the balance up to the end of
    year y + 1 and ``p_paid_back[y]`` the probability that it is not above zero by then.
    """

    balance: Interval
    p_paid_back: tuple[float, ...]
    cumulative: tuple[Interval, ...]
    by_flow: tuple[tuple[str, Kind, Interval], ...]
    assumptions: tuple[str, ...]
    without_range: tuple[str, ...]
    rate: float
    timing: Timing
    draws: int


def public_net_balance(
    flows: Sequence[Flow],
    *,
    rate: float,
    timing: Timing = "middle",
    draws: int = 4000,
    seed: int = 1,
) -> PublicBalance:
    """Add up the flows over all years in which one of them runs, at a yearly ``rate``."""
    if not any(flow.kind == "cost" for flow in flows):
        raise DecisionError("flows", DecisionFault.NO_COST)
    size = draws_of([q for flow in flows for q in (flow.yearly, flow.fade)], draws)
    horizon = max(flow.first_year + flow.years - 1 for flow in flows)
    factors = discount_factors(horizon, rate, timing)
    rng = stream("public balance", seed)
    yearly = np.zeros((size, horizon))
    by_flow: list[tuple[str, Kind, Interval]] = []
    without: list[str] = []
    for flow in flows:
        amount, fade = flow.yearly.draw(size, rng), flow.fade.draw(size, rng)
        if flow.kind == "cost" and (amount < 0).any():
            raise DecisionError(
                "flow",
                DecisionFault.COST_BELOW_ZERO,
                of=flow.name,
            )
        if ((fade < 0) | (fade > 1)).any():
            raise DecisionError("flow", DecisionFault.FADE, of=flow.name)
        run = slice(flow.first_year - 1, flow.first_year - 1 + flow.years)
        paid = amount[:, None] * (1 - fade)[:, None] ** np.arange(flow.years) * factors[run]
        yearly[:, run] += _SIGN[flow.kind] * paid
        by_flow.append((flow.name, flow.kind, Interval.of(paid.sum(axis=1))))
        if not has_range(flow.yearly, amount):
            without.append(flow.name)
    cumulative = np.cumsum(yearly, axis=1)
    return PublicBalance(
        Interval.of(cumulative[:, -1]),
        tuple(float(share) for share in (cumulative <= 0).mean(axis=0)),
        intervals(cumulative),
        tuple(by_flow),
        tuple(f"{flow.name}: {flow.assumption}" for flow in flows),
        tuple(without),
        rate,
        timing,
        size,
    )
