"""The predicate of a claim: what exactly is said, as a value.

A kind is a frozen class. Its fields are the arguments that a text gives, in the order in which the
canonical text has them; what an argument is stands in its type. Amounts are decimal, with their
unit, so that the text and its hash never depend on a float.
"""

import datetime
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import ClassVar, NewType

from ligzda.kernel.hashing import sha256

Name = NewType("Name", str)
"""A model, a comparison group, a factor or a level, as the trial calls it."""


@dataclass(frozen=True, order=True)
class OutcomeRef:
    """An entry of the outcome dictionary, and the version of its rule."""

    code: str
    version: int

    def __str__(self) -> str:
        return f"{self.code}@{self.version}"


@dataclass(frozen=True)
class Quantity:
    """An amount and its unit."""

    amount: Decimal
    unit: str

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.unit}"


@dataclass(frozen=True)
class Predicate:
    """What every kind has: the days on which it may become supported."""

    kind: ClassVar[str]
    looks: tuple[datetime.date, ...]

    def __str__(self) -> str:
        given = (f"{name}: {_written(getattr(self, name))}" for name in arguments(type(self)))
        return f"{self.kind}({', '.join(given)})"

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical text."""
        return sha256(str(self))

    @property
    def models(self) -> tuple[str, ...]:
        """The models that it speaks of; what it compares them with included."""
        found: list[str] = []
        for name in ("model", "versus", "other"):
            found += [getattr(self, name)] if hasattr(self, name) else []
        return (*found, *(each for each in getattr(self, "among", ()) if each not in found))


@dataclass(frozen=True)
class Probable(Predicate):
    """Said when it is probable enough: from `sure`, with a band against flicker around it.

    It becomes supported from `sure + enter` and stays so down to `sure − leave`.
    """

    sure: Decimal
    enter: Decimal
    leave: Decimal


@dataclass(frozen=True)
class Measured(Predicate):
    """Said of an amount; the band is in its unit."""

    enter: Quantity
    leave: Quantity


@dataclass(frozen=True)
class Superiority(Probable):
    """Better than the comparison by at least the smallest difference that matters."""

    kind = "superiority"
    model: Name
    versus: Name
    outcome: OutcomeRef
    by: Quantity


@dataclass(frozen=True)
class Equivalence(Probable):
    """No difference that matters, in either direction."""

    kind = "equivalence"
    model: Name
    versus: Name
    outcome: OutcomeRef
    by: Quantity


@dataclass(frozen=True)
class Comparison(Probable):
    """One model better than another by at least an amount, which may be 0."""

    kind = "comparison"
    model: Name
    other: Name
    outcome: OutcomeRef
    by: Quantity


@dataclass(frozen=True)
class FactorEffect(Probable):
    """One level of a factor better than another, on average over the models."""

    kind = "factor"
    factor: Name
    level: Name
    over: Name
    outcome: OutcomeRef
    by: Quantity


@dataclass(frozen=True)
class Best(Probable):
    """The best of several: P(best), never a bare rank."""

    kind = "best"
    model: Name
    among: tuple[Name, ...]
    outcome: OutcomeRef


@dataclass(frozen=True)
class Regret(Measured):
    """What is lost on average by choosing it instead of the best is below an amount."""

    kind = "regret"
    model: Name
    among: tuple[Name, ...]
    outcome: OutcomeRef
    below: Quantity


@dataclass(frozen=True)
class Worthwhile(Probable):
    """A net benefit over the comparison at a price of one unit of the outcome."""

    kind = "worthwhile"
    model: Name
    versus: Name
    outcome: OutcomeRef
    price: Quantity


@dataclass(frozen=True)
class Harm(Probable):
    """Worse than the comparison by at least an amount."""

    kind = "harm"
    model: Name
    versus: Name
    outcome: OutcomeRef
    by: Quantity


@dataclass(frozen=True)
class Survival(Probable):
    """Of what was founded under a model at least a share still works after a time."""

    kind = "survival"
    model: Name
    outcome: OutcomeRef
    after: Quantity
    share: Quantity


@dataclass(frozen=True)
class CannotSay(Measured):
    """The 95 % interval of the effect is wider than an amount: nothing can be said."""

    kind = "cannot_say"
    model: Name
    versus: Name
    outcome: OutcomeRef
    wider: Quantity


KINDS: dict[str, type[Predicate]] = {
    kind.kind: kind
    for kind in (
        Superiority, Equivalence, Comparison, FactorEffect, Best, Regret, Worthwhile, Harm,
        Survival, CannotSay,
    )
}  # fmt: skip

_LAST = ("sure", "enter", "leave", "looks")


def arguments(kind: type[Predicate]) -> tuple[str, ...]:
    """Return the names of a kind's arguments in canonical order: its own, then the rule's."""
    names = [each.name for each in fields(kind)]
    own = [name for name in names if name not in _LAST]
    return (*own, *(name for name in _LAST if name in names))


def plain(number: Decimal) -> str:
    """Write a decimal without an exponent and without zeros that say nothing."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)
