"""Every release that was out is upgraded: same tables as a new installation, no row lost."""

import gzip
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.effort import EFFORT
from tests.releases import RELEASES
from tests.server.test_prepared import catalogue, empty_database

from ligzda.server.prepared import load_prepared

UPGRADE = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
django.setup()
from django.core.management import call_command
from ligzda.server.load import load_network
call_command("migrate", interactive=False, verbosity=0)
print(load_network())
"""
# How far numbers have come is the data's own.
OWN = {"sequences"}


def rows(connection: psycopg.Connection) -> dict[str, int]:
    names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found = {}
    for (name,) in names.fetchall():
        counted = connection.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))
        ).fetchone()
        assert counted
        found[name] = counted[0]
    return found


@pytest.mark.slow
@pytest.mark.skipif(EFFORT != "nightly", reason="every migration since, on data: by night")
@pytest.mark.parametrize("release", sorted(RELEASES.glob("*.sql.gz")), ids=lambda path: path.name)
def test_a_release_with_its_data_is_upgraded(release: Path, tmp_path: Path) -> None:
    """Where tables differ for an old release: a migration that was out has been changed."""
    server = os.environ["DATABASE_URL"]
    with (
        empty_database(server, suffix="new") as new,
        empty_database(server, suffix="old") as old,
    ):
        assert load_prepared(new)
        with psycopg.connect(old) as connection:
            connection.execute(gzip.decompress(release.read_bytes()))
        with psycopg.connect(old) as connection:
            before = rows(connection)
        upgraded = subprocess.run(
            [sys.executable, "-c", UPGRADE],
            env=os.environ | {"DATABASE_URL": old, "LIGZDA_DATA": str(tmp_path)},
            check=True,
            capture_output=True,
            text=True,
        )
        assert "koordinators.ogre@ligzda.example" in upgraded.stdout
        with psycopg.connect(old) as connection, psycopg.connect(new) as made_new:
            known = connection.execute("SELECT count(months) FROM blueprints_level").fetchone()
            after, tables, fresh = rows(connection), catalogue(connection), catalogue(made_new)
    for name in fresh.keys() - OWN:
        assert tables[name] == fresh[name], name
    lost = {name for name, count in before.items() if after.get(name, 0) < count}
    assert not lost
    assert known == (5,)  # the lengths of stay that came with the release are read from its codes


def test_a_release_is_kept() -> None:
    assert (RELEASES / "0.2.0.sql.gz").is_file()
