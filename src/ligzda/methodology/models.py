"""Nouns of the methodology, where Django looks for them."""

from ligzda.methodology.issuing.models import PublishedEdition
from ligzda.methodology.recommendations.models import Criterion, Recommendation, RestsOn

__all__ = ["Criterion", "PublishedEdition", "Recommendation", "RestsOn"]
