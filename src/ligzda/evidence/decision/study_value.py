r"""Is the next study worth its price? Value of information over a population, and the best size.

What is learnt serves everybody who comes after the result:

.. math:: ENBS(n) = EVSI(n) \cdot N(\text{delay}) - (\text{fixed} + \text{per unit} \cdot n)

with N the discounted number of people who come later than the delay (Claxton & Posnett 1996,
*Health Economics* 5:513–524; Willan & Pinto 2005, *Statistics in Medicine* 24:1791–1806). Those who
take part before the result are not added: they belong to the cost side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ligzda.evidence.decision.discounting import Population
from ligzda.evidence.decision.draws import MonteCarlo, Record, number
from ligzda.evidence.decision.sample_information import SampleInformation


@dataclass(frozen=True)
class PopulationValue(Record):
    """A value of information a person, and over a named population, in EUR."""

    population: Population
    people: float
    per_person: MonteCarlo
    total: MonteCarlo


def over_population(
    value: MonteCarlo, population: Population, *, delay: float = 0.0
) -> PopulationValue:
    """Multiply a value a person by the discounted people who come later than ``delay`` years."""
    people = population.people(after=delay)
    return PopulationValue(population, people, value, _times(value, people))


def _times(value: MonteCarlo, factor: float) -> MonteCarlo:
    return MonteCarlo(
        value.value * factor,
        value.se * factor,
        value.bias * factor,
        value.corrected,
        value.draws,
    )


@dataclass(frozen=True)
class SizeWorth(Record):
    """One size of the study: what it is worth, what it costs, and the difference, in EUR.

    ``se`` is the Monte Carlo standard error of the difference (that of the value, costs being
    stated).
    """

    size: float
    value: float
    cost: float
    net: float
    se: float


@dataclass(frozen=True)
class StudyValue(Record):
    """The expected net benefit of sampling over sizes.

    ``best`` has the greatest net value (None where no size is worth its price); ``as_good`` are the
    sizes that cannot be told from it within one standard error; ``certain`` says whether the best
    one's net value is above 0 by two standard errors.
    """

    population: Population
    people: float
    delay: float
    sizes: tuple[SizeWorth, ...]
    best: SizeWorth | None
    as_good: tuple[float, ...]
    certain: bool


def study_value(
    information: SampleInformation,
    population: Population,
    *,
    fixed_cost: float,
    cost_per_unit: float,
    delay: float | Callable[[float], float] = 0.0,
) -> StudyValue:
    """Return the expected net benefit of sampling at every size of ``information``, and the best.

    ``delay`` is the time until the result in years, or a function of the size (a larger study in
    the same incubators takes longer). Size 0, no study, costs nothing.
    """
    number("fixed_cost", fixed_cost, least=0.0)
    number("cost_per_unit", cost_per_unit, least=0.0)
    rows = []
    for entry in information.sizes:
        wait = delay(entry.size) if callable(delay) else delay
        people = population.people(after=wait)
        cost = fixed_cost + cost_per_unit * entry.size if entry.size > 0 else 0.0
        value = entry.evsi.value * people if entry.size > 0 else 0.0
        se = entry.evsi.se * people if entry.size > 0 else 0.0
        rows.append(SizeWorth(entry.size, value, cost, value - cost, se))
    top = max(rows, key=lambda row: row.net)
    worth = top.net > 0
    first = delay(top.size) if callable(delay) else delay
    return StudyValue(
        population,
        population.people(after=first),
        float(first),
        tuple(rows),
        top if worth else None,
        tuple(row.size for row in rows if worth and row.net >= top.net - top.se),
        worth and top.net > 2 * top.se,
    )
