"""The page of what a new version of the engine would turn."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.evidence import ENGINE_VERSION
from ligzda.findings.claims import State
from ligzda.findings.claims_register import rules, upgrade
from ligzda.findings.claims_register.shown import STATES, VERDICTS
from ligzda.findings.runs.rules import check_see_runs
from ligzda.findings.tasks import evaluate_run
from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def engine(request: HttpRequest) -> HttpResponse:
    """Show what the engine that is installed would turn; accept it."""
    check_see_runs(viewer=request.user)
    if request.method == "POST":

        def accept() -> None:
            for run in upgrade.accept(by=signed_in(request.user)):
                evaluate_run.defer(run=run)

        attempt(request, accept, done=_("The plans are carried out by the new engine."))
        return redirect("findings:engine")
    rows = upgrade.old_runs()
    found = upgrade.stored(rows) if rows else None
    context = {
        "version": ENGINE_VERSION,
        "old": rows,
        "found": found,
        "claims": [
            (one.number, STATES[State(one.before)], STATES[State(one.after)],
             VERDICTS.get(one.verdict_before, "–"), VERDICTS.get(one.verdict_after, "–"))
            for one in (found.claims if found else ())
        ],
        "stops": obstacle(
            rules.check_accept_upgrade, by=request.user, seen=found is not None
        ),
    }  # fmt: skip
    return render(request, "findings/engine.html", context)
