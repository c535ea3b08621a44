"""Codes that people read aloud: every slip of one character is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.training.credentials.codes import ALPHABET, LENGTH, new_code, read_code


@given(st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(place: int, character: str) -> None:
    code = new_code()
    wrong = code[:place] + character + code[place + 1 :]
    assert (read_code(wrong) == wrong) == (wrong == code)


def test_nearly_every_exchange_of_neighbours_is_found() -> None:
    passed = tried = 0
    for _ in range(200):
        code = new_code()
        for place in range(LENGTH - 1):
            left, right = code[place], code[place + 1]
            if left != right:
                tried += 1
                swapped = code[:place] + right + left + code[place + 2 :]
                passed += read_code(swapped) is not None
    assert passed / tried < 0.02


def test_what_looks_alike_is_read_as_what_was_meant() -> None:
    code = next(code for code in iter(new_code, "") if {"0", "1"} <= set(code))
    typed = code.replace("0", "o").replace("1", "l").lower()
    assert read_code(f" {typed[:5]}-{typed[5:]} ") == code


@pytest.mark.parametrize("typed", ["", "0", "U" * 10, "Ā" * 10, "0" * 11, "٣" * 10, "\x00" * 10])
def test_nonsense_is_no_code(typed: str) -> None:
    assert read_code(typed) is None
