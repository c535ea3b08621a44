"""Pages of sessions: find one, take a place, give it back; announce, change, call off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel import unsaved
from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import changes, check_answers
from ligzda.kernel.constraints import as_refusals
from ligzda.kernel.errors import RefusedError
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.undo import undo_by
from ligzda.network.rules import signed_in
from ligzda.training.models import CourseVersion, Enrolment, Session
from ligzda.training.passing.queries import outcome_of, outcomes, to_issue
from ligzda.training.passing.rules import check_try
from ligzda.training.rules import check_teach
from ligzda.training.sessions import actions, queries, rules
from ligzda.training.sessions.forms import CallOffForm, PersonForm, SessionForm, WhereForm
from ligzda.training.sessions.telling import said, span

if TYPE_CHECKING:
    from ligzda.network.models import User

State = Enrolment.State


@never_cache
@login_required
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Show which sessions are to come; to who leads some, theirs too."""
    by = signed_in(request.user)
    coming = [_shown(row) for row in queries.session_rows(queries.coming())]
    led = queries.session_rows(queries.led_by(by))
    context = {"rows": coming, "led": [_shown(row) for row in led]}
    return render(request, "training/sessions.html", context)


def _shown(row: queries.SessionRow) -> dict[str, object]:
    return {"row": row, "when": said(row.begins), "until": said(row.decides_at)}


@never_cache
@login_required
@require_safe
def session(request: HttpRequest, number: int) -> HttpResponse:
    """Say when and where a session is, and how it stands with the viewer's place in it."""
    by, row = signed_in(request.user), _session(number)
    own = queries.enrolment_of(by, row)
    holds = own is not None and own.state in queries.HOLD_A_PLACE
    leads = may(rules.check_lead, by=by, session=row)
    waits = own is not None and own.state == State.WAITING
    context = {
        "row": queries.session_row(queries.sessions().get(pk=number)),
        "session": row,
        "name": in_language(row.version.course, "title"),
        "meetings": [
            {"row": each, "when": span(each.begins, each.ends)} for each in row.meetings.all()
        ],
        "until": said(row.decides_at),
        "link": row.link if (leads or holds) and row.cancelled_at is None else "",
        "own": own,
        "holds": holds,
        "waits": waits,
        "turn": queries.turn_of(own) if own is not None and waits else None,
        "offered_until": said(own.offered_until) if own and own.offered_until else "",
        "enrol_obstacle": obstacle(rules.check_enrol, by=by, session=row, person=by),
        "leave_obstacle": obstacle(rules.check_withdraw, by=by, enrolment=own) if own else None,
        "accept_obstacle": obstacle(rules.check_accept, by=by, enrolment=own) if own else None,
        "outcome": outcome_of(own) if own and own.state == State.ENROLLED else None,
        "test_obstacle": obstacle(check_try, by=by, enrolment=own) if own else None,
        "leads": leads,
        "requires": [each.course for each in row.version.prerequisites.select_related("course")],
    }
    return render(request, "training/session.html", context)


@login_required
@require_POST
def enrol(request: HttpRequest, number: int) -> HttpResponse:
    """Take a place, or a turn in the list."""
    by, row = signed_in(request.user), _session(number)
    _enrol(request, by, row, by)
    return redirect("training:session", number)


def _enrol(request: HttpRequest, by: User, row: Session, person: User) -> bool:
    try:
        with as_refusals():
            made = actions.enrol(by=by, session=row, person=person)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return False
    if made.state == State.WAITING:
        messages.success(
            request,
            _("No place is free. Number %(turn)s in the waiting list: a letter comes when one is.")
            % {"turn": queries.turn_of(made)},
        )
    elif row.confirmed_at is not None:
        messages.success(request, _("Place %(place)s is taken.") % {"place": made.place})
    else:
        messages.success(
            request,
            _(
                "Place %(place)s is taken. With fewer than %(least)s enrolled until %(when)s the "
                "session is called off, and a letter says so."
            )
            % {"place": made.place, "least": row.least, "when": said(row.decides_at)},
        )
    return True


@login_required
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Give a place, an offer or a turn back."""
    by, row = signed_in(request.user), _enrolment(number)
    rules.check_theirs(by=by, enrolment=row)
    try:
        with as_refusals():
            kept = actions.withdraw(by=by, enrolment=row)
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The place is given back."), undo_by(kept.pk))
    return _back(by, row)


@login_required
@require_POST
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Take the place that is offered."""
    by, row = signed_in(request.user), _enrolment(number)
    rules.check_theirs(by=by, enrolment=row)
    attempt(
        request,
        lambda: actions.accept(by=by, enrolment=row),
        done=_("The place is taken."),
    )
    return _back(by, row)


def _back(by: User, row: Enrolment) -> HttpResponse:
    page = "training:session" if row.person_id == by.pk else "training:session_desk"
    return redirect(page, row.session_id)


@never_cache
@login_required
@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    """Show a person's own sessions: what comes, what was, what is missing."""
    rows = [
        {
            "own": each,
            "name": in_language(each.session.version.course, "title"),
            "when": said(queries.first_begin(each.session)),
            "outcome": outcome_of(each) if each.state == State.ENROLLED else None,
        }
        for each in queries.own_enrolments(signed_in(request.user))
    ]
    return render(request, "training/learning.html", {"rows": rows})


@login_required
def session_new(request: HttpRequest, code: str) -> HttpResponse:
    """Announce a session of a course's newest version."""
    check_teach(by=request.user)
    version = (
        CourseVersion.objects.filter(course__code=code, published_at__isnull=False)
        .select_related("course")
        .order_by("number")
        .last()
    )
    if version is None:
        messages.error(request, _("Publish a version of the course first, then hold its sessions."))
        return redirect("training:draft", code)
    unsaved.about(request, version, "session")
    form = SessionForm(request.POST or None, version=version)
    made: list[Session] = []

    def save() -> None:
        made.append(
            actions.hold_session(
                by=signed_in(request.user),
                version=version,
                facts_given=form.facts(),
                where=form.where(),
            )
        )

    if (
        form.is_valid()
        and not changes(request)
        and attempt(request, save, form=form, done=_("The session is announced."))
    ):
        return redirect("training:session_desk", made[0].pk)
    context = {"form": form, "name": in_language(version.course, "title"), "version": version}
    return render(request, "training/session_new.html", context)


@never_cache
@login_required
def session_desk(request: HttpRequest, number: int) -> HttpResponse:
    """Show who leads a session all that is to do in it; enter a person."""
    by, row = signed_in(request.user), _session(number)
    rules.check_lead(by=by, session=row)
    form = PersonForm(request.POST or None)
    if form.is_valid() and _enrol(request, by, row, form.cleaned_data["email"]):
        return redirect("training:session_desk", number)
    found = outcomes(row)
    context = {
        "form": form,
        "row": queries.session_row(queries.sessions().get(pk=number)),
        "session": row,
        "name": in_language(row.version.course, "title"),
        "until": said(row.decides_at),
        "meetings": [
            {"row": each, "when": span(each.begins, each.ends), "there": each.attendance.count()}
            for each in row.meetings.all()
        ],
        "outcomes": found,
        "offered": [
            {"row": each, "until": said(each.offered_until)}
            for each in queries.enrolled(row)
            if each.offered_until
        ],
        "waiting": queries.waiting(row),
        "ready": len(to_issue(found)),
        "teaches": may(check_teach, by=by),
        "change_obstacle": obstacle(rules.check_change, by=by, session=row),
    }
    return render(request, "training/session_desk.html", context)


@login_required
def session_change(request: HttpRequest, number: int) -> HttpResponse:
    """Change trainer or place."""
    check_teach(by=request.user)
    row = _session(number)
    form = WhereForm(request.POST or None, session=row)

    def save() -> None:
        actions.change_where(by=signed_in(request.user), session=row, where=form.where())

    done = _("It is changed; whoever has a place gets a letter.")
    if form.is_valid() and attempt(request, save, form=form, done=done):
        return redirect("training:session_desk", number)
    context = {
        "form": form,
        "session": row,
        "name": in_language(row.version.course, "title"),
        "obstacle": obstacle(rules.check_change, by=request.user, session=row),
    }
    return render(request, "training/session_change.html", context)


@login_required
def session_call_off(request: HttpRequest, number: int) -> HttpResponse:
    """Call a session off, once it was looked at again."""
    check_teach(by=request.user)
    row = _session(number)
    form = CallOffForm(request.POST or None)
    name = in_language(row.version.course, "title")
    if form.is_valid() and not changes(request):
        because = form.cleaned_data["because"]
        if page := check_answers(
            request,
            _("Call off “%(course)s”?") % {"course": name},
            [
                (_("Begins"), said(queries.first_begin(row))),
                (_("People"), len(queries.enrolled(row)) + len(queries.waiting(row))),
                (form["because"].label, because),
            ],
            button=_("Call off, for ever"),
            warning=_("Everybody who has a place or waits gets a letter with the reason."),
        ):
            return page

        def act() -> None:
            actions.call_off(by=signed_in(request.user), session=row, because=because)

        if attempt(request, act, form=form, done=_("The session is called off.")):
            return redirect("training:session_desk", number)
    context = {
        "form": form,
        "session": row,
        "name": name,
        "when": said(queries.first_begin(row)),
        "obstacle": obstacle(rules.check_call_off, by=request.user, session=row),
    }
    return render(request, "training/session_call_off.html", context)


def _session(number: int) -> Session:
    rows = Session.objects.select_related("version__course", "trainer")
    return get_object_or_404(rows, pk=number)


def _enrolment(number: int) -> Enrolment:
    rows = Enrolment.objects.select_related("session__version__course", "person")
    return get_object_or_404(rows, pk=number)
