"""Evaluations as public pages. Thin: a query of the findings, a template."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.findings import queries


@require_safe
def evaluations(request: HttpRequest) -> HttpResponse:
    """List the evaluations: examples for now."""
    return render(request, "portal/evaluations.html", {"rows": queries.evaluations()})


@require_safe
def evaluation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one evaluation, or say that it is being computed."""
    return render(request, "portal/evaluation.html", {"row": _known(slug)})


@require_safe
def evaluation_file(request: HttpRequest, slug: str, name: str) -> FileResponse:
    """Give the same report as PDF or DOCX, or its numbers."""
    _known(slug)
    found = queries.evaluation_file(slug, name)
    if found is None:
        raise Http404(_("There is no such file of this evaluation."))
    return FileResponse(
        found.path.open("rb"),
        as_attachment=True,
        filename=f"ligzda-{slug}-{name}",
        content_type=found.media_type,
    )


def _known(slug: str) -> queries.EvaluationRow:
    row = queries.evaluation(slug)
    if row is None:
        raise Http404(_("There is no evaluation “%(slug)s”.") % {"slug": slug})
    return row
