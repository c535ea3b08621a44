"""A pytest plugin: one embedded PostgreSQL and one set of static files for the whole run.

It acts before pytest-django reads the settings; the workers of xdist inherit the address. The
tables are made once and kept under `.pytest_cache` until a migration, a setting or a lock changes:
a run starts from a copy of that cluster, and every worker's database is a copy of the one in it.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

# As the command does: before anything imports NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

REPOSITORY = Path(__file__).resolve().parent.parent
KEPT = REPOSITORY / ".pytest_cache" / "postgresql"
MADE_FROM = (
    "requirements/run.txt",
    "src/ligzda/server/settings.py",
    "src/ligzda/network/roles.py",
    "src/ligzda/*/migrations/*.py",
)

_cleanup = ExitStack()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    """Start the server, unless DATABASE_URL names one."""
    if "LIGZDA_TEST_RUN" not in os.environ:
        from ligzda.server.database import DATABASE_NAME, database

        folder = Path(tempfile.mkdtemp(prefix="ligzda-test-"))
        os.environ["LIGZDA_DATA"] = str(folder)
        os.environ["LIGZDA_TEST_RUN"] = "1"
        _cleanup.callback(shutil.rmtree, folder, ignore_errors=True)
        if "DATABASE_URL" not in os.environ:
            # As root the server runs as a user of its own, who must reach and own the copy.
            folder.chmod(0o755)
            subprocess.run(["cp", "-a", _cluster(), folder / "pg"], check=True)
            os.environ["LIGZDA_TEST_TEMPLATE"] = DATABASE_NAME
        _cleanup.enter_context(database(folder / "pg"))
    yield


def pytest_configure(config: pytest.Config) -> None:
    """Copy the kept tables; gather the static files once, as the served installation does."""
    import django
    from django.conf import settings

    if template := os.environ.get("LIGZDA_TEST_TEMPLATE"):
        settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = template
    if hasattr(config, "workerinput"):
        return
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove its files."""
    _cleanup.close()


def _cluster() -> Path:
    """Return a cluster with migrated, empty tables; make it where none is kept of these sources."""
    digest = hashlib.sha256(sys.version.encode())
    for pattern in MADE_FROM:
        for path in sorted(REPOSITORY.glob(pattern)):
            digest.update(f"{path.relative_to(REPOSITORY)}\n".encode() + path.read_bytes())
    kept = KEPT / digest.hexdigest()[:16]
    if not kept.is_dir():
        from ligzda.server.database import database

        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir(parents=True)
        making = Path(tempfile.mkdtemp(prefix="making-", dir=KEPT)) / "pg"
        with database(making):
            migrate = ["-m", "ligzda.cli", "manage", "migrate", "--no-input", "--verbosity=0"]
            subprocess.run([sys.executable, *migrate], check=True)
        making.rename(kept)
        making.parent.rmdir()
    return kept
