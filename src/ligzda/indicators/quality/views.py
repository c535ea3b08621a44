"""Pages of data quality: the board, findings of a municipality, one of them, one check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.indicators.models import Severity
from ligzda.indicators.quality import actions, queries, rules, tables
from ligzda.indicators.quality.checks import checks, kinds, overlaps
from ligzda.indicators.quality.forms import AcceptForm
from ligzda.indicators.quality.shown import ShownCheck
from ligzda.indicators.shown import said
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.network.queries import municipality_at
from ligzda.network.rules import signed_in

if TYPE_CHECKING:
    from ligzda.network.models import Municipality


@login_required
@never_cache
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Count what was found, by municipality and by check; how timely and complete records are."""
    rules.check_see_quality(viewer=request.user)
    today, many = timezone.localdate(), queries.by_check(request.user)
    context = {
        "rows": [
            (row, may(rules.check_see_findings, viewer=request.user, municipality=row.municipality))
            for row in queries.board(request.user)
        ],
        "checks": [
            (ShownCheck(each), many.get(code, 0), each.silent(today))
            for code, each in checks().items()
        ],
        "measures": [
            (row, name, said(kinds()[row.kind])) for row, name in queries.measures(request.user)
        ],
        "ran_on": queries.ran_on(),
    }
    return render(request, "indicators/quality.html", context)


def _here(request: HttpRequest, slug: str) -> Municipality:
    found = municipality_at(slug)
    rules.check_see_findings(viewer=request.user, municipality=found)
    return found


@login_required
@never_cache
@require_safe
def findings(request: HttpRequest, municipality: str) -> HttpResponse:
    """List the findings of a municipality, or give them as a file."""
    here, asked = _here(request, municipality), request.GET
    wanted = asked.get("severity", "") if asked.get("severity") in Severity.values else ""
    check = asked.get("check", "") if asked.get("check") in checks() else ""
    accepted = bool(asked.get("accepted"))
    rows = queries.findings(
        request.user, here, check=check, severity=wanted, accepted=accepted
    )  # fmt: skip
    if asked.get("format", "") in ("csv", "xlsx"):
        form: Format = "csv" if asked["format"] == "csv" else "xlsx"
        return file_response(tables.FINDINGS, tables.lines(rows), form, f"quality-{here.slug}")
    context = {
        "municipality": here,
        "rows": rows[: queries.MOST],
        "many": len(rows),
        "severities": Severity.choices,
        "severity": wanted,
        "checks": [ShownCheck(each) for each in checks().values()],
        "check": check,
        "accepted": accepted,
        "asked": asked.urlencode(),
        "today": timezone.localdate(),
    }
    return render(request, "indicators/findings.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a finding: the rule with its values, what to do; accept it."""
    one = queries.finding(request.user, pk)
    if request.method == "POST":
        rules.check_decides(by=request.user, finding=one.row)
    form = AcceptForm(request.POST or None)

    def save() -> None:
        actions.accept(by=signed_in(request.user), finding=one.row, **form.cleaned_data)

    if form.is_valid() and attempt(request, save, form=form, done=_("The finding is accepted.")):
        return redirect("indicators:finding", pk)
    context = {
        "one": one,
        "person": queries.person_of(one.row),
        "form": form,
        "accepting": obstacle(rules.check_accept, by=request.user, finding=one.row),
        "reopening": obstacle(rules.check_reopen, by=request.user, finding=one.row),
        "acceptances": one.row.acceptances.select_related("accepted_by"),
        "silent": one.check.check.silent(timezone.localdate()),
    }
    return render(request, "indicators/finding.html", context)


@login_required
@never_cache
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it back that a finding may stand."""
    one = queries.finding(request.user, pk)
    attempt(
        request,
        lambda: actions.reopen(by=signed_in(request.user), finding=one.row),
        done=_("The finding is open again."),
    )
    return redirect("indicators:finding", pk)


@login_required
@never_cache
@require_safe
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Show a check: its rule, what to do, its history."""
    rules.check_see_quality(viewer=request.user)
    found = checks().get(code)
    if found is None:
        raise NotFoundError(_("There is no such check."))
    context = {
        "one": ShownCheck(found),
        "silent_until": found.silent_until if found.silent(timezone.localdate()) else None,
        "due_in": found.due_in,
        "many": queries.by_check(request.user).get(code, 0),
        "overlaps": [
            (said(each.one), said(each.other), each.allowed, said(each.why)) for each in overlaps()
        ]
        if found.family == "overlaps"
        else [],
    }
    return render(request, "indicators/check.html", context)
