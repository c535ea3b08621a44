"""Pages of plans: write a version, look at one, approve, mark steps, review."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in
from ligzda.people.actions import note_reading
from ligzda.people.models import Plan
from ligzda.people.plans import actions, queries, rules
from ligzda.people.plans.forms import PlanForm, ReviewForm
from ligzda.people.stays import queries as stays

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_http_methods(_FORM)
def plan_write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the next version of a stay's plan, or change one's own draft."""
    stay = stays.stay(request.user, pk)
    rules.check_write(by=request.user, stay=stay)
    earlier = next(iter(queries.versions_of([pk])), None)
    goal = queries.goal_of(stay)
    form = PlanForm(request.POST or None, goal=goal, earlier=earlier)
    made: list[Plan] = []

    def save() -> None:
        given = form.cleaned_data
        made.append(
            actions.write_plan(
                by=signed_in(request.user),
                stay=stay,
                goal=given["goal"],
                aim=given["aim"],
                steps=form.steps(),
            )
        )

    done = _("The draft is saved. A second person approves it.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("people:plan", made[0].pk)
    note_reading(by=signed_in(request.user), people=[stay.person], what="plan")
    context = {"stay": stay, "person": stay.person, "form": form, "goal": goal.label}
    return render(request, "people/plan_write.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a version of a plan with its steps and reviews; take a review."""
    row = queries.plan(request.user, pk)
    by = signed_in(request.user)
    form = ReviewForm(request.POST or None)

    def save() -> None:
        actions.review_plan(by=by, plan=row, **form.cleaned_data)

    if request.method == "POST":
        rules.check_follow(by=by, plan=row)
        done = _("The review is written down.")
        if form.is_valid() and attempt(request, save, form=form, done=done):
            return redirect("people:plan", pk)
    note_reading(by=by, people=[row.person], what="plan")
    [whole] = queries.opened([row])
    context = {
        "plan": row,
        "whole": whole,
        "person": row.person,
        "form": form,
        "other_goal": row.goal != queries.goal_of(row.stay),
        "approving": obstacle(rules.check_approve_plan, by=by, plan=row),
        "discarding": obstacle(rules.check_discard, by=by, plan=row),
        "following": obstacle(rules.check_follow, by=by, plan=row),
        "writing": obstacle(rules.check_write, by=by, stay=row.stay),
        "today": timezone.localdate(),
    }
    return render(request, "people/plan.html", context)


@login_required
@require_POST
def plan_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft in force, as a second person."""
    row = queries.plan(request.user, pk)
    by, seen = signed_in(request.user), request.POST.get("seen", "")
    done = _("The plan is in force.")
    attempt(request, lambda: actions.approve_plan(by=by, plan=row, seen=seen), done=done)
    return redirect("people:plan", pk)


@login_required
@require_POST
def plan_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    row = queries.plan(request.user, pk)
    by = signed_in(request.user)
    done = _("The draft is discarded.")
    if attempt(request, lambda: actions.discard_plan(by=by, plan=row), done=done, undo=True):
        return redirect("people:person", row.person_id)
    return redirect("people:plan", pk)


@login_required
@require_POST
def step_mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a step is done today, or that it is not after all."""
    row = queries.step(request.user, pk)
    by = signed_in(request.user)
    done_on = timezone.localdate() if row.done_on is None else None
    done = _("The step is done.") if done_on else _("The step is to be done again.")
    attempt(
        request,
        lambda: actions.mark_step(by=by, step=row, done_on=done_on),
        done=done,
        undo=True,
    )
    return redirect("people:plan", row.plan_id)
