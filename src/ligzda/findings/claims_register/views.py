"""Public pages of claims: all of them with how they stand, one with the chain that it rests on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.findings.claims_register import queries, rules
from ligzda.findings.claims_register.functioning import functioned
from ligzda.findings.claims_register.page import chain, counted, numbers, shown
from ligzda.findings.runs import rules as runs
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may
from ligzda.languages import spoken


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """List the public claims; of one state where that is asked for."""
    rows = [shown(row, spoken(get_language())) for row in queries.claims()]
    asked = request.GET.get("state", "")
    writes = may(rules.check_write_claims, by=request.user)
    context = {
        "counts": counted(rows),
        "rows": [row for row in rows if asked in ("", row.state.name.lower())],
        "asked": asked,
        "last_turn": max((row.since for row in rows if row.since), default=None),
        "checked": max((row.row.checked_on for row in rows if row.row.checked_on), default=None),
        "writes": writes,
    }
    return render(request, "findings/claims.html", context)


@require_safe
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Show a claim: the sentence, the numbers, the rule of turning, its turns, its chain."""
    row = queries.claim(number)
    if row is None:
        raise NotFoundError(_("There is no claim of this number."))
    language = spoken(get_language())
    context = {
        "one": shown(row, language),
        "row": row,
        "numbers": numbers(row, language),
        "chain": chain(row),
        "sees_runs": may(runs.check_see_runs, viewer=request.user),
        "writes": may(rules.check_write_claims, by=request.user),
    }
    return render(request, "findings/claim.html", context)


@require_safe
def models(request: HttpRequest) -> HttpResponse:
    """Show how each model functioned, and the eight beside one another."""
    found = functioned(spoken(get_language()))
    return render(request, "findings/functioned.html", {"found": found})
