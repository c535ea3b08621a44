"""Serve the pictures of articles: what Wagtail has drawn in its sizes, nothing else."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

_TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
          ".gif": "image/gif", ".avif": "image/avif"}  # fmt: skip


@require_safe
def article_image(request: HttpRequest, path: str) -> FileResponse:
    """Return a picture; its name changes with its content, so it may be kept for good."""
    try:
        file = Path(safe_join(Path(settings.MEDIA_ROOT) / "images", path))
        kind = _TYPES[file.suffix.lower()]
        response = FileResponse(file.open("rb"), content_type=kind)
    except (KeyError, OSError, SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
