"""The network that comes with Ligzda: loaded once for a day, copied in from then on.

Loading it takes a quarter of a minute, its people as long again, and dozens of modules begin with
them. So a process of its own loads them into an empty database; what that changed is kept on disk
(tests/keeping.py), table by table, and put back by COPY with triggers at rest: the rows, their
history and the events, as the actions wrote them. So are the sizes of the articles' pictures, which
a page would draw anew in every test.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from psycopg.pq import TransactionStatus
from tests.keeping import REPOSITORY, kept
from tests.postgres import HASHERS, secrets

SIZES = ("width-1200", "width-600", "fill-400x267")
"""What the newsroom's pages show pictures in."""
HEAP = 500
"""So many dead rows of a table every later query of it would walk over."""

NETWORK, PEOPLE = "network", "people"
MADE_FROM = (
    "requirements/run.txt",
    "src/ligzda/**/*",
    "tests/keeping.py",
    "tests/loaded.py",
    "tests/postgres.py",
)
ROWS, DATA, KEYS = "rows", "house", "master-keys"


@dataclass(frozen=True)
class Kept:
    """Rows of the tables that the load changed, as COPY's text, and the sequences' values."""

    rows: dict[str, bytes]
    sequences: dict[str, int]


def load_once() -> None:
    """Load the network within the caller's transaction.

    A test that commits (`transaction=True`) begins with emptied tables and calls `load_committed`.
    """
    _load(NETWORK)


def load_people_once(keys: Path) -> None:
    """Load the network and the demonstration of people; put their master keys into a file."""
    if not _may_rest_triggers():
        _load(NETWORK)
        _load_people()
        return
    _load(PEOPLE)
    shutil.copy(_folder(PEOPLE) / DATA / KEYS, keys)


def be_kept() -> None:
    """Have the network loaded and kept, for a process beside this one that calls `load_once`."""
    _folder(NETWORK)


@transaction.atomic
def load_committed() -> None:
    """Load the network for a test that commits, or whose rows a server reads."""
    load_once()


def putting_back() -> Callable[[], None] | None:
    """Return what gives every table the rows of now again, whatever tests have committed.

    None where triggers may not rest.
    """
    if not _may_rest_triggers():
        return None
    before = _rows()

    def put_back() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            # As TRUNCATE would, it waits for whoever still writes.
            cursor.execute(f"LOCK TABLE {', '.join(before)} IN SHARE ROW EXCLUSIVE MODE")
            now = _rows()
            changed = [table for table, text in before.items() if now[table] != text]
            _put_back(Kept({table: before[table] for table in changed}, {}))
        heaped = [table for table in changed if now[table].count(b"\n") > HEAP]
        if heaped:
            with connection.cursor() as cursor:
                cursor.execute(f"VACUUM (ANALYZE) {', '.join(heaped)}")

    return put_back


def sweep() -> None:
    """Clear away the rows that a module took back: no autovacuum does (tests/postgres.py).

    Past Django, which looks at no connection between tests, or beside Playwright's loop.
    """
    raw = connection.connection
    if raw is None or raw.closed or raw.info.transaction_status != TransactionStatus.IDLE:
        return
    raw.execute("SELECT pg_stat_force_next_flush()")
    found = "SELECT string_agg(relid::regclass::text, ', ') FROM pg_stat_user_tables"
    (heaped,) = raw.execute(f"{found} WHERE n_dead_tup > {HEAP}").fetchone()
    if heaped:
        raw.execute(f"VACUUM (ANALYZE) {heaped}")


def _load(what: str) -> None:
    assert connection.in_atomic_block, "it copies within a transaction; call load_committed"
    if not _may_rest_triggers():
        _load_network()
        return
    _put_back(_kept(what))
    _put_pictures_back()


def _load_network() -> None:
    from ligzda.newsroom.models import Article
    from ligzda.server.load import load_network

    load_network()
    for article in Article.objects.exclude(picture=None):
        article.picture.get_renditions(*SIZES)
    connection.check_constraints()  # which also writes the links of the audit trail


def _load_people() -> None:
    from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of
    from ligzda.network.load import system_member
    from ligzda.people.demonstration.load import load
    from ligzda.trial import demonstration as trial

    with rows_of(EVERYWHERE, HOUSE):
        trial.load(by=system_member())
        load(by=system_member())
        connection.check_constraints()


# --- what is kept --------------------------------------------------------------------------------


@cache
def _kept(what: str) -> Kept:
    found: Kept = pickle.loads((_folder(what) / ROWS).read_bytes())
    return found


@cache
def _folder(what: str) -> Path:
    """Return the folder of what was loaded from these sources, with these secrets, today."""
    beside = f"{secrets().name} {timezone.localdate()}"
    return kept(what, *MADE_FROM, beside=beside, make=lambda folder: _make(what, folder))


def _make(what: str, folder: Path) -> None:
    """Load it into an empty database, in a process that no test has touched."""
    url, name = os.environ["DATABASE_URL"], f"ligzda_loaded_{os.getpid()}"
    template = os.environ.get("LIGZDA_TEST_TEMPLATE", "template0")
    shutil.copytree(secrets(), folder / DATA)
    # Not through `url`: a database that somebody is in cannot be a template.
    beside = psycopg.conninfo.make_conninfo(url, dbname="postgres")
    with psycopg.connect(beside, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
        try:
            environment = os.environ | {
                "DATABASE_URL": psycopg.conninfo.make_conninfo(url, dbname=name),
                "LIGZDA_DATA": str(folder / DATA),
                "DJANGO_SETTINGS_MODULE": "ligzda.server.settings",
            }
            command = [sys.executable, "-m", "tests.loaded", what, str(folder / ROWS)]
            subprocess.run(command, env=environment, cwd=REPOSITORY, check=True)
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def main(what: str, to: Path) -> None:
    """Load into the database of DATABASE_URL and write what that changed."""
    import django

    settings.PASSWORD_HASHERS = HASHERS
    django.setup()
    if "LIGZDA_TEST_TEMPLATE" not in os.environ:
        call_command("migrate", interactive=False, verbosity=0)
    with transaction.atomic():
        before, sequences = _rows(), _sequences()
        if what == NETWORK:
            _load_network()
        else:
            load_once()
            _load_people()
        rows = {table: text for table, text in _rows().items() if before[table] != text}
        values = {name: value for name, value in _sequences().items() if sequences[name] != value}
        to.write_bytes(pickle.dumps(Kept(rows, values)))
        transaction.set_rollback(True)


def _put_pictures_back() -> None:
    """Put the network's pictures where a page looks for them: other workers may look meanwhile."""
    pictures = _folder(NETWORK) / DATA / "media"
    for picture in filter(Path.is_file, pictures.rglob("*")):
        there = settings.MEDIA_ROOT / picture.relative_to(pictures)
        if not there.exists():
            there.parent.mkdir(parents=True, exist_ok=True)
            coming = there.with_name(f"{there.name}.{os.getpid()}")
            shutil.copy(picture, coming)
            coming.rename(there)


def _tables() -> dict[str, str]:
    """Columns that can be written, by table."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT quote_ident(t.table_name), string_agg(
                quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position)
            FROM information_schema.tables t JOIN information_schema.columns c
                USING (table_schema, table_name)
            WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
                AND c.is_generated = 'NEVER'
            GROUP BY t.table_name
        """)
        return dict(cursor.fetchall())


def _rows() -> dict[str, bytes]:
    found = {}
    with connection.cursor() as cursor:
        for table, columns in _tables().items():
            with cursor.copy(f"COPY {table} ({columns}) TO STDOUT") as copy:
                found[table] = b"".join(bytes(block) for block in copy)
    return found


def _sequences() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences")
        return dict(cursor.fetchall())


def _may_rest_triggers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        (superuser,) = cursor.fetchone()
        return bool(superuser)


def _put_back(kept: Kept) -> None:
    columns = _tables()
    connection.check_constraints()  # an event goes with its link, not before it is written
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, text in kept.rows.items():
            cursor.execute(f"DELETE FROM {table}")
            with cursor.copy(f"COPY {table} ({columns[table]}) FROM STDIN") as copy:
                copy.write(text)
        # Forward only: no rollback takes a number back, and the rows that the rollback brings back
        # may have later ones. A row of a many-to-many table under a number that is taken is passed
        # over in silence.
        come_to = _sequences()
        for name, value in kept.sequences.items():
            if value > come_to[name]:
                cursor.execute("SELECT setval(quote_ident(%s)::regclass, %s)", [name, value])
        cursor.execute("SET LOCAL session_replication_role = origin")


if __name__ == "__main__":
    # Under its own name: what is kept is of the class that others know.
    from tests.loaded import main as load

    load(sys.argv[1], Path(sys.argv[2]))
