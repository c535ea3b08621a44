"""Nouns of the methodology, where Django looks for them."""

from ligzda.methodology.issuing.models import PublishedEdition
from ligzda.methodology.living.models import (
    BlockComment,
    BlockVersion,
    DocumentBlock,
    Presence,
    Source,
    Suggestion,
    Term,
)
from ligzda.methodology.recommendations.models import Criterion, Recommendation, RestsOn
from ligzda.methodology.roundtrip.models import DocxIntake

__all__ = [
    "BlockComment",
    "BlockVersion",
    "Criterion",
    "DocumentBlock",
    "DocxIntake",
    "Presence",
    "PublishedEdition",
    "Recommendation",
    "RestsOn",
    "Source",
    "Suggestion",
    "Term",
]
