"""Pages of the trial: its steps, the protocol, what it can show, the assignment."""

import json
from collections import Counter
from collections.abc import Callable

from django import forms as django_forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.blueprints import checks
from ligzda.blueprints import queries as blueprints
from ligzda.blueprints.models import ModelVersion, Practice
from ligzda.incubators import queries as incubators
from ligzda.network.errors import (
    BadDataError,
    NotAllowedError,
    NotFoundError,
    WrongStateError,
)
from ligzda.network.rules import signed_in
from ligzda.trial import actions, queries, rules
from ligzda.trial.assignment import Problem, UnsatisfiableError, assign
from ligzda.trial.designs import start
from ligzda.trial.draw import SeedMismatchError
from ligzda.trial.fields import SECTIONS, missing
from ligzda.trial.forms import ProblemForm, ProtocolForm, QuestionForm, RevealForm
from ligzda.trial.models import DesignRun, Draw, ProtocolVersion
from ligzda.trial.pictures import interval_picture
from ligzda.trial.plan_text import TEMPLATE
from ligzda.trial.words import clash_sentence

# Draws tried to show what chance every incubator has of every model.
TRIED = 60


def done(request: HttpRequest, form: django_forms.Form, act: Callable[[], object]) -> bool:
    """Act; where it is refused, write the sentence on top of the form."""
    try:
        act()
    except (BadDataError, WrongStateError) as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("Saved."))
    return True


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the steps from practices to a running trial, and where it stands."""
    report = checks.check()
    versions = queries.protocols(request.user)
    registered = queries.registered()
    draw = Draw.objects.filter(revealed_at__isnull=False).order_by("revealed_at").last()
    context = {
        "practices": Practice.objects.count(),
        "passed": report.passed,
        "newest": versions[0] if versions else None,
        "registered": registered,
        "simulated": DesignRun.objects.filter(answer__isnull=False).exists(),
        "draw": draw,
        "committed": Draw.objects.exists(),
        "may_design": rules.can_design_trial(by=request.user),
    }
    return render(request, "trial/overview.html", context)


def protocol(request: HttpRequest) -> HttpResponse:
    """List the versions of the protocol; begin the first."""
    if request.method == "POST":
        version = actions.begin_version(
            by=signed_in(request.user),
            content=_first_words(),
            plan=TEMPLATE,
            models=_newest_models(),
        )
        return redirect("trial:edit", str(version))
    rows = queries.protocols(request.user)
    context = {"rows": rows, "may_begin": rules.can_begin_version(by=request.user) and not rows}
    return render(request, "trial/protocol.html", context)


def _newest_models() -> list[ModelVersion]:
    newest: dict[int, ModelVersion] = {}
    for row in ModelVersion.objects.filter(published_at__isnull=False).order_by("number"):
        newest[row.model_id] = row
    return list(newest.values())


def _first_words() -> dict[str, str]:
    """Return what is known before anybody writes, so that the form does not begin empty."""
    models = blueprints.models()
    return {
        "title": _("Which social-enterprise incubator works?"),
        "interventions": "\n".join(f"{row.code} {row.name}: {row.idea}" for row in models),
        "design": _(
            "Full 2³ of host (A), route (B) and demand (C), one incubator for each model and one "
            "model twice; factor C starts in steps."
        ),
        "assignment": _(
            "Restricted randomisation by a public draw: the seed's hash is published beforehand, "
            "a public number is added at the draw."
        ),
        "unit": _("incubator"),
        "clusters": str(len(incubators.incubators())),
        "data_seen": "none",
    }


def protocol_version(request: HttpRequest, number: str) -> HttpResponse:
    """Show one version."""
    version = queries.protocol(number, request.user)
    choices = {f.key: dict(f.choices) for s in SECTIONS for f in s.fields if f.choices}
    sections = [
        (
            section.title,
            [
                (f.label, choices.get(f.key, {}).get(value, value))
                for f in section.fields
                if (value := version.content.get(f.key, ""))
            ],
        )
        for section in SECTIONS
    ]
    arms = version.arms.select_related("version__model").order_by("version__model__code")
    obstacle = ""
    try:
        rules.check_register(by=request.user, version=version)
    except (WrongStateError, BadDataError) as refused:
        obstacle = str(refused)
    except NotAllowedError:
        obstacle = ""
    context = {
        "version": version,
        "parts": [(title, rows) for title, rows in sections if rows],
        "arms": [arm.version for arm in arms],
        "may_edit": rules.can_edit_protocol(by=request.user, version=version),
        "may_begin": version.registered_at is not None and rules.can_begin_version(by=request.user),
        "obstacle": obstacle,
        "deviations": version.deviations.count(),
    }
    return render(request, "trial/version.html", context)


@login_required
def protocol_edit(request: HttpRequest, number: str) -> HttpResponse:
    """Write a draft. It may be saved unfinished."""
    version = queries.protocol(number, request.user)
    rules.check_edit_protocol(by=request.user, version=version)
    form = ProtocolForm(request.POST or None, version=version)

    def save() -> None:
        actions.edit_version(
            by=signed_in(request.user),
            version=version,
            content=form.content(),
            plan=form.cleaned_data["plan_toml"],
            models=_newest_models() if "models" in request.POST else None,
        )

    if form.is_valid() and done(request, form, save):
        return redirect("trial:version", number)
    context = {"form": form, "version": version, "missing": missing(version.content)}
    return render(request, "trial/edit.html", context)


@login_required
@require_POST
def protocol_register(request: HttpRequest, number: str) -> HttpResponse:
    """Register a draft."""
    version = queries.protocol(number, request.user)
    try:
        actions.register(by=signed_in(request.user), version=version)
    except (WrongStateError, BadDataError) as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The protocol is registered; it does not change any more."))
    return redirect("trial:version", number)


@login_required
@require_POST
def protocol_next(request: HttpRequest, number: str) -> HttpResponse:
    """Begin the next version."""
    version = queries.protocol(number, request.user)
    try:
        following = actions.begin_next(
            by=signed_in(request.user),
            after=version,
            major="major" in request.POST,
            changed=request.POST.get("changed", ""),
        )
    except (WrongStateError, BadDataError) as refused:
        messages.error(request, str(refused))
        return redirect("trial:version", number)
    return redirect("trial:edit", str(following))


@require_safe
def protocol_plan(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the analysis plan as `ligzda evaluate` takes it."""
    version = queries.protocol(number, request.user)
    name = f'attachment; filename="plan-{version}.toml"'
    return HttpResponse(
        version.plan,
        content_type="application/toml; charset=utf-8",
        headers={"Content-Disposition": name},
    )


def power(request: HttpRequest) -> HttpResponse:
    """Ask what the trial can show."""
    form = QuestionForm(request.POST or None)
    rows = queries.protocols(request.user)
    plan = rows[0].plan if rows and rows[0].plan else TEMPLATE
    if request.method == "POST":
        rules.check_design_trial(by=request.user)
        if form.is_valid():
            return redirect("trial:power_answer", start(plan, form.question()).key)
    recent = list(DesignRun.objects.order_by("-asked_at")[:8])
    context = {
        "form": form,
        "recent": recent,
        "version": rows[0] if rows and rows[0].plan else None,
        "may_ask": rules.can_design_trial(by=request.user),
    }
    return render(request, "trial/power.html", context)


@require_safe
def power_answer(request: HttpRequest, key: str) -> HttpResponse:
    """Show the answer, or how far the simulation is."""
    row = DesignRun.objects.filter(key=key).first()
    if row is None:
        raise NotFoundError(_("Nobody has asked this yet."))
    answers = row.answer or []
    names = {"parallel": _("all start together"), "stepped": _("factor C starts in steps")}
    shown = [(names[a["candidate"]["layout"]], a) for a in answers]
    question = row.question["question"]
    context = {
        "row": row,
        "shown": shown,
        "base": question["base"],
        "mid": question["mid"],
        "trials": question["trials"],
        "picture": interval_picture(shown, question["mid"] * 100) if shown else "",
    }
    response = render(request, "trial/power_answer.html", context)
    if row.answer is None and not row.problem:
        # Asks again by itself, without a script.
        response["Refresh"] = "3"
    return response


def assignment(request: HttpRequest) -> HttpResponse:
    """Show the assignment; set its constraints, try them, publish the hash of the seed."""
    protocol = queries.registered()
    draw = Draw.objects.filter(protocol=protocol).first() if protocol else None
    context: dict[str, object] = {
        "protocol": protocol,
        "draw": draw,
        "may": rules.can_design_trial(by=request.user),
    }
    if draw is not None:
        context |= {
            "rows": queries.courses(),
            "reveal": RevealForm(),
            "problem": json.dumps(draw.problem, indent=1, ensure_ascii=False, sort_keys=True),
        }
        return render(request, "trial/drawn.html", context)
    if protocol is not None and rules.can_commit_draw(by=request.user, protocol=protocol):
        form = ProblemForm(request.POST or None, protocol=protocol)
        context["form"] = form
        if request.method == "POST" and form.is_valid():
            problem = form.problem()
            try:
                if "commit" in request.POST:
                    secret = actions.commit_draw(
                        by=signed_in(request.user), protocol=protocol, problem=problem
                    )
                    return render(request, "trial/secret.html", {"secret": secret})
                context["chances"] = chances(problem, form)
            except (UnsatisfiableError, ValueError) as refused:
                context["clashes"] = _clashes(refused, form)
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
        "errors": example.standard_errors,
    }


def _clashes(refused: Exception, form: ProblemForm) -> list[str]:
    if not isinstance(refused, UnsatisfiableError):
        return [str(refused)]
    names = {row.slug: row.name for row in form.incubators}
    names |= {code: f"{code} {row.model}" for code, row in form.versions.items()}
    return [clash_sentence(clash, names) for clash in refused.clashes]


@login_required
@require_POST
def reveal(request: HttpRequest) -> HttpResponse:
    """Hold the draw."""
    registered: ProtocolVersion | None = queries.registered()
    draw = Draw.objects.filter(protocol=registered).first()
    if draw is None:
        raise NotFoundError(_("No hash has been published for a draw."))
    rules.check_design_trial(by=request.user)
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
