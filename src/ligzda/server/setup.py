"""Bring the database and the static files up to date; hand the rest to the worker."""

import os
from pathlib import Path

import django
from django.conf import settings

from ligzda.kernel.files import write_file
from ligzda.kernel.hashing import sha256
from ligzda.kernel.room import named, rooms
from ligzda.server.prepared import load_prepared
from ligzda.server.progress import step


def set_up() -> None:
    """Migrate, gather static files, ask the worker to load the network.

    Each part is safe to repeat: migrations and the steps of the load are transactions, so a crash
    at any line leaves what the next call completes.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ligzda.server.settings")
    with step("Ligzda"):
        django.setup()
    _migrate()
    _collect_static()
    _begin_work()


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with step("Tables") as say:
        executor = MigrationExecutor(connection)
        if not executor.loader.applied_migrations and load_prepared(os.environ["DATABASE_URL"]):
            say("prepared")
            executor.loader.build_graph()
        if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
            say(f"{len(plan)} migrations")
            call_command("migrate", interactive=False, verbosity=0)
    from ligzda.server.append_only import keep

    keep()


def _collect_static() -> None:
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    lines = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            lines.append(f"{name} {path.stat().st_size} {path.stat().st_mtime_ns}\n")
    there = sha256("".join(lines))
    mark = Path(settings.STATIC_ROOT) / ".collected"
    if mark.exists() and mark.read_text("ascii") == there:
        return
    with step("Static files"):
        call_command("collectstatic", interactive=False, verbosity=0)
        write_file(mark, there.encode())


def _begin_work() -> None:
    from ligzda.server import loading

    loading.ask()
    for room in rooms():
        if room.at_start and (said := named(room.at_start)()):
            print(f"  {said}", flush=True)
