import re
from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.network.projection import Projection

SQUARE = [(20.0, 56.0), (28.0, 56.0), (28.0, 58.0), (20.0, 58.0), (20.0, 56.0)]


def drawn(path: str) -> list[list[tuple[int, int]]]:
    """Follow a path's relative steps, as a browser does."""
    rings = []
    for start, steps in re.findall(r"M([-\d ]+)l([-\d ]+)z", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", f"{start} {steps}")]
        x, y = numbers[:2]
        ring = [(x, y)]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


def test_the_box_is_filled_and_north_is_up() -> None:
    projection = Projection.fit(SQUARE, width=800)
    assert projection.point((20, 58)) == (0, 0)
    assert projection.point((28, 56)) == (800, projection.height)
    # A degree of longitude is shorter than one of latitude by the cosine of the latitude.
    assert projection.height == round(800 * 2 / (8 * cos(radians(57))))


def test_a_margin_is_kept_on_all_sides() -> None:
    projection = Projection.fit(SQUARE, width=800, margin=10)
    assert projection.point((20, 58)) == (10, 10)
    assert projection.point((28, 56)) == (790, projection.height - 10)


def test_a_path_is_closed_and_drops_what_is_too_small_to_see() -> None:
    projection = Projection.fit(SQUARE, width=800)
    speck = [(24.0, 57.0), (24.0001, 57.0), (24.0001, 57.0001), (24.0, 57.0)]
    path = projection.path([SQUARE, speck])
    assert drawn(path) == [[(0, 367), (800, 367), (800, 0), (0, 0)]]
    assert projection.path([speck]) == ""


@pytest.mark.parametrize("positions", [[], [(24.0, 57.0), (24.0, 58.0)]])
def test_positions_without_breadth_are_refused(positions: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="breadth"):
        Projection.fit(positions, width=800)


positions = st.tuples(st.floats(20.97, 28.22), st.floats(55.67, 58.08))


@given(st.lists(positions, min_size=3, max_size=30))
def test_following_the_steps_gives_the_rounded_points(ring: list[tuple[float, float]]) -> None:
    projection = Projection.fit(SQUARE, width=1000)
    points = [projection.point(p) for p in ring]
    kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    assert drawn(projection.path([ring])) == ([kept] if len(set(kept)) > 2 else [])
