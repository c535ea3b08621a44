"""Practices, factors and their levels, operating models and their versions."""

from ligzda.blueprints.models.library import (
    CODE,
    STATUSES,
    Exclusion,
    Factor,
    FactorPractice,
    Level,
    Practice,
    PracticeLevel,
    SpanningFactor,
    SpanningLevel,
)
from ligzda.blueprints.models.versions import (
    TIDIER_ITEMS,
    ModelVersion,
    OperatingModel,
    VersionLevel,
    VersionPractice,
    VersionRule,
    VersionText,
)

__all__ = [
    "CODE",
    "STATUSES",
    "TIDIER_ITEMS",
    "Exclusion",
    "Factor",
    "FactorPractice",
    "Level",
    "ModelVersion",
    "OperatingModel",
    "Practice",
    "PracticeLevel",
    "SpanningFactor",
    "SpanningLevel",
    "VersionLevel",
    "VersionPractice",
    "VersionRule",
    "VersionText",
]
