"""The public page of published tables, each with its trap."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.findings.claims import Cause
from ligzda.findings.claims_register.shown import CAUSES
from ligzda.findings.published import tables
from ligzda.findings.published.gate import gate_flow
from ligzda.languages import Language, spoken
from ligzda.publishing import Numbers

WHO = {"women": gettext_lazy("women"), "men": gettext_lazy("men")}
STARTS = {
    "with_disability": gettext_lazy("with a disability"),
    "on_unemployment_benefit": gettext_lazy("on unemployment benefit"),
    "self_employed_at_start": gettext_lazy("self-employed already"),
    "has_business_plan": gettext_lazy("with a business plan"),
}


@require_safe
def published(request: HttpRequest) -> HttpResponse:
    """Show the published tables, what may be said of them and what may not."""
    language = spoken(get_language())
    said = {
        name: {part: words[language] for part, words in text.items()}
        for name, text in tables.texts().items()
    }
    context = {
        "said": said,
        "welfare": tables.welfare_to_work(),
        "jtpa": _jtpa(language),
        "gate": _gate(language),
        "wsipp": tables.wsipp(),
        "turned": tables.turned(),
        "cause": CAUSES[Cause.ASSUMPTION],
    }
    return render(request, "findings/published.html", context)


def _jtpa(language: Language) -> dict[str, Any]:
    numbers, rows = Numbers(language), []
    for one in tables.jtpa():
        ends = one.earnings.interval
        interval = (
            _("%(low)s … %(high)s, the widest that p allows")
            % {"low": numbers.integer(ends[0]), "high": numbers.integer(ends[1])}
            if ends
            else _("none: nothing bounds its error")
        )
        rows.append(
            (WHO[one.who], one.people, round(one.earnings.point), interval, one.cost, one.net)
        )
    women = tables.jtpa()[0]
    return {
        "rows": rows,
        "assigned": tables.ASSIGNED_GAIN,
        "enrolled": numbers.percent(tables.ASSIGNED_GAIN / women.earnings.point),
        "wrong": tables.ASSIGNED_GAIN - women.cost,
        "right": women.net,
    }


def _gate(language: Language) -> dict[str, Any]:
    numbers, arms = Numbers(language), tables.gate()
    names = {True: _("programme"), False: _("comparison")}
    return {
        "picture": gate_flow(arms, names),
        "rows": [
            (
                names[arm.treated],
                arm.assigned,
                [
                    (arm.answered[each], numbers.percent(arm.share(each), 1))
                    for each in tables.MONTHS
                ],
            )
            for arm in arms
        ],
        "starts": [str(STARTS[name]) for name in tables.STARTS],
        "sites": [
            (site, [numbers.percent(differs[name], 1, sign=True) for name in tables.STARTS])
            for site, differs in tables.gate_sites()
        ],
    }
