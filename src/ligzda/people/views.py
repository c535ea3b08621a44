"""Pages of the room itself: people of a municipality, one of them, a new one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.odd_values import number
from ligzda.network.rules import signed_in
from ligzda.people import actions, queries, rules
from ligzda.people.cards import CARDS
from ligzda.people.forms import PersonForm
from ligzda.people.identity.forms import SearchForm

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List the people of the municipality one acts for."""
    rules.check_people(by=request.user)
    here = rules.acting_at(request, rules.WITH_PEOPLE)
    rows = queries.people_of(here, number(request.GET.get("before")))
    context = {
        "municipality": here,
        "search": SearchForm(),
        "rows": rows,
        "more": rows[-1].pk if len(rows) == queries.PAGE else None,
        "keeps": may(rules.check_keep_people, by=request.user, municipality=here),
    }
    return render(request, "people/people.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def person_new(request: HttpRequest) -> HttpResponse:
    """Open the record of a person."""
    rules.check_keep_somewhere(by=request.user)
    here = rules.acting_at(request, rules.KEEPERS)
    form = PersonForm(request.POST or None)
    made = []

    def save() -> None:
        by = signed_in(request.user)
        made.append(actions.register_person(by=by, municipality=here, facts_given=form.facts()))

    if form.is_valid() and attempt(request, save, form=form, done=_("The record is open.")):
        return redirect("people:person", made[0].pk)
    return render(request, "people/person_form.html", {"form": form, "municipality": here})


@login_required
@never_cache
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a person and their way; who opened it is noted."""
    row = queries.person(request.user, pk)
    if row.merged_into_id is not None:
        return redirect("people:person", row.merged_into_id)
    actions.note_reading(by=signed_in(request.user), people=[row], what="record")
    context = {
        "person": row,
        "merged": row.merged.all(),
        "cards": [card(request, row) for card in CARDS],
        "changing": obstacle(rules.check_change_person, by=request.user, person=row),
    }
    return render(request, "people/person.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is known of a person."""
    row = queries.person(request.user, pk)
    rules.check_change_person(by=request.user, person=row)
    form = PersonForm(request.POST or None, person=row)

    def save() -> None:
        actions.change_person(by=signed_in(request.user), person=row, facts_given=form.facts())

    if form.is_valid() and attempt(
        request, save, form=form, done=_("The details of the person are changed.")
    ):
        return redirect("people:person", pk)
    actions.note_reading(by=signed_in(request.user), people=[row], what="record")
    context = {"form": form, "municipality": row.municipality, "person": row}
    return render(request, "people/person_form.html", context)
