"""Pages of boards, and the list behind a figure."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ligzda.indicators import rules
from ligzda.indicators.boards import queries
from ligzda.indicators.boards.charts import entries_chart, shares_chart
from ligzda.indicators.boards.day_counts import Kept, Records, kept_or_counted
from ligzda.indicators.boards.forms import PeriodForm, period_form
from ligzda.indicators.boards.shown import Line, address, category
from ligzda.indicators.dictionary import dictionary, moments
from ligzda.indicators.figures import Figure
from ligzda.indicators.queries import Asked, asked, rows_behind
from ligzda.indicators.shown import named, shown
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may

MOST_ROWS = 500


@login_required
@never_cache
@require_safe
def boards(request: HttpRequest) -> HttpResponse:
    """Lead to the boards that the person may see."""
    rules.check_see_boards(viewer=request.user)
    context = {
        "rows": queries.incubators_seen(request.user),
        "sees_network": may(rules.check_see_network, viewer=request.user),
    }
    return render(request, "indicators/boards.html", context)


@login_required
@never_cache
@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """Show the figures of all incubators together, and a few side by side."""
    rules.check_see_network(viewer=request.user)
    form = period_form(request.GET.dict())
    given = queries.everywhere(*form.period())
    kept = _counts(request, given, queries.of_network)
    beside = queries.beside(kept.records)
    rows = [
        (row, [Line(beside[row.slug][code]) if code in beside.get(row.slug, {}) else None
               for code in queries.BESIDE])
        for row in queries.incubators_seen(request.user)
    ]  # fmt: skip
    paid = [
        (str(row), beside[row.slug]["in_paid_activity"])
        for row, _lines in rows
        if _counted(beside.get(row.slug, {}).get("in_paid_activity"))
    ]
    context = _board(form, given, kept, by_category=False) | {
        "beside": rows,
        "columns": [shown(dictionary()[code]) for code in queries.BESIDE],
        "paid_there": shares_chart(paid, _("In paid activity 12 months after exit"))
        if paid
        else "",
    }
    return render(request, "indicators/board.html", context)


@login_required
@never_cache
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the figures of an incubator."""
    incubator = queries.incubator(request.user, slug)
    form = period_form(request.GET.dict())
    given = asked([incubator.municipality_id], *form.period())
    kept = _counts(request, given, queries.of_board)
    whole = queries.sees_categories(request.user, incubator)
    context = _board(form, given, kept, by_category=whole)
    context["incubator"] = incubator
    context["lists"] = may(
        rules.check_see_rows, viewer=request.user, municipality=incubator.municipality
    )
    return render(request, "indicators/board.html", context)


def _counts(request: HttpRequest, given: Asked, count: Callable[[Asked], Records]) -> Kept:
    return kept_or_counted(given, count, anew="anew" in request.GET)


def _board(form: PeriodForm, given: Asked, kept: Kept, *, by_category: bool) -> dict[str, Any]:
    sections = queries.sections(kept.records, by_category=by_category)
    paid = [
        (named(moments(), one.moment), one)
        for section in sections
        for one in section.figures
        if one.code == "in_paid_activity" and _counted(one)
    ]
    quarters = queries.entered_by_quarter(kept.records)
    return {
        "form": form,
        "asked": given,
        "period": address(given),
        "kept": kept if kept.kept else None,
        "sections": [(section, [Line(one) for one in section.figures]) for section in sections],
        "entries": entries_chart(quarters) if quarters else "",
        "paid": shares_chart(paid, _("In paid activity")) if paid else "",
    }


def _counted(figure: Figure | None) -> bool:
    return figure is not None and figure.counted > 0


@login_required
@never_cache
@require_safe
def listed(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Show which records a figure counts, and which it leaves out."""
    incubator = queries.incubator(request.user, slug)
    if code not in dictionary():
        raise NotFoundError(_("There is no indicator “%(code)s”.") % {"code": code})
    form = period_form(request.GET.dict())
    given = asked([incubator.municipality_id], *form.period())
    rows = rows_behind(request.user, code, incubator.municipality, given)
    entry = dictionary()[code]
    context = {
        "incubator": incubator,
        "one": shown(entry),
        "form": form,
        "asked": given,
        "whole": len(rows),
        "rows": [
            (row, named(moments(), row["moment"]),
             category(entry, row["category"]),
             named(entry.left_out, row["left_out"]))
            for row in rows[:MOST_ROWS]
        ],
        "most": MOST_ROWS,
    }  # fmt: skip
    return render(request, "indicators/listed.html", context)
