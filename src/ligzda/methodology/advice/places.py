"""The moderators of a municipality, from its outline. Pure: no Django.

Both are known for every municipality of the country, which is why they and no others are
registered. The outlines are of a small-scale map: distances are right to a few kilometres.
"""

from collections.abc import Sequence
from math import asin, cos, log, radians, sin, sqrt

Position = tuple[float, float]
"""Longitude and latitude in degrees."""
RIGA: Position = (24.1052, 56.9496)
EARTH = 6371.0
"""Mean radius, km."""


def distance(one: Position, other: Position) -> float:
    """Return the great-circle distance in km (haversine)."""
    (x1, y1), (x2, y2) = (tuple(map(radians, p)) for p in (one, other))
    h = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(h))


def area(polygons: Sequence[Sequence[Sequence[Position]]]) -> float:
    """Return the area in km² of polygons, each its outer ring and then its holes."""
    return sum(_ring(part[0]) - sum(map(_ring, part[1:])) for part in polygons)


def _ring(ring: Sequence[Position]) -> float:
    middle = radians(sum(y for _, y in ring) / len(ring))
    points = [(EARTH * radians(x) * cos(middle), EARTH * radians(y)) for x, y in ring]
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def moderators(
    centre: Position, polygons: Sequence[Sequence[Sequence[Position]]]
) -> tuple[float, float]:
    """Return distance from Riga in km, and the logarithm of the area in km²."""
    return round(distance(centre, RIGA), 1), round(log(area(polygons)), 3)
