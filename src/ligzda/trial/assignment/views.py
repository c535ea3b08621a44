"""Pages of the assignment: constraints, the published hash, the draw."""

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.kernel.confirm import answers, changes, check_answers
from ligzda.kernel.errors import (
    BadDataError,
    NotFoundError,
    WrongStateError,
)
from ligzda.kernel.obstacle import may
from ligzda.kernel.tables.writing import file_response
from ligzda.network.rules import signed_in
from ligzda.trial.assignment import actions, chances, queries, rules
from ligzda.trial.assignment.draw import SeedMismatchError
from ligzda.trial.assignment.draw import check as check_seed
from ligzda.trial.assignment.forms import ProblemForm, RevealForm
from ligzda.trial.assignment.models import ChanceRun, Draw
from ligzda.trial.assignment.problems import from_json
from ligzda.trial.assignment.types import UnsatisfiableError
from ligzda.trial.downloads import ASSIGNMENT
from ligzda.trial.registry import queries as registry
from ligzda.trial.registry.models import ProtocolVersion
from ligzda.trial.registry.rules import check_design_trial
from ligzda.trial.running.queries import excluded

TYPED_BACK = 4
"""Characters of the salt that are asked for before the page that shows it once is left."""


def assignment(request: HttpRequest) -> HttpResponse:
    """Show the assignment; set its constraints, try them, publish the hash of the seed."""
    if request.method == "POST":
        check_design_trial(by=request.user)
    protocol = registry.registered()
    draw = queries.draw_of(protocol) if protocol else None
    context: dict[str, object] = {
        "protocol": protocol,
        "draw": draw,
        "may": may(check_design_trial, by=request.user),
        "rows": queries.courses(),
    }
    if draw is not None:
        context["reveal"] = RevealForm()
        return render(request, "trial/drawn.html", context)
    if protocol is None or not may(rules.check_commit_draw, by=request.user, protocol=protocol):
        return render(request, "trial/assignment.html", context)
    if request.method != "POST":
        return _tried(request, protocol, context)
    form = ProblemForm(request.POST, protocol=protocol, excluded=excluded())
    context["form"] = form
    if form.is_valid():
        problem = form.problem()
        if "commit" not in request.POST:
            try:
                row = chances.start(problem, by=signed_in(request.user))
            except WrongStateError as refused:
                form.add_error(None, str(refused))
                return render(request, "trial/assignment.html", context)
            return redirect(f"{reverse('trial:assignment')}?tried={row.key}")
        if changes(request):
            return render(request, "trial/assignment.html", context)
        short = form.short(problem)
        if page := check_answers(
            request,
            _("Fix these constraints and publish the hash of a seed?"),
            [
                (_("Protocol"), protocol),
                (_("Incubators"), len(problem.sites)),
                (_("Models"), ", ".join(arm.code for arm in problem.arms)),
                (_("Periods"), ", ".join(problem.periods)),
                (_("Courses shorter than their model"), "; ".join(short) or _("none")),
            ],
            button=_("Fix them and publish the hash of a seed"),
            warning=_("This can be done once for a protocol. The next page shows seed and salt "
                      "once: have somewhere to keep a file."),
        ):  # fmt: skip
            return page
        try:
            secret = actions.commit_draw(
                by=signed_in(request.user), protocol=protocol, problem=problem
            )
        except UnsatisfiableError as refused:
            context["clashes"] = form.sentences(refused.clashes)
        except ValueError as refused:
            context["clashes"] = [str(refused)]
        else:
            page = render(request, "trial/secret.html", _kept(secret))
            # Seed and salt must not wait in a browser's cache for the next reader.
            page["Cache-Control"] = "no-store"
            return page
    return render(request, "trial/assignment.html", context)


def _kept(secret: actions.Secret) -> dict[str, object]:
    """Return what the page of the secret shows: both numbers, and the file to keep them in.

    Other languages are not offered there: their link would leave the page, which is shown once.
    """
    lines = (
        _("The secret of the draw on Ligzda. Keep it closed until the draw."),
        f"{_('Seed')}: {secret.seed}",
        f"{_('Salt')}: {secret.salt}",
        f"{_('Published hash')}: {secret.draw.commitment}",
        f"{_('Hash of the constraints')}: {secret.draw.problem_hash}",
    )
    # The browser asks for it: the salt is in no table, to compare with.
    ending = "".join(f"[{char.lower()}{char.upper()}]" for char in secret.salt[-TYPED_BACK:])
    return {
        "secret": secret,
        "ending": ending,
        "file": quote("\n".join(lines) + "\n"),
        "languages": [],
    }


def _tried(
    request: HttpRequest, protocol: ProtocolVersion, context: dict[str, object]
) -> HttpResponse:
    """Show the form; what came of the constraints tried last, or how far their trial is."""
    row = ChanceRun.objects.filter(key=request.GET.get("tried", "")).first()
    if row is not None and row.waits:
        page = render(request, "trial/assignment.html", context | {"trying": row})
        # Asks again by itself, without a script. The form is not here: it would lose what is typed.
        page["Refresh"] = "2"
        return page
    if row is None:
        context["form"] = ProblemForm(protocol=protocol, excluded=excluded())
    else:
        form = ProblemForm(protocol=protocol, excluded=excluded(), tried=from_json(row.question))
        context["form"] = form
        if row.answer is None:
            context["clashes"] = [row.refusal]
        elif clashes := chances.clashes(row.answer):
            context["clashes"] = form.sentences(clashes)
        else:
            context["chances"] = form.table(row.answer) | {"tried": row.total}
            context["short"] = form.short(from_json(row.question))
    return render(request, "trial/assignment.html", context)


@require_safe
def problem(request: HttpRequest, sha256: str) -> HttpResponse:
    """Hand out published constraints byte for byte: the file's SHA-256 is the published hash."""
    draw = queries.committed_problem(sha256)
    return HttpResponse(
        draw.problem.encode(),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="problem.json"'},
    )


@require_safe
def assignment_export(request: HttpRequest) -> HttpResponse:
    """Hand out the courses as a table, for the statistics programme of the reader's choice."""
    return file_response(ASSIGNMENT, queries.assignment_rows(), "csv", "ligzda-assignment")


def _asked_to_draw(request: HttpRequest, draw: Draw, form: RevealForm) -> HttpResponse | None:
    """Return the page that asks before the draw; seed and salt are checked before it is shown."""
    given = form.cleaned_data
    rules.check_reveal_draw(by=request.user, draw=draw)
    check_seed(draw.commitment, given["seed"], given["salt"], draw.problem_hash)
    return check_answers(
        request,
        _("Hold the draw now?"),
        answers(form),
        button=_("Reveal and draw"),
        warning=_("Seed and salt fit the published hash. A draw is held once and stays."),
    )


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
    if form.is_valid() and not changes(request):
        try:
            if page := _asked_to_draw(request, draw, form):
                return page
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
