"""The page of advice: a form by GET, the answer, sliders, the country. Public."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.blueprints import queries as blueprints
from ligzda.evidence.decision import Acceptance
from ligzda.kernel.often import too_often
from ligzda.languages import spoken
from ligzda.methodology.advice import queries
from ligzda.methodology.advice.answering import Answer, Asked
from ligzda.methodology.advice.basis import Basis
from ligzda.methodology.advice.country_map import outlines
from ligzda.methodology.advice.document import Names, Told
from ligzda.methodology.advice.forms import AdviceForm, SlidersForm
from ligzda.methodology.advice.labels import CRITERIA
from ligzda.methodology.advice.weighing import Sliders, weighed
from ligzda.publishing import to_html_fragment, to_pdf

FIRST = {"worth": 40_000, "otherwise": 10, "premises": "workshop", "budget": 100_000}
A_MINUTE = 30
"""New questions of one network a minute; each costs a third of a second of the processor."""
_SLIDERS = ("weight_outcome", "weight_cost", "weight_wellbeing", "give")


@require_safe
def advice(request: HttpRequest) -> HttpResponse:
    """Ask and answer; `format=json` or `pdf` gives the same answer so, `part=weights` a part."""
    found = queries.basis()
    if found is None:
        return render(request, "methodology/advice.html", {"nothing": True})
    places = queries.places()
    given = request.GET if "premises" in request.GET else None
    form = AdviceForm(given, initial=FIRST, basis=found, names=places)
    context: dict[str, Any] = {"form": form, "invented": found.invented}
    if given is not None and form.is_valid():
        if _waits(request, found, form.asked()):
            said = _("Too many requests. Please come back in a minute.")
            return HttpResponse(said, status=429, content_type="text/plain; charset=utf-8")
        return _answered(request, form, found, context)
    if given is not None and given.get("format") == "json":
        return JsonResponse({"errors": form.errors}, status=400)
    return _page(request, found, context)


def _waits(request: HttpRequest, found: Basis, asked: Asked) -> bool:
    """Whether its network asked too much: what is known, as for a slider, is not counted."""
    typeset = request.GET.get("format") == "pdf"
    return (typeset or not queries.knows(found, asked)) and too_often(request, "advice", A_MINUTE)


def _page(request: HttpRequest, found: Basis, context: dict[str, Any]) -> HttpResponse:
    rows = queries.country(found)
    context |= {"examples": queries.examples(), "country": rows, "tally": queries.tally(rows)}
    context["map"] = outlines() if any(row.path for row in rows) else None
    return render(request, "methodology/advice.html", context)


def _answered(
    request: HttpRequest, form: AdviceForm, found: Basis, context: dict[str, Any]
) -> HttpResponse:
    asked = form.asked()
    answer, draws = queries.answered(found, asked)
    sliders_form = SlidersForm(request.GET)
    sliders = sliders_form.sliders()
    support = None if draws is None else weighed(draws, sliders)
    models = {row.code: row.name for row in blueprints.models()}
    wanted = request.GET.get("format", "")
    if wanted == "json":
        return JsonResponse(_as_json(asked, answer, sliders, support, found))
    context |= {
        "answer": answer,
        "support": None if support is None else _supported(support, models),
        "sliders": SlidersForm(initial=_initial(sliders)),
        "sliders_kept": _pairs(request.GET, without=(*_SLIDERS, "part", "format")),
        "address": _address(request.GET),
    }
    if request.GET.get("part") == "weights":
        return render(request, "methodology/_support.html", context)
    names = Names(queries.places(), models)
    place = names.places.get(form.cleaned_data["place"]) or _("a municipality by its figures")
    told = Told(answer, asked, found, names, spoken(get_language()))
    document = told.document(place)
    if wanted == "pdf":
        response = HttpResponse(to_pdf(document), content_type="application/pdf")
        response["Content-Disposition"] = 'attachment; filename="ligzda-advice.pdf"'
        return response
    context["html"] = to_html_fragment(document, level=2)
    return _page(request, found, context)


def _initial(sliders: Sliders) -> dict[str, int]:
    set_to = (sliders.outcome, sliders.cost, sliders.wellbeing, sliders.give)
    return dict(zip(_SLIDERS, set_to, strict=True))


def _supported(support: Acceptance, models: dict[str, str]) -> list[dict[str, Any]]:
    """Return a row a model: how often it is first and last, and the weights of its supporters."""
    rows = []
    for one in support.options:
        weights = zip(support.criteria, one.central_weights or (), strict=False)
        rows.append({
            "name": f"{one.option} {models.get(one.option, '')}",
            "first": one.ranks[0],
            "last": one.ranks[-1],
            "weights": [(CRITERIA[name], weight) for name, weight in weights],
            "confidence": one.confidence,
        })  # fmt: skip
    return rows


def _pairs(given: QueryDict, *, without: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(key, one) for key, many in given.lists() if key not in without for one in many]


def _address(given: QueryDict) -> str:
    kept = given.copy()
    for name in ("part", "format"):
        kept.pop(name, None)
    return kept.urlencode()


def _as_json(
    asked: Asked, answer: Answer, sliders: Sliders, support: Acceptance | None, found: Basis
) -> dict[str, Any]:
    """Give everything in full precision, with the hash of what it rests on."""
    return {
        "asked": asked.to_dict() | {"cannot": sorted(asked.cannot)},
        "answer": answer.to_dict(),
        "weights": {
            "set": dict(vars(sliders)),
            "support": None if support is None else [one.to_dict() for one in support.options],
        },
        "basis": {
            "data_sha256": found.data_sha256,
            "as_of": found.as_of,
            "sha256": found.sha256,
            "invented": found.invented,
        },
    }
