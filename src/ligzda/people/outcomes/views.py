"""Pages of outcomes: a questionnaire by who works with the person, answers, corrections."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.tables.writing import Format, file_response
from ligzda.network.rules import signed_in
from ligzda.people.actions import note_reading
from ligzda.people.outcomes import actions, queries, rules, tables
from ligzda.people.outcomes.forms import ObservationForm
from ligzda.people.outcomes.models import Moment, Rater
from ligzda.people.outcomes.questionnaire import current, questionnaire
from ligzda.people.rules import KEEPERS, check_people, check_support, municipalities_where

_FORM = ["GET", "HEAD", "POST"]


def _check_codes(moment: str, rater: str) -> None:
    if moment not in Moment or rater not in Rater:
        raise NotFoundError(_("There is no such moment."))


@login_required
@never_cache
@require_http_methods(_FORM)
def observe(request: HttpRequest, pk: int, form: str, moment: str, rater: str) -> HttpResponse:
    """Record the answers to a questionnaire."""
    _check_codes(moment, rater)
    stay, asked = queries.stay(request.user, pk), questionnaire(form)
    check_support(by=request.user, municipality=stay.municipality)
    filled = ObservationForm(asked, moment, rater, request.POST or None)

    def save() -> None:
        actions.record_observation(
            by=signed_in(request.user), stay=stay, observed=filled.observed()
        )

    if filled.is_valid() and attempt(request, save, form=filled, done=_("The answers are saved.")):
        return redirect("people:person", stay.person_id)
    note_reading(by=signed_in(request.user), people=[stay.person], what="questionnaire")
    context = {
        "stay": stay, "person": stay.person, "asked": asked, "form": filled,
        "moment": Moment(moment), "rater": Rater(rater),
        "not_yet": obstacle(
            rules.check_moment, stay=stay, moment=moment, on=filled.initial["observed_on"]
        ),
    }  # fmt: skip
    return render(request, "people/observe.html", context)


@login_required
@never_cache
@require_safe
def observation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the answers, and what they corrected."""
    row = queries.observation(request.user, pk)
    note_reading(by=signed_in(request.user), people=[row.person], what="answers")
    context = {
        "row": row,
        "person": row.person,
        "asked": questionnaire(row.questionnaire, row.version),
        "lines": queries.lines(row),
        "older": [(each, queries.lines(each)) for each in queries.older(row)],
        "correcting": obstacle(rules.check_correct, by=request.user, observation=row),
    }
    return render(request, "people/observation.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Put other answers in the place of those recorded."""
    row = queries.observation(request.user, pk)
    check_support(by=request.user, municipality=row.municipality)
    asked = questionnaire(row.questionnaire, row.version)
    form = ObservationForm(
        asked,
        row.moment,
        row.rater,
        request.POST or None,
        answers=queries.answers_of(row),
        correcting=True,
        initial={"observed_on": row.observed_on, "mode": row.mode},
    )

    def save() -> None:
        actions.correct_observation(
            by=signed_in(request.user),
            observation=row,
            observed=form.observed(),
            because=form.cleaned_data["because"],
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The correction is saved.")):
        return redirect("people:person", row.person_id)
    note_reading(by=signed_in(request.user), people=[row.person], what="answers")
    context = {
        "stay": row.stay, "person": row.person, "asked": asked, "form": form, "correcting": row,
        "moment": Moment(row.moment), "rater": Rater(row.rater), "not_yet": None,
    }  # fmt: skip
    return render(request, "people/observe.html", context)


@login_required
@never_cache
@require_safe
def export(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Hand out the answers to a questionnaire as a spreadsheet: numbers and codes, no names."""
    check_people(by=request.user)
    here = municipalities_where(request.user, KEEPERS)
    found = next((one for one in current() if one.id == name), None)
    if not here or found is None or kind not in ("csv", "xlsx"):
        raise NotFoundError(_("There is no such table, or it is not yours to take away."))
    wanted = [row for row in here if row.slug == request.GET.get("municipality")]
    municipality = (wanted or here)[0]
    rows = list(queries.rows_of(found, municipality))
    note_reading(
        by=signed_in(request.user), people=queries.people_in(rows), what="export of answers"
    )
    form: Format = "csv" if kind == "csv" else "xlsx"
    return file_response(
        tables.table_of(found.id), rows, form, f"answers-{found.id}-{municipality.slug}"
    )
