"""What the read side of the network returns: typed rows in the active language."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class MunicipalityRow:
    """A municipality as it was on a day. `valid_to` is its last day; population None = no data."""

    slug: str
    code: str
    name: str
    kind: str
    kind_name: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    atvk: str | None
    population: int | None
    population_on: datetime.date | None
    population_source: str
    longitude: float
    latitude: float
    takes_part: bool
    invented: bool


@dataclass(frozen=True)
class Neighbour:
    """A unit before or after a reform."""

    slug: str
    name: str
    valid_from: datetime.date
    valid_to: datetime.date | None


@dataclass(frozen=True)
class DecisionRow:
    """What a council decided. Votes None = not known."""

    number: int
    body: str
    municipality_slug: str
    sitting_on: datetime.date
    votes_for: int | None
    votes_against: int | None
    votes_abstained: int | None
    text: str
    document_title: str
    document_url: str | None
    permits: str
    source: str
    source_url: str | None
    invented: bool
    published: bool
    published_alone: bool
    reference: str
    permitted: Sequence[str]
    """Values of `Permit`."""
    permitted_names: Sequence[str]
    valid_until: datetime.date | None

    @property
    def votes_known(self) -> bool:
        """Whether the votes are known."""
        return self.votes_for is not None


@dataclass(frozen=True)
class PartnerRow:
    """An organisation that takes part, and the part it takes."""

    slug: str
    name: str
    kind: str
    kind_name: str
    role: str
    municipality_slug: str | None
    agreement_on: datetime.date | None
    invented: bool


@dataclass(frozen=True)
class PartnerDetail(PartnerRow):
    """A partner with the decisions of its council."""

    decisions: Sequence[DecisionRow]


@dataclass(frozen=True)
class MunicipalityDetail(MunicipalityRow):
    """A municipality with its decisions, its neighbours in time and its part in the network."""

    partner: PartnerRow | None
    decisions: Sequence[DecisionRow]
    predecessors: Sequence[Neighbour]
    successors: Sequence[Neighbour]


@dataclass(frozen=True)
class Event:
    """An entry of the audit trail. `before` and `after` hold facts as JSON."""

    at: datetime.datetime
    by: str
    action: str
    object_type: str
    object_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True)
class Shape:
    """The outline of a municipality: rings of (longitude, latitude), WGS84 degrees.

    `rings[0]` of a polygon is its outer line; `polygons` keeps islands apart.
    """

    slug: str
    name: str
    takes_part: bool
    invented: bool
    polygons: list[list[Ring]]
    approximate: bool

    @property
    def rings(self) -> list[Ring]:
        """All rings of all parts, outer lines and holes."""
        return [ring for polygon in self.polygons for ring in polygon]
