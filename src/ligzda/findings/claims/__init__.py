"""What may be said, and does it hold? Claims that a machine can check.

A predicate is read (`parse`), typed against a `Registry`, measured by what `ligzda evaluate` gives
(`measured`), judged (`verdict`, `next_state`) and rendered (`sentence`); a text is then held to it
(`worded_as_computed`). Pure: no Django, no file but its own data. docs/claims.md describes it.
"""

from ligzda.findings.claims.faults import ClaimError, ClaimFault
from ligzda.findings.claims.language import parse
from ligzda.findings.claims.lifecycle import TURNS, Cause, State, check_turn, diagram
from ligzda.findings.claims.measures import Computed, Interval, measured
from ligzda.findings.claims.predicates import KINDS, OutcomeRef, Predicate, Quantity
from ligzda.findings.claims.registry import Outcome, Registry, units
from ligzda.findings.claims.sentences import (
    Sentence,
    bare,
    known_models,
    sentence,
    stated,
    worded_as_computed,
)
from ligzda.findings.claims.verdicts import Band, Verdict, band, next_state, verdict

__all__ = [
    "KINDS",
    "TURNS",
    "Band",
    "Cause",
    "ClaimError",
    "ClaimFault",
    "Computed",
    "Interval",
    "Outcome",
    "OutcomeRef",
    "Predicate",
    "Quantity",
    "Registry",
    "Sentence",
    "State",
    "Verdict",
    "band",
    "bare",
    "check_turn",
    "diagram",
    "known_models",
    "measured",
    "next_state",
    "parse",
    "sentence",
    "stated",
    "units",
    "verdict",
    "worded_as_computed",
]
