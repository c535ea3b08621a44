"""/health: the process lives. /ready: the house is fit to serve, or what it lacks."""

import shutil

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from ligzda.server import readiness
from ligzda.server.tasks import clear_sessions
from ligzda.server.worker import WORKERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def workers() -> None:
    for _ in WORKERS:
        sql("INSERT INTO procrastinate_workers DEFAULT VALUES")


def sql(query: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(query)


def test_with_its_workers_alive_it_is_ready(client: Client, workers: None) -> None:
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert answer.json()["ready"]
    assert answer.json()["workers"] == len(WORKERS)


def test_a_worker_without_a_sign_of_life_is_missed(client: Client, workers: None) -> None:
    sql(
        "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
        " WHERE id = (SELECT max(id) FROM procrastinate_workers)"
    )
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert answer.json()["unfit"] == ["workers"]


def test_a_job_that_waits_too_long_is_told_of(client: Client, workers: None) -> None:
    clear_sessions.configure().defer(timestamp=0)
    assert client.get("/ready").status_code == 200
    sql("UPDATE procrastinate_events SET at = now() - interval '1 hour'")
    answer = client.get("/ready")
    assert answer.json()["unfit"] == ["jobs"]
    assert answer.json()["oldest_job_seconds"] >= 3600


def test_what_is_to_be_tried_later_does_not_wait(client: Client, workers: None) -> None:
    clear_sessions.configure(schedule_in={"hours": 1}).defer(timestamp=0)
    sql("UPDATE procrastinate_events SET at = now() - interval '1 hour'")
    assert client.get("/ready").status_code == 200


def test_what_was_given_up_is_counted(client: Client, workers: None) -> None:
    clear_sessions.configure().defer(timestamp=0)
    sql("UPDATE procrastinate_jobs SET status = 'doing'")
    sql("UPDATE procrastinate_jobs SET status = 'failed'")
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert answer.json()["failed_jobs"] == 1


def test_a_full_disk_is_told_of(
    client: Client, workers: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "LEAST_FREE_MB", shutil.disk_usage("/").total)
    assert client.get("/ready").json()["unfit"] == ["disk"]


@pytest.fixture
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", refuse)


def test_without_its_database_it_lives_and_is_not_ready(client: Client, no_database: None) -> None:
    assert client.get("/health").content == b"ok\n"
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert answer.json()["unfit"] == ["database"]
