"""Nouns of the registry: protocol, documents, deviations."""

from ligzda.trial.registry.models.deviations import Deviation
from ligzda.trial.registry.models.documents import MOST_BYTES, ProtocolDocument
from ligzda.trial.registry.models.protocol import ProtocolArm, ProtocolVersion

__all__ = [
    "MOST_BYTES",
    "Deviation",
    "ProtocolArm",
    "ProtocolDocument",
    "ProtocolVersion",
]
