"""From longitude and latitude to an SVG path. Pure: numbers in, text out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

Position = tuple[float, float]
"""Longitude and latitude in degrees."""

Ring = Sequence[Position]
"""A closed line; repeating the first position at the end is allowed."""


@dataclass(frozen=True)
class Projection:
    """Equirectangular, true to scale along the middle latitude: plenty for a country this small.

    West is x = 0 and north is y = 0, as in SVG; the units are those of the view box.
    """

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int

    @classmethod
    def fit(cls, positions: Iterable[Position], width: int, margin: int = 0) -> "Projection":
        """Return the projection that shows all positions in a box of the given width."""
        longitudes, latitudes = [*zip(*positions, strict=True)] or [(0.0,), (0.0,)]
        west, east = min(longitudes), max(longitudes)
        south, north = min(latitudes), max(latitudes)
        squeeze = cos(radians((south + north) / 2))
        if east == west or width <= 2 * margin:
            raise ValueError("a map needs positions with some breadth and room beside its margins")
        scale = (width - 2 * margin) / ((east - west) * squeeze)
        height = round((north - south) * scale) + 2 * margin
        edge = margin / scale
        return cls(west - edge / squeeze, north + edge, scale, squeeze, width, height)

    def point(self, position: Position) -> tuple[int, int]:
        """Return x and y, rounded to whole units: neighbours share their borders exactly."""
        longitude, latitude = position
        return (
            round((longitude - self.west) * self.squeeze * self.scale),
            round((self.north - latitude) * self.scale),
        )

    def path(self, rings: Iterable[Ring]) -> str:
        """Return the `d` of an SVG path: relative whole steps, without steps that go nowhere.

        A ring that shrinks to fewer than three points is left out.
        """
        return "".join(filter(None, (_ring([self.point(p) for p in ring]) for ring in rings)))


def _ring(points: list[tuple[int, int]]) -> str:
    kept = [p for p, before in zip(points, [None, *points], strict=False) if p != before]
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    if len(set(kept)) < 3:
        return ""
    steps = [f"{x - bx}{y - by:+d}".replace("+", " ") for (bx, by), (x, y) in pairwise(kept)]
    joined = steps[0] + "".join(s if s.startswith("-") else f" {s}" for s in steps[1:])
    return f"M{kept[0][0]} {kept[0][1]}l{joined}z"
