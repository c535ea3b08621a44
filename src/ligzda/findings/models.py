"""Nouns of the findings, where Django looks for them."""

from ligzda.findings.claims_register.models import CertaintyRating, Claim, ClaimTurn
from ligzda.findings.releasing.models import Release
from ligzda.findings.runs.models import EvaluationRun

__all__ = ["CertaintyRating", "Claim", "ClaimTurn", "EvaluationRun", "Release"]
