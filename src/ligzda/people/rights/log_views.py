"""Pages of the data protection officer: who looked at whom, and whose time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.odd_values import number
from ligzda.network.rules import has_permission, signed_in
from ligzda.people.actions import note_reading
from ligzda.people.rights import actions, queries, retention, rules
from ligzda.people.rights.forms import LogForm
from ligzda.people.rules import PROTECTORS, municipalities_where

if TYPE_CHECKING:
    from ligzda.network.models import Municipality


@login_required
@never_cache
@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """Show who looked at whom in the municipality, of one person or of one colleague."""
    rules.check_log_somewhere(by=request.user)
    here = _one(request, municipalities_where(request.user, PROTECTORS))
    form = LogForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.looks_in(
        here,
        person=asked.get("person"),
        name=asked.get("name", ""),
        before=number(request.GET.get("before")),
    )
    context = {
        "form": form,
        "rows": rows,
        "municipality": here,
        "more": rows[-1].number if len(rows) == queries.PAGE else None,
    }
    return render(request, "people/readings.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """Show whose time for keeping is over or soon will be, and propose erasures."""
    rules.check_rights_somewhere(by=request.user)
    here = _one(request, municipalities_where(request.user, rules.ANSWERS))
    by, rows = signed_in(request.user), retention.calendar(here)
    if request.method == "POST":
        chosen = set(request.POST.getlist("person"))
        people = [
            row.person
            for row in rows
            if row.overdue and not row.proposed and str(row.person.pk) in chosen
        ]
        done = ngettext(
            "One erasure is proposed; a second person carries it out.",
            "%(count)s erasures are proposed; a second person carries each out.",
            len(people),
        ) % {"count": len(people)}
        if people:
            attempt(request, lambda: actions.propose_erasures(by=by, people=people), done=done)
        return redirect("people:retention")
    note_reading(by=by, people=[row.person for row in rows], what="retention")
    context = {"rows": rows, "municipality": here, "may_propose": _may_propose(request, here)}
    return render(request, "people/retention.html", context)


def _may_propose(request: HttpRequest, here: Municipality) -> bool:
    return any(has_permission(request.user, each, here) for each in rules.ASKS)


def _one(request: HttpRequest, found: list[Municipality]) -> Municipality:
    asked = [row for row in found if row.slug == request.GET.get("municipality")]
    return (asked or found)[0]
