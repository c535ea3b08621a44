"""Join two adjoining areas drawn on the same map: the common border disappears.

Enough for a map whose neighbours share their border points (ours come from one topology); it is
not a general polygon union.
"""

from collections.abc import Sequence
from itertools import pairwise

from ligzda.errors import LigzdaError

Point = tuple[float, float]
Ring = list[Point]

# The two drawings round the same border point apart by at most this many degrees (about 10 m).
SNAP_DEGREES = 0.00015


class NotAdjoiningError(LigzdaError, ValueError):
    """The two rings have no common border."""


def merge_rings(first: Sequence[Sequence[float]], second: Sequence[Sequence[float]]) -> Ring:
    """Return the outer ring of two areas whose rings run the same way round (WGS84 degrees).

    An edge of one that the other walks in the opposite direction is the common border; what is
    left is walked into one ring. Raises NotAdjoiningError where nothing is common or where more
    than one ring is left.
    """
    outline = [(float(x), float(y)) for x, y, *_ in first]
    other = _snapped([(float(x), float(y)) for x, y, *_ in second], outline)
    edges = {*pairwise(outline), *pairwise(other)}
    left = {(start, end) for start, end in edges if (end, start) not in edges}
    if len(left) == len(edges):
        raise NotAdjoiningError("the two areas have no common border")
    following = dict(left)
    start = next(point for point in outline if point in following)
    ring = [start]
    while (point := following.pop(ring[-1])) != start:
        ring.append(point)
    if following:
        raise NotAdjoiningError("the two areas do not join into one ring")
    return [*ring, start]


def _snapped(ring: Ring, onto: Ring) -> Ring:
    def nearest(point: Point) -> Point:
        for x, y in onto:
            if abs(x - point[0]) <= SNAP_DEGREES and abs(y - point[1]) <= SNAP_DEGREES:
                return x, y
        return point

    return [nearest(point) for point in ring]
