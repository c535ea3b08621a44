"""Inputs that nobody measured, each as a distribution with its source in words.

A social return or a public balance rests on shares and prices that come from elsewhere. None may be
a bare number without that being seen: `Fixed` is allowed, and is listed in the result as an input
that was given no range.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import Floats, matrix, number
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError


class Quantity(Protocol):
    """An uncertain number."""

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return so many draws."""


@dataclass(frozen=True)
class Fixed:
    """A number taken as known."""

    value: float

    def __post_init__(self) -> None:
        number("value", self.value)

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return the number, repeated."""
        return np.full(draws, float(self.value))


@dataclass(frozen=True)
class Uniform:
    """Anything between two ends, equally likely."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not number("low", self.low) < number("high", self.high):
            raise DecisionError("Uniform", DecisionFault.NOT_BELOW.of(low=self.low, high=self.high))

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return uniform draws."""
        return rng.uniform(self.low, self.high, draws)


@dataclass(frozen=True)
class Triangular:
    """The lowest, the most likely and the highest value that somebody who knows would name."""

    low: float
    mode: float
    high: float

    def __post_init__(self) -> None:
        low, mode, high = (number("Triangular", v) for v in (self.low, self.mode, self.high))
        if not (low <= mode <= high and low < high):
            raise DecisionError(
                "Triangular", DecisionFault.NOT_TRIANGULAR.of(low=low, mode=mode, high=high)
            )

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return triangular draws."""
        return rng.triangular(self.low, self.mode, self.high, draws)


@dataclass(frozen=True)
class Beta:
    """A share with a mean and an SD: the beta distribution with these moments."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        mean, sd = number("mean", self.mean), number("sd", self.sd)
        if not (0 < mean < 1 and 0 < sd**2 < mean * (1 - mean)):
            raise DecisionError(
                "Beta",
                DecisionFault.NO_SUCH_SHARE.of(mean=mean, sd=sd),
            )

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return beta draws."""
        size = self.mean * (1 - self.mean) / self.sd**2 - 1
        return rng.beta(self.mean * size, (1 - self.mean) * size, draws)


@dataclass(frozen=True, eq=False)
class FromDraws:
    """A posterior: the draws themselves, row for row with every other posterior in the account."""

    values: npt.ArrayLike
    _checked: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_checked", matrix("FromDraws", self.values, columns=1)[:, 0])

    @property
    def size(self) -> int:
        """The number of draws."""
        return int(self._checked.size)

    def draw(self, draws: int, rng: np.random.Generator) -> Floats:
        """Return the draws as they stand."""
        if draws != self.size:
            raise DecisionError(
                "FromDraws", DecisionFault.OTHER_SIZE.of(size=self.size, draws=draws)
            )
        return self._checked


def draws_of(quantities: list[Quantity], default: int) -> int:
    """Return the number of draws that the posteriors among the quantities have, or the default."""
    sizes = {quantity.size for quantity in quantities if isinstance(quantity, FromDraws)}
    if len(sizes) > 1:
        listed = ", ".join(str(size) for size in sorted(sizes))
        raise DecisionError(
            "quantities",
            DecisionFault.UNPAIRED.of(listed=listed),
        )
    return sizes.pop() if sizes else default


def has_range(quantity: Quantity, drawn: Floats) -> bool:
    """Say whether a quantity was given with any uncertainty (a certain zero counts as one)."""
    return not isinstance(quantity, Fixed) or quantity.value == 0.0 or bool(np.ptp(drawn) > 0)
