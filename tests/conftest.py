"""Fixtures of every room."""

import os
import re
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation
from pytest_django import DjangoDbBlocker
from tests import effort, locks, slowest  # noqa: F401 (Hypothesis: its profile)
from tests.keeping import kept
from tests.published import SHARED, present


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of reference sets, which stands beside the repository."""
    return present(SHARED)


def pytest_configure(config: pytest.Config) -> None:
    """Where browser tests must run (CI), a missing browser ends the run at once.

    All tests of a worker ask from one network, more often than one may within a minute.
    """
    settings.API_PER_MINUTE = 1_000_000
    locks.watch()
    if os.environ.get("LIGZDA_REQUIRE_BROWSER") == "1" and shutil.which("chromium") is None:
        raise pytest.UsageError("LIGZDA_REQUIRE_BROWSER=1, and there is no chromium on the PATH")


HERE = Path(__file__).resolve().parent
IN_ONE_WORKER = {
    # A browser, and a server with the loaded network.
    "browser": ("browser", "publishing/test_publishing_browser.py"),
    # Numba compiles for this process; what it keeps on disk helps the next run only.
    "compiled": (
        "evidence/batch",
        "evidence/test_calibration.py",
        "evidence/test_units.py",
        "trial/test_power.py",
    ),
    # Sixty random models with their exact integrals, for the whole module.
    "differential": ("evidence/test_differential.py",),
    # Whole installations, each with processes of its own.
    "houses": ("server/test_run.py", "server/test_kills.py"),
}

SPREAD = ("evidence", "cli", "drafting", "disclosure", "findings")
"""Of everything else one worker takes a module whole: what it begins with is begun once."""

FIRST = (
    "browser",
    "test_addresses.py",
    "server/test_run.py",
    "evidence",
)
"""What lasts for minutes in one worker: begun last, it would leave the other one idle."""

SLOW = slowest.kept()
"""Modules that `make quick` leaves out whole, by the times of a whole run (tests/slowest.py);
elsewhere a test is marked by itself.
"""

WHOLLY_SLOW = re.compile(r"^pytestmark = .*\bpytest\.mark\.slow\b", re.MULTILINE)
"""What a module says that marks all its tests."""

EVALUATED_BY = (
    "requirements/run.txt",
    "examples/**/*",
    "src/ligzda/*.py",
    *(f"src/ligzda/{room}/**/*" for room in ("evidence", "findings", "publishing")),
    "src/ligzda/server/locale/**/*.po",
)


@contextmanager
def _kept_engine() -> Iterator[None]:
    """Let findings ask the engine through what is kept of it (tests/evidence/evaluated.py)."""
    from tests.evidence.evaluated import evaluate, tail_sensitivity

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ligzda.findings.evaluation.evaluate", evaluate)
        patch.setattr("ligzda.findings.evaluation.tail_sensitivity", tail_sensitivity)
        yield


@pytest.fixture(scope="module")
def kept_engine() -> Iterator[None]:
    """For modules that ask what findings make of an evaluation, not how the engine comes to it."""
    with _kept_engine():
        yield


@pytest.fixture(scope="session")
def evaluations() -> Path:
    """The examples' evaluations as the worker computes them, kept for this state of the engine."""

    def compute(folder: Path) -> None:
        from ligzda.findings.tasks import store_evaluations

        with _kept_engine(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(settings, "EVALUATIONS_ROOT", folder)
            store_evaluations()

    return kept("evaluations", *EVALUATED_BY, make=compute)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import for `make quick` what it leaves out whole."""
    if config.getoption("markexpr") != "not slow and not browser":
        return None
    if str(collection_path.relative_to(HERE)) in (*SLOW, *IN_ONE_WORKER["browser"]):
        return True
    module = collection_path.suffix == ".py"
    return True if module and WHOLLY_SLOW.search(collection_path.read_text("utf-8")) else None


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Mark what is slow before any other plugin looks; what lasts comes first once all have."""
    for item in items:
        if _is_of(item.path, SLOW):
            item.add_marker(pytest.mark.slow)
    yield
    items.sort(key=lambda item: not _is_of(item.path, FIRST))


@cache
def _is_of(path: Path, places: tuple[str, ...]) -> bool:
    return any(path.is_relative_to(HERE / place) for place in places)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep in one worker what is dear to begin and then serves all its tests.

    xdist's own groups are names that it writes into a test's number, which pytest 9 reads no more.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):  # type: ignore[misc]  # xdist comes without types
        def _split_scope(self, nodeid: str) -> str:
            path = HERE.parent / nodeid.partition("::")[0]
            for name, places in IN_ONE_WORKER.items():
                if _is_of(path, places):
                    return name
            return nodeid if _is_of(path, SPREAD) else str(path)

    return Together(config, log)


@pytest.fixture(autouse=True)
def _in_latvian() -> Iterator[None]:
    """Start every test in Latvian, whatever language the page before it was in."""
    with translation.override("lv"):
        yield


@pytest.fixture(scope="module", autouse=True)
def _swept() -> Iterator[None]:
    """After a module's own fixtures have taken back their rows, clear these away."""
    yield
    from tests.loaded import sweep

    sweep()


@pytest.fixture(scope="session", autouse=True)
def _signed_in_with_every_step() -> Iterator[None]:
    """Let `Client.force_login` make sessions as the sign-in page does (tests/signing_in.py)."""
    from django.test import Client
    from tests.signing_in import force_login

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", force_login)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Put back after every flush what the migrations had written.

    Tests that commit empty all tables at their end, also those rows that belong to the schema:
    content types, permissions, Wagtail's first pages. Django would write some of them anew under
    other numbers, and others never; here they come back as they were. The queue's tables are not
    Django's to manage, so flush passes them over; a job left there would meet the next test.

    Where triggers may rest only what has changed is put back: emptying three hundred tables and
    writing two thousand rows one by one took seconds after each such test.
    """
    from django.apps import apps
    from django.core.management.commands.flush import Command
    from django.db import connection
    from tests.loaded import putting_back

    with django_db_blocker.unblock():
        if put_back := putting_back():
            Command.handle = lambda self, **options: put_back()  # type: ignore[method-assign]
            return
        written_by_migrations = connection.creation.serialize_db_to_string()
    queue = ", ".join(
        connection.ops.quote_name(model._meta.db_table)
        for model in apps.get_app_config("procrastinate").get_models()
    )
    flush = Command.handle

    def flush_and_put_back(self: Command, **options: Any) -> None:
        flush(self, **{**options, "inhibit_post_migrate": True, "reset_sequences": False})
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {queue} CASCADE")
        connection.creation.deserialize_db_from_string(written_by_migrations)

    Command.handle = flush_and_put_back  # type: ignore[method-assign]
