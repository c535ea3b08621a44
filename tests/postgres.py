"""A pytest plugin: one embedded PostgreSQL and one set of static files for the whole run.

It acts before pytest-django reads the settings; the workers of xdist inherit the address.
"""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

# As the command does: before anything imports NumPy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_cleanup = ExitStack()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, None, None]:
    """Start the server, unless DATABASE_URL names one."""
    if "LIGZDA_TEST_RUN" not in os.environ:
        from ligzda.server.database import database

        folder = Path(tempfile.mkdtemp(prefix="ligzda-test-"))
        os.environ["LIGZDA_DATA"] = str(folder)
        os.environ["LIGZDA_TEST_RUN"] = "1"
        _cleanup.callback(shutil.rmtree, folder, ignore_errors=True)
        _cleanup.enter_context(database(folder / "pg"))
    yield


def pytest_configure(config: pytest.Config) -> None:
    """Gather the static files once, as the served installation does."""
    if hasattr(config, "workerinput"):
        return
    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove its files."""
    _cleanup.close()
