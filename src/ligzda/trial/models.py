"""Nouns of the trial, where Django looks for them; tests/trial provokes each constraint."""

from ligzda.trial.assignment.models import ChanceRun, Course, Draw
from ligzda.trial.power.models import DesignRun
from ligzda.trial.registry.models import (
    Deviation,
    ProtocolArm,
    ProtocolDocument,
    ProtocolVersion,
)
from ligzda.trial.running.models import Adaptation, FidelityAssessment, FidelityItem, FlowEvent

__all__ = [
    "Adaptation",
    "ChanceRun",
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
