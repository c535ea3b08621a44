"""Months, quarters and working days, at their edges and for any day."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.kernel.calendar import month_after, quarter, quarter_name, quarters, working_day_after

date = datetime.date
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2016, 12, 1), 1, date(2017, 1, 1)),
        (date(2017, 1, 1), -1, date(2016, 12, 1)),
        (date(2016, 1, 31), 1, date(2016, 2, 28)),
        (date(2016, 1, 29), 12, date(2017, 1, 28)),
        (date(2016, 3, 28), 24, date(2018, 3, 28)),
    ],
)
def test_month_after(day: date, months: int, later: date) -> None:
    assert month_after(day, months) == later


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_steps_of_months_add_up(day: date, one: int, other: int) -> None:
    assert month_after(month_after(day, one), other) == month_after(day, one + other)


@pytest.mark.parametrize(
    ("day", "first", "name"),
    [
        (date(2017, 1, 1), date(2017, 1, 1), "2017/1"),
        (date(2016, 2, 29), date(2016, 1, 1), "2016/1"),
        (date(2017, 6, 30), date(2017, 4, 1), "2017/2"),
        (date(2017, 9, 30), date(2017, 7, 1), "2017/3"),
        (date(2017, 12, 31), date(2017, 10, 1), "2017/4"),
    ],
)
def test_quarter(day: date, first: date, name: str) -> None:
    assert quarter(day) == first
    assert quarter_name(day) == quarter_name(first) == name


@given(DAYS, st.integers(1, 2000))
def test_quarters_cover_a_span_without_gap(begin: date, days: int) -> None:
    end = begin + datetime.timedelta(days)
    found = quarters(begin, end)
    assert found[0] == quarter(begin)
    assert found[-1] == quarter(end - datetime.timedelta(1))
    assert all(month_after(a, 3) == b for a, b in pairwise(found))


def test_a_quarter_that_begins_with_the_end_is_not_part_of_it() -> None:
    assert quarters(date(2017, 1, 1), date(2017, 4, 1)) == [date(2017, 1, 1)]


@given(DAYS, st.integers(1, 40))
def test_working_days_are_counted_from_the_day_after(day: date, days: int) -> None:
    def works(each: date) -> bool:
        return each.isoweekday() < 6

    end = working_day_after(day, days, works)
    between = [day + datetime.timedelta(days=number + 1) for number in range((end - day).days)]
    assert works(end)
    assert sum(map(works, between)) == days


def test_a_limit_of_no_days_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        working_day_after(date(2026, 1, 1), 0, lambda _day: True)
