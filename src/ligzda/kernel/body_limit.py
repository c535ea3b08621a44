"""Refuse a body that is far too large before anything reads it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ligzda.kernel.room import each

DEFAULT = 512 * 1024
"""The longest form of ours has forty questions; what takes files says so."""

_View = TypeVar("_View", bound=Callable[..., HttpResponse])


def body_limit(size: int) -> Callable[[_View], _View]:
    """Mark a view: a body of more than `size` bytes is answered with 413."""

    def mark(view: _View) -> _View:
        view.body_limit = size  # type: ignore[attr-defined]
        return view

    return mark


class BodyLimitMiddleware:
    """Before the CSRF check, which would read the whole body to find its token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.prefixes = each(lambda room: tuple(room.body_limits.items()))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the work is done in process_view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Answer 413 where the body passes the limit of its view, or of its prefix."""
        limit = getattr(view, "body_limit", DEFAULT)
        for prefix, size in self.prefixes:
            limit = size if request.path.startswith(prefix) else limit
        length = request.headers.get("content-length") or "0"
        if length.isdigit() and len(length) < 19 and int(length) <= limit:
            return None
        response = render(request, "413.html", {"limit": limit // 1024}, status=413)
        response["Connection"] = "close"
        return response
