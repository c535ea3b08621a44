from datetime import date

import pytest

from ligzda.publishing import Numbers

LV, EN = Numbers("lv"), Numbers("en")
NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "places", "latvian", "english"),
    [
        (6102, 0, f"6{NBSP}102", "6,102"),
        (1234567.891, 2, f"1{NBSP}234{NBSP}567,89", "1,234,567.89"),
        (-0.147, 3, "−0,147", "−0.147"),
        (-0.004, 2, "0,00", "0.00"),
        (0.0, 1, "0,0", "0.0"),
    ],
)
def test_decimals(value: float, places: int, latvian: str, english: str) -> None:
    assert LV.decimal(value, places) == latvian
    assert EN.decimal(value, places) == english


def test_percent_and_sign() -> None:
    assert LV.percent(0.023, 1, sign=True) == f"+2,3{NBSP}%"
    assert EN.percent(0.023, 1, sign=True) == "+2.3%"


def test_a_probability_is_never_certain() -> None:
    assert EN.probability(0.9999) == f">{NBSP}99%"
    assert EN.probability(0.0) == f"<{NBSP}1%"
    assert LV.probability(0.964) == f"96{NBSP}%"


def test_significant_digits() -> None:
    assert LV.significant(0.0012345) == "0,00123"
    assert LV.significant(12345.6) == f"12{NBSP}346"
    assert LV.significant(0) == "0"


def test_what_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="nan is not a number"):
        LV.decimal(float("nan"))


def test_dates() -> None:
    assert LV.date(date(2016, 3, 17)) == "2016. gada 17. marts"
    assert EN.date(date(2016, 3, 17)) == "17 March 2016"


@pytest.mark.parametrize(
    ("count", "noun"), [(1, "vieta"), (2, "vietas"), (11, "vietas"), (21, "vieta"), (111, "vietas")]
)
def test_latvian_plural(count: int, noun: str) -> None:
    assert LV.plural(count, "vieta", "vietas") == f"{count}{NBSP}{noun}"


def test_axes_speak_the_same_language() -> None:
    locale = LV.vega_locale()
    assert (locale["decimal"], locale["thousands"], locale["minus"]) == (",", NBSP, "−")
