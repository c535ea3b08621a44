"""The embedded PostgreSQL: found by what it is, not by a number; started, stopped, started anew."""

import getpass
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
import pytest
from tests.postgres import copy_cluster
from tests.waiting import until

from ligzda.server.cluster import Cluster, ClusterError, runtime_folder

pytestmark = pytest.mark.slow


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    copy_cluster(tmp_path / "pg")
    yield (made := Cluster(tmp_path / "pg"))
    made.stop()


@pytest.fixture
def stranger() -> "Iterator[subprocess.Popen[bytes]]":
    """A process that has nothing to do with us; it belongs to whom PostgreSQL runs as."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def answers(cluster: Cluster) -> bool:
    with psycopg.connect(cluster.url("postgres")) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


def postmaster(cluster: Cluster) -> psutil.Process:
    return psutil.Process(int((cluster.folder / "postmaster.pid").read_text().split()[0]))


def pid_file(cluster: Cluster, text: str) -> None:
    path = cluster.folder / "postmaster.pid"
    path.write_text(text)
    owner = cluster.folder.stat()
    os.chown(path, owner.st_uid, owner.st_gid)


def test_started_twice_it_is_one_and_stopped_twice_it_is_none(cluster: Cluster) -> None:
    cluster.start()
    first = postmaster(cluster)
    other = Cluster(cluster.folder)
    other.start()
    assert postmaster(cluster) == first
    assert answers(other)
    other.stop()
    assert not cluster.is_running()
    cluster.stop()
    assert not first.is_running()


def test_a_killed_server_is_seen_and_started_again(cluster: Cluster) -> None:
    cluster.start()
    postmaster(cluster).kill()
    until(lambda: not cluster.is_running(), lambda: "it is believed to run")
    cluster.start()
    assert answers(cluster)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such call")
def test_before_it_recovers_it_does_not_sync_file_by_file(cluster: Cluster) -> None:
    cluster.start()
    with psycopg.connect(cluster.url("postgres")) as connection:
        assert connection.execute("SHOW recovery_init_sync_method").fetchone() == ("syncfs",)


@pytest.mark.parametrize("text", ["", "\n", "not a number\n", "{stranger}", "{stranger}\n/els"])
def test_a_half_written_file_keeps_nothing_from_starting(
    cluster: Cluster, stranger: "subprocess.Popen[bytes]", text: str
) -> None:
    pid_file(cluster, text.format(stranger=stranger.pid))
    assert not cluster.is_running()
    cluster.start()
    assert answers(cluster)
    assert stranger.poll() is None


def test_a_stranger_who_bears_the_number_now_is_left_alone(
    cluster: Cluster, stranger: "subprocess.Popen[bytes]"
) -> None:
    cluster.start()
    whole = (cluster.folder / "postmaster.pid").read_text()
    cluster.stop()
    pid_file(cluster, f"{stranger.pid}\n{whole.partition(chr(10))[2]}")
    assert not cluster.is_running()
    cluster.stop()
    assert stranger.poll() is None
    cluster.start()
    assert answers(cluster)
    cluster.stop()
    assert stranger.poll() is None


def test_a_postgresql_of_another_folder_is_a_stranger_too(cluster: Cluster, tmp_path: Path) -> None:
    copy_cluster(tmp_path / "other")
    other = Cluster(tmp_path / "other")
    other.start()
    try:
        pid_file(cluster, (other.folder / "postmaster.pid").read_text())
        assert not cluster.is_running()
        cluster.start()
        cluster.stop()
        assert answers(other)
    finally:
        other.stop()


@pytest.mark.parametrize("name", ["with a blank", "it's", 'a "b", c', "māja", "l" * 110])
def test_any_path_will_do(cluster: Cluster, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "pg"
    folder.parent.mkdir()
    shutil.move(cluster.folder, folder)
    moved = Cluster(folder)
    moved.start()
    try:
        assert answers(moved)
    finally:
        moved.stop()


def test_the_log_does_not_grow_without_end(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault F25. It is begun anew under the server, which goes on writing."""
    monkeypatch.setattr("ligzda.server.cluster.LONGEST_LOG", 2000)
    cluster.start()

    def complain() -> None:
        with psycopg.connect(cluster.url("postgres")) as connection, suppress(psycopg.Error):
            connection.execute("SELECT no_such_thing")

    while cluster.log.stat().st_size <= 2000:
        complain()
    long = cluster.log.read_bytes()
    cluster.shorten_log()
    assert cluster.log.with_name("log.before").read_bytes() == long
    complain()
    assert b"no_such_thing" in cluster.log.read_bytes()
    assert cluster.log.stat().st_size < len(long)
    short = cluster.log.stat().st_size
    cluster.shorten_log()
    assert cluster.log.stat().st_size == short


OTHERS = """
import os, sys, psycopg
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
psycopg.connect(sys.argv[1])
"""


def test_the_system_says_who_asks_and_no_connection_is_trusted(cluster: Cluster) -> None:
    cluster.start()
    with psycopg.connect(cluster.url("postgres")) as connection:
        ways = connection.execute("SELECT type, auth_method FROM pg_hba_file_rules").fetchall()
        let_in = connection.execute("SELECT sys_name FROM pg_ident_file_mappings").fetchall()
    assert ways == [("local", "peer")]
    assert {name for (name,) in let_in} == {getpass.getuser(), cluster.folder.owner(), "root"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can ask as somebody else")
def test_another_account_of_the_host_is_not_let_in(cluster: Cluster) -> None:
    cluster.start()
    assert cluster.folder.stat().st_mode & 0o077 == 0
    cluster.folder.chmod(0o711)  # should somebody open it all the same
    asked = subprocess.run(
        [sys.executable, "-c", OTHERS, cluster.url("postgres")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Peer authentication failed" in asked.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can open what is somebody else's")
def test_made_by_root_the_folders_above_can_be_passed_and_not_listed(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    (closed / "data").mkdir(parents=True)
    closed.chmod(0o700)
    made = Cluster(closed / "data" / "pg")
    made.make()
    assert closed.stat().st_mode & 0o777 == 0o711
    made.start()
    try:
        assert answers(made)
    finally:
        made.stop()


def test_a_server_that_cannot_start_says_why(cluster: Cluster) -> None:
    (cluster.folder / "global/pg_control").unlink()
    with pytest.raises(ClusterError, match="pg_control"):
        cluster.start()


def test_sockets_lie_in_no_folder_of_somebody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    folder = runtime_folder()
    assert folder.stat().st_mode & 0o077 == 0
    folder.chmod(0o777)
    with pytest.raises(ClusterError, match="somebody else"):
        runtime_folder()
