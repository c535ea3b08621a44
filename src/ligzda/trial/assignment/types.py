"""Types of an assignment: what is to be assigned, and what came out.

An incubator follows a *course*: one model for each period. The constraints are named, so that a set
without a solution can say which of them clash (trial.assignment.constraints). Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ligzda.errors import LigzdaError


@dataclass(frozen=True)
class Site:
    """An incubator as the assignment sees it. `models` None: every model is feasible."""

    code: str
    models: frozenset[str] | None = None
    places: int | None = None
    applicants: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Arm:
    """A model: its signs of the spanning factors, and the places it needs.

    `months`: every course of it lasts at least so long; None: as long as it comes.
    """

    code: str
    cell: Mapping[str, str]
    places: int = 0
    months: int | None = None


@dataclass(frozen=True)
class Problem:
    """What is to be assigned, and under which constraints.

    ``changes``: at most so many changes of model at one incubator (the stepped start counts as
    one). ``stepped``: the factor that starts in steps, None for none; then every incubator whose
    model has its plus side starts on the minus side (the model whose cell differs in this factor
    alone) and goes over at a later period, at most ``per_step`` incubators at one period.
    ``replicate``: the model that two incubators run at the end, None to leave it to the draw.
    ``waiting``: at so many incubators at least, applicants must exceed the places of every model
    run there, so that a waiting list can serve for comparison.
    """

    sites: tuple[Site, ...]
    arms: tuple[Arm, ...]
    periods: tuple[str, ...]
    changes: int = 0
    stepped: str | None = None
    per_step: int | None = None
    replicate: str | None = None
    waiting: int = 0

    def arm(self, code: str) -> Arm:
        """Return the arm of this code."""
        return next(arm for arm in self.arms if arm.code == code)

    def without(self, arm: Arm) -> Arm | None:
        """Return the arm whose cell is the same but for the minus side of the stepped factor."""
        wanted = dict(arm.cell) | {str(self.stepped): "-"}
        return next((a for a in self.arms if dict(a.cell) == wanted), None)


@dataclass(frozen=True)
class Assignment:
    """One course for each incubator, by code; `information` is log det for the main effects."""

    seed: int
    courses: Mapping[str, tuple[str, ...]]
    information: float
    standard_errors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Clash:
    """A constraint by kind and whom it concerns ("feasible" at "ogre", "changes" everywhere)."""

    kind: str
    about: str = ""


class UnsatisfiableError(LigzdaError, ValueError):
    """No assignment meets the constraints; `clashes` is a minimal set of them that clashes.

    Minimal: leave any one of them out, and the others can be met together.
    """

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        named = ", ".join(f"{c.kind} ({c.about})" if c.about else c.kind for c in clashes)
        super().__init__(f"these constraints cannot be met together: {named}")
        self.clashes = clashes
