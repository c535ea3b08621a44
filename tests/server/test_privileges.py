"""What the serving house may not do in its database, tried as the role it serves as."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.apps import apps
from psycopg import sql
from tests.server.test_prepared import empty_database

from ligzda.network.models import AuditEvent
from ligzda.server.prepared import load_prepared
from ligzda.server.privileges import SERVING, grant, only_added

USER = """
INSERT INTO network_user (password, is_superuser, email, name, is_active, is_system, is_demo,
    date_joined) VALUES ('', false, 'anna@example.org', 'Anna', true, false, false, now())
"""
EVENT = """
INSERT INTO network_auditevent (by_id, action, object_type, object_id, after)
    SELECT id, 'user.invite', 'network.user', id, '{}' FROM network_user
"""


@pytest.fixture(scope="module")
def house() -> Iterator[str]:
    """A database as `ligzda run` serves it: its owner's URL."""
    with empty_database(os.environ["DATABASE_URL"], suffix="privileges") as url:
        assert load_prepared(url)
        grant(url)
        grant(url)  # at every start
        yield url


@pytest.fixture
def serving(house: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(house, user=SERVING) as connection:
        connection.execute(USER.encode())
        connection.execute(EVENT.encode())
        yield connection
        connection.rollback()


def test_rows_are_read_and_written(serving: psycopg.Connection) -> None:
    serving.execute("UPDATE network_user SET name = 'Baiba'")
    assert serving.execute("SELECT name FROM network_user").fetchall() == [("Baiba",)]
    serving.execute("UPDATE server_cache SET value = ''")
    serving.execute("DELETE FROM django_session")
    # Kept rows of which some columns change: words that an author took back, a draw that is held.
    serving.execute("UPDATE newsroom_transition SET text_before = ''")
    serving.execute("UPDATE trial_draw SET seed = 1")


def test_an_event_is_chained_though_nobody_may_write_a_link(serving: psycopg.Connection) -> None:
    serving.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert serving.execute("SELECT number FROM network_auditlink").fetchall() == [(1,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        serving.execute("INSERT INTO network_auditlink VALUES (2, '', 1)")


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE network_auditevent SET action = 'nothing'",
        "DELETE FROM network_auditevent",
        "TRUNCATE network_auditevent",
        "TRUNCATE trial_protocolversion CASCADE",
        "UPDATE network_membershipevent SET role = 'administrator'",
        "DELETE FROM network_membershipevent",
        "TRUNCATE network_membershipevent",
        "DELETE FROM newsroom_transition",
        "ALTER TABLE network_auditevent DISABLE TRIGGER ALL",
        "DROP TRIGGER pgtrigger_append_only_68c83 ON network_auditevent",
        "SET session_replication_role = 'replica'",
        "COPY network_user TO PROGRAM 'id'",
        "CREATE TABLE mine (id int)",
        "ALTER ROLE CURRENT_USER SUPERUSER",
        "DELETE FROM django_migrations",
    ],
)
def test_what_is_kept_is_kept_whatever_is_set(serving: psycopg.Connection, attempt: str) -> None:
    triggers = serving.execute(
        "SELECT string_agg(quote_literal(tgname), ',') FROM pg_trigger WHERE tgname ~ '^pgtrigger'"
    ).fetchone()
    assert triggers is not None
    ignored = "{" + ",".join(str(triggers[0]).replace("'", "").split(",")) + "}"
    serving.execute(sql.SQL("SET LOCAL pgtrigger.ignore = {}").format(ignored))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        serving.execute(attempt.encode())


def test_every_history_and_the_audit_trail_are_only_added_to() -> None:
    kept = dict(only_added())
    assert kept[AuditEvent._meta.db_table] == "UPDATE, DELETE"
    assert kept["newsroom_transition"] == "DELETE"
    histories = {model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_obj")}
    assert histories
    assert histories <= set(kept)
