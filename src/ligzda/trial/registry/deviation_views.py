"""The page of what was done otherwise than registered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import answers, changes, check_answers
from ligzda.kernel.obstacle import may
from ligzda.kernel.odd_values import number
from ligzda.network.rules import signed_in
from ligzda.trial.registry import actions, queries, rules
from ligzda.trial.registry.fields import items
from ligzda.trial.registry.forms import DeviationForm
from ligzda.trial.registry.models import Deviation


def deviations(request: HttpRequest) -> HttpResponse:
    """Show what was done otherwise than registered; record, correct and approve it."""
    if request.method == "POST" and "approve" in request.POST:
        row = get_object_or_404(Deviation, pk=number(request.POST["approve"]))
        if attempt(
            request,
            lambda: actions.approve_deviation(by=signed_in(request.user), deviation=row),
            done=_("The deviation is approved."),
        ):
            return redirect("trial:deviations")
        return _page(request, _form(request))
    form = _form(request)
    if form.protocol is not None:
        unsaved.about(request, _slip(request) or form.protocol, "deviation")
        if request.method == "POST" and (answer := _recorded(request, form)):
            return answer
    return _page(request, form)


def _form(request: HttpRequest) -> DeviationForm:
    """Return the form as it was sent, or filled with what the page was opened for."""
    slip = _slip(request)
    protocol = slip.protocol if slip else queries.registered()
    if request.method == "POST" and "item" in request.POST:
        return DeviationForm(request.POST, protocol=protocol)
    if slip is not None:
        rules.check_correct_deviation(by=request.user, deviation=slip)
        given = {name: getattr(slip, name) for name in actions.DeviationFacts.__dataclass_fields__}
        return DeviationForm(protocol=protocol, initial=given | {"corrects": slip.pk})
    form = DeviationForm(protocol=protocol, initial=_about(request))
    if form.initial:
        form.initial["planned"] = form.registered(form.initial["item"])
    return form


def _slip(request: HttpRequest) -> Deviation | None:
    """Return the deviation that the person puts right, if it is one."""
    given = request.POST.get("corrects") or request.GET.get("corrects")
    return get_object_or_404(Deviation, pk=number(given)) if given else None


def _recorded(request: HttpRequest, form: DeviationForm) -> HttpResponse | None:
    """Ask once more, then record what the form says; None where the form is to be shown again."""
    slip, protocol = _slip(request), form.protocol
    assert protocol is not None
    if slip is None:
        rules.check_record_deviation(by=request.user, protocol=protocol)
    else:
        rules.check_correct_deviation(by=request.user, deviation=slip)
    if not form.is_valid() or changes(request):
        return None
    given = {k: v for k, v in form.cleaned_data.items() if k != "corrects"}

    def save() -> None:
        by, said = signed_in(request.user), actions.DeviationFacts(**given)
        if slip is None:
            actions.record_deviation(by=by, protocol=protocol, facts_given=said)
        else:
            actions.correct_deviation(by=by, deviation=slip, facts_given=said)

    if slip is None:
        question = _("Record this deviation from protocol %(number)s?") % {"number": protocol}
        button, done = _("Record, for ever"), _("The deviation is recorded.")
        warning = _("A deviation is public at once. A slip can be corrected for ten minutes; what "
                    "was recorded first stays beside the correction.")  # fmt: skip
    else:
        question, button = _("Correct this deviation?"), _("Record the correction")
        done = _("The correction is recorded.")
        warning = _("What was recorded first stays on the page, beside the correction.")
    page = check_answers(request, question, answers(form), button=button, warning=warning)
    if page is None and attempt(request, save, form=form, done=done):
        return redirect("trial:deviations")
    return page


def _page(request: HttpRequest, form: DeviationForm) -> HttpResponse:
    names = dict(items())
    standing = queries.standing_deviations().select_related(
        "protocol", "recorded_by", "approved_by", "corrects"
    )
    rows = [
        {
            "name": names.get(row.item, row.item),
            "row": row,
            "slips": [(names.get(was.item, was.item), was) for was in queries.corrected(row)],
            "until": rules.correctable_until(row),
            "may_approve": may(rules.check_approve_deviation, by=request.user, deviation=row),
            "may_correct": may(rules.check_correct_deviation, by=request.user, deviation=row),
        }
        for row in standing
    ]
    protocol = form.protocol
    context = {
        "rows": rows,
        "form": form,
        "protocol": protocol,
        "slip": _slip(request),
        "may": protocol is not None
        and may(rules.check_record_deviation, by=request.user, protocol=protocol),
    }
    return render(request, "trial/deviations.html", context)


def _about(request: HttpRequest) -> dict[str, str]:
    """Return the item that the page was opened for, from the answer it departs from."""
    item = request.GET.get("item", "")
    return {"item": item} if item in dict(items()) else {}
