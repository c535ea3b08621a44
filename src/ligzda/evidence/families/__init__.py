"""Families of outcomes: each gives a log-likelihood in one linear predictor per cell."""

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
BY_LINK: dict[tuple[str, str], Family] = {
    (family.name, link): family for family in _ALL for link in family.links
}
FAMILIES: dict[str, Family] = {}
for _family in _ALL:
    FAMILIES.setdefault(_family.name, _family)
FAMILIES["bernoulli"] = FAMILIES["binomial"]


def links_of(name: str) -> tuple[str, ...]:
    """Return the links of a family, its default first."""
    return tuple(link for family, link in BY_LINK if family == FAMILIES[name].name)


__all__ = [
    "BY_LINK", "FAMILIES", "Data", "Family", "Parameters", "Survival", "gauss_hermite", "links_of",
]  # fmt: skip
