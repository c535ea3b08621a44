"""The single undertaking and its sums: rolling to the day, fiscal by the year."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.ventures.conftest import day

from ligzda.ventures.single_undertaking import Edge, Received, left, linked, sums, years_before

A, B, C, D = "V-1", "40009990012", "40009990027", "40009990031"
EDGES = [
    Edge(A, B, day("2024-01-01")),
    Edge(C, B, day("2024-01-01"), day("2024-12-31")),
    Edge(D, D + "0", day("2024-01-01")),
]


def test_links_reach_through_others_while_they_last() -> None:
    assert linked(EDGES, A, day("2023-12-31")) == {A}
    assert linked(EDGES, A, day("2024-12-31")) == {A, B, C}
    assert linked(EDGES, C, day("2025-01-01")) == {C}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_whoever_is_linked_with_me_i_am_linked_with(pairs: list[tuple[int, int]]) -> None:
    on = day("2024-06-01")
    edges = [Edge(str(one), str(other), on) for one, other in pairs]
    for node in map(str, range(7)):
        for other in linked(edges, node, on):
            assert linked(edges, other, on) == linked(edges, node, on)


def received(*rows: tuple[str, str, int]) -> list[Received]:
    return [Received(who, day(on), Decimal(amount)) for who, on, amount in rows]


def test_three_years_to_the_day_and_three_fiscal_years_are_two_sums() -> None:
    """(day − 3 years, day]: what arose three years ago today counts no more."""
    rows = received(
        (A, "2023-05-15", 1), (A, "2023-05-16", 10), (B, "2024-01-01", 100),
        (C, "2024-01-01", 1000), (A, "2026-05-15", 10_000), (A, "2026-05-16", 100_000),
    )  # fmt: skip
    found = sums(rows, frozenset({A, B}), day("2026-05-15"))
    assert (found.rolling, found.rolling_since) == (Decimal(10_110), day("2023-05-16"))
    assert (found.fiscal, found.fiscal_since) == (Decimal(10_100), day("2024-01-01"))
    assert years_before(day("2024-02-29")) == day("2021-02-28")
    assert left(Decimal(300_000), found.rolling, Decimal(289_891)) == -1
