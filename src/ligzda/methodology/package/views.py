"""The page of the municipal package: a form by GET, the papers, their files. Public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.kernel.often import too_often
from ligzda.languages import spoken
from ligzda.methodology.advice.queries import places
from ligzda.methodology.issuing.queries import MEDIA
from ligzda.methodology.package.document import Case, package, words
from ligzda.methodology.package.forms import PackageForm
from ligzda.methodology.package.queries import advised, measured
from ligzda.methodology.recommendations.queries import current
from ligzda.publishing import Document, to_docx, to_html_fragment, to_pdf

A_MINUTE = 10
"""Files that one network may have made in a minute."""


@require_safe
def municipal_package(request: HttpRequest) -> HttpResponse:
    """Fill the package for a case; `format=docx` or `pdf` gives it as a file, `part` a part."""
    models = {row.code: row.name for row in blueprints.models()}
    names = places()
    given = request.GET if "model" in request.GET else None
    form = PackageForm(given, places=names, models=_coded(models))
    context: dict[str, object] = {"form": form}
    if given is None or not form.is_valid():
        return render(request, "methodology/package.html", context)
    asked, language = form.cleaned_data, spoken(get_language())
    made = package(
        Case(
            names[asked["place"]],
            models[asked["model"]],
            asked["places"],
            asked["budget"],
            asked["begins"],
            asked["unit"],
            timezone.localdate(),
        ),
        advised(asked["model"], language),
        measured(),
        language,
        asked["part"],
    )
    if asked["format"]:
        if too_often(request, "package", A_MINUTE):
            return HttpResponse(status=429)
        return _file(made, asked["format"])
    address = request.GET.copy()
    address.pop("format", None)
    context |= {
        "html": to_html_fragment(made, level=2),
        "address": address.urlencode(),
        "parts": [(name, row["title"][language]) for name, row in words()["parts"].items()],
        "invented": any(each.row.invented for each in current()),
    }
    return render(request, "methodology/package.html", context)


def _coded(models: dict[str, str]) -> dict[str, str]:
    return {code: f"{code} {name}" for code, name in models.items()}


def _file(made: Document, kind: str) -> HttpResponse:
    content = to_docx(made) if kind == "docx" else to_pdf(made)
    headers = {"Content-Disposition": f'attachment; filename="ligzda-package.{kind}"'}
    return HttpResponse(content, content_type=MEDIA[kind], headers=headers)
