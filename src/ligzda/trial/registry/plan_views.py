"""The page that asks the common plan as a form, and says what the engine understood of it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes
from ligzda.kernel.errors import BadDataError
from ligzda.network.rules import signed_in
from ligzda.trial.registry import actions, queries, rules
from ligzda.trial.registry.plan_builder import written
from ligzda.trial.registry.plan_form import PlanForm
from ligzda.trial.registry.plan_text import summary


@login_required
def plan_build(request: HttpRequest, number: str) -> HttpResponse:
    """Fill in the common plan; look at what it says before it is saved."""
    version = queries.protocol(number, request.user)
    unsaved.about(request, version, "plan-form")
    rules.check_edit_protocol(by=request.user, version=version)
    form = PlanForm(request.POST or None, version=version)
    plan = version.plan

    def save() -> None:
        actions.edit_version(
            by=signed_in(request.user),
            version=version,
            as_seen=(version.content, version.plan),
            content=version.content,
            plan=plan,
        )

    if form.is_valid():
        plan = written(form.facts())
        looks = "look" in request.POST or changes(request)
        if looks:
            try:
                rules.check_plan(plan)
            except BadDataError as refused:
                form.add_error(None, str(refused))
        elif attempt(request, save, form=form, done=_("The plan is saved.")):
            return redirect("trial:version", number)
    context = {"form": form, "version": version, "plan": plan, "summary": summary(plan)}
    return render(request, "trial/plan_build.html", context)
