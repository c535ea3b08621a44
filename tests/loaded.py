"""The network that comes with Ligzda: loaded once a worker, copied in from then on.

Loading it takes a quarter of a minute, and dozens of modules begin with it. What the first load
changed is kept in memory, table by table, and put back by COPY with triggers at rest: the rows,
their history and the events, as the actions wrote them. So are the sizes of the articles' pictures,
which a page would draw anew in every test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction

from ligzda.newsroom.models import Article
from ligzda.server.load import load_network

SIZES = ("width-1200", "width-600", "fill-400x267")
"""What the newsroom's pages show pictures in."""
HEAP = 500
"""So many dead rows of a table every later query of it would walk over."""


@dataclass(frozen=True)
class Kept:
    """Rows of the tables that the load changed, as COPY's text, and the sequences' values."""

    rows: dict[str, bytes]
    sequences: dict[str, int]


_kept: list[Kept] = []


def load_once() -> None:
    """Load the network within the caller's transaction.

    A test that commits (`transaction=True`) begins with emptied tables and calls `load_committed`.
    """
    assert connection.in_atomic_block, "load_once copies within a transaction; call load_committed"
    if _kept:
        _put_back(_kept[0])
        return
    before, sequences = _rows(), _sequences()
    load_network()
    for article in Article.objects.exclude(picture=None):
        article.picture.get_renditions(*SIZES)
    connection.check_constraints()  # which also writes the links of the audit trail
    rows = {table: text for table, text in _rows().items() if before[table] != text}
    values = {name: value for name, value in _sequences().items() if sequences[name] != value}
    if _may_rest_triggers():
        _kept.append(Kept(rows, values))


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
