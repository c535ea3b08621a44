"""DATABASE_URL: another PostgreSQL is used, and never stopped."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ligzda.server.cluster import Cluster
from ligzda.server.database import DatabaseError, check_version, database


@pytest.fixture
def other_server(tmp_path: Path) -> Iterator[str]:
    """A PostgreSQL 16, which the wheel brings too."""
    server = Cluster(tmp_path / "other", version=16)
    server.make()
    server.start()
    yield server.url("postgres")
    server.stop()


def test_the_given_server_is_used_and_left_running(
    other_server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", other_server)
    with database(Cluster(tmp_path / "never-made")) as url:
        assert url == other_server
        check_version(url)
    assert not (tmp_path / "never-made").exists()
    with psycopg.connect(other_server) as connection:
        assert connection.info.server_version // 10000 == 16


def test_a_server_that_is_too_old_is_refused(
    other_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ligzda.server.database.OLDEST_POSTGRESQL", 170000)
    with pytest.raises(DatabaseError, match="16 is too old"):
        check_version(other_server)
