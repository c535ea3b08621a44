"""Pages at a meeting and after it: the code, the trainer's hand, the test, the checklist."""

import segno
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.models import in_language
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.often import too_often
from ligzda.network.rules import signed_in
from ligzda.training.awards import here as whole
from ligzda.training.models import Enrolment, Meeting, Session
from ligzda.training.passing import actions, rules
from ligzda.training.passing.code import code_of
from ligzda.training.passing.queries import outcomes, to_issue
from ligzda.training.queries import answers_of
from ligzda.training.rules import check_teach
from ligzda.training.sessions.forms import CodeShownForm
from ligzda.training.sessions.rules import check_lead
from ligzda.training.sessions.telling import said, span

A_MINUTE = 60
"""Codes that one network may try in a minute: a class comes from one, and two of a million fit."""
ANEW = 15
"""Seconds after which the page with the code asks for it anew, without a script."""


@never_cache
@login_required
def meeting(request: HttpRequest, number: int) -> HttpResponse:
    """Show who was at a meeting; enter it by hand."""
    by, row = signed_in(request.user), _meeting(number)
    check_lead(by=by, session=row.session)
    if request.method == "POST":
        there = {int(each) for each in request.POST.getlist("there") if each.isdigit()}
        if attempt(
            request,
            lambda: actions.mark(by=by, meeting=row, there=there),
            done=_("It is saved who was there."),
        ):
            return redirect("training:session_desk", row.session_id)
    known = {each.enrolment_id: each for each in row.attendance.all()}
    enrolled = row.session.enrolments.filter(state=Enrolment.State.ENROLLED)
    context = {
        "row": row,
        "name": in_language(row.session.version.course, "title"),
        "when": span(row.begins, row.ends),
        "people": [
            {"own": each, "known": known.get(each.pk)}
            for each in enrolled.select_related("person").order_by("place")
        ],
        "obstacle": obstacle(rules.check_mark, by=by, meeting=row),
        "code_obstacle": obstacle(rules.check_show_code, by=by, meeting=row),
    }
    return render(request, "training/meeting.html", context)


@never_cache
@login_required
@require_safe
def meeting_code(request: HttpRequest, number: int) -> HttpResponse:
    """Show the code that counts now, to be seen by everybody in the room."""
    by, row = signed_in(request.user), _meeting(number)
    check_lead(by=by, session=row.session)
    refused = obstacle(rules.check_show_code, by=by, meeting=row)
    code = "" if refused else code_of(row)
    address = whole(reverse("training:here", args=[number]))
    context = {
        "row": row,
        "name": in_language(row.session.version.course, "title"),
        "when": span(row.begins, row.ends),
        "code": code,
        "obstacle": refused,
        "address": address,
        "picture": _picture(f"{address}?code={code}") if code else "",
    }
    response = render(request, "training/meeting_code.html", context)
    response["Refresh"] = str(ANEW)
    return response


def _picture(address: str) -> SafeString:
    """Return the QR code as part of the page: attributes only, as the strict policy wants."""
    drawn = segno.make(address, error="m").svg_inline(
        scale=6, border=2, svgclass="qr", omitsize=True
    )
    return mark_safe(drawn)


@never_cache
@login_required
def here(request: HttpRequest, number: int) -> HttpResponse:
    """Let somebody who has a place say that they are there: by the code, and by their own click."""
    by, row = signed_in(request.user), _meeting(number)
    typed = request.GET.get("code", "")[:20]
    form = CodeShownForm(request.POST or None, initial={"code": typed})
    if form.is_valid():
        if too_often(request, "attendance", A_MINUTE):
            form.add_error("code", _("Too many codes were typed in your network. Wait a minute."))
            return _here(request, row, form, status=429)
        code = form.cleaned_data["code"]
        if attempt(
            request,
            lambda: actions.attend(by=by, meeting=row, code=code),
            form=form,
            done=_("It is entered that you are here."),
        ):
            return redirect("training:session", row.session_id)
    return _here(request, row, form)


def _here(
    request: HttpRequest, row: Meeting, form: CodeShownForm, status: int = 200
) -> HttpResponse:
    context = {
        "row": row,
        "form": form,
        "name": in_language(row.session.version.course, "title"),
        "when": span(row.begins, row.ends),
        "obstacle": obstacle(rules.check_attend, by=request.user, meeting=row),
    }
    return render(request, "training/here.html", context, status=status)


@never_cache
@login_required
def test(request: HttpRequest, number: int) -> HttpResponse:
    """Ask the questions of the test, all on one page."""
    by, row = signed_in(request.user), _enrolment(number)
    rules.check_takes_test(by=by, enrolment=row)
    version = row.session.version
    refused = obstacle(rules.check_try, by=by, enrolment=row)
    questions = [] if refused else list(version.questions.all())
    chosen = {
        each.pk: {int(one) for one in request.POST.getlist(f"q{each.pk}") if one.isdigit()}
        for each in questions
    }
    missing = [each.pk for each in questions if request.method == "POST" and not chosen[each.pk]]
    if request.method == "POST" and not missing:
        attempt(
            request,
            lambda: actions.try_test(by=by, enrolment=row, answers=chosen),
            done=_("The test is handed in."),
        )
        return redirect("training:test", number)
    context = {
        "own": row,
        "name": in_language(version.course, "title"),
        "obstacle": refused,
        "version": version,
        "tries": [{"row": each, "when": said(each.at)} for each in row.attempts.order_by("-at")],
        "missing": len(missing),
        "questions": [
            {
                "row": each,
                "missing": each.pk in missing,
                "several": sum(each.right) > 1,
                "answers": [
                    {"number": place, "text": text, "chosen": place in chosen[each.pk]}
                    for place, text in enumerate(answers_of(each))
                ],
            }
            for each in questions
        ],
    }
    return render(request, "training/test.html", context)


@never_cache
@login_required
def checklist(request: HttpRequest, number: int) -> HttpResponse:
    """Let who leads the session sign what somebody has shown."""
    by, row = signed_in(request.user), _enrolment(number)
    check_lead(by=by, session=row.session)
    seen = {int(each) for each in request.POST.getlist("seen") if each.isdigit()}
    if request.method == "POST" and attempt(
        request,
        lambda: actions.sign_checklist(by=by, enrolment=row, seen=seen),
        done=_("The checklist is signed."),
    ):
        return redirect("training:session_desk", row.session_id)
    context = {
        "own": row,
        "name": in_language(row.session.version.course, "title"),
        "items": [
            {"row": each, "seen": each.pk in seen} for each in row.session.version.checklist.all()
        ],
        "signed": said(row.signed_at) if row.signed_at else "",
        "obstacle": obstacle(rules.check_sign, by=by, enrolment=row),
    }
    return render(request, "training/checklist.html", context)


@login_required
@require_POST
def session_issue(request: HttpRequest, number: int) -> HttpResponse:
    """Issue the certificates of who has passed, once the names were looked at again."""
    check_teach(by=request.user)
    by = signed_in(request.user)
    row = get_object_or_404(Session.objects.select_related("version__course"), pk=number)
    ready = to_issue(outcomes(row))
    if page := check_answers(
        request,
        _("Issue the certificates of “%(course)s”?")
        % {"course": in_language(row.version.course, "title")},
        [(_("Holder"), each.enrolment.person.name) for each in ready],
        button=_("Sign and issue"),
        warning=_("What is signed cannot be changed, only revoked with a reason."),
        back=reverse("training:session_desk", args=[number]),
    ):
        return page
    attempt(
        request,
        lambda: actions.issue_to_passed(by=by, session=row),
        done=_("Everybody who has passed has their certificate."),
    )
    return redirect("training:session_desk", number)


def _meeting(number: int) -> Meeting:
    rows = Meeting.objects.select_related("session__version__course")
    return get_object_or_404(rows, pk=number)


def _enrolment(number: int) -> Enrolment:
    rows = Enrolment.objects.select_related("session__version__course", "person", "signed_by")
    return get_object_or_404(rows, pk=number)
