"""Pages of the assignment: constraints, the published hash, the draw."""

import json
from collections import Counter
from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.kernel.errors import (
    BadDataError,
    NotFoundError,
    WrongStateError,
)
from ligzda.kernel.obstacle import may
from ligzda.network.rules import signed_in
from ligzda.trial.assignment import actions, queries, rules
from ligzda.trial.assignment.clashes import clash_sentence
from ligzda.trial.assignment.draw import SeedMismatchError
from ligzda.trial.assignment.forms import ProblemForm, RevealForm
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Problem, UnsatisfiableError
from ligzda.trial.registry import queries as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.rules import check_design_trial
from ligzda.trial.tables import table_response

# Draws tried to show what chance every incubator has of every model.
TRIED = 60


def assignment(request: HttpRequest) -> HttpResponse:
    """Show the assignment; set its constraints, try them, publish the hash of the seed."""
    protocol = registry.registered()
    draw = queries.draw_of(protocol) if protocol else None
    context: dict[str, object] = {
        "protocol": protocol,
        "draw": draw,
        "may": may(check_design_trial, by=request.user),
    }
    if draw is not None:
        context |= {
            "rows": queries.courses(),
            "reveal": RevealForm(),
            "problem": json.dumps(draw.problem, indent=1, ensure_ascii=False, sort_keys=True),
        }
        return render(request, "trial/drawn.html", context)
    if protocol is not None and may(rules.check_commit_draw, by=request.user, protocol=protocol):
        form = ProblemForm(request.POST or None, protocol=protocol)
        context["form"] = form
        if request.method == "POST" and form.is_valid():
            problem = form.problem()
            try:
                if "commit" in request.POST:
                    secret = actions.commit_draw(
                        by=signed_in(request.user), protocol=protocol, problem=problem
                    )
                    page = render(request, "trial/secret.html", {"secret": secret})
                    # Seed and salt must not wait in a browser's cache for the next reader.
                    page["Cache-Control"] = "no-store"
                    return page
                context["chances"] = chances(problem, form)
            except (UnsatisfiableError, ValueError) as refused:
                context["clashes"] = _clashes(refused, form)
    context["rows"] = queries.courses()
    return render(request, "trial/assignment.html", context)


def chances(problem: Problem, form: ProblemForm) -> dict[str, object]:
    """Return, from so many trial draws, how often each incubator ends with each model."""
    counts: dict[str, Counter[str]] = {site.code: Counter() for site in problem.sites}
    for seed in range(TRIED):
        for site, course in assign(problem, seed).courses.items():
            counts[site][course[-1]] += 1
    codes = [arm.code for arm in problem.arms]
    example = assign(problem, 0)
    return {
        "codes": codes,
        "tried": TRIED,
        "rows": [
            (row.name, [counts[row.slug][code] / TRIED for code in codes])
            for row in form.incubators
        ],
        "errors": _relative(example.standard_errors),
    }


def _clashes(refused: Exception, form: ProblemForm) -> list[str]:
    if not isinstance(refused, UnsatisfiableError):
        return [str(refused)]
    names = {row.slug: row.name for row in form.incubators}
    names |= {code: str(row.model) for code, row in form.versions.items()}
    problem = form.problem()
    return [clash_sentence(clash, names, problem) for clash in refused.clashes]


def _relative(errors: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the standard errors of the main effects over the smallest of them."""
    least = min(errors.values())
    return [(factor, error / least) for factor, error in sorted(errors.items())]


@require_safe
def assignment_export(request: HttpRequest) -> HttpResponse:
    """Hand out the courses as a table, for the statistics programme of the reader's choice."""
    rows = [
        [row.incubator_slug, row.incubator, row.code, row.name, row.version,
         row.begin.isoformat(), row.last.isoformat()]
        for row in queries.courses()
    ]  # fmt: skip
    head = ["incubator", "name", "model", "model_name", "version", "first_day", "last_day"]
    return table_response("ligzda-assignment.csv", head, rows)


@login_required
def reveal(request: HttpRequest) -> HttpResponse:
    """Hold the draw."""
    if request.method != "POST":
        # Whoever changes the language on a refused draw comes here.
        return redirect("trial:assignment")
    check_design_trial(by=request.user)
    registered: ProtocolVersion | None = registry.registered()
    draw = queries.draw_of(registered) if registered else None
    if draw is None:
        raise NotFoundError(_("No hash has been published for a draw."))
    form = RevealForm(request.POST)
    if form.is_valid():
        try:
            actions.reveal_draw(by=signed_in(request.user), draw=draw, **form.cleaned_data)
        except SeedMismatchError:
            form.add_error(
                None,
                _("This seed and salt do not give the hash that was published. The draw does not "
                  "count; nothing was written."),
            )  # fmt: skip
        except (WrongStateError, BadDataError) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The draw is held. This is the assignment."))
            return redirect("trial:assignment")
    context: dict[str, object] = {"protocol": registered, "draw": draw, "may": True}
    context |= {"reveal": form, "rows": []}
    return render(request, "trial/drawn.html", context, status=422)
