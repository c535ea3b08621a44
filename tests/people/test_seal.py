"""The seal: opens with its key at its place, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ligzda.kernel import seal
from ligzda.kernel.seal import MasterKeys, SealError

PLACE = "people.person.phone.1"


@given(st.text(), st.text(min_size=1))
def test_what_is_sealed_opens_to_what_it_was(text: str, place: str) -> None:
    key = seal.new_key()
    assert seal.opened(key, seal.seal(key, text, place), place) == text


@given(st.text(min_size=4))
def test_what_is_sealed_tells_nothing(text: str) -> None:
    sealed = seal.seal(seal.new_key(), text, PLACE)
    assert text.encode() not in sealed
    assert sealed != seal.seal(seal.new_key(), text, PLACE)


def test_a_value_that_was_moved_does_not_open() -> None:
    key = seal.new_key()
    with pytest.raises(SealError, match=r"people\.person\.phone\.2"):
        seal.opened(key, seal.seal(key, "20000001", PLACE), "people.person.phone.2")
    with pytest.raises(SealError):
        seal.opened(seal.new_key(), seal.seal(key, "20000001", PLACE), PLACE)


def test_a_changed_octet_does_not_open() -> None:
    key = seal.new_key()
    sealed = bytearray(seal.seal(key, "20000001", PLACE))
    sealed[-1] ^= 1
    with pytest.raises(SealError):
        seal.opened(key, bytes(sealed), PLACE)


def test_the_first_start_makes_keys_that_only_the_house_reads(tmp_path: Path) -> None:
    path = tmp_path / "master-keys"
    made = MasterKeys.read(path)
    assert MasterKeys.read(path) == made
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["nonsense", "1 AAAA\n", "index AAAA\n1 AAAA\n", "1 x y\n"])
def test_a_damaged_file_is_told_and_left_as_it_is(text: str, tmp_path: Path) -> None:
    path = tmp_path / "master-keys"
    path.write_text(text)
    with pytest.raises(SealError, match="put the right file back"):
        MasterKeys.read(path)
    assert path.read_text() == text


def test_a_new_master_key_opens_what_the_old_one_wrapped_until_the_old_one_goes(
    tmp_path: Path,
) -> None:
    old = MasterKeys.read(tmp_path / "master-keys")
    key = seal.new_key()
    wrapped = old.wrap(key, "people.person.1")
    both = old.with_new()
    assert both.unwrap(wrapped, "people.person.1") == key
    again = both.wrap(key, "people.person.1")
    alone = both.newest_alone()
    assert alone.unwrap(again, "people.person.1") == key
    with pytest.raises(SealError, match="master key 1 is not in the file"):
        alone.unwrap(wrapped, "people.person.1")
    with pytest.raises(SealError):
        alone.unwrap(again, "people.person.2")


def test_a_token_is_the_same_for_the_same_value_and_key_alone(tmp_path: Path) -> None:
    keys, others = MasterKeys.read(tmp_path / "a"), MasterKeys.read(tmp_path / "b")
    assert keys.token("code", "1") == keys.with_new().newest_alone().token("code", "1")
    assert len({keys.token("code", "1"), keys.token("name", "1"), others.token("code", "1")}) == 3
    assert 0 <= keys.token("code", "1") < 2**63
