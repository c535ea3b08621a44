"""What programs send and people never do: numbers that are none, signs that no text has.

Every page is asked with such values, and answers them as it answers a wrong address (404) or a
wrong form (400); a page of ours that breaks (500) is our mistake alone.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

MOST = 2**63 - 1
"""What a number of a row may be."""
_FIGURES = re.compile(r"[0-9]{1,19}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def number(text: object, most: int = MOST) -> int | None:
    """Return the whole number that plain figures write; None for anything else.

    `int` takes figures of every script and, from 4,300 figures on, fails; `isdigit` takes "²".
    """
    if not isinstance(text, str) or not _FIGURES.fullmatch(text):
        return None
    found = int(text)
    return found if found <= most else None


def without_control(text: str) -> str:
    """Return the text without the characters that XML cannot hold (XML 1.0, 2.2)."""
    return _CONTROL.sub("", text)


class OddValuesMiddleware:
    """Answer 400 to what no text holds; the API does so in its own form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the work is done beside the view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Refuse NUL in an address: PostgreSQL has no such character, so nothing is named so."""
        if request.resolver_match and "ninja" in request.resolver_match.app_names:
            return None
        if any(isinstance(part, str) and "\x00" in part for part in kwargs.values()):
            raise Http404
        asked = (text for name, given in request.GET.lists() for text in (name, *given))
        return _refused(request) if any("\x00" in text for text in asked) else None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Refuse a value that the database cannot hold: it is as odd as one."""
        return _refused(request) if isinstance(error, DataError) else None


def _refused(request: HttpRequest) -> HttpResponse:
    return render(request, "refused.html", status=400)
