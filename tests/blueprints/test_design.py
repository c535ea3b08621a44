from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.blueprints.design import (
    aliases,
    coded,
    d_efficiency,
    effect_columns,
    full_factorial,
    inseparable,
)

ABC = ("A", "B", "C")
CELLS = [dict(zip(ABC, signs, strict=True)) for signs in product("-+", repeat=3)]


def test_the_full_cube_is_full_and_orthogonal() -> None:
    check = full_factorial({f"M{i}": cell for i, cell in enumerate(CELLS)}, ABC)
    assert check.full
    assert check.repeated == ()
    assert d_efficiency(CELLS, ABC) == pytest.approx(1)


def test_a_cell_taken_twice_leaves_another_empty() -> None:
    cells = {f"M{i}": cell for i, cell in enumerate([*CELLS[:7], CELLS[0]])}
    check = full_factorial(cells, ABC)
    assert (check.full, check.missing, check.repeated) == (False, ("+++",), ("---",))


def test_a_factor_never_varied_cannot_be_estimated() -> None:
    assert d_efficiency([c for c in CELLS if c["A"] == "-"], ABC) == 0


def test_a_factor_that_travels_with_b_is_aliased_with_b_and_with_nothing_else() -> None:
    models = [(cell, {"finance": "wage" if cell["B"] == "-" else "grant"}) for cell in CELLS]
    shares = {a.effect: a.share for a in aliases(models, ABC, ["finance"])}
    assert shares.pop("B") == pytest.approx(1)
    assert list(shares.values()) == pytest.approx([0] * 6)


@given(st.lists(st.sampled_from("abcd"), min_size=8, max_size=8))
def test_shares_over_the_seven_effects_sum_to_the_degrees_of_freedom(values: Any) -> None:
    # The seven effects are an orthogonal basis of the seven contrasts among eight models, so the
    # shares a factor explains add up to its own degrees of freedom.
    models = [(cell, {"f": value}) for cell, value in zip(CELLS, values, strict=True)]
    total = sum(alias.share for alias in aliases(models, ABC, ["f"]))
    assert total == pytest.approx(len(set(values)) - 1)


@given(st.lists(st.sampled_from("abc"), min_size=8, max_size=8))
def test_the_share_is_the_r_squared_of_least_squares(values: Any) -> None:
    models = [(cell, {"f": value}) for cell, value in zip(CELLS, values, strict=True)]
    X = np.array([[float(v == level) for level in sorted(set(values))] for v in values])
    for alias in aliases(models, ABC, ["f"]):
        y = effect_columns(CELLS, ABC)[alias.effect]
        residual = y - X @ np.linalg.lstsq(X, y, rcond=None)[0]
        assert alias.share == pytest.approx(1 - residual @ residual / (y @ y), abs=1e-9)


def test_factors_that_split_the_models_alike_are_inseparable() -> None:
    models = [
        (cell, {"f": cell["A"], "g": "no" if cell["A"] == "-" else "yes", "h": cell["B"]})
        for cell in CELLS
    ]
    assert inseparable(models, ["f", "g", "h"]) == [("f", "g")]


def test_coding_keeps_the_order_of_the_models() -> None:
    assert coded(CELLS[:2], ABC).tolist() == [[-1, -1, -1], [-1, -1, 1]]
