"""Where a request came from, and how large its body may be."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from ligzda.kernel.body_limit import DEFAULT, BodyLimitMiddleware, body_limit
from ligzda.kernel.client import network


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("", "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_a_reader_is_known_by_network_only(address: str, found: str) -> None:
    assert network(RequestFactory().get("/", REMOTE_ADDR=address)) == found


@pytest.mark.parametrize(("https", "found"), [(True, "198.51.100.0/24"), (False, "127.0.0.0/24")])
def test_only_a_proxy_may_say_whom_it_saw(settings: Settings, https: bool, found: str) -> None:
    settings.HTTPS = https
    # What stands before the last comma the reader may have written.
    forged = {"x-forwarded-for": "10.0.0.1, 198.51.100.9"}
    request = RequestFactory().get("/", headers=forged, REMOTE_ADDR="127.0.0.1")
    assert network(request) == found


@body_limit(1024)
def limited(request: HttpRequest) -> HttpResponse:
    raise AssertionError("the middleware answers, or passes on without calling")


def plain(request: HttpRequest) -> HttpResponse:
    raise AssertionError("the middleware answers, or passes on without calling")


def answered(view: Callable[[HttpRequest], HttpResponse], length: int) -> HttpResponse | None:
    request = RequestFactory().post("/", CONTENT_LENGTH=str(length))
    return BodyLimitMiddleware(HttpResponse).process_view(request, view, (), {})


def test_a_body_is_refused_by_its_length_before_anything_reads_it() -> None:
    refused = answered(limited, 1025)
    assert refused is not None
    assert (refused.status_code, refused["Connection"]) == (413, "close")


@pytest.mark.parametrize(("view", "length"), [(limited, 1024), (plain, DEFAULT)])
def test_a_body_within_its_limit_is_passed_on(
    view: Callable[[HttpRequest], HttpResponse], length: int
) -> None:
    assert answered(view, length) is None
    refused = answered(view, length + 1)
    assert refused is not None
    assert refused.status_code == 413
