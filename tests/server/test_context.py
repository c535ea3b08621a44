"""What every page's frame needs is made once, however many parts a page has."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.translation import override

from ligzda.server import context, loading


def test_the_frame_is_made_once_a_request_and_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "shown", lambda: None)
    request = RequestFactory().get("/en/")
    request.user = AnonymousUser()
    with override("en"):
        first = context.site(request)
        assert context.site(request) is first
    with override("lv"):
        assert context.site(request)["home"] == "/"
    assert first["home"] == "/en/"
    other = RequestFactory().get("/en/")
    other.user = AnonymousUser()
    with override("en"):
        assert context.site(other) is not first
