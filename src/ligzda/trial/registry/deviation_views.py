"""The page of what was done otherwise than registered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import answers, changes, check_answers
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.kernel.odd_values import number
from ligzda.network.rules import signed_in
from ligzda.trial.registry import actions, queries, rules
from ligzda.trial.registry.fields import items
from ligzda.trial.registry.forms import DeviationForm
from ligzda.trial.registry.models import Deviation


def deviations(request: HttpRequest) -> HttpResponse:
    """Show and record what was done otherwise than registered; approve it."""
    protocol = queries.registered()
    form = DeviationForm(
        request.POST if "item" in request.POST else None, protocol=protocol, initial=_about(request)
    )
    if form.initial:
        form.initial["planned"] = form.registered(form.initial["item"])
    problem = ""
    if protocol is not None and "approve" not in request.POST:
        unsaved.about(request, protocol, "deviation")
    if request.method == "POST" and "approve" in request.POST:
        row = get_object_or_404(Deviation, pk=number(request.POST["approve"]))
        try:
            actions.approve_deviation(by=signed_in(request.user), deviation=row)
            return redirect("trial:deviations")
        except WrongStateError as wrong:
            problem = str(wrong)
    elif request.method == "POST" and protocol is not None:
        rules.check_record_deviation(by=request.user, protocol=protocol)

        def save() -> None:
            actions.record_deviation(
                by=signed_in(request.user),
                protocol=protocol,
                facts_given=actions.DeviationFacts(**form.cleaned_data),
            )

        valid = form.is_valid() and not changes(request)
        if valid and (
            page := check_answers(
                request,
                _("Record this deviation from protocol %(number)s?") % {"number": protocol},
                answers(form),
                button=_("Record, for ever"),
                warning=_("A deviation is public at once, and its words cannot be changed."),
            )
        ):
            return page
        if valid and attempt(request, save, form=form, done=_("The deviation is recorded.")):
            return redirect("trial:deviations")
    names = dict(items())
    rows = [
        (
            names.get(row.item, row.item),
            row,
            may(rules.check_approve_deviation, by=request.user, deviation=row),
        )
        for row in Deviation.objects.select_related("protocol", "recorded_by", "approved_by")
    ]
    context = {
        "rows": rows,
        "form": form,
        "protocol": protocol,
        "problem": problem,
        "may": protocol is not None
        and may(rules.check_record_deviation, by=request.user, protocol=protocol),
    }
    return render(request, "trial/deviations.html", context)


def _about(request: HttpRequest) -> dict[str, str]:
    """Return the item that the page was opened for, from the answer it departs from."""
    item = request.GET.get("item", "")
    return {"item": item} if item in dict(items()) else {}
