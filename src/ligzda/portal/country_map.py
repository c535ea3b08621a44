"""The map of the country with those who take part, and where one municipality is on it."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from ligzda.network import queries as network
from ligzda.network.projection import Projection

MAP_WIDTH, MAP_MARGIN = 1000, 24


@dataclass(frozen=True)
class Region:
    """A municipality that takes part, as a link on the map."""

    slug: str
    name: str
    short_name: str
    invented: bool
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class CountryMap:
    """The map of one year: all others as one path, those who take part one by one."""

    year: str
    width: int
    height: int
    land: str
    regions: tuple[Region, ...]
    approximate: bool


@dataclass(frozen=True)
class Locator:
    """The country with one municipality in it."""

    width: int
    height: int
    land: str
    path: str


@dataclass(frozen=True)
class _Outlines:
    projection: Projection
    paths: dict[str, str]
    approximate: bool


@lru_cache(maxsize=8)
def _drawn(day: datetime.date, key: str) -> _Outlines:
    # `key` changes with the outlines, so what was drawn of older ones is never shown.
    shapes = network.shapes(day)
    positions = (p for shape in shapes for ring in shape.rings for p in ring)
    projection = Projection.fit(positions, MAP_WIDTH, MAP_MARGIN)
    paths = {shape.slug: projection.path(shape.rings) for shape in shapes}
    return _Outlines(projection, paths, any(shape.approximate for shape in shapes))


def _outlines(day: datetime.date) -> _Outlines:
    return _drawn(day, network.outlines_key(day))


def country_map(year: str, day: datetime.date) -> CountryMap | None:
    """Return the map of a year, as the country was on `day`; None before the network is loaded."""
    rows = network.municipalities(day)
    if not rows:
        return None
    drawn = _outlines(day)
    projection, paths = drawn.projection, drawn.paths
    regions = []
    for row in rows:
        if row.takes_part:
            x, y = projection.point((row.longitude, row.latitude))
            short = row.name.replace(" novads", " nov.").removesuffix(" Municipality")
            regions.append(Region(row.slug, row.name, short, row.invented, paths[row.slug], x, y))
    land = "".join(paths[row.slug] for row in rows if not row.takes_part)
    return CountryMap(
        year, projection.width, projection.height, land, tuple(regions), drawn.approximate
    )


def locator(slug: str, day: datetime.date) -> Locator:
    """Return where in the country a municipality is; it must have stood on `day`."""
    drawn = _outlines(day)
    land = "".join(path for other, path in drawn.paths.items() if other != slug)
    return Locator(drawn.projection.width, drawn.projection.height, land, drawn.paths[slug])
