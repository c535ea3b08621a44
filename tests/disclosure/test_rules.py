"""Which cells are suppressed by themselves: thresholds, three kinds of zero, groups, dominance."""

import math

import pytest
from tests.disclosure.tables import flat_table

from ligzda.disclosure import (
    Dimension,
    DisclosureError,
    Fault,
    Place,
    Reason,
    Rules,
    Table,
    may_follow,
    may_show_extremes,
)
from ligzda.disclosure.rules import Need, primaries


def reasons(table: Table, rules: Rules | None = None) -> dict[tuple[str, ...], Reason]:
    return {place: need.reason for place, need in primaries(table, rules or Rules()).items()}


def test_a_count_below_the_threshold_keeps_the_range_to_it() -> None:
    found = primaries(flat_table([[4, 5], [20, 30]]), Rules())
    assert found == {("a0", "t0"): Need(Reason.SMALL, 0, 5)}


def test_a_threshold_of_nought_is_refused() -> None:
    with pytest.raises(DisclosureError) as refused:
        Rules(threshold=0)
    assert refused.value.code is Fault.THRESHOLD


def test_a_sampling_zero_is_hidden_only_where_it_says_something_sensitive() -> None:
    assert reasons(flat_table([[0, 9], [20, 30]])) == {}
    found = reasons(flat_table([[0, 9], [20, 30]], sensitive=("town",)))
    assert found[("a0", "t0")] is Reason.SAMPLING_ZERO


def test_an_empty_group_gives_nobody_away() -> None:
    found = reasons(flat_table([[0, 0], [20, 30]], sensitive=("town",)))
    assert found == {}


def test_a_structural_zero_is_known_beforehand() -> None:
    given = flat_table([[0, 9], [20, 30]], sensitive=("town",))
    cells = {place: given.values[place] for place in given.values if "" not in place}
    table = Table.from_cells(given.dimensions, cells, structural=frozenset({("a0", "t0")}))
    assert reasons(table) == {}


@pytest.mark.parametrize(("row", "reason"), [([9, 0], Reason.GROUP), ([9, 1], Reason.ALL_BUT_ONE)])
def test_a_category_with_everybody_or_all_but_one_is_hidden(row: list[int], reason: Reason) -> None:
    found = primaries(flat_table([row, [20, 30]], sensitive=("town",)), Rules())
    assert found[("a0", "t0")] == Need(reason, 4, 9)


def money(*amounts: float) -> Table:
    towns = Dimension.flat("town", ["t0", "t1"])
    given: dict[Place, dict[str, float]] = {
        ("t0",): {f"c{at}": amount for at, amount in enumerate(amounts)},
        ("t1",): {f"d{at}": 100.0 for at in range(9)},
    }
    sums = {place: math.fsum(each.values()) for place, each in given.items()}
    return Table.from_cells((towns,), sums, measure="euro", given_by=given)


@pytest.mark.parametrize(
    ("amounts", "reason"),
    [
        ((50.0, 50.0), Reason.FEW_CONTRIBUTORS),
        ((1000.0, 5.0, 4.0), Reason.DOMINANCE),
        ((0.0, 0.0, 0.0, 0.0), Reason.VALUE_ZERO),
    ],
)
def test_money_of_few_or_of_one_mostly_is_hidden(
    amounts: tuple[float, ...], reason: Reason
) -> None:
    assert reasons(money(*amounts), Rules(dominance=10))[("t0",)] is reason


def test_money_of_many_is_shown_and_p_percent_keeps_its_range() -> None:
    assert reasons(money(100, 90, 80, 70), Rules(dominance=10)) == {}
    need = primaries(money(1000.0, 5.0, 4.0), Rules(dominance=10))[("t0",)]
    assert (need.low, need.high) == (1009 - 96, 1009 + 96)


def test_p_is_needed_and_never_said() -> None:
    with pytest.raises(DisclosureError) as missing:
        primaries(money(1.0, 2.0), Rules())
    assert missing.value.code is Fault.DOMINANCE_MISSING
    with pytest.raises(DisclosureError) as wrong:
        Rules(dominance=123.25)
    assert "123" not in str(wrong.value)
    assert "17.5" not in repr(Rules(dominance=17.5))


def test_percentages_follow_their_count_and_extremes_need_ten() -> None:
    assert may_follow(7, Rules(), suppressed=False)
    assert not may_follow(4, Rules(), suppressed=False)
    assert not may_follow(7, Rules(), suppressed=True)
    assert [may_show_extremes(each, Rules()) for each in (9, 10)] == [False, True]
