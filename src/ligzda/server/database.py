"""The embedded PostgreSQL: started under `.data/pg` where no DATABASE_URL names another server.

Why a wheel and not the system's server: ADR 0002.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ligzda.errors import LigzdaError
from ligzda.server.cluster import Cluster

DATABASE_NAME = "ligzda"
OLDEST_POSTGRESQL = 150000


class DatabaseError(LigzdaError):
    """The database cannot be started or used; the message says what to do."""


def data_folder() -> Path:
    """Where this installation keeps its data: LIGZDA_DATA, or `.data` in the current folder."""
    return Path(os.environ.get("LIGZDA_DATA") or ".data").resolve()


@contextmanager
def database(cluster: Cluster | None = None, *, own: bool = False) -> Iterator[str]:
    """Yield the URL of a running database and put it into DATABASE_URL for Django.

    With DATABASE_URL set, that server is used and never stopped. Otherwise the embedded
    server is started (default: the one in `.data/pg`); whoever started it stops it, so a
    command beside a running `ligzda run` leaves the server alone. With `own` it is stopped
    in any case: `ligzda run` also ends a server that a killed run left behind.
    """
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    cluster = cluster or Cluster(data_folder() / "pg")
    cluster.folder.parent.mkdir(parents=True, exist_ok=True)
    stop = own or not cluster.is_running()
    try:
        cluster.make()
        cluster.start()
    except Exception as error:
        raise DatabaseError(
            f"The embedded PostgreSQL in {cluster.folder} did not start: {error}. "
            f"Its log is {cluster.log}. "
            "Another server can be used instead: DATABASE_URL=postgresql://user:password@host/name"
        ) from error
    try:
        _create_if_missing(cluster.url("postgres"))
        os.environ["DATABASE_URL"] = cluster.url(DATABASE_NAME)
        yield cluster.url(DATABASE_NAME)
    finally:
        os.environ.pop("DATABASE_URL", None)
        if stop:
            cluster.stop()


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
