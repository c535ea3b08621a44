"""Nouns of the network: users and their roles, municipalities, partners, decisions, the audit."""

from ligzda.network.models.audit import AuditEvent, AuditLink
from ligzda.network.models.conduct import ConductAcceptance
from ligzda.network.models.decisions import Decision, DecisionDocument, Permit
from ligzda.network.models.members import Membership, User
from ligzda.network.models.notices import Digest, NoticeChoice
from ligzda.network.models.partners import Partner
from ligzda.network.models.statements import StatementCheck
from ligzda.network.models.territory import Municipality, Population, Succession, Unit
from ligzda.network.models.undoable import Undoable
from ligzda.network.models.unsaved import UnsavedText

__all__ = [
    "AuditEvent",
    "AuditLink",
    "ConductAcceptance",
    "Decision",
    "DecisionDocument",
    "Digest",
    "Membership",
    "Municipality",
    "NoticeChoice",
    "Partner",
    "Permit",
    "Population",
    "StatementCheck",
    "Succession",
    "Undoable",
    "Unit",
    "UnsavedText",
    "User",
]
