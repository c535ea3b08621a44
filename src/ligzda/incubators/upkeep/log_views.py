"""Pages of the log of risks and accidents, and of the maintenance of all machines."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.incubators.models import Incident
from ligzda.incubators.places.queries import incubator_of
from ligzda.incubators.places.rules import check_keep_places
from ligzda.incubators.upkeep import actions, queries, rules
from ligzda.incubators.upkeep.forms import IncidentForm, MeasureForm
from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in


@login_required
@require_safe
def upkeep(request: HttpRequest, slug: str) -> HttpResponse:
    """Show which maintenance is due, and how long each machine stood still in the last year."""
    incubator = incubator_of(request.user, slug)
    today = timezone.localdate()
    first = today.replace(year=today.year - 1, day=1)
    context = {
        "incubator": incubator,
        "due": queries.due([incubator], today),
        "downtime": queries.downtime(incubator, first, today),
        "keeps": may(check_keep_places, by=request.user, incubator=incubator),
        "reads_log": may(rules.check_keep_log, by=request.user, incubator=incubator),
    }
    return render(request, "incubators/upkeep.html", context)


@login_required
@require_safe
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the log of risks and accidents."""
    incubator = incubator_of(request.user, slug)
    rules.check_keep_log(by=request.user, incubator=incubator)
    context = {"incubator": incubator, "rows": queries.log_of(incubator)}
    return render(request, "incubators/log.html", context)


@login_required
def incident_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what happened."""
    incubator = incubator_of(request.user, slug)
    rules.check_keep_log(by=request.user, incubator=incubator)
    asked = {"where": request.GET.get("where", ""), "day": timezone.localdate()}
    form = IncidentForm(request.POST or None, incubator=incubator, initial=asked)

    def save() -> None:
        actions.record_incident(
            by=signed_in(request.user), incubator=incubator, facts_given=form.facts()
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("incubators:log", slug)
    context = {"incubator": incubator, "form": form, "title": _("What happened?"), "back": "log"}
    return render(request, "incubators/place_form.html", context)


@login_required
def incident(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show an entry of the log; add a measure."""
    incubator = incubator_of(request.user, slug)
    rules.check_keep_log(by=request.user, incubator=incubator)
    every = Incident.objects.select_related("room", "equipment", "recorded_by", "closed_by")
    row = get_object_or_404(every, pk=pk, incubator=incubator)
    form = MeasureForm(request.POST or None)

    def save() -> None:
        actions.add_measure(
            by=signed_in(request.user), incident=row, text=form.cleaned_data["text"]
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The measure is added.")):
        return redirect("incubators:incident", slug, pk)
    context = {
        "incubator": incubator,
        "row": row,
        "measures": row.measures.select_related("added_by"),
        "form": form,
        "obstacle": obstacle(rules.check_close_incident, by=request.user, incident=row),
    }
    return render(request, "incubators/incident.html", context)


@login_required
@require_POST
def incident_close(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Close an entry for good."""
    incubator = incubator_of(request.user, slug)
    row = get_object_or_404(Incident, pk=pk, incubator=incubator)

    def act() -> None:
        actions.close_incident(by=signed_in(request.user), incident=row)

    attempt(request, act, done=_("The entry is closed."))
    return redirect("incubators:incident", slug, pk)
