"""Pages on what the trial can show, before it starts."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.network.rules import signed_in
from ligzda.trial.power.charts import interval_picture, share_picture
from ligzda.trial.power.forms import QuestionForm
from ligzda.trial.power.runs import readable, start
from ligzda.trial.power.verdict import verdict
from ligzda.trial.registry import queries, rules
from ligzda.trial.registry.plan_text import TEMPLATE


def power(request: HttpRequest) -> HttpResponse:
    """Ask what the trial can show."""
    form = QuestionForm(request.POST or None)
    rows = queries.protocols(request.user)
    plan = rows[0].plan if rows and rows[0].plan else TEMPLATE
    if request.method == "POST":
        rules.check_design_trial(by=request.user)
        if form.is_valid():
            try:
                row = start(plan, form.question(), by=signed_in(request.user))
            except WrongStateError as refused:
                form.add_error(None, str(refused))
            else:
                return redirect("trial:power_answer", row.key)
    recent = list(readable(request.user).order_by("-asked_at")[:8])
    context = {
        "form": form,
        "recent": recent,
        "version": rows[0] if rows and rows[0].plan else None,
        "may_ask": may(rules.check_design_trial, by=request.user),
    }
    return render(request, "trial/power.html", context)


def layouts() -> dict[str, str]:
    """Return how the incubators of a design begin, in words."""
    return {"parallel": _("all start together"), "stepped": _("factor C starts in steps")}


@require_safe
def power_answer(request: HttpRequest, key: str) -> HttpResponse:
    """Show the answer, or how far the simulation is."""
    row = readable(request.user).filter(key=key).first()
    if row is None:
        raise NotFoundError(_("Nobody has asked this yet."))
    answers = row.answer or []
    names = layouts()
    shown = [(names[a["candidate"]["layout"]], a) for a in answers]
    question = row.question["question"]
    judged = [(name, a, verdict(a, question["mid"])) for name, a in shown]
    context = {
        "row": row,
        "shown": shown,
        "judged": judged,
        "base": question["base"],
        "mid": question["mid"],
        "trials": question["trials"],
        "draft": queries.draft() if may(rules.check_design_trial, by=request.user) else None,
        "picture": interval_picture(shown, question["mid"] * 100) if shown else "",
        "found": share_picture(
            shown, "power", 0.8, _("usually asked for: 80 %"),
            _("How often each design finds the difference that matters"),
        ) if shown else "",
        "chosen": share_picture(
            shown, "correct_selection", 0.125, _("by chance: 13 %"),
            _("How often each design chooses the best model"),
        ) if shown else "",
    }  # fmt: skip
    response = render(request, "trial/power_answer.html", context)
    if row.answer is None and not row.problem:
        # Asks again by itself, without a script.
        response["Refresh"] = "3"
    return response


@require_safe
def power_export(request: HttpRequest, key: str) -> HttpResponse:
    """Hand out question and answer as `ligzda design --json` prints them, in full precision."""
    row = readable(request.user).filter(key=key, answer__isnull=False).first()
    if row is None:
        raise NotFoundError(_("This has not been answered yet."))
    name = f'attachment; filename="design-{key[:8]}.json"'
    given = row.question["question"]
    response = JsonResponse({"question": given, "plan": row.question["plan"], "answer": row.answer})
    response["Content-Disposition"] = name
    return response
