"""Headers that every answer has: what a page may not ask of the browser, what nobody may keep."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


_OF_NOBODY = {settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME}
"""Cookies that make no page one person's. A session does, and a guest's cookie for a comment."""


class HeadersMiddleware:
    """A page for somebody, or the answer to a form, is not kept: not on disk, not by a proxy.

    Drafts, reasons, recovery codes and receipt codes stand on them, and computers are shared.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and add the headers that the view has not set itself."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.COOKIES.keys() - _OF_NOBODY or request.method == "POST":
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response
