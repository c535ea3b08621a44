r"""Social return on investment: always a range, with what moves it; never a single ratio.

For outcome *o* with quantity Q, financial proxy V (EUR a unit and year), and for the year t = 1…T,

.. math:: value_{ot} = Q_o V_o (1 - deadweight_o)(1 - attribution_o)(1 - displacement_o)
          (1 - drop\text{-}off_o)^{t-1}, \qquad
          SROI = \frac{\sum_o \sum_t value_{ot}\, d_t}{PV(investment)}

(Nicholls, Lawlor, Neitzert & Goodspeed 2012, *A Guide to Social Return on Investment*, stages 4 and
5). Deadweight: what would have happened anyway. Attribution: the share that is owed to *others* (so
the Guide). Displacement: what was only taken from somebody else. Drop-off: the part lost each year.
Each is a distribution. A quantity that is already a difference to a comparison group has its
deadweight taken off by the comparison: taking it off twice is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ligzda.evidence.decision.discounting import Timing, discount_factors
from ligzda.evidence.decision.draws import Floats, Interval, Record, number, stream
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.quantities import Fixed, Quantity, draws_of, has_range
from ligzda.evidence.errors import DecisionError

Basis = Literal["gross", "against comparison"]
_SHARES = ("deadweight", "attribution", "displacement", "drop_off")
_INPUTS = ("quantity", "unit_value", *_SHARES)


@dataclass(frozen=True)
class SocialOutcome:
    """One outcome of the account.

    ``quantity`` counts units of outcome (people in paid activity, say), ``unit_value`` is in EUR a
    unit and year, the four shares lie between 0 and 1, ``years`` is how long the outcome is
    followed. ``basis`` says whether the quantity is gross or already against a comparison group.
    """

    name: str
    quantity: Quantity
    unit_value: Quantity
    deadweight: Quantity
    attribution: Quantity
    displacement: Quantity
    drop_off: Quantity
    years: int
    basis: Basis = "gross"

    def __post_init__(self) -> None:
        if self.basis == "against comparison" and self.deadweight != Fixed(0.0):
            raise DecisionError(
                "deadweight of",
                DecisionFault.DEADWEIGHT_TWICE,
                of=self.name,
            )


@dataclass(frozen=True)
class Bar(Record):
    """A bar of the tornado: the ratio with one input at its 10 % and 90 % points, rest at mean."""

    input: str
    low_input: float
    high_input: float
    ratio_at_low: float
    ratio_at_high: float

    @property
    def swing(self) -> float:
        """How far this input alone moves the ratio."""
        return abs(self.ratio_at_high - self.ratio_at_low)


@dataclass(frozen=True)
class SocialReturn(Record):
    """The social return as a range.

    ``ratio`` in EUR of social value for one EUR invested, ``net_value`` in EUR; ``by_outcome`` the
    present value of each outcome. ``tornado`` has the strongest input first. ``without_range``
    lists inputs given as a bare number: the range does not hold their doubt and is too narrow.
    """

    ratio: Interval
    net_value: Interval
    p_above_one: float
    by_outcome: tuple[tuple[str, Interval], ...]
    tornado: tuple[Bar, ...]
    without_range: tuple[str, ...]
    rate: float
    timing: Timing
    draws: int

    def __str__(self) -> str:
        """Say the range; there is no way to have the ratio alone."""
        return (
            f"{self.ratio.lower:.2f} to {self.ratio.upper:.2f} EUR for one EUR invested "
            f"(95 % limits; {self.p_above_one:.0%} probability of more than one)"
        )


def social_return(
    outcomes: Sequence[SocialOutcome],
    investment: Quantity,
    *,
    rate: float,
    timing: Timing = "end",
    draws: int = 4000,
    seed: int = 1,
) -> SocialReturn:
    """Account for ``outcomes`` against an ``investment`` (present value, EUR) at a yearly ``rate``.

    ``draws`` is used where no input is a posterior; posteriors bring their own number.
    """
    if not outcomes:
        raise DecisionError("outcomes", DecisionFault.NO_OUTCOME)
    if len({outcome.name for outcome in outcomes}) != len(outcomes):
        raise DecisionError("outcomes", DecisionFault.SAME_NAME)
    number("rate", rate, least=0.0, most=1.0)
    inputs: dict[tuple[str, str], Quantity] = {
        (outcome.name, what): getattr(outcome, what) for outcome in outcomes for what in _INPUTS
    }
    inputs["", "investment"] = investment
    size = draws_of(list(inputs.values()), draws)
    rng = stream("social return", seed)
    drawn = {key: quantity.draw(size, rng) for key, quantity in inputs.items()}
    _check(drawn)
    factors = {outcome.name: discount_factors(outcome.years, rate, timing) for outcome in outcomes}
    values = {outcome.name: _value(outcome.name, drawn, factors) for outcome in outcomes}
    total: Floats = np.sum(list(values.values()), axis=0)
    spent = drawn["", "investment"]
    return SocialReturn(
        Interval.of(total / spent),
        Interval.of(total - spent),
        float((total > spent).mean()),
        tuple((name, Interval.of(value)) for name, value in values.items()),
        _tornado(drawn, factors),
        tuple(
            _label(key) for key, quantity in inputs.items() if not has_range(quantity, drawn[key])
        ),
        rate,
        timing,
        size,
    )


def _label(key: tuple[str, str]) -> str:
    return f"{key[0]}: {key[1].replace('_', '-')}" if key[0] else key[1]


def _check(drawn: dict[tuple[str, str], Floats]) -> None:
    for key, values in drawn.items():
        if key[1] in _SHARES and ((values < 0) | (values > 1)).any():
            raise DecisionError(
                _label(key),
                DecisionFault.NOT_A_SHARE.of(values=values.min(), values2=values.max()),
            )
    if (drawn["", "investment"] <= 0).any():
        raise DecisionError("investment", DecisionFault.INVESTMENT)


def _value(name: str, drawn: dict[tuple[str, str], Floats], factors: dict[str, Floats]) -> Floats:
    kept = drawn[name, "quantity"] * drawn[name, "unit_value"]
    for share in ("deadweight", "attribution", "displacement"):
        kept = kept * (1 - drawn[name, share])
    years = np.arange(factors[name].size)
    lasting: Floats = (1 - drawn[name, "drop_off"])[:, None] ** years @ factors[name]
    value: Floats = kept * lasting
    return value


def _tornado(drawn: dict[tuple[str, str], Floats], factors: dict[str, Floats]) -> tuple[Bar, ...]:
    means = {key: np.array([values.mean()]) for key, values in drawn.items()}

    def ratio(inputs: dict[tuple[str, str], Floats]) -> float:
        total = sum(float(_value(name, inputs, factors)[0]) for name in factors)
        return total / float(inputs["", "investment"][0])

    bars = []
    for key, values in drawn.items():
        low, high = (float(q) for q in np.quantile(values, [0.1, 0.9]))
        if low < high:
            ends = [ratio({**means, key: np.array([end])}) for end in (low, high)]
            bars.append(Bar(_label(key), low, high, ends[0], ends[1]))
    return tuple(sorted(bars, key=lambda bar: -bar.swing))
