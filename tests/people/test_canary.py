"""A canary in every sealed field: after erasure, nowhere in clear, whatever was done with it.

The models are walked by their sealed fields, so that one added later is walked, too. The house runs
on a cluster of its own for this, because what is searched are its files.
"""

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.loaded import be_kept
from tests.postgres import copy_cluster, secrets

from ligzda.server.cluster import Cluster, program

pytestmark = pytest.mark.slow
WORD = "Kanarijputns"
FORMS = {
    "UTF-8": WORD.encode(),
    "UTF-16": WORD.encode("utf-16-le"),
    "hex": WORD.encode().hex().encode(),
    "HEX": WORD.encode().hex().upper().encode(),
}


def base64_forms(word: bytes) -> dict[str, bytes]:
    """Return what stays the same of a word in base64, at each of the three places it may begin.

    The letters whose six bits are all the word's own.
    """
    found = {}
    for before in range(3):
        text = base64.b64encode(b"\0" * before + word + b"\0\0")
        first, last = -(-before * 8 // 6), (before + len(word)) * 8 // 6
        found[f"base64 after {before}"] = text[first:last]
    return found


def where(content: bytes) -> list[str]:
    """Return the forms of the canary that stand in some octets."""
    forms = {**FORMS, **base64_forms(WORD.encode())}
    return [name for name, form in forms.items() if form in content]


def searched(*folders: Path) -> list[str]:
    """Return every file in which the canary stands, and in which form."""
    return [
        f"{path}: {form}"
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
        for form in where(path.read_bytes())
    ]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A house of its own: everything done in it, then the person erased, by tests/people/canary."""
    folder = tmp_path_factory.mktemp("canary") / "data"
    shutil.copytree(secrets(), folder)  # by which the kept network opens
    be_kept()
    folder.parent.chmod(0o755)
    copy_cluster(folder / "pg")
    cluster = Cluster(folder / "pg")
    cluster.start()
    try:
        done = played(folder, cluster.url("ligzda"))
        (folder / "output.log").write_text(done.stdout + done.stderr)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        yield folder
    finally:
        cluster.stop()


def played(folder: Path, url: str) -> "subprocess.CompletedProcess[str]":
    """Plant, use and erase in a house of that folder."""
    left_out = ("DATABASE_URL", "LIGZDA_TEST_RUN", "LIGZDA_TEST_TEMPLATE")
    inherited = {key: value for key, value in os.environ.items() if key not in left_out}
    return subprocess.run(
        [sys.executable, "-m", "tests.people.canary"],
        env={
            **inherited,
            "LIGZDA_DATA": str(folder),
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "ligzda.server.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("before", range(3))
def test_the_search_finds_what_is_there(before: int, tmp_path: Path) -> None:
    lead = b"x" * before
    for name, content in {
        "plain": lead + WORD.encode(),
        "hex": lead + WORD.encode().hex().encode(),
        "base64": base64.b64encode(lead + WORD.encode() + b"yz"),
    }.items():
        (tmp_path / name).write_bytes(b"rows: " + content + b"\n")
    assert {line.partition(": ")[0] for line in searched(tmp_path)} == {
        str(tmp_path / name) for name in ("plain", "hex", "base64")
    }


def test_every_sealed_field_had_a_canary(data: Path) -> None:
    said = (data / "output.log").read_text()
    assert "sealed fields planted: all" in said
    assert "canaries read before erasure: all" in said


def test_after_erasure_no_canary_is_in_any_file_of_the_house(data: Path) -> None:
    """Tables, indexes, the write-ahead log, media, letters, logs, keys."""
    assert searched(data) == []


def test_no_canary_is_in_a_dump(data: Path) -> None:
    """Rows of every table: audit, history, jobs, sessions, unsaved texts."""
    url = Cluster(data / "pg").url("ligzda")
    dump = subprocess.run(
        [program("pg_dump"), "--inserts", url], capture_output=True, check=True
    ).stdout
    assert b"INSERT INTO public.people_person" in dump
    assert where(dump) == []
