"""What a migration writes in SQL of its own, its reverse takes away, and adds nothing."""

import re

from django.db import migrations
from django.db.migrations.loader import MigrationLoader

_ADDED = re.compile(r"ADD CONSTRAINT (\w+)")
_DROPPED = re.compile(r"DROP CONSTRAINT (?:IF EXISTS )?(\w+)")


def _with_constraints() -> dict[str, tuple[str, str]]:
    """Return the statements that add a constraint, forward and back, by where they stand."""
    disk = MigrationLoader(None).disk_migrations
    return {
        f"{room}.{name}[{place}]": (str(operation.sql), str(operation.reverse_sql))
        for (room, name), migration in disk.items()
        if type(migration).__module__.startswith("ligzda.")
        for place, operation in enumerate(migration.operations)
        if isinstance(operation, migrations.RunSQL) and _ADDED.search(str(operation.sql))
    }


def test_constraints_that_a_migration_adds_are_dropped_when_it_is_taken_back() -> None:
    found = _with_constraints()
    assert "incubators.0003_places" in {name.partition("[")[0] for name in found}
    for name, (forward, back) in found.items():
        assert sorted(_ADDED.findall(forward)) == sorted(_DROPPED.findall(back)), name
        assert not _ADDED.search(back), name
