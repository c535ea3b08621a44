"""Pages of the audit trail: of the whole network, or of one's own municipality."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ligzda.kernel.tables.writing import file_response
from ligzda.network import audit_search, rules
from ligzda.network.forms import AuditForm

A_PAGE = 50


@login_required
@never_cache
@require_safe
def audit(request: HttpRequest) -> HttpResponse:
    """Look for events by who, what, when and whose."""
    rules.check_see_audit(by=request.user)
    form = AuditForm(request.GET or None, viewer=request.user)
    found = audit_search.search(request.user, form.wanted())
    if form.is_bound and not form.is_valid():
        found = found.none()
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    asked = {k: v for k, v in request.GET.items() if v and k != "page"}
    context = {
        "form": form,
        "page": page,
        "events": [(row, audit_search.kind(row)) for row in page],
        "asked": urlencode(asked),
    }
    return render(request, "network/audit.html", context)


@login_required
@never_cache
@require_safe
def audit_event(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one event: each fact before and after, side by side."""
    row = audit_search.event(request.user, pk)
    context = {
        "event": row,
        "kind": audit_search.kind(row),
        "changes": audit_search.changes(row),
    }
    return render(request, "network/audit_event.html", context)


@login_required
@never_cache
@require_safe
def audit_export(request: HttpRequest) -> HttpResponse:
    """Hand out what was looked for as CSV."""
    rules.check_see_audit(by=request.user)
    form = AuditForm(request.GET or None, viewer=request.user)
    found = audit_search.search(request.user, form.wanted())
    if form.is_bound and not form.is_valid():
        found = found.none()
    return file_response(audit_search.TABLE, audit_search.rows(found), "csv", "ligzda-audit")
