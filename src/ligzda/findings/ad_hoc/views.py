"""Pages of ad hoc evaluations: send a table and a plan, see the report, keep or forget it."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ligzda.findings.ad_hoc import actions, queries, rules
from ligzda.findings.models import EvaluationRun
from ligzda.findings.tasks import evaluate_ad_hoc
from ligzda.kernel.attempt import attempt
from ligzda.languages import spoken
from ligzda.network.rules import signed_in

Stage = EvaluationRun.Stage


class AdHocForm(forms.Form):
    """A table and a plan."""

    table = forms.FileField(
        label=gettext_lazy("Table (CSV or Parquet)"),
        help_text=gettext_lazy("Cells or records, at most 2 MB; deleted once it is evaluated."),
    )
    plan = forms.FileField(
        label=gettext_lazy("Analysis plan (TOML)"),
        help_text=gettext_lazy("As `ligzda evaluate` takes it, at most 60 kB."),
    )


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evaluate(request: HttpRequest) -> HttpResponse:
    """Send a table and a plan; list those that are here."""
    rules.check_evaluate(by=request.user)
    form = AdHocForm(request.POST or None, request.FILES or None)
    asked: list[str] = []

    def ask() -> None:
        given: dict[str, Any] = form.cleaned_data
        row = actions.ask(
            by=signed_in(request.user),
            name=given["table"].name,
            table=given["table"].read(),
            plan=given["plan"].read(),
            language=spoken(get_language()),
        )
        evaluate_ad_hoc.defer(key=row.key, language=spoken(get_language()))
        asked.append(row.key)

    done = _("The table is being evaluated.")
    if form.is_valid() and attempt(request, ask, form=form, done=done):
        return redirect("findings:ad_hoc", asked[0])
    context = {"form": form, "rows": queries.mine(request.user)}
    return render(request, "findings/evaluate.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ad_hoc(request: HttpRequest, key: str) -> HttpResponse:
    """Show how far it is, or the report; keep it, or forget it."""
    by = signed_in(request.user)
    row = queries.own(by, key)
    if "keep" in request.POST:
        attempt(
            request,
            lambda: actions.keep(by=by, row=row),
            done=_("The report is kept until you forget it."),
        )
        return redirect("findings:ad_hoc", key)
    if request.method == "POST":
        attempt(request, lambda: actions.forget(by=by, row=row), done=_("Nothing of it is left."))
        return redirect("findings:evaluate")
    context = {
        "row": row,
        "report": row.reports.get(spoken(get_language()), ""),
        "waits": row.stage not in (Stage.FINISHED, Stage.FAILED),
        "until": row.asked_at + actions.KEPT_FOR,
    }
    return render(request, "findings/ad_hoc.html", context)
