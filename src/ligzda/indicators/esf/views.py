"""Pages of the ESF+ report: of a municipality's part, of the network; as a file."""

import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ligzda.indicators import rules
from ligzda.indicators.boards import queries as boards
from ligzda.indicators.boards.day_counts import kept_or_counted
from ligzda.indicators.boards.forms import PeriodForm
from ligzda.indicators.boards.shown import address
from ligzda.indicators.esf import queries
from ligzda.indicators.esf.dictionary import common, identities
from ligzda.indicators.esf.tables import REPORT
from ligzda.indicators.queries import Asked, asked
from ligzda.indicators.shown import said
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.tables.writing import Format, file_response

EVERYWHERE = "all"


def _form(request: HttpRequest) -> PeriodForm:
    """Return the period that was asked for; the calendar year whose report is due next."""
    if "first" in request.GET or "last" in request.GET:
        return PeriodForm(request.GET.dict())
    year = queries.year_to_report()
    return PeriodForm({"first": f"{year}-01-01", "last": f"{year}-12-31"})


def _asked(request: HttpRequest, slug: str, form: PeriodForm) -> Asked:
    """Return the question about a place, or about all; who asks may see the counts."""
    period = form.period()
    if slug == EVERYWHERE:
        rules.check_see_network(viewer=request.user)
        return boards.everywhere(*period)
    return asked([boards.incubator(request.user, slug).municipality_id], *period)


@login_required
@never_cache
@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the participants of a period and so far by the common indicators."""
    form = _form(request)
    given = _asked(request, slug, form)
    kept = kept_or_counted(given, queries.of_report, anew="anew" in request.GET)
    whole = queries.whole(kept.records)
    context = {
        "slug": slug,
        "form": form,
        "asked": given,
        "period": address(given),
        "kept": kept if kept.kept else None,
        "due": datetime.date(given.last_day.year + 1, *queries.DUE),
        "genders": [each.label for each in queries.GENDERS],
        "rows": [
            (row.code, common()[row.code], said(common()[row.code].name),
             said(common()[row.code].why or {}),
             [row.number("period", each) for each in queries.GENDERS],
             row.number("period"), row.number("so_far"))
            for row in whole.rows
        ],
        "activities": [
            (one.activity, [one.rows[0].number(span) for span in queries.SPANS])
            for one in queries.by_activity(kept.records)
        ],
        "broken": [said(identities()[name]) for name in whole.broken],
        "identities": [said(each) for each in identities().values()],
        "incubator": boards.incubator(request.user, slug) if slug != EVERYWHERE else None,
    }  # fmt: skip
    return render(request, "indicators/esf.html", context)


@login_required
@never_cache
@require_safe
def report_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Hand out the report as a spreadsheet: the whole, then each activity."""
    if kind not in ("csv", "xlsx"):
        raise NotFoundError(_("The report is a file as csv or xlsx."))
    given = _asked(request, slug, _form(request))
    form: Format = "csv" if kind == "csv" else "xlsx"
    counted = kept_or_counted(given, queries.of_report).records
    rows = queries.table_rows([queries.whole(counted), *queries.by_activity(counted)])
    return file_response(REPORT, rows, form, f"esf-{slug}-{given.last_day.year}")
