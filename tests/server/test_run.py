"""`ligzda run` as a person meets it: started, stopped, killed, started again."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

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

    def wait_for(self, text: str, seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while text not in self.output():
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"no {text!r} in:\n{self.output()}")
            time.sleep(0.02)

    def page(self, path: str = "/") -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return str(answer.read().decode())

    def family(self) -> list[psutil.Process]:
        return [
            psutil.Process(self.process.pid),
            *psutil.Process(self.process.pid).children(recursive=True),
        ]

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


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
        process.wait(10)


def postgres_of(folder: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(folder) in " ".join(process.info["cmdline"] or []) and "postgres" in process.name()
    ]


def gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_runs_and_stops_cleanly(houses: list[House], tmp_path: Path, number: int) -> None:
    house = House(tmp_path / "data")
    houses.append(house)
    house.wait_for("Ctrl-C stops it")
    assert "<html" in house.page()
    family = house.family()
    assert len(family) >= 4  # parent, web server with its two, worker
    assert postgres_of(tmp_path)
    assert house.stop(number) == 0
    assert all(gone(process) for process in family)
    assert not postgres_of(tmp_path)


def test_second_start_is_quick(houses: list[House], tmp_path: Path) -> None:
    first = House(tmp_path / "data")
    houses.append(first)
    first.wait_for("Ctrl-C stops it")
    assert first.stop() == 0
    started = time.monotonic()
    second = House(tmp_path / "data")
    houses.append(second)
    second.wait_for("Ctrl-C stops it")
    assert "<html" in second.page()
    assert time.monotonic() - started <= 5


def test_a_killed_parent_takes_its_children_along(houses: list[House], tmp_path: Path) -> None:
    house = House(tmp_path / "data")
    houses.append(house)
    house.wait_for("Ctrl-C stops it")
    children = house.family()[1:]
    house.process.kill()
    house.process.wait()
    _, alive = psutil.wait_procs(children, timeout=15)
    assert not alive
    again = House(tmp_path / "data")
    houses.append(again)
    again.wait_for("Ctrl-C stops it")
    assert again.stop() == 0
    assert not postgres_of(tmp_path)


@pytest.mark.parametrize("at", ["initdb", "tables"])
def test_a_start_that_was_killed_is_completed_by_the_next(
    houses: list[House], tmp_path: Path, at: str
) -> None:
    first = House(tmp_path / "data")
    houses.append(first)
    if at == "initdb":
        wait_until_exists(tmp_path / "data/pg.making/postgresql.conf")
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


def wait_until_exists(path: Path, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.002)


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
            timeout=30,
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
        timeout=60,
    )
    assert answer.returncode == 2
    assert "DATABASE_URL" in answer.stderr
    assert "secret" not in answer.stderr


def test_a_second_house_on_the_same_data_is_refused(houses: list[House], tmp_path: Path) -> None:
    first = House(tmp_path / "data")
    houses.append(first)
    first.wait_for("Ctrl-C stops it")
    second = House(tmp_path / "data")
    houses.append(second)
    assert second.process.wait(30) == 2
    assert "already runs" in second.output()
    assert "<html" in first.page()
