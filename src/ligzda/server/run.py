"""`ligzda run`: the whole house on one machine.

The parent starts the database, brings it up to date, then forks two children, the web server and
the worker, which loads the network. Each child watches a pipe that only the parent holds open:
should the parent be killed outright, the pipe closes and the child ends, so nothing is left holding
the port (ADR 0003).
"""

import errno
import fcntl
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from ligzda.errors import LigzdaError
from ligzda.server.database import check_version, data_folder, database
from ligzda.server.progress import step

HOST = "127.0.0.1"
STOP_SECONDS = 15
PORT_SECONDS = 3


class PortTakenError(LigzdaError):
    """Something else listens there."""


class RunsAlreadyError(LigzdaError):
    """Another `ligzda run` uses the same data folder."""


class _StopError(Exception):
    """A signal asked the house to stop."""


def run(port: int) -> int:
    """Serve http://127.0.0.1:port until Ctrl-C or SIGTERM.

    Returns the exit status: 0 when asked to stop, 1 when a child ended by itself.
    Raises PortTakenError, RunsAlreadyError, database.DatabaseError.
    """
    _check_port(port)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _raise_stop)
    try:
        with _alone(data_folder()), _announced_database():
            from ligzda.server.setup import set_up

            set_up()
            return _serve(port)
    except _StopError:
        return 0


def _raise_stop(number: int, frame: object) -> None:
    # Asked once is enough: nothing may interrupt the stopping itself.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    print("\n  Stopping …", flush=True)
    raise _StopError


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the data folder's lock; the system frees it however this process ends.

    A record lock: children do not inherit it, so those of a killed parent do not keep it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "run.lock").open("a+") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RunsAlreadyError(
                f"Ligzda already runs on the data in {folder}. "
                "Stop it first, or give this one a folder of its own: LIGZDA_DATA=FOLDER make run"
            ) from error
        yield


@contextmanager
def _announced_database() -> Iterator[None]:
    given = "DATABASE_URL" in os.environ
    running = database(own=True)
    with step("Database") as say:
        url = running.__enter__()
        check_version(url)
        say("the one in DATABASE_URL" if given else "embedded PostgreSQL")
    try:
        yield
    finally:
        running.__exit__(None, None, None)


def _check_port(port: int) -> None:
    # The children of a run that was just killed take a moment to let go of it.
    end = time.monotonic() + PORT_SECONDS
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
                return
            except OSError as error:
                refusal = error
        if time.monotonic() > end or refusal.errno != errno.EADDRINUSE:
            raise PortTakenError(
                f"port {port} cannot be used ({refusal.strerror}). "
                f"Take another: PORT={port + 1} make run"
            ) from refusal
        time.sleep(0.1)


def _serve(port: int) -> int:
    from django.db import connections
    from django.urls import get_resolver

    # Imported once, before the fork: neither process makes its first reader wait for it.
    _ = get_resolver().url_patterns
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    watched, held = os.pipe()
    children = [
        fork.Process(target=_child, args=(watched, held, serve), name=name)
        for name, serve in (("web server", lambda: _web(port)), ("worker", _worker))
    ]
    try:
        with step("Web server and worker"):
            for child in children:
                child.start()
            _wait_until_served(port, children)
        print(f"\n  Ligzda: http://{HOST}:{port}\n\n  Ctrl-C stops it.\n", flush=True)
        sentinels = [child.sentinel for child in children]
        ended = _wait_until_loaded(sentinels) or wait(sentinels)
        for child in children:
            if child.sentinel in ended:
                child.join()
                print(f"  The {child.name} ended by itself (status {child.exitcode}).", flush=True)
        return 1
    finally:
        os.close(held)
        for child in children:
            if child.pid is not None:
                child.join(STOP_SECONDS)
                if child.is_alive():
                    child.kill()
                    child.join()


def _wait_until_served(port: int, children: Sequence[BaseProcess]) -> None:
    while all(child.is_alive() for child in children):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        wait([child.sentinel for child in children], timeout=0.05)


def _wait_until_loaded(sentinels: Sequence[int]) -> list[Any]:
    """Say when the worker has loaded the network; return those children that ended before."""
    from django.db import connections

    from ligzda.server import loading
    from ligzda.server.load import accounts

    with step("Network") as say:
        while (state := loading.state()) and not state.failed:
            if ended := wait(sentinels, timeout=0.1):
                return ended
        if state:
            say(
                "not all of it could be loaded, the lines above say why; the next start tries again"
            )
    print(f"\n{accounts()}", flush=True)
    connections.close_all()
    return []


def _child(watched: int, held: int, serve: Callable[[], None]) -> None:
    os.setsid()  # Ctrl-C in the terminal is the parent's to handle
    os.close(held)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)

    def end_with_parent() -> None:
        os.read(watched, 1)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_with_parent, daemon=True).start()
    serve()


def _web(port: int) -> None:
    from gunicorn.app.base import BaseApplication

    from ligzda.server.wsgi import application

    class Application(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for key, value in {
                "bind": f"{HOST}:{port}",
                "workers": 2,
                "worker_class": "gthread",
                "threads": 4,
                "graceful_timeout": 5,
                "control_socket_disable": True,
                "loglevel": "warning",
            }.items():
                self.cfg.set(key, value)

        def load(self) -> object:
            return application

    Application().run()


def _worker() -> None:
    from procrastinate.contrib.django import app

    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as worker:
        worker.run_worker(name="ligzda", shutdown_graceful_timeout=5)
