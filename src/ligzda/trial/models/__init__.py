"""Nouns of the trial. Their constraints stand in the database; tests/trial provokes each."""

from ligzda.trial.models.assignment import Course, Draw
from ligzda.trial.models.designs import DesignRun
from ligzda.trial.models.papers import LOCAL_ITEMS, MOST_BYTES, Adaptation, ProtocolDocument
from ligzda.trial.models.protocol import Deviation, ProtocolArm, ProtocolVersion
from ligzda.trial.models.running import FidelityAssessment, FidelityItem, FlowEvent

__all__ = [
    "LOCAL_ITEMS",
    "MOST_BYTES",
    "Adaptation",
    "Course",
    "DesignRun",
    "Deviation",
    "Draw",
    "FidelityAssessment",
    "FidelityItem",
    "FlowEvent",
    "ProtocolArm",
    "ProtocolDocument",
    "ProtocolVersion",
]
