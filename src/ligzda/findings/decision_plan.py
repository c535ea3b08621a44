"""The plan of a decision: options, effect, cost, prices, and what is asked of them. Frozen values.

`decision_toml` reads one from text. Money is Decimal here, as it was written; the engine gets
floats of it (`decision.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Amount = tuple[tuple[str, tuple[Decimal, ...]], ...]
"""Distributions of one option, one for each year (one alone: a single sum): name, arguments."""


@dataclass(frozen=True)
class Source:
    """Where draws of every option come from: exactly one of the four ways.

    `draws`: a file with a column for each option and a row for each joint draw. `records` with
    `plan`: an evaluation, whose arms are the options. `evaluation`: the folder of a report that
    carries its data. `amounts`: distributions that somebody states, by option. `why` says by whom.
    """

    key: str
    draws: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    records: str | None = None
    plan: str | None = None
    evaluation: str | None = None
    amounts: Mapping[str, Amount] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True)
class Effect:
    """What an option achieves for one participant; more is better."""

    name: str
    unit: str
    scale: Literal["share", "amount"]
    source: Source


@dataclass(frozen=True)
class Cost:
    """What an option costs for one participant; `net` says that savings are taken off already."""

    source: Source
    net: bool


@dataclass(frozen=True)
class Willingness:
    """What one more unit of effect may cost: the value that decides, and the range shown."""

    at: Decimal
    grid: tuple[Decimal, ...]
    why: str


@dataclass(frozen=True)
class Together:
    """How cost and effect go together where they come from two models."""

    correlation: float
    compare: tuple[float, ...]
    why: str


@dataclass(frozen=True)
class People:
    """Whom the decision concerns: so many people a year, for so many years."""

    name: str
    per_year: float
    years: int


@dataclass(frozen=True)
class Budget:
    """What may be spent on so many places; `mid` is the smallest net benefit that matters."""

    amount: Decimal
    places: float
    mid: Decimal
    assurance: float


@dataclass(frozen=True)
class Parameter:
    """What might be learnt: effects and costs of options, or columns of the effect's draws."""

    name: str
    effect: tuple[str, ...]
    cost: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class StudyPlan:
    """A study that might be run: it observes the effect of `arms` in so many participants each."""

    name: str
    kind: Literal["binomial", "normal"]
    arms: tuple[str, ...]
    sizes: tuple[float, ...]
    sd: float | None
    per_unit: tuple[float, ...]
    fixed_cost: Decimal
    cost_per_unit: Decimal
    delay: float


@dataclass(frozen=True)
class Criterion:
    """What else matters: the effect, the cost, or a source of its own; worth 0 to 1."""

    name: str
    unit: str
    of: Literal["effect", "cost", "own"]
    source: Source | None
    worst: float
    best: float
    between: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Weights:
    """Which weights of the criteria are held possible."""

    ranked: tuple[str, ...]
    between: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class DecisionText:
    """The plan's words in one language; what has none is told by its name.

    `reasons` are the `why` of sections and criteria, by their names.
    """

    title: str = ""
    perspective: str = ""
    unit: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DecisionPlan:
    """Everything that is stated before the numbers are looked at."""

    title: str
    options: tuple[str, ...]
    reference: str
    perspective: str
    currency: str
    price_year: int
    discount_rate: float
    draws: int
    invented: bool
    effect: Effect
    cost: Cost
    willingness: Willingness
    together: Together | None
    people: People | None
    budget: Budget | None
    parameters: tuple[Parameter, ...]
    studies: tuple[StudyPlan, ...]
    criteria: tuple[Criterion, ...]
    weights: Weights
    texts: Mapping[str, DecisionText] = field(default_factory=dict)

    @property
    def joint(self) -> bool:
        """Whether effect and cost stand in one file of draws, row for row."""
        effect, cost = self.effect.source.draws, self.cost.source.draws
        return effect is not None and effect == cost

    def beside_effect(self, source: Source) -> bool:
        """Whether a source stands in the file of the effect's draws, row for row."""
        return source.draws is not None and source.draws == self.effect.source.draws

    @property
    def independent(self) -> tuple[str, ...]:
        """The criteria whose draws nothing ties to the others: those of sources of their own."""
        return tuple(
            one.name
            for one in self.criteria
            if one.source is not None and not self.beside_effect(one.source)
        )
