"""Pages of requests about data: what waits, one of them, what must stay, who stands by a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import Facts, changes, check_answers
from ligzda.kernel.obstacle import may, obstacle
from ligzda.network.rules import signed_in
from ligzda.people import queries as people
from ligzda.people.actions import note_reading
from ligzda.people.models import Person, RequestKind, RightsRequest
from ligzda.people.rights import actions, consents, queries, rules
from ligzda.people.rights.archive import archive as archive_of
from ligzda.people.rights.forms import AnswerForm, HoldForm, RepresentativeForm, RequestForm
from ligzda.people.rights.holding import in_force
from ligzda.people.rules import municipalities_where

if TYPE_CHECKING:
    from ligzda.network.models import Municipality

_FORM = ["GET", "HEAD", "POST"]


def here(request: HttpRequest) -> list[Municipality]:
    """Return the municipalities for which somebody answers requests."""
    rules.check_rights_somewhere(by=request.user)
    return municipalities_where(request.user, rules.ANSWERS)


@login_required
@never_cache
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer, and lead to the log, the calendar and what must stay."""
    mine = here(request)
    context = {
        "municipalities": mine,
        "rows": queries.open_requests(mine),
        "log": may(rules.check_log_somewhere, by=request.user),
    }
    return render(request, "people/rights.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def request_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down what a person asks about their data."""
    row = people.person(request.user, pk)
    rules.check_ask(by=request.user, person=row)
    form = RequestForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        actions.ask(
            by=signed_in(request.user), person=row, kind=given["kind"], words=given["words"]
        )

    done = _("It is written down; it is answered within a month.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("people:person", pk)
    return render(request, "people/request_form.html", {"form": form, "person": row})


@login_required
@never_cache
@require_http_methods(_FORM)
def request(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a request, and answer it; an erasure asks first, with what goes and what stays."""
    row = queries.request(request.user, pk)
    by = signed_in(request.user)
    note_reading(by=by, people=[row.person], what="request")
    form = AnswerForm(request.POST if request.method == "POST" and not changes(request) else None)
    if form.is_valid():
        grants = "grant" in request.POST
        if grants and row.kind == RequestKind.ERASE:
            rules.check_answer_in(by=by, municipality=row.municipality)
            if may(rules.check_grant, by=by, request=row) and (
                page := _asks_to_erase(request, row)
            ):
                return page

        def answer() -> None:
            actions.answer(by=by, request=row, granted=grants, words=form.cleaned_data["words"])

        if attempt(request, answer, form=form, done=_("The request is answered.")):
            return redirect("people:rights")
    erases = row.kind == RequestKind.ERASE
    context = {
        "row": row,
        "form": form,
        "answers": obstacle(rules.check_answer, by=by, request=row),
        "grants": obstacle(rules.check_grant, by=by, request=row),
        "stays": what_stays(row.person) if erases else (),
    }
    return render(request, "people/request.html", context)


def what_goes() -> list[str]:
    """Return what an erasure takes away, in sentences."""
    return [
        _("The key of the person: names, personal code, addresses, notes, health and origin become "
          "unreadable – here, in the history, and in every backup whose master key is changed."),
        _("What is sealed in the rows, and the tokens by which the person was found."),
        _("The link to their account, and their sessions. The account itself is erased by the "
          "administrator of the network."),
    ]  # fmt: skip


def what_stays(person: Person) -> list[str]:
    """Return what an erasure leaves and why, in sentences; a funder's hold with its day."""
    found = [
        _("Dates and codes of stays, entries and outcomes, under a number that is nobody's: the "
          "evaluation and the funder's reports count them (GDPR Art. 17(3)(b) and (d))."),
        _("Who looked at the record, who changed it and when, as numbers: it shows that the law "
          "was kept."),
    ]  # fmt: skip
    found += [
        _("%(what)s until %(day)s: %(because)s.")
        % {
            "what": capfirst(hold.get_scope_display()),
            "day": date_format(hold.period.upper, "SHORT_DATE_FORMAT"),
            "because": hold.because,
        }
        for hold in in_force(person)
    ]
    return found


def _asks_to_erase(request: HttpRequest, row: RightsRequest) -> HttpResponse | None:
    facts: Facts = [
        (_("Person"), str(row.person)),
        (_("What goes"), "\n".join(what_goes())),
        (_("What stays, and why"), "\n".join(what_stays(row.person))),
    ]
    return check_answers(
        request,
        _("Erase this person's data?"),
        facts,
        button=_("Erase"),
        warning=_("Nobody can take this back."),
    )


@login_required
@never_cache
@require_POST
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a record be used again."""
    row = people.person(request.user, pk)
    attempt(
        request,
        lambda: actions.lift_restriction(by=signed_in(request.user), person=row),
        done=_("The record can be used again."),
    )
    return redirect("people:person", pk)


@login_required
@never_cache
@require_safe
def archive(request: HttpRequest, pk: int) -> HttpResponse:
    """Send everything that is kept of a person, as pages and as JSON."""
    row = people.person(request.user, pk)
    rules.check_ask(by=request.user, person=row)
    note_reading(by=signed_in(request.user), people=[row], what="archive")
    return archive_answer(row)


def archive_answer(row: Person) -> HttpResponse:
    """Return the archive of a person as a file to keep; its name tells a number only."""
    answer = HttpResponse(archive_of(row), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="P-{row.pk}.zip"'
    return answer


@login_required
@never_cache
@require_http_methods(_FORM)
def consents_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what a person may say yes to, and write down what they said."""
    row = people.person(request.user, pk)
    rules.check_ask(by=request.user, person=row)
    choices = consents.choices(row)
    note_reading(by=signed_in(request.user), people=[row], what="consents")
    if request.method == "POST":
        choose(request, row, choices)
        return redirect("people:consents", pk)
    context = {
        "person": row,
        "choices": choices,
        "history": queries.consents_of(row),
        "gives": obstacle(rules.check_consent, by=request.user, person=row),
    }
    return render(request, "people/consents.html", context)


def choose(request: HttpRequest, row: Person, choices: list[consents.Choice]) -> None:
    """Write down the yes, or the no, that was posted to one of the choices."""
    by = signed_in(request.user)
    for choice in choices:
        if request.POST.get("give") == str(choice.text.pk):
            give = partial(actions.give_consent, by=by, person=row, text=choice.text)
            attempt(request, give, done=_("It is written down."))
        elif choice.given and request.POST.get("withdraw") == str(choice.given.pk):
            withdraw = partial(actions.withdraw_consent, by=by, consent=choice.given)
            attempt(request, withdraw, done=_("It is taken back."))


@login_required
@never_cache
@require_http_methods(_FORM)
def representatives(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who stands by a person; add somebody, or end it."""
    row = people.person(request.user, pk)
    rules.check_ask(by=request.user, person=row)
    if request.method == "POST":
        rules.check_represent(by=request.user, person=row)
    by = signed_in(request.user)
    rows = queries.representatives_of(row)
    note_reading(by=by, people=[row], what="representatives")
    if request.method == "POST" and "end" in request.POST:
        for each in rows:
            if request.POST["end"] == str(each.pk):
                end = partial(actions.end_representative, by=by, representative=each)
                attempt(request, end, done=_("It is ended."))
        return redirect("people:representatives", pk)
    adds = obstacle(rules.check_represent, by=request.user, person=row)
    form = RepresentativeForm(request.POST or None, initial={"first": timezone.localdate()})

    def save() -> None:
        actions.note_representative(by=by, person=row, given=form.facts())

    if form.is_valid() and attempt(
        request, save, form=form, done=_("The representative is recorded.")
    ):
        return redirect("people:representatives", pk)
    context = {"person": row, "rows": rows, "form": form, "adds": adds}
    return render(request, "people/representatives.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def holds(request: HttpRequest) -> HttpResponse:
    """Show what must stay, and note more of it."""
    mine = here(request)
    by, form = signed_in(request.user), HoldForm(request.POST or None)

    def save() -> None:
        given = form.cleaned_data
        person = people.person(request.user, given["person"]) if given["person"] else None
        actions.note_hold(
            by=by, municipality=person.municipality if person else mine[0], person=person,
            because=given["because"], scope=given["scope"], first=timezone.localdate(),
            until=given["until"],
        )  # fmt: skip

    if form.is_valid() and attempt(request, save, form=form, done=_("What must stay is recorded.")):
        return redirect("people:holds")
    context = {"rows": queries.holds_in(mine), "form": form, "municipality": mine[0]}
    return render(request, "people/holds.html", context)


@login_required
@never_cache
@require_POST
def hold_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Let go of what was held."""
    row = queries.hold(request.user, pk)
    attempt(
        request,
        lambda: actions.end_hold(by=signed_in(request.user), hold=row),
        done=_("It is ended."),
    )
    return redirect("people:holds")


def card(request: HttpRequest, person: Person) -> SafeString:
    """Show, on a person's page, what they asked and chose, and what can be done for them."""
    context = {
        "person": person,
        "requests": queries.requests_of(person),
        "representatives": queries.representatives_of(person),
        "choices": consents.choices(person),
        "holds": list(in_force(person)),
        "asks": obstacle(rules.check_ask, by=request.user, person=person),
        "answers": may(rules.check_answer_in, by=request.user, municipality=person.municipality),
        "lifts": obstacle(rules.check_lift, by=request.user, person=person),
    }
    return render_to_string("people/rights_card.html", context, request)
