"""Pages of those who keep applications and decide on them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.forms import day
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.odd_values import number
from ligzda.network.rules import signed_in
from ligzda.people import queries as people
from ligzda.people.actions import note_reading
from ligzda.people.applications import actions, queries, rules
from ligzda.people.applications.forms import (
    AnswerForm,
    ApplicationForm,
    DecisionForm,
    LodgeForm,
    NewPersonApplicationForm,
)
from ligzda.people.applications.models import Application
from ligzda.people.rules import KEEPERS, check_keep_somewhere, municipalities_where

if TYPE_CHECKING:
    from ligzda.network.models import Municipality, User

_FORM = ["GET", "HEAD", "POST"]
State = Application.State


def here_of(request: HttpRequest) -> Municipality:
    """Return the municipality that was asked for, or the first one keeps people for."""
    check_keep_somewhere(by=request.user)
    found = municipalities_where(request.user, KEEPERS)
    asked = [row for row in found if row.slug == request.GET.get("municipality")]
    return (asked or found)[0]


@login_required
@never_cache
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """List the applications of a municipality: what is to be decided, by when; what was."""
    here = here_of(request)
    state = request.GET.get("state", State.OPEN)
    if state not in State.values:
        raise NotFoundError(_("There is no such list."))
    today = timezone.localdate()
    rows = queries.applications_of(here, state, number(request.GET.get("before")))
    full = state != State.OPEN and len(rows) == queries.PAGE
    context = {
        "municipality": here,
        "title": queries.title_of(here),
        "incubator": queries.incubator_of(here),
        "rows": rows,
        "state": state,
        "states": State.choices,
        "more": rows[-1].pk if full else None,
        "today": today,
        "counts": queries.counts(here, today.replace(month=1, day=1), today.replace(
            year=today.year + 1, month=1, day=1)),
        "ready": queries.contract_ready(here),
    }  # fmt: skip
    return render(request, "people/applications.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def application_new(request: HttpRequest) -> HttpResponse:
    """Write down an application or a referral, of somebody who is registered or is now."""
    check_keep_somewhere(by=request.user)
    known = number(request.GET.get("person"))
    person = people.person(request.user, known) if known else None
    here = person.municipality if person else here_of(request)
    incubator = queries.incubator_of(here)
    if incubator is None:
        raise NotFoundError(_("This municipality has no incubator to apply to."))
    rules.check_apply(by=request.user, incubator=incubator)
    form: ApplicationForm = (ApplicationForm if person else NewPersonApplicationForm)(
        request.POST or None
    )
    made: list[Application] = []

    def save() -> None:
        who = form.facts() if isinstance(form, NewPersonApplicationForm) else person
        assert who is not None
        made.append(
            actions.apply(
                by=signed_in(request.user), incubator=incubator, who=who,
                facts_given=form.application(),
            )
        )  # fmt: skip

    if form.is_valid() and attempt(request, save, form=form, done=_("The application is kept.")):
        return redirect("people:application", made[0].pk)
    context = {"form": form, "person": person, "incubator": incubator}
    return render(request, "people/application_form.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def application(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an application and what became of it; its documents, its letter, its link."""
    row = queries.application(request.user, pk)
    link = ""
    if request.method == "POST":
        done = _acted(request, row)
        if isinstance(done, HttpResponse):
            return done
        if done is True:
            return redirect("people:application", pk)
        link = done or ""
        row = queries.application(request.user, pk)
    by = signed_in(request.user)
    note_reading(by=by, people=[row.person], what="application")
    decisions = queries.decisions_of(row)
    context = {
        "application": row,
        "person": row.person,
        "eligibility": rules.eligibility_of(row),
        "documents": queries.documents_of(row),
        "decisions": decisions,
        "line": queries.place_of(row),
        "taken": queries.taken(row),
        "skips": queries.skips_of(row),
        "today": timezone.localdate(),
        "keeping": obstacle(rules.check_keep_application, by=by, application=row),
        "deciding": decisions and obstacle(rules.check_decide, by=by, decision=decisions[0]),
        "appealing": decisions
        and obstacle(rules.check_appeal, by=by, decision=decisions[0], on=timezone.localdate()),
        "link": link,
    }
    return render(request, "people/application.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def application_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Write up a decision with its reasons; whoever decides confirms it."""
    row = queries.application(request.user, pk)
    by = signed_in(request.user)
    written = next((each for each in queries.decisions_of(row) if not each.decided_on), None)
    if "decide" in request.POST and written is not None:
        facts = [(_("Decision"), written.get_outcome_display()), (_("Reasons"), written.reasons)]
        page = check_answers(
            request, _("Decide on %(application)s?") % {"application": row}, facts,
            button=_("Decide"), back=reverse("people:application", args=[pk]),
            carried={"decide": "1"},
        )  # fmt: skip
        if obstacle(rules.check_decide, by=by, decision=written) is None and page:
            return page
        attempt(request, lambda: actions.decide(by=by, decision=written), done=_("It is decided."))
        return redirect("people:application", pk)
    rules.check_keep_application(by=by, application=row)
    found = rules.eligibility_of(row)
    initial = {
        "outcome": written.outcome if written else "accepted" if found.eligible else "refused",
        "reasons": written.reasons if written else found.why,
    }
    form = DecisionForm(request.POST or None, initial=initial)

    def save() -> None:
        actions.write_up(by=by, application=row, **form.cleaned_data)

    if (
        form.is_valid()
        and not changes(request)
        and attempt(
            request,
            save,
            form=form,
            done=_("It is written up. Somebody who may decide looks at it."),
        )
    ):
        return redirect("people:application", pk)
    note_reading(by=by, people=[row.person], what="application")
    context = {"application": row, "form": form, "eligibility": found}
    return render(request, "people/application_decision.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def application_appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in an appeal against the last decision, or answer it."""
    row = queries.application(request.user, pk)
    by = signed_in(request.user)
    decided = next((each for each in queries.decisions_of(row) if each.decided_on), None)
    if decided is None:
        raise NotFoundError(_("Nothing is decided on this application yet."))
    lodged = next(iter(decided.appealed), None)  # type: ignore[attr-defined]
    form: LodgeForm | AnswerForm
    if lodged is None:
        rules.check_record_appeal(by=by, decision=decided)
        form = LodgeForm(request.POST or None, initial={"on": timezone.localdate()})
    else:
        rules.check_answer_appeal(by=by, appeal=lodged)
        form = AnswerForm(request.POST or None)

    def save() -> None:
        if lodged is None:
            actions.appeal(by=by, decision=decided, **form.cleaned_data)
        else:
            actions.answer_appeal(by=by, appeal=lodged, **form.cleaned_data)

    done = _("The answer is recorded.") if lodged else _("The complaint is recorded.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("people:application", pk)
    note_reading(by=by, people=[row.person], what="application")
    context = {"application": row, "decision": decided, "appeal": lodged, "form": form}
    return render(request, "people/application_appeal.html", context)


@login_required
@never_cache
@require_safe
def application_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter that tells the last decision, to be printed, in the language of the page."""
    row = queries.application(request.user, pk)
    decided = next((each for each in queries.decisions_of(row) if each.decided_on), None)
    if decided is None:
        raise NotFoundError(_("Nothing is decided on this application yet."))
    note_reading(by=signed_in(request.user), people=[row.person], what="letter")
    context = {
        "application": row,
        "decision": decided,
        "eligibility": rules.eligibility_of(row),
        "municipality": queries.title_of(row.municipality),
    }
    return render(request, "people/application_letter.html", context)


def _acted(request: HttpRequest, row: Application) -> bool | str | HttpResponse:
    """Do what a button of the page asks for: whether it was done, a new link, or a question."""
    by, said = signed_in(request.user), request.POST
    if "link" in said:
        link = actions.give_link(by=by, application=row)
        return request.build_absolute_uri(reverse("people:apply_return", args=[str(link)]))
    if "take_back" in said:
        page = check_answers(
            request, _("Take back %(application)s?") % {"application": row},
            button=_("Take back"), back=reverse("people:application", args=[row.pk]),
        )  # fmt: skip
        return page or attempt(request, lambda: actions.take_back(by=by, application=row),
                               done=_("The application is taken back."), undo=True)  # fmt: skip
    if "told" in said:
        decision = next((each for each in queries.decisions_of(row) if each.decided_on), None)
        on = _day(request)
        if decision is None or on is None:
            return False
        told_on = on
        return attempt(request, lambda: actions.tell(by=by, decision=decision, on=told_on),
                       done=_("It is noted when the letter was handed over."))  # fmt: skip
    return _about_document(request, by, row)


def _about_document(request: HttpRequest, by: User, row: Application) -> bool:
    """Ask for a document, note when it was seen, or ask for it no more."""
    said = request.POST
    if "what" in said:
        what = said["what"]
        return attempt(request, lambda: actions.ask_for_document(by=by, application=row, what=what),
                       done=_("The document is asked for."))  # fmt: skip
    wanted = number(said.get("seen") or said.get("drop"))
    document = next((each for each in queries.documents_of(row) if each.pk == wanted), None)
    if document is None:
        raise NotFoundError(_("There is no such document."))
    if "drop" in said:
        return attempt(request, lambda: actions.drop_document(by=by, document=document),
                       done=_("The document is not asked for any more."))  # fmt: skip
    if (on := _day(request)) is None:
        return False
    seen_on = on
    return attempt(request, lambda: actions.see_document(by=by, document=document, on=seen_on),
                   done=_("The document was seen."))  # fmt: skip


def _day(request: HttpRequest) -> datetime.date | None:
    """Return the day that was typed; where it is none, say so."""
    try:
        found: datetime.date = day().clean(request.POST.get("on", ""))
    except ValidationError:
        messages.error(request, _("Write the day like this: 14.03.2026."))
        return None
    return found
