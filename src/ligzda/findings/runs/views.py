"""Pages of evaluation runs: all of them and the form to ask for one, one of them, its result."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.findings.model_page.shown import flow_rows
from ligzda.findings.runs import actions, around, queries, rules
from ligzda.findings.runs.shown import contrasts, outcome_of, run_words
from ligzda.findings.tasks import evaluate_run
from ligzda.indicators.data_sets.queries import data_sets
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.languages import spoken
from ligzda.network.rules import signed_in


class RunForm(forms.Form):
    """On which frozen set the registered plan is carried out."""

    data_set = forms.ChoiceField(label=gettext_lazy("Frozen data set"))

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["data_set"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def runs(request: HttpRequest) -> HttpResponse:
    """List the runs; ask for another."""
    rules.check_see_runs(viewer=request.user)
    if request.method == "POST":
        rules.check_ask(by=request.user)
    sets = [one.row for one in data_sets(request.user)]
    choices = [(row.sha256, f"{outcome_of(row)}, {row.sha256[:12]}") for row in sets]
    form = RunForm(request.POST or None, choices=choices)
    asked = []

    def ask() -> None:
        run, waits = actions.ask(
            by=signed_in(request.user), data_sha256=form.cleaned_data["data_set"]
        )
        if waits:
            evaluate_run.defer(run=run.pk)
        asked.append(run.pk)

    if form.is_valid() and attempt(
        request, ask, form=form, done=_("The run is asked for, or is there already.")
    ):
        return redirect("findings:run", asked[0])
    context = {
        "rows": [
            (row, outcome_of(row.data_set) if row.data_set else "")
            for row in queries.runs(request.user)
        ],
        "form": form,
        "asking": obstacle(rules.check_ask, by=request.user),
    }
    return render(request, "findings/runs.html", context)


@login_required
@never_cache
@require_safe
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a run: how far it is, or what it says with where that comes from."""
    seen = queries.run(request.user, pk)
    language = spoken(get_language())
    context = {
        "seen": seen,
        "row": seen.row,
        "name": outcome_of(seen.row.data_set) if seen.row.data_set else _("Evaluation run"),
        "contrasts": contrasts(seen.result, language),
        "good": seen.result.get("diagnosis", {}).get("good"),
        "missing": seen.result.get("missing") or [],
        "fidelity": run_words(queries.fidelity(seen.row)),
        "sensitivity": around.sensitivity(seen.result, language),
        "tipping": around.tipping(seen.result, language),
        "deviations": around.deviations(seen.row),
        "flow": [
            (model, flow_rows(each, language))
            for model, each in seen.row.beside.get("flow", {}).items()
        ],
        "costs": around.costs() if seen.result else [],
        "others": around.outcomes(seen.row, language) if seen.result else [],
        "rests_on": sorted(seen.row.rests_on.items()),
        "downloads": may(rules.check_download, viewer=request.user),
    }
    return render(request, "findings/run.html", context)


@login_required
@never_cache
@require_safe
def run_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the whole result."""
    rules.check_download(viewer=request.user)
    row = queries.run(request.user, pk).row
    if not row.result:
        raise NotFoundError(_("There is no such file."))
    headers = {"Content-Disposition": f'attachment; filename="evaluation-{row.pk}.json"'}
    return HttpResponse(f"{row.result}\n", content_type="application/json", headers=headers)
