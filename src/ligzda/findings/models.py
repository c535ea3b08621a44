"""Nouns of the findings, where Django looks for them."""

from ligzda.findings.ad_hoc.models import AdHocEvaluation
from ligzda.findings.claims_register.models import CertaintyRating, Claim, ClaimTurn
from ligzda.findings.quotes.models import Quote
from ligzda.findings.releasing.models import Release
from ligzda.findings.runs.models import EvaluationRun

__all__ = [
    "AdHocEvaluation",
    "CertaintyRating",
    "Claim",
    "ClaimTurn",
    "EvaluationRun",
    "Quote",
    "Release",
]
