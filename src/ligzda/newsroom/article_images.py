"""Serve pictures as Wagtail has drawn them: to everybody what is published, to editors the rest.

The name of a drawing is no secret – it follows from the name of the file that was uploaded – so the
row behind it decides, at every request: what is unpublished, or was a banner, is closed with it.
"""

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from ligzda.kernel.obstacle import may
from ligzda.newsroom import rules
from ligzda.newsroom.queries.published_pictures import is_public, rendition

_TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
          ".gif": "image/gif", ".avif": "image/avif"}  # fmt: skip
CACHED = "public, max-age=300"
"""What readers and proxies keep they show without asking: for minutes, then they ask again."""
NOT_CACHED = "private, no-store"


@require_safe
def article_image(request: HttpRequest, path: str) -> HttpResponseBase:
    """Return a drawing of a picture, or "not modified"; 404 for what its reader may not see."""
    found = rendition(f"images/{path}") if "\0" not in path else None
    kind = _TYPES.get(Path(path).suffix.lower())
    if found is None or kind is None:
        raise Http404
    public = is_public(found.image_id)
    if not public and not may(rules.check_write_news, by=request.user):
        raise Http404
    # A drawing never changes; a new one is a new row.
    etag = f'"{found.pk}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            response = FileResponse(found.file.open(), content_type=kind)
        except OSError as error:
            raise Http404 from error
        response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = etag
    response["Cache-Control"] = CACHED if public else NOT_CACHED
    return response
