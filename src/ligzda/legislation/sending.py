"""Files of drafts as they leave: made for whoever asks, but ten a minute for one network."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ligzda.kernel.often import too_often

A_MINUTE = 10
"""Each file is typeset when it is asked for."""


def sent(request: HttpRequest, name: str, make: Callable[[], tuple[bytes, str]]) -> HttpResponse:
    """Give the content and media type that `make` returns as a file, or ask to wait."""
    if too_often(request, "legislation-file", A_MINUTE):
        said = _("Too many requests. Please come back in a minute.")
        return HttpResponse(said, status=429, content_type="text/plain; charset=utf-8")
    content, media_type = make()
    given = HttpResponse(content, content_type=media_type)
    given["Content-Disposition"] = f'attachment; filename="{name}"'
    return given
