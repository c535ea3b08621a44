"""Evaluations as public pages. Thin: what is kept, a template."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.languages import Language, spoken
from ligzda.portal import kept
from ligzda.portal.examples import EXAMPLES, Example, example


def _language() -> Language:
    return spoken(get_language())


def _example(slug: str) -> Example:
    row = example(slug)
    if row is None:
        raise Http404(_("There is no evaluation “%(slug)s”.") % {"slug": slug})
    return row


def evaluations(request: HttpRequest) -> HttpResponse:
    """List the evaluations: examples for now."""
    rows = [(row, kept.kept(row, _language()) is not None) for row in EXAMPLES]
    return render(request, "portal/evaluations.html", {"rows": rows})


def evaluation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one evaluation, or say that it is being computed."""
    row = _example(slug)
    return render(
        request, "portal/evaluation.html", {"row": row, "kept": kept.kept(row, _language())}
    )


def evaluation_file(request: HttpRequest, slug: str, name: str) -> FileResponse:
    """Give the same report as PDF or DOCX, or its numbers."""
    found = kept.kept(_example(slug), _language())
    if found is None or name not in kept.FILES:
        raise Http404(_("There is no such file of this evaluation."))
    return FileResponse(
        (found.folder / name).open("rb"),
        as_attachment=True,
        filename=f"ligzda-{slug}-{name}",
        content_type=kept.FILES[name],
    )
