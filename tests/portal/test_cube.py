from itertools import combinations

import pytest

from ligzda.portal.cube import HEIGHT, WIDTH, cell, corner, edges

SIDES = (False, True)
CELLS = [(a, b, c) for a in SIDES for b in SIDES for c in SIDES]


def test_eight_corners_stand_apart_inside_the_picture() -> None:
    for one, other in combinations(CELLS, 2):
        (x1, y1), (x2, y2) = corner(one), corner(other)
        assert (x1 - x2) ** 2 + (y1 - y2) ** 2 > 72**2, (one, other)
    assert all(30 < x < WIDTH - 30 and 30 < y < HEIGHT - 30 for x, y in map(corner, CELLS))


def test_twelve_edges_three_of_them_hidden() -> None:
    drawn = edges()
    assert len(drawn) == len(set(drawn)) == 12
    assert [edge.hidden for edge in drawn] == [True] * 3 + [False] * 9
    ends = {frozenset([(e.x1, e.y1), (e.x2, e.y2)]) for e in drawn}
    neighbours = {
        frozenset([corner(a), corner(b)])
        for a, b in combinations(CELLS, 2)
        if sum(x != y for x, y in zip(a, b, strict=True)) == 1
    }
    assert ends == neighbours


def test_a_cell_is_read_from_its_signs() -> None:
    assert cell({"A": "-", "B": "+", "C": "-"}) == (False, True, False)


@pytest.mark.parametrize("wrong", [{}, {"A": "-", "B": "+"}, {"A": "0", "B": "+", "C": "-"}])
def test_anything_else_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="each of A, B and C"):
        cell(wrong)
