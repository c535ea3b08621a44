"""The prepared database is what all migrations make, and a first start loads it whole or not."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.effort import EFFORT
from tests.keeping import kept
from tests.postgres import TABLES

from ligzda.server import prepared
from ligzda.server.cluster import Cluster
from ligzda.server.management.commands.prepare_database import migrated_database

# What holds of a database whichever way it was made, from the catalogue itself.
# Columns by name: one that a migration removed has left a gap in their numbers.
_NAMES = """(
    SELECT array_agg(attname::text ORDER BY place)
    FROM unnest({keys}) WITH ORDINALITY AS key(number, place)
    JOIN pg_attribute ON attrelid = {table} AND attnum = key.number)"""
CATALOGUE = {
    "columns": """
        SELECT table_name, column_name, udt_name, character_maximum_length, is_nullable,
            column_default, is_identity, is_generated, generation_expression,
            rank() OVER (PARTITION BY table_name ORDER BY ordinal_position)
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraints": f"""
        SELECT conrelid::regclass::text, conname, contype, confrelid::regclass::text,
            {_NAMES.format(keys="conkey", table="conrelid")},
            {_NAMES.format(keys="confkey", table="confrelid")},
            confdeltype, condeferrable, condeferred, convalidated
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "conditions": """
        SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "indexes": f"""
        SELECT indrelid::regclass::text, indexrelid::regclass::text, indisunique, indclass::text,
            {_NAMES.format(keys="indkey", table="indrelid")}, indpred IS NULL
        FROM pg_index WHERE indrelid IN (
            SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)""",
    "triggers": """
        SELECT tgrelid::regclass::text, tgname, tgenabled, tgdeferrable, tgtype,
            pg_get_triggerdef(oid), obj_description(oid)
        FROM pg_trigger WHERE NOT tgisinternal""",
    "functions": """
        SELECT oid::regprocedure::text, prosrc, provolatile, prosecdef
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace""",
    "types": """
        SELECT enumtypid::regtype::text, enumlabel,
            rank() OVER (PARTITION BY enumtypid ORDER BY enumsortorder) FROM pg_enum""",
    "sequences": "SELECT sequencename, last_value FROM pg_sequences",
}


@contextmanager
def empty_database(server: str, *, template: str = "template0", suffix: str = "") -> Iterator[str]:
    name = sql.Identifier(f"ligzda_prepared_{os.getpid()}_{template}_{suffix}")
    copied = sql.Identifier(template)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, copied))
        try:
            yield psycopg.conninfo.make_conninfo(server, dbname=name.as_string().strip('"'))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


@pytest.fixture
def empty() -> Iterator[str]:
    with empty_database(os.environ["DATABASE_URL"]) as url:
        yield url


@dataclass(frozen=True)
class Migrated:
    """What every migration, run one after the other, has made."""

    dump: str
    content: dict[str, list[str]]


@pytest.fixture(scope="module")
def migrated() -> Migrated:
    """Run them, or take what is kept for this state of them and of what is asked of it.

    Nine minutes of a processor: by night, and whenever `prepare_database` makes the file anew.
    """
    if EFFORT != "nightly":
        pytest.skip("all migrations on an empty database: by night")

    def run(folder: Path) -> None:
        folder.mkdir()
        with migrated_database(os.environ["DATABASE_URL"]) as url:
            (folder / "dump.sql").write_text(prepared.dump(url), "utf-8")
            (folder / "content.json").write_text(json.dumps(content(url)), "utf-8")

    asked = ("src/ligzda/server/prepared.py", "tests/server/test_prepared.py")
    folder = kept("migrations", *TABLES, *asked, make=run)
    return Migrated(
        (folder / "dump.sql").read_text("utf-8"),
        json.loads((folder / "content.json").read_text("utf-8")),
    )


def catalogue(connection: psycopg.Connection) -> dict[str, list[str]]:
    """Return what the catalogue says of a database, however often it was dumped and loaded."""
    found = {
        name: sorted(map(str, connection.execute(query.encode()).fetchall()))
        for name, query in CATALOGUE.items()
    }
    # Each time it is loaded, PostgreSQL writes the casts within a condition another way.
    found["conditions"] = [
        re.sub(r"::[a-z ]+(\(\d+\))?(\[\])?|[() ]", "", row) for row in found["conditions"]
    ]
    return found


def content(url: str) -> dict[str, list[str]]:
    """Return what the catalogue says, and the rows of every table but moments and identifiers."""
    with psycopg.connect(url) as connection:
        found = catalogue(connection)
        columns = connection.execute("""
            SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position)
            FROM information_schema.columns JOIN information_schema.tables
                USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND udt_name NOT IN ('timestamptz', 'uuid')
            GROUP BY table_name""").fetchall()
        for table, names in columns:
            query = sql.SQL("SELECT {} FROM {}").format(
                sql.SQL(", ").join(map(sql.Identifier, names)), sql.Identifier(table)
            )
            found[table] = sorted(map(str, connection.execute(query).fetchall()))
    return found


@pytest.mark.slow
def test_the_file_is_what_the_migrations_make_now(migrated: Migrated) -> None:
    """Where it fails: `ligzda manage prepare_database`, and commit the file."""
    assert migrated.dump == prepared.PREPARED.read_text("utf-8")


@pytest.mark.slow
def test_loaded_it_is_what_the_migrations_make(migrated: Migrated, empty: str) -> None:
    assert prepared.load_prepared(empty)
    assert content(empty) == migrated.content
    assert unapplied(empty) == ""


def unapplied(url: str) -> str:
    """What Django would still migrate."""
    plan = subprocess.run(
        [sys.executable, "-m", "ligzda.cli", "manage", "showmigrations", "--plan"],
        env=os.environ | {"DATABASE_URL": url},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return "\n".join(line for line in plan.splitlines() if line.startswith("[ ]"))


def test_what_is_made_anew_differs_between_two_installations(empty: str) -> None:
    """Otherwise every installation's pages would be translations of each other's."""
    with empty_database(os.environ["DATABASE_URL"], suffix="other") as other:
        keys = translation_keys(empty) | translation_keys(other)
    assert len(keys) == 4


def translation_keys(url: str) -> set[object]:
    assert prepared.load_prepared(url)
    with psycopg.connect(url) as connection:
        return {
            key for (key,) in connection.execute("SELECT translation_key FROM wagtailcore_page")
        }


def test_a_database_that_is_not_empty_is_left_alone(empty: str) -> None:
    with psycopg.connect(empty) as connection:
        connection.execute("CREATE TABLE somebodys (thing text)")
    assert not prepared.load_prepared(empty)
    assert tables(empty) == {"somebodys"}


def test_a_server_that_does_not_understand_the_file_keeps_nothing_of_it(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half = tmp_path / "half.sql"
    half.write_text("CREATE TABLE first (id int);\nCREATE TABLE second (id of_no_such_type);\n")
    monkeypatch.setattr(prepared, "PREPARED", half)
    assert not prepared.load_prepared(empty)
    assert tables(empty) == set()


def tables(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {name for (name,) in rows}


@pytest.mark.slow
def test_an_older_server_takes_it_too(tmp_path: Path, empty: str) -> None:
    server = Cluster(tmp_path / "other", version=16)
    server.make()
    server.start()
    try:
        with empty_database(server.url("postgres")) as url:
            assert prepared.load_prepared(url)
            assert prepared.load_prepared(empty)
            assert content(url) == content(empty)
    finally:
        server.stop()
