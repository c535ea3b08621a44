"""Pages of the running trial: fidelity, flow, timeline."""

import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.incubators import queries as incubators
from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError, WrongStateError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may
from ligzda.kernel.odd_values import number
from ligzda.kernel.tables.writing import file_response
from ligzda.network.rules import Viewer, signed_in
from ligzda.trial.assignment.queries import courses
from ligzda.trial.downloads import FIDELITY
from ligzda.trial.running import actions, queries, rules
from ligzda.trial.running import fidelity as parts_of
from ligzda.trial.running.flow import svg, table
from ligzda.trial.running.forms import FidelityForm, FlowForm, as_filled, asked_for
from ligzda.trial.running.labels import (
    MODERATOR_NAMES,
    PART_NAMES,
    STANDING_NAMES,
    flow_words,
)
from ligzda.trial.running.models import (
    FidelityAssessment,
    FlowEvent,
)
from ligzda.trial.running.standing import course_at
from ligzda.trial.running.timeline import shows_today, timeline_picture


def _mine(viewer: Viewer) -> list[int]:
    return [
        row.pk
        for row in incubators.rows()
        if may(rules.check_record_running, by=viewer, incubator=row)
    ]


def fidelity(request: HttpRequest) -> HttpResponse:
    """Show the heat map; record an assessment."""
    if request.method == "POST":
        rules.check_record_somewhere(by=request.user)
    today = timezone.localdate()
    heat = queries.heat_map(today)
    every = [cell.quarter for cell in heat[0].cells] if heat else []
    mine = _mine(request.user)
    begun = [quarter for quarter in every if quarter <= today]
    asked = {name: request.GET.get(name, "") for name in ("incubator", "quarter")}
    form = FidelityForm(
        request.POST or None, allowed=mine, quarters=begun, initial=asked_for(**asked)
    )
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            actions.assess_fidelity(
                by=signed_in(request.user),
                incubator=form.cleaned_data["incubator"],
                facts_given=form.facts(),
            )

        if attempt(request, save, form=form, done=_("The assessment is recorded.")):
            return redirect("trial:fidelity")
    context = {
        "rows": heat,
        "quarters": every,
        "form": form if mine and heat else None,
        "model": form.model(courses()),
        "parts": PART_NAMES,
    }
    return render(request, "trial/fidelity.html", context)


def assessed(request: HttpRequest, slug: str, quarter: str) -> HttpResponse:
    """Show one assessment whole; correct it."""
    rows = FidelityAssessment.objects.select_related("incubator__municipality", "assessor")
    try:
        day = datetime.date.fromisoformat(quarter)
    except ValueError:
        raise NotFoundError(_("This quarter has not been assessed.")) from None
    row = rows.prefetch_related("items").filter(incubator__slug=slug, quarter=day).first()
    if row is None:
        raise NotFoundError(_("This quarter has not been assessed."))
    form = FidelityForm(
        request.POST or None,
        allowed=[row.incubator_id],
        quarters=[row.quarter],
        initial=as_filled(row),
    )
    if request.method == "POST":
        rules.check_record_running(by=request.user, incubator=row.incubator)

    def save() -> None:
        actions.correct_fidelity(
            by=signed_in(request.user), assessment=row, facts_given=form.facts()
        )

    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(request, save, form=form, done=_("The assessment is corrected."))
    ):
        return redirect("trial:assessed", slug, quarter)
    course = course_at(courses(), slug, row.quarter)
    score = queries.score_of(row)
    there = {item.item: item for item in row.items.all()}
    context = {
        "row": row,
        "course": course,
        "incubator": in_language(row.incubator, "name"),
        "score": score,
        "weakest": PART_NAMES[score.weakest],
        "parts": [(PART_NAMES[part], there[part], score.shares[part]) for part in parts_of.PARTS],
        "moderators": [
            (MODERATOR_NAMES[name], there[name]) for name in parts_of.MODERATORS if name in there
        ],
        "form": form
        if may(rules.check_record_running, by=request.user, incubator=row.incubator)
        else None,
    }
    return render(request, "trial/assessed.html", context)


@require_safe
def fidelity_export(request: HttpRequest) -> HttpResponse:
    """Hand out every assessment as a table."""
    return file_response(FIDELITY, queries.fidelity_rows(), "csv", "ligzda-fidelity")


@login_required
@require_POST
def flow_take_back(request: HttpRequest) -> HttpResponse:
    """Take back an event of the flow."""
    row = get_object_or_404(FlowEvent, pk=number(request.POST.get("event")))
    try:
        actions.take_back_flow(by=signed_in(request.user), event=row)
    except WrongStateError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("It is taken back."))
    return redirect("trial:flow")


def flow(request: HttpRequest) -> HttpResponse:
    """Show the flow as a picture and as a table; record an event."""
    if request.method == "POST":
        rules.check_record_somewhere(by=request.user)
    mine = _mine(request.user)
    form = FlowForm(request.POST or None, allowed=mine)
    if request.method == "POST" and form.is_valid():

        def save() -> None:
            actions.record_flow(by=signed_in(request.user), **form.cleaned_data)

        if attempt(request, save, form=form, done=_("The event is recorded.")):
            return redirect("trial:flow")
    today = timezone.localdate()
    found, words = queries.flow(today), flow_words()
    context = {
        "picture": mark_safe(svg(found, words, title=_("Flow of the incubators"))),
        "rows": table(found, words),
        "today": today,
        "changes": found.changes,
        "states": [(state, STANDING_NAMES[state.standing]) for state in queries.states(today)],
        "form": form if mine else None,
        "events": [
            (
                in_language(row.incubator, "name"),
                row,
                may(rules.check_take_back_flow, by=request.user, event=row),
            )
            for row in FlowEvent.objects.select_related("incubator__municipality").order_by(
                "happened_on", "pk"
            )
        ],
    }
    return render(request, "trial/flow.html", context)


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Show what runs when, and what is due."""
    today = timezone.localdate()
    rows = courses()
    due = queries.due(today)
    context = {
        "rows": rows,
        "today": today,
        # What is overdue is due, and stands first.
        "now": [row for row in due if row.overdue] + [row for row in due if row.state == "now"],
        "records": bool(_mine(request.user)),
        "line": rows and shows_today(rows, today),
        "coming": [row for row in due if row.state == "coming"][:30],
        "picture": timeline_picture(rows, today) if rows else "",
    }
    return render(request, "trial/timeline.html", context)
