"""Pages of lists: events, jobs, turnover and support as spreadsheets, out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.forms import UploadForm
from ligzda.kernel.importing import MOST_SENT, Import, take_in
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.network.queries import name_today
from ligzda.network.rules import signed_in
from ligzda.people.rules import acting_at
from ligzda.ventures import rules
from ligzda.ventures.actions.lists import import_list
from ligzda.ventures.listings import LISTINGS, check_of, listing

if TYPE_CHECKING:
    from ligzda.network.models import Municipality


def _here(request: HttpRequest) -> Municipality:
    rules.check_keep_somewhere(by=request.user)
    return acting_at(request, rules.KEEPERS)


@login_required
@never_cache
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Lead to each list: its export, its import."""
    context = {
        "municipality": _here(request),
        "lists": [
            (kind, each, each.take and UploadForm(auto_id=f"id_{kind}_%s"))
            for kind, each in LISTINGS.items()
        ],
    }
    return render(request, "ventures/lists.html", context)


@login_required
@never_cache
@require_safe
def list_export(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """Hand out a list as a spreadsheet: numbers of people, no names."""
    here, found = _here(request), listing(kind)
    if form not in ("csv", "xlsx"):
        raise NotFoundError(_("Lists are exported as csv or xlsx."))
    written: Format = "csv" if form == "csv" else "xlsx"
    return file_response(found.table, found.rows(here), written, f"{kind}-{here.slug}")


@body_limit(MOST_SENT)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def list_import(request: HttpRequest, kind: str) -> HttpResponse:
    """Show what a list would change, and take it in."""
    here, found = _here(request), listing(kind)
    if found.take is None:
        raise NotFoundError(_("This list is only exported."))
    by = signed_in(request.user)
    there = {row["reference"]: row for row in found.rows(here)}
    given = Import(
        found.table,
        there,
        lambda shown: import_list(by=by, municipality=here, listing=found, shown=shown),
        reverse("ventures:lists"),
        _("Lists"),
        check=check_of(here, there),
        about=name_today(here),
    )
    return take_in(request, given)
