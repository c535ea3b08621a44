"""What the trial found, site by site: all that an answer rests on. Pure: no Django."""

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.abstention import national_sds
from ligzda.evidence.decision.draws import Record
from ligzda.evidence.tables import Floats
from ligzda.kernel.hashing import canonical_json, sha256

MODERATORS = ("remoteness", "size")
"""Registered: distance from Riga (km), and the logarithm of the area (km²)."""
GROUPS = ("clients", "unemployed", "mixed")
"""Target groups of the trial: clients of the social service, unemployed at risk, mixed teams."""
Models = tuple[tuple[str, str], ...]
"""Codes of models and their sides."""
NONE = "none"
"""The option to open no incubator."""


@dataclass(frozen=True)
class Moments(Record):
    """Mean and SD of what so many people reported."""

    people: int
    mean: float
    sd: float


@dataclass(frozen=True)
class Site(Record):
    """A municipality of the trial, and the one model that it ran.

    `sides` are those of the three factors, like "+-+"; `group` whom it took in; `cost` is EUR a
    participant; `yearly` how many outcomes a year it yields; `as_designed`: whether the model was
    run as it was meant.
    """

    place: str
    model: str
    sides: str
    group: str
    working: int
    people: int
    yearly: float
    cost: float
    wellbeing: Moments | None
    as_designed: bool


@dataclass(frozen=True)
class Basis(Record):
    """All sites; `values` are the moderators of every municipality of the country, by its slug."""

    sites: tuple[Site, ...]
    values: tuple[tuple[str, tuple[float, float]], ...]
    data_sha256: str
    as_of: str
    invented: bool

    @property
    def sha256(self) -> str:
        """The hash by which what is computed of it is kept."""
        return sha256(canonical_json(self.to_dict()))

    @property
    def models(self) -> Models:
        """The models of the trial, run as designed or not."""
        return tuple(sorted({(site.model, site.sides) for site in self.sites}))

    @property
    def used(self) -> tuple[Site, ...]:
        """The sites that ran their model as designed: of the others nothing is learnt."""
        return tuple(site for site in self.sites if site.as_designed)

    @property
    def centre(self) -> Floats:
        """The mean of each moderator over all municipalities."""
        return np.asarray(np.mean([value for _, value in self.values], axis=0))

    @property
    def national(self) -> Floats:
        """The SD of each moderator over all municipalities."""
        return national_sds(np.array([value for _, value in self.values]))

    def at(self, place: str) -> tuple[float, float] | None:
        """Return the moderators of a municipality; None where it is not on the map."""
        return dict(self.values).get(place)
