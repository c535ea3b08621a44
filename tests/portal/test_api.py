"""The API against its own description, in-process: every answer is one that it declares."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.effort import amount
from tests.loaded import load_once

from ligzda.portal.opendata.datasets import DATASETS
from ligzda.server.wsgi import application

pytestmark = pytest.mark.django_db
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_once()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _any_host(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]


@pytest.fixture
def description() -> Iterator[Any]:
    """The connection holds the test's transaction, so requests must not close it (as in Client)."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.mark.slow
def test_every_answer_is_declared(description: Any) -> None:
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) == 1 + 2 * len(DATASETS)

    # Only numbers can be wrong: any text is a possible name of a row.
    with_numbers = [each for each in operations if "list_" in each.definition.raw["operationId"]]
    assert len(with_numbers) == len(DATASETS)
    tried = [
        *((each, GenerationMode.POSITIVE) for each in operations),
        *((each, GenerationMode.NEGATIVE) for each in with_numbers),
    ]
    for operation, mode in tried:

        @settings(
            max_examples=amount(12, nightly=120),
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def answers(case: Any) -> None:
            # The transport hands on the bytes as they travel; compressed, they are no JSON.
            plain = case.call(headers={"Accept-Encoding": "identity"})
            case.validate_response(plain, checks=CHECKS)

        answers()


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.slug)
def test_rows_and_one_row(client: Client, dataset: Any) -> None:
    page = client.get(f"/api/v1/{dataset.slug}?limit=2").json()
    assert len(page["rows"]) == min(2, page["count"])
    names = {column.name for column in dataset.written()}
    for row in page["rows"]:
        assert set(row) == names
        assert client.get(f"/api/v1/{dataset.slug}/{row['id']}").json() == row


def test_pages_of_rows_add_up(client: Client) -> None:
    whole = client.get("/api/v1/municipalities?limit=500").json()
    parts = [
        row
        for offset in range(0, whole["count"], 50)
        for row in client.get(f"/api/v1/municipalities?limit=50&offset={offset}").json()["rows"]
    ]
    assert parts == whole["rows"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("partners?limit=0", 422),
        ("partners?limit=501", 422),
        ("partners?offset=-1", 422),
        ("partners?limit=daudz", 422),
        ("partners/neviens", 404),
        ("partners/%00", 404),
        ("partners/a%2Fb", 404),
        ("partners/", 404),
        ("nekas", 404),
    ],
)
def test_what_is_wrong_is_said(client: Client, path: str, status: int) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == status
    assert response["Content-Type"].startswith("application/json")
    assert response.json()["detail"]
    assert response["Access-Control-Allow-Origin"] == "*"


def test_nothing_can_be_written(client: Client) -> None:
    for method in (client.post, client.put, client.patch, client.delete):
        assert method("/api/v1/partners").status_code == 405


def test_too_many_requests_are_told_to_wait(client: Client, settings: Any) -> None:
    settings.API_PER_MINUTE = 3
    there = {"REMOTE_ADDR": "203.0.113.7"}
    # The minute may turn over between two requests, but not between all of ten.
    answers = [client.get("/api/v1/datasets", **there) for _ in range(10)]  # type: ignore[arg-type]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(refused) >= 4
    assert 0 < int(refused[-1]["Retry-After"]) <= 61
    assert refused[-1].json()["detail"]
    elsewhere = client.get("/api/v1/datasets", REMOTE_ADDR="198.51.100.7")
    assert elsewhere.status_code == 200
