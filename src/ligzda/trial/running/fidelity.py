"""Was the model run as it was designed? Scores of implementation fidelity.

Adherence has four parts - content, coverage, frequency, duration (Carroll et al. 2007) - each the
share of the plan that was done, at most 1. Its moderators (Hasson 2010: complexity, facilitation,
delivery quality, responsiveness, recruitment, context) are judged from 1 to 5 and stand beside the
score; they explain it and are never averaged into it.

The state goes by the weakest part, not by the mean: a workshop that met every week for a third of
its participants was not run for the others. Thresholds: full from .8, not run below .6 (few
programmes reach .8, good results were mostly seen from .6: Durlak & DuPre 2008 [recalled, to be
checked]; taking them as limits is our choice). Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ligzda.errors import LigzdaError

PARTS = ("content", "coverage", "frequency", "duration")
MODERATORS = (
    "complexity",
    "facilitation",
    "delivery_quality",
    "responsiveness",
    "recruitment",
    "context",
)
AS_DESIGNED = 0.8
NOT_RUN = 0.6


class State(StrEnum):
    """What may be said about a model in a quarter."""

    AS_DESIGNED = "as designed"
    IN_PART = "in part"
    NOT_RUN = "not run as designed"
    UNKNOWN = "not assessed"


class Fault(StrEnum):
    """What keeps a score from being given."""

    MISSING = "missing"
    NO_SHARE = "no share"
    NO_MARK = "no mark"


class NotScoredError(LigzdaError, ValueError):
    """No score: `fault` says why, `name` for which part or moderator; `labels` has the sentence."""

    def __init__(self, fault: Fault, name: str) -> None:
        super().__init__(f"{name}: {fault}")
        self.fault, self.name = fault, name


@dataclass(frozen=True)
class Part:
    """A part of adherence: what the model's description plans, and what was done, in one unit."""

    planned: float
    actual: float

    @property
    def share(self) -> float:
        """The share of the plan that was done; more than planned counts as all of it."""
        return min(1.0, self.actual / self.planned)


@dataclass(frozen=True)
class Score:
    """Fidelity of one incubator in one quarter."""

    shares: Mapping[str, float]
    adherence: float
    weakest: str
    state: State
    moderators: Mapping[str, int]


def score(parts: Mapping[str, Part], moderators: Mapping[str, int] | None = None) -> Score:
    """Return the score; all four parts are needed, moderators may be unknown.

    Raises NotScoredError naming the part or moderator that is missing or out of range.
    """
    for name in PARTS:
        if name not in parts:
            raise NotScoredError(Fault.MISSING, name)
        if parts[name].planned <= 0 or parts[name].actual < 0:
            raise NotScoredError(Fault.NO_SHARE, name)
    judged = dict(moderators or {})
    for name, mark in judged.items():
        if name not in MODERATORS or not 1 <= mark <= 5:
            raise NotScoredError(Fault.NO_MARK, name)
    shares = {name: parts[name].share for name in PARTS}
    weakest = min(PARTS, key=lambda name: shares[name])
    return Score(shares, sum(shares.values()) / 4, weakest, state(shares[weakest]), judged)


def state(weakest: float) -> State:
    """Return the state that the weakest part's share stands for."""
    if weakest >= AS_DESIGNED:
        return State.AS_DESIGNED
    return State.NOT_RUN if weakest < NOT_RUN else State.IN_PART
