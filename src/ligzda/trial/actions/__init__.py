"""Verbs of the trial. Each checks the rule, changes rows and writes the audit event at once."""

from ligzda.trial.actions.draw import Secret, commit_draw, reveal_draw
from ligzda.trial.actions.papers import (
    AdaptationFacts,
    attach_document,
    record_adaptation,
    remove_document,
)
from ligzda.trial.actions.protocol import (
    begin_next,
    begin_version,
    canonical,
    drop_draft,
    edit_version,
    make_major,
    register,
)
from ligzda.trial.actions.running import (
    DeviationFacts,
    FidelityFacts,
    approve_deviation,
    assess_fidelity,
    correct_fidelity,
    record_deviation,
    record_flow,
    take_back_flow,
)

__all__ = [
    "AdaptationFacts",
    "DeviationFacts",
    "FidelityFacts",
    "Secret",
    "approve_deviation",
    "assess_fidelity",
    "attach_document",
    "begin_next",
    "begin_version",
    "canonical",
    "commit_draw",
    "correct_fidelity",
    "drop_draft",
    "edit_version",
    "make_major",
    "record_adaptation",
    "record_deviation",
    "record_flow",
    "register",
    "remove_document",
    "reveal_draw",
    "take_back_flow",
]
