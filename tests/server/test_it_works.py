import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    assert client.get("/health").content == b"ok\n"
