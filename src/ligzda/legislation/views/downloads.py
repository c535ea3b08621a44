"""Files of a package."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ligzda.languages import DEFAULT
from ligzda.legislation import queries
from ligzda.legislation.drafts import of_package
from ligzda.legislation.papers import file


@require_safe
def download(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Give a paper of a package as DOCX or PDF, or an amending act as Akoma Ntoso."""
    row = queries.package(request.user, pk)
    content, media_type = file(row, of_package(row, DEFAULT), name)
    given = HttpResponse(content, content_type=media_type)
    given["Content-Disposition"] = f'attachment; filename="{row.pk}-{name}"'
    return given
