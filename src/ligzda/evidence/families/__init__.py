"""Families of outcomes: each gives a log-likelihood in one linear predictor per cell.

A new family is a class here and a line in ``_ALL``; nothing outside this package names one.
"""

from typing import Protocol

from ligzda.evidence.families.base import Data, Family, Parameters, gauss_hermite
from ligzda.evidence.families.binomial import Binomial
from ligzda.evidence.families.cloglog import ComplementaryLogLog
from ligzda.evidence.families.counts import NegativeBinomial, Poisson
from ligzda.evidence.families.gamma import Gamma
from ligzda.evidence.families.normal import Normal
from ligzda.evidence.families.ordinal import Ordinal
from ligzda.evidence.families.survival import Survival

_ALL: tuple[Family, ...] = (
    Binomial(), ComplementaryLogLog(), Normal(), Poisson(), NegativeBinomial(), Gamma(), Ordinal(),
    Survival(),
)  # fmt: skip
BY_LINK: dict[tuple[str, str], Family] = {(family.name, family.link): family for family in _ALL}
# every name that a plan may write, with the family of its default link: the first one above
FAMILIES: dict[str, Family] = {}
for _family in _ALL:
    FAMILIES.setdefault(_family.name, _family)
for _family in _ALL:
    for _alias in _family.aliases:
        FAMILIES.setdefault(_alias, FAMILIES[_family.name])


class Linked(Protocol):
    """Anything that names a family and a link: an outcome of a plan, or of an evaluation."""

    @property
    def family(self) -> str:
        """Name of the family."""

    @property
    def link(self) -> str:
        """Name of the link."""


def family_of(outcome: Linked) -> Family:
    """Return the family that an outcome names, which answers for all that is told of it."""
    return BY_LINK[outcome.family, outcome.link]


def links_of(name: str) -> tuple[str, ...]:
    """Return the links of a family, its default first."""
    return tuple(link for family, link in BY_LINK if family == FAMILIES[name].name)


__all__ = [
    "BY_LINK", "FAMILIES", "Data", "Family", "Linked", "Parameters", "family_of", "gauss_hermite",
    "links_of",
]  # fmt: skip
