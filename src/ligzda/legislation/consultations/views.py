"""Pages of consultations: say something, record what came by letter, answer."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import may, obstacle
from ligzda.legislation.consultations import actions, queries, rules
from ligzda.legislation.consultations.forms import (
    AnswerCommentForm,
    DaysForm,
    RecordForm,
    SayForm,
)
from ligzda.legislation.models import Consultation, Package
from ligzda.legislation.models.opinions import Outcome
from ligzda.legislation.queries import package as package_of_number
from ligzda.legislation.rules import check_draft
from ligzda.network.rules import Viewer, signed_in


def page_of(asked: Consultation) -> str:
    """Return the page of what the public is asked about, at what it said."""
    kind = "package" if isinstance(asked.about, Package) else "regulation"
    return reverse(f"legislation:{kind}", args=[asked.about.pk]) + "#consultation"


def context_of(viewer: Viewer, asked: Consultation | None) -> dict[str, object]:
    """Return what the part `_consultation.html` of a page shows."""
    if asked is None:
        return {"consultation": None}
    return {
        "consultation": asked,
        "comments": queries.comments(viewer, asked),
        "may_say": asked.open,
        "may_answer": may(rules.check_keep_consultation, by=viewer, consultation=asked),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consult(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the public about a package."""
    row = package_of_number(request.user, pk)
    check_draft(by=request.user)
    form = DaysForm(request.POST or None)

    def send() -> None:
        by, closes = signed_in(request.user), form.cleaned_data["closes"]
        actions.consult(by=by, package=row, closes=closes)

    if form.is_valid() and attempt(request, send, form=form, done=_("The public is asked.")):
        return redirect("legislation:package", pk)
    stands = obstacle(rules.check_consult, by=request.user, package=row)
    context = {"form": form, "package": row, "obstacle": stands}
    return render(request, "legislation/consult.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something about a draft."""
    asked = queries.consultation(pk)
    form = SayForm(request.POST or None)

    def send() -> None:
        by, given = signed_in(request.user), form.cleaned_data
        actions.comment(by=by, consultation=asked, who=given["who"], text=given["text"])

    done = _("Your opinion is received. It stands below, or is looked at first.")
    if form.is_valid() and attempt(request, send, form=form, done=done):
        return redirect(page_of(asked))
    stands = obstacle(rules.check_comment, by=request.user, consultation=asked)
    context = {"form": form, "consultation": asked, "above": page_of(asked), "obstacle": stands}
    return render(request, "legislation/say.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what came by letter or by word of mouth."""
    asked = queries.consultation(pk)
    rules.check_keep_consultation(by=request.user, consultation=asked)
    form = RecordForm(request.POST or None)

    def save() -> None:
        by, given = signed_in(request.user), form.cleaned_data
        actions.record_comment(by=by, consultation=asked, **given)

    if form.is_valid() and attempt(request, save, form=form, done=_("It is recorded.")):
        return redirect(page_of(asked))
    context = {"form": form, "consultation": asked, "above": page_of(asked)}
    return render(request, "legislation/record.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer what somebody said."""
    row = queries.comment(request.user, pk)
    asked = row.consultation
    rules.check_keep_consultation(by=request.user, consultation=asked)
    answered = row.outcome != Outcome.OPEN
    initial = {"outcome": row.outcome, "answer": row.answer} if answered else {}
    form = AnswerCommentForm(request.POST or None, initial=initial)

    def save() -> None:
        by, given = signed_in(request.user), form.cleaned_data
        actions.answer_comment(
            by=by, comment=row, outcome=given["outcome"], reasons=given["answer"]
        )

    if form.is_valid() and attempt(request, save, form=form, done=_("The answer is saved.")):
        return redirect(page_of(asked))
    context = {"form": form, "row": row, "above": page_of(asked), "about": asked.about}
    return render(request, "legislation/comment_answer.html", context)


@login_required
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a comment that waited to be looked at."""
    row = queries.comment(request.user, pk)
    rules.check_keep_consultation(by=request.user, consultation=row.consultation)
    by = signed_in(request.user)
    attempt(request, lambda: actions.show_comment(by=by, comment=row), done=_("It is shown."))
    return redirect(page_of(row.consultation))
