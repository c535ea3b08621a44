"""Pages of follow-ups: those that are due, one of them, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotAllowedError, NotFoundError
from ligzda.kernel.obstacle import obstacle
from ligzda.network.queries import municipality_at
from ligzda.network.rules import signed_in
from ligzda.people import queries as people
from ligzda.people.actions import note_reading
from ligzda.people.followups import actions, queries, rules
from ligzda.people.followups.codes import code_of
from ligzda.people.followups.forms import AttemptForm, AttemptsForm, ContactForm, GiveUpForm
from ligzda.people.followups.models import TracingContact, Wave
from ligzda.people.followups.windows import State
from ligzda.people.keys import unlock
from ligzda.people.models import Stay
from ligzda.people.outcomes.queries import asked_of
from ligzda.people.outcomes.queries import stay as stay_of
from ligzda.people.rules import (
    KEEPERS,
    check_keep_people,
    check_keep_somewhere,
    municipalities_where,
)

if TYPE_CHECKING:
    from ligzda.network.models import Municipality, Undoable

_FORM = ["GET", "HEAD", "POST"]
_DUE = (State.OPEN, State.LATE)


@login_required
@never_cache
@require_safe
def follow_ups(request: HttpRequest) -> HttpResponse:
    """List the follow-ups of a municipality that are due, or all of a state or of one wave."""
    check_keep_somewhere(by=request.user)
    here, municipalities = _municipality(request)
    asked = request.GET
    wanted = (State(asked["state"]),) if asked.get("state") in set(State) else _DUE
    every = queries.follow_ups_of(here, incubator=asked.get("incubator", ""))
    rows = [
        row
        for row in every
        if row.state in wanted and asked.get("wave", "") in ("", row.wave.value)
    ]
    unlock([row.stay.person for row in rows])
    context = {
        "municipality": here,
        "municipalities": municipalities,
        "rows": rows,
        "states": list(queries.state_names().items()),
        "waves": Wave.choices,
        "state": wanted[0].value if len(wanted) == 1 else "",
        "wave": asked.get("wave", ""),
    }
    return render(request, "people/follow_ups.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def attempts_of_several(request: HttpRequest, slug: str) -> HttpResponse:
    """Note the same attempt for several whose follow-up is due."""
    here = municipality_at(slug)
    check_keep_people(by=request.user, municipality=here)
    due = [row for row in queries.follow_ups_of(here) if row.state in _DUE]
    unlock([row.stay.person for row in due])
    form = AttemptsForm(request.POST or None, due=due)

    def save() -> Undoable:
        by = signed_in(request.user)
        return actions.note_attempts(by=by, asked=form.asked(), given=form.facts())

    done = _("The attempts are noted.")
    if form.is_valid() and attempt(request, save, form=form, done=done, undo=True):
        return redirect("people:follow_ups")
    context = {"municipality": here, "form": form, "due": due}
    return render(request, "people/attempts_of_several.html", context)


def _municipality(request: HttpRequest) -> tuple[Municipality, list[Municipality]]:
    found = municipalities_where(request.user, KEEPERS)
    if not found:
        raise NotAllowedError(
            _("Follow-ups are looked after by who keeps people in their municipality.")
        )
    asked = [row for row in found if row.slug == request.GET.get("municipality")]
    return (asked or found)[0], found


def _stay(request: HttpRequest, pk: int, wave: str) -> tuple[Stay, Wave]:
    stay = stay_of(request.user, pk)
    check_keep_people(by=request.user, municipality=stay.municipality)
    if wave not in Wave:
        raise NotFoundError(_("There is no such follow-up."))
    return stay, Wave(wave)


@login_required
@never_cache
@require_http_methods(_FORM)
def follow_up(request: HttpRequest, pk: int, wave: str) -> HttpResponse:
    """Show one follow-up: its week, whom to reach, who tried; note an attempt."""
    stay, which = _stay(request, pk, wave)
    form = AttemptForm(request.POST or None)

    def save() -> None:
        actions.note_attempt(by=signed_in(request.user), stay=stay, wave=which, given=form.facts())

    if form.is_valid() and attempt(request, save, form=form, done=_("The attempt is noted.")):
        return redirect("people:follow_up", pk, wave)
    note_reading(by=signed_in(request.user), people=[stay.person], what="follow-up")
    here = [row for row in queries.follow_ups([stay]) if row.wave == which]
    context = {
        "stay": stay,
        "person": stay.person,
        "wave": which,
        "row": here[0] if here else None,
        "none": obstacle(rules.check_window, stay=stay),
        "code": code_of(stay.pk),
        "contacts": queries.contacts_of(stay.person),
        "asked": [one for one in asked_of([stay]) if one.moment == which.value],
        "form": form,
        "give_up": GiveUpForm(),
        "giving_up": obstacle(rules.check_give_up, by=request.user, stay=stay, wave=which),
    }
    return render(request, "people/follow_up.html", context)


@login_required
@never_cache
@require_POST
def give_up(request: HttpRequest, pk: int, wave: str) -> HttpResponse:
    """Say that nobody tries any more."""
    stay, which = _stay(request, pk, wave)
    form = GiveUpForm(request.POST)
    if form.is_valid():
        attempt(
            request,
            lambda: actions.give_up(
                by=signed_in(request.user),
                stay=stay,
                wave=which,
                reason=form.cleaned_data["reason"],
            ),
            done=_("The follow-up is given up. An answer that comes all the same still counts."),
        )
    return redirect("people:follow_up", pk, wave)


@login_required
@never_cache
@require_POST
def try_again(request: HttpRequest, pk: int, wave: str) -> HttpResponse:
    """Take it back that nobody tries any more."""
    stay, which = _stay(request, pk, wave)
    row = queries.lost(stay, which)
    if row is None:
        raise NotFoundError(_("This follow-up was not given up."))
    attempt(
        request,
        lambda: actions.try_again(by=signed_in(request.user), lost=row),
        done=_("The follow-up is open again."),
    )
    return redirect("people:follow_up", pk, wave)


@login_required
@never_cache
@require_http_methods(_FORM)
def contacts(request: HttpRequest, pk: int) -> HttpResponse:
    """Show whom the person named; name another."""
    person = people.person(request.user, pk)
    rules.check_see_contacts(by=request.user, person=person)
    form = ContactForm(request.POST or None)

    def save() -> None:
        actions.name_contact(by=signed_in(request.user), person=person, **form.cleaned_data)

    if form.is_valid() and attempt(request, save, form=form, done=_("The contact is saved.")):
        return redirect("people:contacts", pk)
    note_reading(by=signed_in(request.user), people=[person], what="contacts")
    rows = queries.contacts_of(person)
    context = {
        "person": person,
        "rows": rows,
        "form": form,
        "full": len(rows) >= TracingContact.MOST,
        "naming": obstacle(rules.check_name_contact, by=request.user, person=person),
        "own": person.user_id == request.user.pk,
    }
    return render(request, "people/contacts.html", context)


@login_required
@never_cache
@require_POST
def withdraw(request: HttpRequest, pk: int, contact: int) -> HttpResponse:
    """Forget whom the person named."""
    person = people.person(request.user, pk)
    rules.check_see_contacts(by=request.user, person=person)
    row = queries.contact(person, contact)
    attempt(
        request,
        lambda: actions.withdraw_contact(by=signed_in(request.user), contact=row),
        done=_("The contact is forgotten."),
    )
    return redirect("people:contacts", pk)
