"""No page takes more than it needs, whoever asks: nothing is written to the disk before that."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import Cast, _loaded, cast

from ligzda.kernel.body_limit import DEFAULT

__all__ = ["_loaded", "cast"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "size", "status"),
    [
        ("/konts/pieteikties/", DEFAULT + 1, 413),
        ("/", DEFAULT + 1, 413),
        ("/en/", DEFAULT + 1, 413),
        ("/komentari/kods/", 70_000, 413),
        ("/redakcija/images/add/", 13_000_000, 413),
        ("/konts/pieteikties/", 1000, 403),  # no token: the CSRF check is next
    ],
)
def test_a_body_of_any_size_is_refused_before_it_is_read(
    cast: Cast, address: str, size: int, status: int
) -> None:
    stranger = Client(enforce_csrf_checks=True)
    file = SimpleUploadedFile("a.bin", b"a" * size)
    assert stranger.post(address, {"file": file}).status_code == status


@pytest.mark.parametrize("address", ["/redakcija/images/add/", "/darbnica/prakses/importet/"])
def test_files_are_taken_where_files_are_asked_for(cast: Cast, address: str) -> None:
    client = Client()
    client.force_login(cast.evaluator)
    answer = client.post(address, {"file": SimpleUploadedFile("a.csv", b"a" * (DEFAULT + 1))})
    assert answer.status_code != 413
