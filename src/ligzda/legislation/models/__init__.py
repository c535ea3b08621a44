"""Nouns of legislation: acts and their texts; packages, changes, annotation; opinions; binding
regulations; what the public was asked and said.
"""

from ligzda.legislation.models.acts import Act, ActText, Kind
from ligzda.legislation.models.budget import BudgetLine
from ligzda.legislation.models.consultations import Consultation, PublicComment
from ligzda.legislation.models.links import Advised, ConfirmedForm, UnitLink
from ligzda.legislation.models.opinions import Opinion, OpinionRow
from ligzda.legislation.models.packages import AnnotationPart, Change, Ground, Package
from ligzda.legislation.models.regulations import MemorandumPart, Ministry, Regulation

__all__ = [
    "Act",
    "ActText",
    "Advised",
    "AnnotationPart",
    "BudgetLine",
    "Change",
    "ConfirmedForm",
    "Consultation",
    "Ground",
    "Kind",
    "MemorandumPart",
    "Ministry",
    "Opinion",
    "OpinionRow",
    "Package",
    "PublicComment",
    "Regulation",
    "UnitLink",
]
