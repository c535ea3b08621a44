"""Files that are whole or not there, whoever else writes and whatever fails."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from ligzda.kernel.files import kept, write_file, write_folder


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    file = tmp_path / "made" / "mark"
    write_file(file, b"one")
    write_file(file, b"two")
    assert file.read_bytes() == b"two"
    assert names(file.parent) == ["mark"]


def test_what_cannot_be_written_leaves_the_earlier_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mark"
    write_file(file, b"one")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(file, b"two")
    assert file.read_bytes() == b"one"
    assert names(tmp_path) == ["mark"]


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    assert kept(file, lambda: b"first") == b"first"
    assert kept(file, lambda: b"second") == b"first"


@pytest.mark.parametrize("left", [b"", b" \n"])
def test_a_blank_file_counts_as_none(tmp_path: Path, left: bytes) -> None:
    file = tmp_path / "kept"
    file.write_bytes(left)
    assert kept(file, lambda: b"made") == b"made"
    assert names(tmp_path) == ["kept"]


def test_of_many_that_make_it_at_once_the_first_counts_for_all(tmp_path: Path) -> None:
    file, many = tmp_path / "kept", 8
    together = Barrier(many)

    def make(number: int) -> bytes:
        def content() -> bytes:
            together.wait()
            return f"{number}\n".encode() * 10_000

        return kept(file, content)

    with ThreadPoolExecutor(many) as pool:
        found = set(pool.map(make, range(many)))
    assert found == {file.read_bytes()}
    assert names(tmp_path) == ["kept"]


def test_a_secret_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    kept(file, lambda: b"s", mode=0o600)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_folder_stays_as_it_was_made_first(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write_folder(folder, {"a": b"1"})
    write_folder(folder, {"b": b"2"})
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"a": b"1"}
    assert names(tmp_path) == ["report"]


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write_folder(folder, {"a": b"1", "c": b"3"})
    write_folder(folder, {"b": b"2"}, replace=True)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"b": b"2"}
    assert names(tmp_path) == ["report"]
    assert folder.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_written_leaves_the_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "report"
    write_folder(folder, {"a": b"1"})
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_folder(folder, {"b": b"2"}, replace=True)
    assert names(folder) == ["a"]
    assert names(tmp_path) == ["report"]


def test_a_folder_that_cannot_be_put_in_place_gives_way_to_the_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "report"
    write_folder(folder, {"a": b"1"})
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        write_folder(folder, {"b": b"2"}, replace=True)
    assert names(folder) == ["a"]
    assert names(tmp_path) == ["report"]
