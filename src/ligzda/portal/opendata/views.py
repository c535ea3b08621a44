"""Pages about the data sets, and their files. Thin."""

from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.kernel.tables.dataset import Dataset
from ligzda.kernel.tables.declaration import in_each_language
from ligzda.kernel.tables.writing import MEDIA_TYPES, said, to_csvw, to_open_csv
from ligzda.portal.opendata.catalogue import catalogue
from ligzda.portal.opendata.datasets import BY_SLUG, DATASETS, LICENCE, LICENCE_NOTE

_FORMS: dict[str, tuple[Literal["turtle", "json-ld"], str]] = {
    "ttl": ("turtle", "text/turtle"),
    "jsonld": ("json-ld", "application/ld+json"),
}
_SHOWN = 5


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """List the data sets in words."""
    context = {"datasets": DATASETS, "licence": LICENCE, "licence_note": LICENCE_NOTE}
    return render(request, "portal/open_data.html", context)


@require_safe
def open_data_set(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a data set: its columns in both languages, and where its files are."""
    dataset = _dataset(slug)
    context = {
        "dataset": dataset,
        "columns": dataset.written(),
        "api": reverse(f"api:{slug}"),
        "licence": LICENCE,
        "licence_note": LICENCE_NOTE,
    }
    return render(request, "portal/open_data_set.html", context)


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    """Say how to use the API."""
    return render(request, "portal/api.html", {"datasets": DATASETS})


@require_safe
def csv_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give a data set as CSV, with a link to its description."""
    dataset = _dataset(slug)
    response = _open(to_open_csv(dataset, dataset.rows()), MEDIA_TYPES["csv"])
    response["Content-Disposition"] = f'attachment; filename="ligzda-{slug}.csv"'
    described = reverse("opendata:csvw", args=[slug])
    response["Link"] = f'<{described}>; rel="describedby"; type="application/csvm+json"'
    return response


@require_safe
def csvw_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the description of a CSV."""
    address = request.build_absolute_uri(reverse("opendata:csv", args=[slug]))
    rights = {"dc:license": {"@id": LICENCE}, "dc:rights": said(in_each_language(LICENCE_NOTE))}
    return _open(to_csvw(_dataset(slug), address, rights), "application/csvm+json")


@require_safe
def catalogue_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the DCAT-AP catalogue as Turtle or JSON-LD."""
    if form not in _FORMS:
        raise Http404(_("The catalogue is given as .ttl and .jsonld."))
    written, media = _FORMS[form]
    return _open(catalogue(request.build_absolute_uri("/"), written), media)


def _dataset(slug: str) -> Dataset:
    if slug not in BY_SLUG:
        raise Http404(_("There is no data set “%(slug)s”.") % {"slug": slug})
    return BY_SLUG[slug]


def _open(content: bytes, media: str) -> HttpResponse:
    """Answer with something that pages of others may read too."""
    response = HttpResponse(content, content_type=media)
    response["Access-Control-Allow-Origin"] = "*"
    return response
