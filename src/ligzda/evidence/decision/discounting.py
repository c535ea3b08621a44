"""What money and people of later years are worth today.

A flow at time *t* (years from now) counts (1 + r)^(−t) at the yearly rate *r* (Drummond et al.
2015, *Methods for the Economic Evaluation of Health Care Programmes*, 4th ed., section 4.5).
Within a year money is spent throughout, so a yearly flow is placed in the middle of its year
unless said otherwise. The European Commission's default social rate for appraisal was 3 % in
2021–27 (Economic Appraisal Vademecum); a rate is always stated beside the result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import Floats, Record, number
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError

Timing = Literal["start", "middle", "end"]
_SHIFT: dict[str, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


def discount_factors(years: int, rate: float, timing: Timing = "middle") -> Floats:
    """Return the factor of each of the years 1…``years``: (1 + r)^−(year − 1 + shift).

    ``timing`` says where in its year a flow falls: shift 0 at the start, ½ in the middle, 1 at
    the end.
    """
    number("rate", rate, least=0.0, most=1.0)
    if timing not in _SHIFT:
        raise DecisionError("timing", DecisionFault.UNKNOWN_TIMING.of(timing=timing))
    if years < 1 or years != int(years):
        raise DecisionError("years", DecisionFault.YEARS.of(years=years))
    times: Floats = np.arange(int(years), dtype=np.float64) + _SHIFT[timing]
    factors: Floats = (1.0 + rate) ** -times
    return factors


def present_value(flows: npt.ArrayLike, rate: float, timing: Timing = "middle") -> Floats:
    """Return the present value of ``flows[..., year]`` over its last axis."""
    flow = np.asarray(flows, dtype=np.float64)
    if flow.ndim == 0 or not np.isfinite(flow).all():
        raise DecisionError("flows", DecisionFault.YEARLY_AMOUNTS)
    value: Floats = flow @ discount_factors(flow.shape[-1], rate, timing)
    return value


@dataclass(frozen=True)
class Population(Record):
    """Those whom a decision concerns: so many people a year, for so many years, discounted.

    ``budget`` is what the municipality can spend in a year, in EUR (None: not stated).
    """

    name: str
    people_per_year: float
    years: int
    rate: float
    budget: float | None = None

    def __post_init__(self) -> None:
        number("people_per_year", self.people_per_year, least=0.0)
        discount_factors(self.years, self.rate)
        if self.budget is not None:
            number("budget", self.budget, least=0.0)

    def people(self, *, after: float = 0.0) -> float:
        """Return the discounted number of people who come later than ``after`` years from now.

        A year cut by ``after`` counts with the part that is left, at its own middle.
        """
        number("after", after, least=0.0)
        total = 0.0
        for year in range(self.years):
            start = max(float(year), after)
            if start < year + 1:
                middle = (start + year + 1) / 2
                total += (year + 1 - start) * (1 + self.rate) ** -middle
        return self.people_per_year * total
