"""Does a claim hold? Three answers, and a fourth where nobody may answer.

A verdict is of one evaluation. Whether a claim is *supported* also depends on the day and on what
it was before: it may become so only at a look that the plan registers, and by `enter` more than
asked; it may lose support on any day, once it falls short by more than `leave`. Between the two
nothing changes, so that it does not flicker.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ligzda.findings.claims.lifecycle import FINAL, State
from ligzda.findings.claims.measures import Computed
from ligzda.findings.claims.predicates import CannotSay, Predicate, Probable, Regret


class Verdict(StrEnum):
    """What an evaluation says of a predicate."""

    HOLDS = "holds"
    FAILS = "fails"
    TOO_CLOSE = "too close"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Band:
    """The threshold of a measure and the band around it, in the measure's unit.

    `upward`: more of the measure speaks for the claim.
    """

    threshold: float
    enter: float
    leave: float
    upward: bool = True

    def margin(self, measure: float) -> float:
        """Return how far a measure is beyond the threshold, in the claim's favour."""
        return measure - self.threshold if self.upward else self.threshold - measure

    def bounds(self) -> tuple[float, float]:
        """Return the measures from which a claim becomes supported, and beyond which it loses."""
        sign = 1 if self.upward else -1
        return self.threshold + sign * self.enter, self.threshold - sign * self.leave


def band(predicate: Predicate) -> Band:
    """Return threshold and band of a predicate."""
    if isinstance(predicate, Probable):
        return Band(float(predicate.sure), float(predicate.enter), float(predicate.leave))
    assert isinstance(predicate, Regret | CannotSay)
    amount = predicate.below if isinstance(predicate, Regret) else predicate.wider
    ends = float(predicate.enter.amount), float(predicate.leave.amount)
    return Band(float(amount.amount), *ends, upward=isinstance(predicate, CannotSay))


def verdict(predicate: Predicate, computed: Computed, *, blocked: bool = False) -> Verdict:
    """Judge one evaluation; `blocked`: a model that it speaks of was not run as designed."""
    if blocked:
        return Verdict.BLOCKED
    margin = band(predicate).margin(computed.measure)
    if abs(margin) <= computed.error or not computed.trusted:
        return Verdict.TOO_CLOSE
    return Verdict.HOLDS if margin > 0 else Verdict.FAILS


def next_state(
    before: State,
    predicate: Predicate,
    computed: Computed,
    day: datetime.date,
    *,
    blocked: bool = False,
) -> State:
    """Return what becomes of a claim by an evaluation as of a day.

    What is withdrawn, retired or has lost support waits for a person and is not judged anew.
    """
    if before in FINAL or before is State.NO_LONGER:
        return before
    limits = band(predicate)
    margin = limits.margin(computed.measure)
    if before is State.SUPPORTED:
        lost = computed.trusted and margin + computed.error < -limits.leave
        return State.NO_LONGER if blocked or lost else before
    if blocked or day not in predicate.looks:
        return before
    if not computed.trusted or abs(margin - limits.enter) < computed.error:
        return State.TOO_CLOSE
    return State.SUPPORTED if margin >= limits.enter else State.NOT_SUPPORTED
