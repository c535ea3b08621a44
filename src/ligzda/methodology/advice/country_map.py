"""The map of which municipalities get an answer: an outline each, drawn once for a map."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from ligzda.network import queries as network
from ligzda.network.projection import Projection

WIDTH, MARGIN = 1000, 24


@dataclass(frozen=True)
class Outlines:
    """The country in a view box: the path of each municipality by its slug."""

    width: int
    height: int
    paths: dict[str, str]
    approximate: bool


def outlines() -> Outlines:
    """Return today's outlines."""
    day = max(network.REFERENCE_DAYS.values())
    return _drawn(day, network.outlines_key(day))


@lru_cache(maxsize=2)
def _drawn(day: datetime.date, key: str) -> Outlines:
    # `key` changes with the outlines, so what was drawn of older ones is never shown.
    shapes = network.shapes(day)
    if not shapes:  # the network is not loaded yet
        return Outlines(WIDTH, 0, {}, False)
    positions = (p for shape in shapes for ring in shape.rings for p in ring)
    projection = Projection.fit(positions, WIDTH, MARGIN)
    paths = {shape.slug: projection.path(shape.rings) for shape in shapes}
    approximate = any(shape.approximate for shape in shapes)
    return Outlines(projection.width, projection.height, paths, approximate)
