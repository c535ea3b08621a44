"""`ligzda run` as a person meets it: started, stopped, killed, started again."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.postgres import copy_cluster
from tests.waiting import PATIENCE, until

from ligzda.server.run import name_address

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class House:
    """A running `ligzda run` in a data folder of its own."""

    def __init__(self, data: Path, **environment: str) -> None:
        self.port = free_port()
        inherited = {
            k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "LIGZDA_TEST_RUN")
        }
        self.log = data.parent / f"log-{self.port}"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ligzda.cli", "run", "--port", str(self.port)],
                env={**inherited, "LIGZDA_DATA": str(data), "PYTHONUNBUFFERED": "1", **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def output(self) -> str:
        return self.log.read_bytes().decode(errors="replace")  # the last letter may be half there

    def wait_for(self, text: str) -> None:
        until(
            lambda: text in self.output() or self.process.poll() is not None,
            lambda: f"no {text!r} in:\n{self.output()}",
        )
        assert text in self.output()

    def page(self, path: str = "/") -> str:
        address = f"http://127.0.0.1:{self.port}{path}"
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def family(self) -> list[psutil.Process]:
        return [
            psutil.Process(self.process.pid),
            *psutil.Process(self.process.pid).children(recursive=True),
        ]

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@pytest.fixture
def houses(tmp_path: Path) -> Iterator[list[House]]:
    started: list[House] = []
    yield started
    for house in started:
        with contextlib.suppress(psutil.NoSuchProcess):
            for each in house.family():
                each.kill()
        house.process.wait()
    for process in postgres_of(tmp_path):
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture
def data(tmp_path: Path, evaluations: Path) -> Path:
    """A data folder with empty tables and the evaluations: a house in it need not make them.

    That a house makes its tables itself is held by the starts that were killed.
    """
    folder = tmp_path / "data"
    folder.mkdir()
    copy_cluster(folder / "pg")
    shutil.copytree(evaluations, folder / "evaluations")
    return folder


def postgres_of(folder: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(folder) in " ".join(process.info["cmdline"] or []) and "postgres" in process.name()
    ]


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_letters_name_the_port_the_house_answers_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault B18, first part."""
    monkeypatch.setenv("LIGZDA_URL", "https://ligzda.example")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        name_address(listener)
        assert os.environ["LIGZDA_URL"] == "https://ligzda.example"
        monkeypatch.delenv("LIGZDA_URL")
        name_address(listener)
        assert os.environ["LIGZDA_URL"] == f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_runs_and_stops_cleanly(houses: list[House], data: Path, number: int) -> None:
    house = House(data)
    houses.append(house)
    house.wait_for("Ctrl-C stops it")
    assert "<html" in house.page()
    family = house.family()
    assert len(family) >= 6  # parent, web server with its two, two workers
    assert postgres_of(data)
    assert house.stop(number) == 0
    until(lambda: all(gone(process) for process in family), lambda: f"left: {family}")
    assert not postgres_of(data)


def test_a_second_start_repeats_nothing(houses: list[House], data: Path) -> None:
    first = House(data)
    houses.append(first)
    first.wait_for("Ctrl-C stops it")
    assert "Static files" in first.output()
    assert first.stop() == 0
    second = House(data)
    houses.append(second)
    second.wait_for("Ctrl-C stops it")
    assert "<html" in second.page()
    for once in ("migrations", "Static files", "Evaluations"):
        assert once not in second.output()


def test_a_killed_parent_takes_its_children_along(houses: list[House], data: Path) -> None:
    house = House(data)
    houses.append(house)
    house.wait_for("Ctrl-C stops it")
    # PostgreSQL stays: the next start uses it, and then ends it.
    children = [process for process in house.family()[1:] if not is_postgres(process)]
    house.process.kill()
    house.process.wait()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE)
    assert not alive
    again = House(data)
    houses.append(again)
    again.wait_for("Ctrl-C stops it")
    assert again.stop() == 0
    assert not postgres_of(data)


def is_postgres(process: psutil.Process) -> bool:
    return process.name() == "postgres"


@pytest.mark.parametrize("at", ["initdb", "tables"])
def test_a_start_that_was_killed_is_completed_by_the_next(
    houses: list[House], tmp_path: Path, at: str
) -> None:
    first = House(tmp_path / "data")
    houses.append(first)
    if at == "initdb":
        until((tmp_path / "data/pg.making/postgresql.conf").exists, first.output)
    else:
        first.wait_for("Tables …")
    first.process.kill()
    first.process.wait()
    second = House(tmp_path / "data")
    houses.append(second)
    second.wait_for("Ctrl-C stops it")
    assert "<html" in second.page()
    assert second.stop() == 0
    assert not postgres_of(tmp_path)


def test_a_taken_port_is_refused_before_anything_starts(
    houses: list[House], tmp_path: Path
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = subprocess.run(
            [sys.executable, "-m", "ligzda.cli", "run", "--port", str(port)],
            env={**os.environ, "LIGZDA_DATA": str(tmp_path / "data")},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert answer.returncode == 2
    assert f"port {port}" in answer.stderr
    assert re.search(r"PORT=\d+ make run", answer.stderr)
    assert not (tmp_path / "data/pg").exists()


def test_an_unreachable_database_is_named(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "ligzda.cli", "run", "--port", str(free_port())],
        env={
            **os.environ,
            "LIGZDA_DATA": str(tmp_path / "data"),
            "DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:9/none",
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert answer.returncode == 2
    assert "DATABASE_URL" in answer.stderr
    assert "secret" not in answer.stderr


def test_a_second_house_on_the_same_data_is_refused(houses: list[House], data: Path) -> None:
    first = House(data)
    houses.append(first)
    first.wait_for("Ctrl-C stops it")
    second = House(data)
    houses.append(second)
    assert second.process.wait(PATIENCE) == 2
    assert "already runs" in second.output()
    assert "<html" in first.page()
