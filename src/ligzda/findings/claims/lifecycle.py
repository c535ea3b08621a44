"""The states of a claim, and each turn from one to another with the causes it may have.

One table; the check and the diagram of docs/claims.md are made of it.
"""

from collections.abc import Mapping
from enum import StrEnum

from ligzda.findings.claims.faults import ClaimError, ClaimFault


class State(StrEnum):
    """Where a claim stands."""

    DRAFT = "draft"
    SUPPORTED = "supported"
    NOT_SUPPORTED = "not supported"
    TOO_CLOSE = "too close"
    NO_LONGER = "no longer supported"
    UNDER_REVIEW = "under review"
    WITHDRAWN = "withdrawn"
    RETIRED = "retired"


class Cause(StrEnum):
    """Why a claim turned: the closed list. A person's decision carries name and reason."""

    LOOK = "registered look"
    DATA = "data"
    ERASURE = "erasure of a person"
    PLAN = "plan version"
    DEVIATION = "deviation"
    FIDELITY = "fidelity"
    ENGINE = "engine version"
    ASSUMPTION = "assumption"
    WORDING = "wording"
    PERSON = "a person's decision"


FINAL = frozenset({State.WITHDRAWN, State.RETIRED})
_LOOK, _PERSON = frozenset({Cause.LOOK}), frozenset({Cause.PERSON})
_FACTS = frozenset(Cause) - _LOOK - _PERSON - {Cause.WORDING}
_JUDGED = (State.SUPPORTED, State.NOT_SUPPORTED, State.TOO_CLOSE)
_OPEN = (State.DRAFT, State.NOT_SUPPORTED, State.TOO_CLOSE, State.UNDER_REVIEW)

TURNS: Mapping[tuple[State, State], frozenset[Cause]] = {
    **{(one, two): _LOOK for one in _OPEN for two in _JUDGED if one is not two},
    (State.SUPPORTED, State.NO_LONGER): _FACTS,
    (State.NO_LONGER, State.UNDER_REVIEW): _PERSON,
    (State.SUPPORTED, State.UNDER_REVIEW): _PERSON | {Cause.WORDING},
    (State.UNDER_REVIEW, State.DRAFT): _PERSON | {Cause.WORDING},
    (State.UNDER_REVIEW, State.WITHDRAWN): _PERSON,
    (State.DRAFT, State.WITHDRAWN): _PERSON,
    (State.SUPPORTED, State.RETIRED): _PERSON,
    (State.NOT_SUPPORTED, State.RETIRED): _PERSON,
    (State.TOO_CLOSE, State.RETIRED): _PERSON,
}
"""From, to → the causes that the turn may have. Nothing leaves a final state."""


def check_turn(before: State, after: State, cause: Cause) -> None:
    """Raise ClaimError where a claim does not go from one state to the other, or not for that."""
    allowed = TURNS.get((before, after))
    if allowed is None:
        there = ", ".join(two for one, two in TURNS if one is before) or "–"
        said = ClaimFault.UNKNOWN_TURN.of(before=before, after=after, there=there)
        raise ClaimError("state", said)
    if cause not in allowed:
        said = ClaimFault.UNKNOWN_CAUSE.of(cause=cause, causes=", ".join(sorted(allowed)))
        raise ClaimError("cause", said)


def diagram() -> str:
    """Draw the table as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{state}" as {state.name}' for state in State]
    lines += [f"    [*] --> {State.DRAFT.name}"]
    for (before, after), causes in TURNS.items():
        why = "data, plan, engine …" if causes == _FACTS else " / ".join(sorted(causes))
        lines.append(f"    {before.name} --> {after.name}: {why}")
    return "\n".join([*lines, *(f"    {state.name} --> [*]" for state in State if state in FINAL)])
