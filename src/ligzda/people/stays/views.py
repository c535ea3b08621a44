"""Pages of stays: begin, end, absences, the contract on paper, who is there today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError, RefusedError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.languages import CODES, spoken
from ligzda.network.rules import signed_in
from ligzda.people import queries as people
from ligzda.people.actions import note_reading
from ligzda.people.plans.queries import in_force
from ligzda.people.rules import check_keep_people, check_support
from ligzda.people.stays import actions, queries, rules
from ligzda.people.stays.contract import as_pdf
from ligzda.people.stays.forms import AbsenceForm, BackForm, EntryForm, ExitForm, SeveralForm

if TYPE_CHECKING:
    from ligzda.network.models import Undoable

_FORM = ["GET", "HEAD", "POST"]


@login_required
@never_cache
@require_http_methods(_FORM)
def stay_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a signed contract, and what is true on the first day."""
    person = people.person(request.user, pk)
    rules.check_begin(by=request.user, person=person)
    form = EntryForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        actions.begin_stay(
            by=signed_in(request.user),
            person=person,
            contract_on=given["contract_on"],
            begins_on=given["begins_on"],
            planned_end=given["planned_end"],
            entry=form.entry(),
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The stay has begun.")):
        return redirect("people:person", pk)
    context = {"person": person, "form": form} | _where(person.municipality)
    return render(request, "people/stay_new.html", context)


def _where(municipality: object) -> dict[str, object]:
    """Return the incubator, and the model that it runs today: shown, never typed."""
    try:
        incubator = rules.incubator_of(municipality)  # type: ignore[arg-type]
        return {
            "incubator": incubator,
            "version": rules.check_incubator_takes(incubator=incubator, on=timezone.localdate()),
        }
    except RefusedError as refused:
        return {"refused": refused}


@login_required
@never_cache
@require_http_methods(_FORM)
def stay_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down an exit; tell which bookings the account still has."""
    stay = queries.stay(request.user, pk)
    rules.check_lasts(by=request.user, stay=stay)
    form = ExitForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        actions.end_stay(by=signed_in(request.user), stay=stay, **given)

    if form.is_valid() and attempt(request, save, form=form, done=_("The stay has ended.")):
        return redirect("people:person", stay.person_id)
    context = {"stay": stay, "person": stay.person, "form": form}
    context["bookings"] = queries.bookings_to_come(stay)
    return render(request, "people/stay_end.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def absences(request: HttpRequest, pk: int) -> HttpResponse:
    """List the absences of a stay; write down another."""
    stay = queries.stay(request.user, pk)
    stands = obstacle(rules.check_keep_stay, by=request.user, stay=stay)
    form = AbsenceForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        actions.add_absence(by=signed_in(request.user), stay=stay, **given)

    if request.method == "POST":
        rules.check_keep_stay(by=request.user, stay=stay)
        if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
            return redirect("people:absences", pk)
    note_reading(by=signed_in(request.user), people=[stay.person], what="absences")
    context = {
        "stay": stay,
        "person": stay.person,
        "rows": stay.absences.order_by("-period__startswith"),
        "form": form,
        "stands": stands,
    }
    return render(request, "people/absences.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Say until when somebody was away, or that they were not."""
    row = queries.absence(request.user, pk)
    rules.check_keep_stay(by=request.user, stay=row.stay)
    by = signed_in(request.user)
    form = BackForm(None if "remove" in request.POST else request.POST or None)
    if "remove" in request.POST:
        done = _("The absence is taken back.")
        take_back = partial(actions.remove_absence, by=by, absence=row)
        if attempt(request, take_back, done=done, undo=True):
            return redirect("people:absences", row.stay_id)

    def save() -> None:
        actions.end_absence(by=by, absence=row, last=form.cleaned_data["last"])

    if form.is_valid() and attempt(request, save, form=form, done=_("It is written down.")):
        return redirect("people:absences", row.stay_id)
    context = {"absence": row, "stay": row.stay, "person": row.stay.person, "form": form}
    return render(request, "people/absence.html", context)


@login_required
@never_cache
@require_safe
def contract(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Give the contract of a stay as PDF, in one language; its name says nobody's."""
    if language not in CODES:
        raise NotFoundError(_("The contract is there in Latvian and in English."))
    stay = queries.stay(request.user, pk)
    note_reading(by=signed_in(request.user), people=[stay.person], what="contract")
    name = f"contract-{stay.pk}-{language}.pdf"
    return HttpResponse(
        as_pdf(stay, spoken(language)),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


@login_required
@never_cache
@require_safe
def here(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who stays in an incubator today: who is away, what each does next."""
    incubator = queries.incubator(slug)
    check_support(by=request.user, municipality=incubator.municipality)
    rows = queries.present(incubator, timezone.localdate())
    plans = in_force([each.stay.pk for each in rows])
    note_reading(
        by=signed_in(request.user), people=[each.person for each in rows], what="who is here"
    )
    context = {
        "incubator": incubator,
        "rows": [(each, plans[each.stay.pk].next_step if each.stay.pk in plans else None)
                 for each in rows],
        "away": sum(1 for each in rows if each.absence),
        "records": may(check_support, by=request.user, municipality=incubator.municipality),
        "keeps": may(check_keep_people, by=request.user, municipality=incubator.municipality),
        "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "people/here.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def absences_of_several(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down that several who stay in an incubator are away in the same days."""
    incubator = queries.incubator(slug)
    check_keep_people(by=request.user, municipality=incubator.municipality)
    there = [row for row in queries.present(incubator, timezone.localdate()) if not row.absence]
    form = SeveralForm(request.POST or None, there=there)

    def save() -> Undoable:
        given = dict(form.cleaned_data)
        away = set(given.pop("who"))
        stays = [each.stay for each in there if each.stay.pk in away]
        return actions.add_absences(by=signed_in(request.user), stays=stays, **given)

    done = _("It is written down.")
    if form.is_valid() and attempt(request, save, form=form, done=done, undo=True):
        return redirect("people:here", slug)
    note_reading(
        by=signed_in(request.user), people=[each.person for each in there], what="who is here"
    )
    context = {"incubator": incubator, "form": form, "there": there}
    return render(request, "people/absences_of_several.html", context)
