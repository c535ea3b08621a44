"""`ligzda manage prepare_database`: run every migration, keep what they make as prepared.sql."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandParser
from psycopg import sql

from ligzda.server.prepared import PREPARED, dump, load_prepared


class Command(BaseCommand):
    """Run it after every change to a migration, and commit the file with it."""

    help = "Run all migrations in a database of their own and write src/ligzda/server/prepared.sql."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the quick way on demand."""
        parser.add_argument(
            "--on-top",
            action="store_true",
            help="Run only what the file lacks, while migrations are still being written: seconds "
            "instead of minutes, but numbers of rows differ. The whole run comes last.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the file anew; the database at hand is not touched."""
        with migrated_database(os.environ["DATABASE_URL"], on_top=options["on_top"]) as url:
            text = dump(url)
        PREPARED.write_bytes(text.encode())
        self.stdout.write(f"{PREPARED}: {len(text.splitlines())} lines")


@contextmanager
def migrated_database(server: str, *, on_top: bool = False) -> Iterator[str]:
    """Yield the URL of a database beside the one at `server`, made by all migrations.

    `on_top`: by those alone that the prepared file lacks.
    """
    name = f"ligzda_migrated_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'")
        connection.execute(made.format(sql.Identifier(name)))
        try:
            url = psycopg.conninfo.make_conninfo(server, dbname=name)
            if on_top:
                load_prepared(url)
            migrate = ["-m", "ligzda.cli", "manage", "migrate", "--no-input", "--verbosity=0"]
            subprocess.run(
                [sys.executable, *migrate], env=os.environ | {"DATABASE_URL": url}, check=True
            )
            yield url
        finally:
            dropped = sql.SQL("DROP DATABASE {} WITH (FORCE)")
            connection.execute(dropped.format(sql.Identifier(name)))
