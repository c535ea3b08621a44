"""The whole demonstration of people, loaded once for a module of tests."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from ligzda.kernel.confined import EVERYWHERE, HOUSE, rows_of


@pytest.fixture(scope="module")
def _shown(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Load everything; each test's own transaction is nested in this one."""
    from tests.loaded import load_people_once

    keys = tmp_path_factory.mktemp("keys") / "master-keys"
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MASTER_KEYS_FILE", keys)
        load_people_once(keys)
        with rows_of(EVERYWHERE, HOUSE):
            # As autovacuum does in a house: without statistics a count of it may take minutes.
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
            yield
        transaction.set_rollback(True)
