"""Started by root, the house becomes somebody without rights, all of it (fault F7)."""

import os
import pwd
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.server.test_refused_starts import start
from tests.server.test_run import House, data, gone, houses, postgres_of

from ligzda.server.run_as import SERVER_USER, leave_root

__all__ = ["data", "houses"]

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
pytestmark = pytest.mark.slow


def ids(process: psutil.Process) -> tuple[set[str], set[str], str]:
    """Users and groups of a process as the kernel has them: real, effective, saved, for files."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    found = re.search(r"^Uid:(.*)\nGid:(.*)$", status, re.M)
    groups = re.search(r"^Groups:(.*)$", status, re.M)
    assert found
    assert groups
    return {*found[1].split()}, {*found[2].split()}, groups[1].strip()


@root_only
def test_nothing_that_root_started_stays_root(houses: list[House], data: Path) -> None:
    (data / "media").mkdir()
    (data / "media" / "left by root").write_text("")
    house = House(data)
    houses.append(house)
    house.wait_for("Ctrl-C stops it")
    server = pwd.getpwnam(SERVER_USER)
    assert f"runs as {SERVER_USER}" in house.output()
    assert "<html" in house.page()
    everything = [*house.family(), *postgres_of(data)]
    assert len(everything) >= 5  # parent, web server, two workers, PostgreSQL
    for process in everything:
        assert ids(process) == ({str(server.pw_uid)}, {str(server.pw_gid)}, "")
    assert {path.stat().st_uid for path in (data, *data.rglob("*"))} == {server.pw_uid}
    # Fault F10: nobody else of the host reads what it makes.
    made = [data / name for name in ("secret-key", "run.lock", "static", "pg")]
    assert not [path for path in made if path.stat().st_mode & 0o077]
    # A command of root's beside it is let in as before.
    beside = [sys.executable, "-m", "ligzda.cli", "manage", "verify_audit"]
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    subprocess.run(beside, env={**environment, "LIGZDA_DATA": str(data)}, check=True)
    assert house.stop() == 0
    assert all(gone(process) for process in everything)


@root_only
def test_it_stays_root_where_it_is_told_so_and_says_it(houses: list[House], data: Path) -> None:
    house = House(data, LIGZDA_USER="root")
    houses.append(house)
    house.wait_for("Ctrl-C stops it")
    assert "run as root, as LIGZDA_USER=root asks" in house.output()
    ours = [process for process in house.family() if process.name() != "postgres"]
    assert len(ours) >= 4  # parent, web server, two workers
    assert all(ids(process)[0] == {"0"} for process in ours)
    assert not any("0" in ids(process)[0] for process in postgres_of(data))


@root_only
def test_what_cannot_be_done_is_said_and_nothing_begins(tmp_path: Path) -> None:
    answer = start(tmp_path / "data", LIGZDA_USER="no-such-user")
    assert answer.returncode == 2
    assert "there is no user no-such-user" in answer.stderr
    assert "LIGZDA_USER=root" in answer.stderr
    assert not (tmp_path / "data/pg").exists()


@root_only
def test_a_folder_of_other_things_is_not_handed_over(tmp_path: Path) -> None:
    other = tmp_path / "letters"
    other.write_text("")
    answer = start(tmp_path)
    assert answer.returncode == 2
    assert "holds other things" in answer.stderr
    assert (other.stat().st_uid, tmp_path.stat().st_uid) == (0, 0)


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[Path]:
    """Programs and data in folders that root alone may enter."""
    closed = tmp_path / "closed"
    (closed / "programs").mkdir(parents=True)
    (closed / "data" / "pg").mkdir(parents=True)
    closed.chmod(0o700)
    yield closed
    shutil.rmtree(closed)


def left(apart: Path) -> "subprocess.CompletedProcess[str]":
    """Let a process of its own leave root there, and then look at what it reaches."""
    code = f"""
import os
from pathlib import Path
from ligzda.server import run_as
run_as.PACKAGE = Path({str(apart / "programs")!r})
print(run_as.leave_root(Path({str(apart / "data")!r})))
print(os.getresuid(), sorted(os.listdir({str(apart / "programs")!r})), os.path.expanduser("~"))
for attempt in (lambda: os.setuid(0), lambda: os.listdir({str(apart)!r})):
    try:
        attempt()
    except PermissionError:
        print("refused")
"""
    environment = {k: v for k, v in os.environ.items() if k != "LIGZDA_USER"}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True
    )


@root_only
def test_folders_above_can_be_passed_by_that_user_and_not_listed(apart: Path) -> None:
    (apart / "programs" / "a.py").write_text("")
    answer = left(apart)
    uid = pwd.getpwnam(SERVER_USER).pw_uid
    said, *reached = answer.stdout.splitlines()
    assert re.fullmatch(f"Started by root, all of it runs as .*; it may now pass .*{apart}", said)
    assert reached == [
        f"({uid}, {uid}, {uid}) ['a.py'] {apart / 'data'}",
        "refused",
        "refused",
    ]
    assert not apart.stat().st_mode & stat.S_IRWXO  # nobody else may pass


@root_only
def test_programs_that_root_alone_may_read_are_named(apart: Path) -> None:
    secret = apart / "programs" / "a.py"
    secret.write_text("")
    secret.chmod(0o600)
    answer = left(apart)
    assert answer.returncode != 0
    assert f"{SERVER_USER} may not read {secret}" in answer.stderr


@root_only
def test_handing_over_leads_nowhere_else(apart: Path) -> None:
    outside = apart / "outside"
    (outside / "inner").mkdir(parents=True)
    (outside / "shadow").write_text("")
    (apart / "data" / "link").symlink_to(outside)
    (apart / "data" / "second name").hardlink_to(outside / "shadow")
    assert "runs as" in left(apart).stdout
    kept = [outside, outside / "inner", outside / "shadow"]
    assert {path.stat().st_uid for path in kept} == {0}


def test_an_ordinary_user_stays_who_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setenv("LIGZDA_USER", "somebody")
    assert leave_root(tmp_path) is None
