"""Files of a package."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ligzda.languages import DEFAULT
from ligzda.legislation import queries
from ligzda.legislation.drafts import of_package
from ligzda.legislation.papers import file
from ligzda.legislation.sending import sent


@require_safe
def download(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Give a paper of a package as DOCX or PDF, or an amending act as Akoma Ntoso."""
    row = queries.package(request.user, pk)
    return sent(request, f"{row.pk}-{name}", lambda: file(row, of_package(row, DEFAULT), name))
