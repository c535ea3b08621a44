"""Pages of the dictionary: what is counted, and how."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.indicators import rules
from ligzda.indicators.counting import rule_sql
from ligzda.indicators.data_sets.rules import check_see_data_sets
from ligzda.indicators.dictionary import dictionary as entries
from ligzda.indicators.flat_tables import flat_tables
from ligzda.indicators.own.queries import drawers
from ligzda.indicators.quality.rules import check_see_quality
from ligzda.indicators.shown import said, shown
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may


@require_safe
def dictionary(request: HttpRequest) -> HttpResponse:
    """Show what is counted."""
    context = {
        "rows": [shown(each) for each in entries().values()],
        "sees_boards": may(rules.check_see_boards, viewer=request.user),
        "sees_quality": may(check_see_quality, viewer=request.user),
        "sees_data_sets": may(check_see_data_sets, viewer=request.user),
        "drawers": drawers(request.user),
    }
    return render(request, "indicators/dictionary.html", context)


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Show an indicator: its rule in words and as a query, its sources, its history."""
    entry = entries().get(code)
    if entry is None:
        raise NotFoundError(_("There is no indicator “%(code)s”.") % {"code": code})
    tables = flat_tables()
    sources = [source.split(".") for source in entry.sources]
    context = {
        "one": shown(entry),
        "sources": [
            (table, column.name, said(column.said))
            for table, name in sources
            for column in tables[table].columns
            if column.name == name
        ],
        "sql": rule_sql(code),
    }
    return render(request, "indicators/indicator.html", context)
