"""Shares and points on pages, as the CLDR writes numbers in the reader's language."""

from collections.abc import Callable

import pytest
from django.utils.translation import override

from ligzda.kernel.templatetags.ligzda import percent, points
from ligzda.languages import CODES


@pytest.mark.parametrize(
    ("written", "latvian", "english"),
    [
        (lambda: percent(0.346), "35\u00a0%", "35\u00a0%"),
        (lambda: percent(0.346, 1), "34,6\u00a0%", "34.6\u00a0%"),
        (lambda: percent(0.05, 1), "5,0\u00a0%", "5.0\u00a0%"),
        (lambda: percent(12.5), "1\u00a0250\u00a0%", "1,250\u00a0%"),
        (lambda: percent(None), "–", "–"),
        (lambda: points(0.1), "10", "10"),
        (lambda: points(0.125), "12,5", "12.5"),
    ],
)
def test_numbers_follow_the_language(
    written: Callable[[], str], latvian: str, english: str
) -> None:
    found = []
    for language in CODES:
        with override(language):
            found.append(written())
    assert found == [latvian, english]
