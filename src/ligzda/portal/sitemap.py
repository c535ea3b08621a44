"""The portal's pages in every language, for search engines."""

from collections.abc import Iterator
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.findings import queries as findings
from ligzda.languages import CODES
from ligzda.network import queries as network
from ligzda.portal.opendata.datasets import DATASETS

_ALONE = (
    "home", "municipalities", "models", "rules", "practices", "partners", "evaluations",
    "open_data", "api", "accessibility", "privacy", "easy", "about",
)  # fmt: skip


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every page that everybody may read, with its counterparts in the other languages."""
    rows = []
    for name, slug in chain(((name, "") for name in _ALONE), _things()):
        places = {}
        for code in CODES:
            with override(code):
                address = reverse(f"portal:{name}", args=[slug] if slug else [])
                places[code] = request.build_absolute_uri(address)
        rows.append(places)
    return render(request, "portal/sitemap.xml", {"rows": rows}, content_type="application/xml")


def _things() -> Iterator[tuple[str, str]]:
    """Yield each thing that has a page, as the page's name and the thing's slug."""
    latest = max(network.REFERENCE_DAYS.values())
    yield from (("municipality", row.slug) for row in network.municipalities(latest))
    yield from (("model", row.slug) for row in blueprints.models())
    yield from (("practice", row.slug) for row in blueprints.practices())
    yield from (("partner", row.slug) for row in network.partners())
    yield from (("evaluation", row.study.slug) for row in findings.evaluations())
    yield from (("open_data_set", dataset.slug) for dataset in DATASETS)
