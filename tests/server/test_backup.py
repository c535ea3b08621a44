"""A backup put back is the same installation: every row, every file, and what guards them."""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from tests.postgres import copy_cluster

from ligzda.server.cluster import Cluster
from ligzda.server.prepared import dump

pytestmark = pytest.mark.slow

MADE = """
INSERT INTO network_user (password, is_superuser, email, name, is_active, is_system, is_demo,
    date_joined) VALUES ('', false, 'anna@example.org', 'Anna Ozola', true, false, false, now());
INSERT INTO network_auditevent (by_id, action, object_type, object_id, after)
    SELECT id, 'user.invite', 'network.user', id, '{"name": "(personal)"}' FROM network_user;
"""


def ligzda(*words: str, data: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    left_out = ("DATABASE_URL", "LIGZDA_TEST_RUN", "LIGZDA_TEST_TEMPLATE", "LIGZDA_SECRET_KEY")
    inherited = {key: value for key, value in os.environ.items() if key not in left_out}
    return subprocess.run(
        [sys.executable, "-m", "ligzda.cli", *words],
        env={**inherited, "LIGZDA_DATA": str(data), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in ("media", "evaluations", "secret-key", "demo-password")
        for path in [folder / name, *(folder / name).rglob("*")]
        if path.is_file()
    }


def rows(url: str) -> str:
    """Return the database as text, its moments in one time zone whatever the cluster's own is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGTZ", "UTC")
        return dump(url, anew=False)


def essence(dumped: str) -> list[str]:
    """Every row, counter, trigger, index, and every constraint by name.

    PostgreSQL writes a condition otherwise once it has read its own writing of it.
    """
    kept = re.compile(
        r"^(?:INSERT INTO |SELECT pg_catalog|CREATE TRIGGER ).*"
        r"|^CREATE (?:UNIQUE )?INDEX \S+|^ +(?:ADD )?CONSTRAINT \S+",
        re.MULTILINE,
    )
    return sorted(kept.findall(dumped))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """An installation with a person, an event and files; and all its rows as text."""
    data = tmp_path_factory.mktemp("house") / "data"
    data.mkdir()
    copy_cluster(data / "pg")
    for name, content in {
        "media/images/ogre.400x300.webp": b"picture",
        "media/original_images/Ogres tilts ā.jpg": b"original",
        "evaluations/leader/claims.json": b"{}",
        "secret-key": b"k" * 50,
        "mail/letter.log": b"of the demonstration",
    }.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(content)
    cluster = Cluster(data / "pg")
    cluster.start()
    with psycopg.connect(cluster.url("ligzda")) as connection:
        connection.execute(MADE.encode())
    yield data, rows(cluster.url("ligzda"))
    cluster.stop()


@pytest.fixture(scope="module")
def archive(house: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("kept") / "ligzda.tar"
    made = ligzda("backup", str(file), data=house[0])
    assert made.returncode == 0, made.stderr
    return file


def test_what_is_put_back_is_the_same(
    house: tuple[Path, str], archive: Path, tmp_path: Path
) -> None:
    data = tmp_path / "new"
    put = ligzda("restore", str(archive), data=data)
    assert put.returncode == 0, put.stderr
    assert files(data) == files(house[0])
    assert "media/original_images/Ogres tilts ā.jpg" in files(data)
    assert not (data / "mail").exists()
    assert (data / "secret-key").stat().st_mode & 0o077 == 0
    cluster = Cluster(data / "pg")
    cluster.start()
    try:
        assert essence(rows(cluster.url("ligzda"))) == essence(house[1])
        assert "anna@example.org" in house[1]
        with (
            psycopg.connect(cluster.url("ligzda")) as connection,
            pytest.raises(psycopg.errors.RaiseException),
        ):
            connection.execute("DELETE FROM network_auditevent")
    finally:
        cluster.stop()


def test_nobody_else_reads_an_archive_and_none_is_written_over(
    house: tuple[Path, str], archive: Path
) -> None:
    before = archive.read_bytes()
    assert archive.stat().st_mode & 0o077 == 0
    again = ligzda("backup", str(archive), data=house[0])
    assert (again.returncode, archive.read_bytes()) == (2, before)
    assert "is there already" in again.stderr
    assert [each.name for each in archive.parent.iterdir()] == [archive.name]


def test_a_used_folder_is_refused(house: tuple[Path, str], archive: Path) -> None:
    before = files(house[0])
    refused = ligzda("restore", str(archive), data=house[0])
    assert refused.returncode == 2
    assert "an empty folder only" in refused.stderr
    assert files(house[0]) == before


def test_a_used_database_is_refused(house: tuple[Path, str], archive: Path, tmp_path: Path) -> None:
    url = Cluster(house[0] / "pg").url("ligzda")
    refused = ligzda("restore", str(archive), data=tmp_path / "new", DATABASE_URL=url)
    assert refused.returncode == 2
    assert "an empty one only" in refused.stderr
    assert rows(url) == house[1]
    assert not files(tmp_path / "new")


def cut_off(whole: bytes, _inside: int) -> bytes:
    return whole[: len(whole) // 2]


def one_byte_changed(whole: bytes, inside: int) -> bytes:
    return whole[:inside] + b"O" + whole[inside + 1 :]


def something_else(_whole: bytes, _inside: int) -> bytes:
    return b"no archive"


@pytest.mark.parametrize("damage", [cut_off, one_byte_changed, something_else])
def test_a_damaged_archive_leaves_nothing(
    archive: Path, tmp_path: Path, damage: Callable[[bytes, int], bytes]
) -> None:
    with tarfile.open(archive) as tar:
        inside = tar.getmember("files/media/original_images/Ogres tilts ā.jpg").offset_data
    broken = tmp_path / "broken.tar"
    broken.write_bytes(damage(archive.read_bytes(), inside))
    refused = ligzda("restore", str(broken), data=tmp_path / "new")
    assert refused.returncode == 2, refused.stderr
    assert "damaged" in refused.stderr or "no whole backup" in refused.stderr
    assert {each.name for each in (tmp_path / "new").iterdir()} <= {"run.lock"}
