"""Nouns of ventures: enterprises, who is behind them, what happened, jobs, turnover, support."""

from ligzda.ventures.models.aid import Aid, AidKind, Ceiling, Counting, Link, LinkBasis, Regulation
from ligzda.ventures.models.enterprises import (
    PERSONAL_FORMS,
    Enterprise,
    Form,
    Involvement,
    InvolvementRole,
)
from ligzda.ventures.models.records import JobSpell, Milestone, MilestoneKind, Source, Turnover
from ligzda.ventures.models.registers import Finding, FindingKind, RegisterFile, RegisterKind
from ligzda.ventures.models.status import StatusCheck

__all__ = [
    "PERSONAL_FORMS",
    "Aid",
    "AidKind",
    "Ceiling",
    "Counting",
    "Enterprise",
    "Finding",
    "FindingKind",
    "Form",
    "Involvement",
    "InvolvementRole",
    "JobSpell",
    "Link",
    "LinkBasis",
    "Milestone",
    "MilestoneKind",
    "RegisterFile",
    "RegisterKind",
    "Regulation",
    "Source",
    "StatusCheck",
    "Turnover",
]
