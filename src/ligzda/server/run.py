"""`ligzda run`: the whole house on one machine.

The parent starts the database, brings it up to date, then forks the web server and two workers, of
which one loads the network. It keeps all of them running, the embedded database too (ADR 0070).
"""

import errno
import fcntl
import gc
import os
import signal
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from ligzda.errors import LigzdaError
from ligzda.server.child import Child, Tie
from ligzda.server.cluster import Cluster
from ligzda.server.database import check_version, data_folder, database
from ligzda.server.progress import step
from ligzda.server.run_as import leave_root
from ligzda.server.supervisor import GaveUpError, Part, Supervisor

HOST = "127.0.0.1"
STOP_SECONDS = 15
PORT_SECONDS = 10
LOOK_SECONDS = 0.25
START_SECONDS = 0.02
"""Between two looks while somebody waits for the first page."""


class PortTakenError(LigzdaError):
    """Something else listens there."""


class RunsAlreadyError(LigzdaError):
    """Another `ligzda run` uses the same data folder."""


class FolderError(LigzdaError):
    """The data folder cannot be used."""


class PublicError(LigzdaError):
    """These settings would open a public house to everybody, or leave its letters unsent."""


class _StopError(Exception):
    """A signal asked the house to stop."""


def run(port: int) -> int:
    """Serve http://127.0.0.1:port until Ctrl-C or SIGTERM.

    Returns the exit status: 0 when asked to stop, 1 when a part ended again and again.
    Raises PublicError, PortTakenError, FolderError, RunAsError, RunsAlreadyError,
    database.DatabaseError.
    """
    _check_public()
    os.umask(0o077)  # what is written here is for whom it runs as alone
    listener = _take(port)
    name_address(listener)
    _make(data_folder())
    if done := leave_root(data_folder()):
        print(f"  {done}.", flush=True)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _raise_stop)
    try:
        with listener, alone(data_folder()), _announced_database() as embedded:
            # A quarter of the start was looking for garbage in what is imported, which stays.
            gc.disable()
            from ligzda.server.setup import set_up

            set_up()
            if embedded:
                from ligzda.server.privileges import grant, serve_as_role

                grant(os.environ["DATABASE_URL"])
                serve_as_role()
            return _serve(listener, embedded)
    except _StopError:
        return 0


def name_address(listener: socket.socket) -> None:
    """Let letters name the address this house answers at, where the settings name no other."""
    os.environ.setdefault("LIGZDA_URL", f"http://{HOST}:{listener.getsockname()[1]}")


def _check_public() -> None:
    """Refuse on a host with HTTPS what is for one machine only."""
    if os.environ.get("LIGZDA_HTTPS") != "1":
        return
    if os.environ.get("LIGZDA_DEMO") == "1":
        raise PublicError(
            "LIGZDA_DEMO=1 with LIGZDA_HTTPS=1 would let everybody in by the demo accounts; "
            "leave LIGZDA_DEMO out"
        )
    if not os.environ.get("LIGZDA_SMTP_URL"):
        raise PublicError(
            "LIGZDA_HTTPS=1 needs LIGZDA_SMTP_URL: nobody would get a first password, and letters "
            "that the law asks for would not be sent"
        )


def _raise_stop(number: int, frame: object) -> None:
    # Asked once is enough: nothing may interrupt the stopping itself.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    print("\n  Stopping …", flush=True)
    raise _StopError


def _make(folder: Path) -> None:
    with _usable(folder):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def _usable(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderError(
            f"the data folder {folder} cannot be used: {error.strerror}. "
            "Take another: LIGZDA_DATA=FOLDER"
        ) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the data folder's lock; the system frees it however this process ends.

    A record lock: children do not inherit it, so those of a killed parent do not keep it.
    """
    _make(folder)
    with _usable(folder):
        file = (folder / "run.lock").open("a+")
    with file as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise RunsAlreadyError(
                f"Ligzda already runs on the data in {folder}. "
                "Stop it first, or give this one a folder of its own: LIGZDA_DATA=FOLDER make run"
            ) from error
        yield


@contextmanager
def _announced_database() -> Iterator[list[Part]]:
    """Start the database; yield the embedded server as what is to be kept running."""
    given = "DATABASE_URL" in os.environ
    cluster = Cluster(data_folder() / "pg")
    running = database(cluster, own=True)
    with step("Database") as say:
        url = running.__enter__()
        check_version(url)
        say("the one in DATABASE_URL" if given else "embedded PostgreSQL")
    try:
        yield [] if given else [cluster]
    finally:
        running.__exit__(None, None, None)


def _take(port: int) -> socket.socket:
    """Return a socket that has the port, on which nothing listens yet.

    The parent keeps it: what connects while the web server is started again waits for it.
    """
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # The children of a run that was just killed take a moment to let go of it.
    end = time.monotonic() + PORT_SECONDS
    while True:
        try:
            listener.bind((HOST, port))
            return listener
        except OSError as error:
            refusal = error
        if time.monotonic() > end or refusal.errno != errno.EADDRINUSE:
            listener.close()
            raise PortTakenError(
                f"port {port} cannot be used ({refusal.strerror}). "
                f"Take another: PORT={port + 1} make run"
            ) from refusal
        time.sleep(0.1)


def _serve(listener: socket.socket, embedded: Sequence[Part]) -> int:
    from django.db import connections
    from django.urls import get_resolver

    from ligzda.server.worker import WORKERS

    # Imported once, before the fork: neither process makes its first reader wait for it.
    _ = get_resolver().url_patterns
    # Nor do the children look through it: what they do not write to stays the parent's memory.
    gc.freeze()
    gc.enable()
    tie = Tie()
    children = [
        Child(name, serve, tie, connections.close_all)
        for name, serve in (
            ("web server", partial(_web, listener)),
            *((name, partial(_work, listener, name, queues)) for name, queues in WORKERS.items()),
        )
    ]
    supervisor = Supervisor([*embedded, *children], say=_say)
    try:
        with step("Web server and worker"):
            for child in children:
                child.start()
            _wait_until_served(listener, supervisor)
        port = listener.getsockname()[1]
        print(f"\n  Ligzda: http://{HOST}:{port}\n\n  Ctrl-C stops it.\n", flush=True)
        _wait_until_loaded(supervisor)
        while True:
            _look(supervisor)
    except GaveUpError as error:
        print(f"  Ligzda stops: {error}", flush=True)
        return 1
    finally:
        tie.cut()
        for child in children:
            child.end(STOP_SECONDS)


def _say(what: str) -> None:
    print(f"  {what}.", flush=True)


def _look(supervisor: Supervisor, seconds: float = LOOK_SECONDS) -> None:
    supervisor.look()
    time.sleep(seconds)


def _wait_until_served(listener: socket.socket, supervisor: Supervisor) -> None:
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(listener.getsockname()) == 0:
                return
        _look(supervisor, START_SECONDS)


def _wait_until_loaded(supervisor: Supervisor) -> None:
    """Say when the worker has loaded the network."""
    from django.db import DatabaseError, connections

    from ligzda.server import loading
    from ligzda.server.load import accounts

    with step("Network") as say:
        while True:
            try:
                state = loading.state()
                if not state or state.failed:
                    break
            except DatabaseError:
                connections.close_all()  # it may be away for a moment
            _look(supervisor)
        if state:
            say(
                "not all of it could be loaded, the lines above say why; the next start tries again"
            )
    print(f"\n{accounts()}", flush=True)
    connections.close_all()


def _web(listener: socket.socket) -> None:
    from gunicorn.app.base import BaseApplication

    from ligzda.server.whole_requests import WholeRequestWorker
    from ligzda.server.wsgi import application

    class Application(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for key, value in {
                "bind": f"fd://{listener.detach()}",
                "workers": 2,
                "worker_class": WholeRequestWorker,
                "threads": 4,
                "graceful_timeout": 5,
                "control_socket_disable": True,
                "loglevel": "warning",
            }.items():
                self.cfg.set(key, value)

        def load(self) -> object:
            return application

    Application().run()


def _work(listener: socket.socket, name: str, queues: Sequence[str]) -> None:
    from ligzda.server.worker import work

    listener.close()
    work(name, queues)
