"""Nouns of legislation: acts and their texts; packages, changes, annotation; opinions."""

from ligzda.legislation.models.acts import Act, ActText, Kind
from ligzda.legislation.models.opinions import Opinion, OpinionRow
from ligzda.legislation.models.packages import AnnotationPart, Change, Ground, Package

__all__ = [
    "Act",
    "ActText",
    "AnnotationPart",
    "Change",
    "Ground",
    "Kind",
    "Opinion",
    "OpinionRow",
    "Package",
]
