import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.blueprints.world import PRACTICES, SCALES

from ligzda.blueprints.distance import (
    distance_to_practice,
    gower,
    nearest_practice,
    nearest_twins,
    unseen_levels,
)

models = st.fixed_dictionaries({scale.code: st.sampled_from(scale.levels) for scale in SCALES})
parts = st.fixed_dictionaries(
    {}, optional={scale.code: st.sampled_from(scale.levels) for scale in SCALES}
)
Levels = dict[str, str]


def between(one: Levels, other: Levels) -> float:
    found = gower(one, other, SCALES).value
    assert found is not None, "they share what is known"
    return found


@given(models, models, models)
def test_the_distance_is_a_metric_from_0_to_1(a: Levels, b: Levels, c: Levels) -> None:
    ab, ba, ac, cb = (between(x, y) for x, y in ((a, b), (b, a), (a, c), (c, b)))
    assert ab == ba
    assert 0 <= ab <= 1
    assert (ab == 0) == (a == b)
    assert ab <= ac + cb + 1e-12


def test_the_worked_example_by_hand() -> None:
    # host differs (1), role same (0), market same (0), training differs (1), m6 to m12 = 1/2.
    one = {"host": "service", "role": "user", "market": "open", "training": "bench"}
    other = {"host": "unit", "role": "user", "market": "open", "training": "modules"}
    found = gower(one | {"duration": "m6"}, other | {"duration": "m12"}, SCALES)
    assert found.value == pytest.approx(2.5 / 5)
    assert found.differing == ("host", "training", "duration")


@given(models, parts)
def test_knowing_that_a_level_is_shared_brings_a_practice_nearer(
    model: Levels, practice: Levels
) -> None:
    unknown = [scale.code for scale in SCALES if scale.code not in practice]
    before = distance_to_practice(model, practice, SCALES).value
    for code in unknown:
        after = distance_to_practice(model, practice | {code: model[code]}, SCALES).value
        assert after is not None
        assert before is None or after < before


def test_one_shared_level_does_not_make_a_twin() -> None:
    model = {
        "host": "service", "role": "user", "market": "open", "training": "bench", "duration": "m6",
    }  # fmt: skip
    practices = {"one level": {"host": "service"}, "saime": PRACTICES["saime"]}
    assert gower(model, practices["one level"], SCALES).value == 0
    nearest = nearest_practice(model, practices, SCALES)
    assert nearest is not None
    assert nearest.code == "saime"


def test_where_nothing_is_known_there_is_no_nearest_practice() -> None:
    model = {"host": "service"}
    assert gower(model, {}, SCALES).value is None
    assert nearest_practice(model, {"nothing": {}}, SCALES) is None


@given(st.lists(models, min_size=2, max_size=6))
def test_the_nearest_twin_is_the_nearest(drawn: list[Levels]) -> None:
    named = {f"M{i}": model for i, model in enumerate(drawn)}
    for code, twin in nearest_twins(named, SCALES).items():
        others = [between(named[code], m) for c, m in named.items() if c != code]
        assert twin.distance == min(others)


def test_levels_no_practice_shows_are_named() -> None:
    found = unseen_levels({"M1": {"host": "service", "market": "open"}}, PRACTICES)
    assert found == {"M1": (("market", "open"),)}
