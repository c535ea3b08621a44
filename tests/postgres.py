"""A pytest plugin: one embedded PostgreSQL, one set of static files, no network for the whole run.

It acts before pytest-django reads the settings; the workers of xdist inherit the address. The
tables are made once and kept until a migration, a setting or a lock changes: a run starts from a
copy of that cluster, and every worker's database is a copy of the one in it.
"""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import psycopg
import pytest
import tests.closed.sitecustomize  # noqa: F401
from tests import tracing
from tests.keeping import FOLDER, digest, kept

# As the command does: before anything imports NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Numba looks at the file of a function only, not at those whose functions it has taken in.
COMPILED = digest("requirements/run.txt", "src/ligzda/evidence/**/*.py")
os.environ.setdefault("NUMBA_CACHE_DIR", str(FOLDER / "numba" / COMPILED))

# Pythons that the tests start run it by themselves.
CLOSED = str(Path(__file__).parent / "closed")
if CLOSED not in os.environ.get("PYTHONPATH", "").split(os.pathsep):
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (CLOSED, os.environ.get("PYTHONPATH"))))

TABLES = (
    "requirements/run.txt",
    "src/ligzda/server/settings.py",
    "src/ligzda/network/roles.py",
    "src/ligzda/*/migrations/*.py",
    "src/ligzda/server/prepared.sql",  # remade when the order of models, and so their rows, changes
)

# Of the run's own server, whose data end with it; houses that the tests start keep theirs.
# Autovacuum sees no row of a transaction that is still open, as a module's is: now and then it took
# its tables for empty, and from then on every join of the module went through all rows for each.
NOT_DURABLE = """
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
"""

# As long as a password is good, 0.2 s of hashing; nothing is guarded here.
HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

DATABASE_NAME, TEMPLATE = "ligzda", "ligzda_template"

_cleanup = ExitStack()
# A tenth of a run was looking through what is imported, which stays until the end.
gc.disable()
tracing.one_at_a_time()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    """Start the server, unless DATABASE_URL names one."""
    if "LIGZDA_TEST_RUN" not in os.environ:
        from ligzda.server.cluster import Cluster
        from ligzda.server.database import database

        folder = Path(tempfile.mkdtemp(prefix="ligzda-test-"))
        os.environ["LIGZDA_DATA"] = str(folder)
        os.environ["LIGZDA_TEST_RUN"] = "1"
        shutil.copytree(secrets(), folder, dirs_exist_ok=True)
        _cleanup.callback(shutil.rmtree, folder, ignore_errors=True)
        if "DATABASE_URL" not in os.environ:
            # As root the server runs as a user of its own, who must reach and own the copy.
            folder.chmod(0o755)
            copy_cluster(folder / "pg")
            with (folder / "pg" / "postgresql.conf").open("a") as settings:
                settings.write(NOT_DURABLE)
            url = _cleanup.enter_context(database(Cluster(folder / "pg")))
            os.environ["LIGZDA_TEST_TEMPLATE"] = _template(url)
        else:
            _cleanup.enter_context(database(Cluster(folder / "pg")))
    yield


def pytest_collection_finish() -> None:
    """From now on garbage is looked for, among what the tests make."""
    gc.freeze()
    gc.enable()


def _template(url: str) -> str:
    """Return a database that copies are made of: it bears another name than any address does.

    A database that somebody is in cannot be copied, and tests come in by DATABASE_URL.
    """
    beside = psycopg.conninfo.make_conninfo(url, dbname="postgres")
    with psycopg.connect(beside, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {TEMPLATE} TEMPLATE {DATABASE_NAME}")
    return TEMPLATE


def pytest_configure(config: pytest.Config) -> None:
    """Copy the kept tables; gather the static files once, as the served installation does."""
    import django
    from django.conf import settings

    if template := os.environ.get("LIGZDA_TEST_TEMPLATE"):
        test: Any = settings.DATABASES["default"].setdefault("TEST", {})
        test["TEMPLATE"] = template
    _look_through_static_files_once()
    settings.PASSWORD_HASHERS = HASHERS
    if hasattr(config, "workerinput"):
        return
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


def _look_through_static_files_once() -> None:
    """Every test with a client starts WhiteNoise, which looks at each file: 0.1 s a test."""
    from whitenoise.base import WhiteNoise

    look = WhiteNoise.update_files_dictionary
    found: dict[tuple[str, str], dict[str, Any]] = {}

    def look_once(self: Any, root: str, prefix: str) -> None:
        if (root, prefix) not in found:
            before = set(self.files)
            look(self, root, prefix)
            new = set(self.files) - before
            found[root, prefix] = {url: self.files[url] for url in new}
        self.files.update(found[root, prefix])

    WhiteNoise.update_files_dictionary = look_once


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove its files."""
    _cleanup.close()


def secrets() -> Path:
    """Return the secrets of every run: what is kept of a loaded network opens by them alone."""

    def make(folder: Path) -> None:
        from ligzda.server.secrets import kept_secret
        from ligzda.training.credentials.issuer import keys_in

        kept_secret(folder / "secret-key", 50)
        kept_secret(folder / "demo-password", 12)
        keys_in(folder / "issuer-keys")

    return kept("secrets", make=make)


def copy_cluster(to: Path) -> None:
    """Copy the cluster of migrated, empty tables, owned as the server needs it."""
    from ligzda.server.cluster import library

    subprocess.run(["cp", "-a", kept("postgresql", *TABLES, make=_make_cluster), to], check=True)
    if os.geteuid() == 0:
        # The server runs as a user of its own then, who must reach what that user owns.
        library().utils.ensure_prefix_permissions(to)


def _make_cluster(folder: Path) -> None:
    """Make it as a first start does; tests/server/test_prepared.py runs every migration by night.

    All workers wait for it, and all migrations take nine minutes of one processor.
    """
    from ligzda.server.cluster import Cluster
    from ligzda.server.database import database
    from ligzda.server.prepared import load_prepared

    with database(Cluster(folder)) as url:
        load_prepared(url)
        migrate = ["-m", "ligzda.cli", "manage", "migrate", "--no-input", "--verbosity=0"]
        subprocess.run([sys.executable, *migrate], check=True)
