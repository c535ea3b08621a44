"""In which unit a difference is told, and with how many places."""

import math
from dataclasses import dataclass
from typing import Protocol

from ligzda.evidence import Estimate, Evaluation, family_of
from ligzda.findings.phrases import Phrases
from ligzda.publishing import Numbers

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class Scale:
    """Writes differences: `factor` turns the engine's number into the unit told to people.

    Standard deviations (`signed` false) get two significant digits each instead of common places:
    the lower limit of one is small but never 0.
    """

    numbers: Numbers
    unit: str
    factor: float
    places: int
    signed: bool = True

    def value(self, number: float) -> str:
        """Write a difference, or a standard deviation, without its unit."""
        if not self.signed:
            return self.numbers.significant(number * self.factor, 2)
        return self.numbers.decimal(number * self.factor, self.places, sign=True)

    def with_unit(self, number: float) -> str:
        """Write a difference with its unit."""
        return (
            f"{self.value(number)}{NO_BREAK_SPACE}{self.unit}" if self.unit else self.value(number)
        )

    def interval(self, estimate: Estimate) -> str:
        """Write the 95 % interval in words."""
        return self.numbers.interval(self.value(estimate.lower), self.value(estimate.upper))

    def span(self, estimate: Estimate) -> str:
        """Write the 95 % interval for a table."""
        return self.numbers.span(self.value(estimate.lower), self.value(estimate.upper))


class Told(Protocol):
    """A difference on both scales, whichever analysis it comes from."""

    @property
    def link(self) -> Estimate:
        """The difference of linear predictors."""

    @property
    def probability(self) -> Estimate | None:
        """The difference of means, where it is another."""


def told(contrast: Told) -> Estimate:
    """Give the estimate that is told to people: of probabilities or means, not of logits."""
    return contrast.probability or contrast.link


def named(estimate: Estimate) -> str:
    """Name a coefficient by its term, and by its level where the term has several."""
    if estimate.level in ("", estimate.term):
        return estimate.term
    return f"{estimate.term}: {estimate.level}"


def scale_of(
    evaluation: Evaluation,
    estimates: list[Estimate],
    say: Phrases,
    *,
    link: bool,
    signed: bool = True,
) -> Scale:
    """Choose unit and places for estimates that stand together.

    `link`: they are on the scale of the linear predictor. Two digits of the smallest SD are
    shown, which is what the records can bear.
    """
    numbers = Numbers(say.language)
    factor = 1.0
    if evaluation.outcome.link == "identity":
        unit = evaluation.outcome.unit
    elif link:
        unit = say("log_odds") if evaluation.outcome.link == "logit" else say("log_scale")
    elif family_of(evaluation.outcome).is_share:
        unit, factor = say("pp"), 100.0
    else:
        unit = evaluation.outcome.unit
    smallest = min((estimate.sd for estimate in estimates if estimate.sd > 0), default=1.0) * factor
    places = min(4, max(0, 1 - math.floor(math.log10(smallest))))
    return Scale(numbers, unit, factor, places, signed)
