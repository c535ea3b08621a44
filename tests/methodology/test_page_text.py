"""Fonts of a page: what each of their signs is, and tables that would take a machine's memory."""

import pytest

from ligzda.methodology.verifying.page_text import MOST_SIGNS, signs_of

RANGE = b"1 beginbfrange <%04x> <%04x> <%04x> endbfrange "


def test_a_table_names_single_signs_and_ranges() -> None:
    single = b"2 beginbfchar <0001> <0100> <0002> <00660069> endbfchar "
    assert signs_of(single + RANGE % (3, 5, 0x41)) == {
        b"\0\1": "Ā", b"\0\2": "fi", b"\0\3": "A", b"\0\4": "B", b"\0\5": "C",
    }  # fmt: skip


def test_a_range_that_ends_before_it_begins_is_empty() -> None:
    assert signs_of(RANGE % (5, 3, 0x41)) == {}


def test_more_signs_than_a_font_can_have_are_refused() -> None:
    every = RANGE % (0, 0xFFFF, 0)
    assert len(signs_of(every)) == MOST_SIGNS
    with pytest.raises(ValueError, match=str(MOST_SIGNS + 1)):
        signs_of(RANGE % (5, 3, 0x41) + every + RANGE % (7, 7, 0x41))
