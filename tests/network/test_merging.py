import math
from itertools import pairwise

import pytest

from ligzda.network.merging import NotAdjoiningError, merge_rings

SQUARE = [(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]
NEXT = [(1, 0), (1, 1), (2, 1), (2, 0), (1, 0)]
FAR = [(5, 5), (5, 6), (6, 6), (5, 5)]


def area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2


def test_the_common_border_disappears() -> None:
    ring = merge_rings(SQUARE, NEXT)
    assert area(ring) == 2
    assert ring[0] == ring[-1]
    assert len(ring) == 7


def test_a_point_rounded_apart_is_still_the_same() -> None:
    rounded = [(x + 0.0001 * (x == 1 and y == 1), y) for x, y in NEXT]
    assert math.isclose(area(merge_rings(SQUARE, rounded)), 2)


def test_areas_apart_are_refused() -> None:
    with pytest.raises(NotAdjoiningError, match="no common border"):
        merge_rings(SQUARE, FAR)


def test_areas_that_enclose_a_hole_are_refused() -> None:
    around = [(1, 0), (1, 0.2), (1.5, 0.2), (1.5, 0.8), (1, 0.8), (1, 1), (2, 1), (2, 0), (1, 0)]
    square = [(0, 0), (0, 1), (1, 1), (1, 0.8), (1, 0.2), (1, 0), (0, 0)]
    with pytest.raises(NotAdjoiningError, match="one ring"):
        merge_rings(square, around)
