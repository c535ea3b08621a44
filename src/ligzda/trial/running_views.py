"""Pages of the running trial: deviations, fidelity, flow, timeline."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ligzda.incubators.models import Incubator
from ligzda.network.errors import WrongStateError
from ligzda.network.rules import Viewer, signed_in
from ligzda.trial import actions, queries, rules
from ligzda.trial import fidelity as parts_of
from ligzda.trial.fields import items
from ligzda.trial.flow import svg, table
from ligzda.trial.models import Deviation, FlowEvent
from ligzda.trial.pictures import timeline_picture
from ligzda.trial.running_forms import DeviationForm, FidelityForm, FlowForm
from ligzda.trial.views import done
from ligzda.trial.words import PART_NAMES, flow_words


def deviations(request: HttpRequest) -> HttpResponse:
    """Show and record what was done otherwise than registered; approve it."""
    protocol = queries.registered()
    form = DeviationForm(request.POST if "item" in request.POST else None)
    problem = ""
    if request.method == "POST" and "approve" in request.POST:
        row = get_object_or_404(Deviation, pk=request.POST["approve"])
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

        if form.is_valid() and done(request, form, save):
            return redirect("trial:deviations")
    names = dict(items())
    rows = [
        (
            names.get(row.item, row.item),
            row,
            rules.can_approve_deviation(by=request.user, deviation=row),
        )
        for row in Deviation.objects.select_related("protocol", "recorded_by", "approved_by")
    ]
    context = {
        "rows": rows,
        "form": form,
        "protocol": protocol,
        "problem": problem,
        "may": protocol is not None
        and rules.can_record_deviation(by=request.user, protocol=protocol),
    }
    return render(request, "trial/deviations.html", context)


def _mine(viewer: Viewer) -> list[int]:
    rows = Incubator.objects.select_related("municipality")
    return [row.pk for row in rows if rules.can_record_running(by=viewer, incubator=row)]


def fidelity(request: HttpRequest) -> HttpResponse:
    """Show the heat map; record an assessment."""
    today = timezone.localdate()
    heat = queries.heat_map(today)
    every = [cell.quarter for cell in heat[0].cells] if heat else []
    mine = _mine(request.user)
    form = FidelityForm(request.POST or None, allowed=mine, quarters=every)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def save() -> None:
            actions.assess_fidelity(
                by=signed_in(request.user),
                incubator=given["incubator"],
                facts_given=actions.FidelityFacts(
                    quarter=datetime.date.fromisoformat(given["quarter"]),
                    source=given["source"],
                    assessed_on=given["assessed_on"],
                    note=given["note"],
                    parts={
                        part: (given[f"{part}_planned"], given[f"{part}_actual"])
                        for part in parts_of.PARTS
                    },
                    moderators={
                        name: (given[f"{name}_planned"], given[f"{name}_actual"])
                        for name in parts_of.MODERATORS
                        if given[f"{name}_actual"] is not None
                    },
                ),
            )

        if done(request, form, save):
            return redirect("trial:fidelity")
    context = {
        "rows": heat,
        "quarters": every,
        "form": form if mine and heat else None,
        "parts": PART_NAMES,
    }
    return render(request, "trial/fidelity.html", context)


def flow(request: HttpRequest) -> HttpResponse:
    """Show the flow as a picture and as a table; record an event."""
    mine = _mine(request.user)
    form = FlowForm(request.POST or None, allowed=mine)
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            actions.record_flow(by=signed_in(request.user), **form.cleaned_data)

        if done(request, form, save):
            return redirect("trial:flow")
    found, words = queries.flow(), flow_words()
    context = {
        "picture": mark_safe(svg(found, words, title=_("Flow of the incubators"))),
        "rows": table(found, words),
        "form": form if mine else None,
        "events": FlowEvent.objects.select_related("incubator").order_by("happened_on"),
    }
    return render(request, "trial/flow.html", context)


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Show what runs when, and what is due."""
    today = timezone.localdate()
    rows = queries.courses()
    due = queries.due(today)
    context = {
        "rows": rows,
        "now": [row for row in due if row.state == "now"],
        "coming": [row for row in due if row.state == "coming"][:30],
        "past": [row for row in due if row.state == "past" and row.kind == "fidelity"],
        "picture": timeline_picture(rows, today) if rows else "",
    }
    return render(request, "trial/timeline.html", context)
