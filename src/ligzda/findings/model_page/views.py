"""The public page of a model."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ligzda.findings.model_page import shown
from ligzda.findings.model_page.gathering import functioning
from ligzda.findings.quotes.rules import check_write_quotes
from ligzda.kernel.obstacle import may
from ligzda.languages import spoken


@require_safe
def model(request: HttpRequest, code: str) -> HttpResponse:
    """Show how one model functioned."""
    language = spoken(get_language())
    one = functioning(code, language)
    context = {
        "one": one,
        "done": [(row, shown.word_of(row)) for row in one.done],
        "fidelity": shown.picture(shown.fidelity_drawing(one.done, language), language),
        "flow": shown.flow_rows(one.flow, language),
        "outcomes": shown.outcome_rows(one, language),
        "league": shown.picture(shown.league_drawing(one, language), language),
        "well_being": shown.figure_rows(one.figures, shown.WELL_BEING, language),
        "enterprises": shown.figure_rows(one.figures, shown.ENTERPRISES, language),
        "claims": shown.claims_of(one),
        "writes_quotes": may(check_write_quotes, by=request.user),
    }
    return render(request, "findings/model.html", context)
