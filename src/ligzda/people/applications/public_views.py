"""Applying without an account: one question a page, kept as it is answered, works without script.

Everything is done as the house, in the rows of the municipality that the private link names. The
link is a cookie of this browser session, so that it does not stand in every address.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import obstacle
from ligzda.kernel.often import too_often
from ligzda.people.applications import actions, drafts, offers, queries, rules, steps
from ligzda.people.applications.eligibility import eligibility
from ligzda.people.applications.forms import AppealForm, StartForm
from ligzda.people.applications.group_models import TargetGroup
from ligzda.people.applications.line import RULE
from ligzda.people.applications.models import Application
from ligzda.people.applications.private_link import Link
from ligzda.people.applications.to_check import APPEAL, DECIDE, name_of

if TYPE_CHECKING:
    from ligzda.incubators.models import Incubator

COOKIE = "application"
MOST_BEGUN = 10
"""Applications that one network may begin in a minute."""
_FORM = ["GET", "HEAD", "POST"]
P = ParamSpec("P")


def _with_link(
    view: Callable[Concatenate[HttpRequest, Link, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Give a view the link of this browser, and the rows of its municipality; without it, begin."""

    def found(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            link = Link.read(request.COOKIES.get(COOKIE, ""))
        except NotFoundError:
            return redirect("people:apply")
        with drafts.rows_of_link(link):
            return view(request, link, *args, **kwargs)

    return never_cache(update_wrapper(found, view))  # type: ignore[return-value]


@never_cache
@require_http_methods(_FORM)
def apply(request: HttpRequest) -> HttpResponse:
    """Choose the incubator; what was begun in this browser can be gone on with."""
    form = StartForm(_posted(request))
    if form.is_valid():
        if too_often(request, "application", MOST_BEGUN):
            form.add_error(None, _("Too many applications were begun here. Wait for a minute."))
        else:
            incubator: Incubator = form.cleaned_data["incubator"]
            with drafts.rows_of_link(Link.new(incubator.municipality_id)):
                link = drafts.begin(incubator)
            return _remember(redirect("people:apply_step", steps.STEPS[0].slug), link)
    context = {"form": form, "begun": COOKIE in request.COOKIES}
    return render(request, "people/apply.html", context)


@require_http_methods(_FORM)
@_with_link
def apply_step(request: HttpRequest, link: Link, slug: str) -> HttpResponse:
    """Ask one question; the answer is kept, and the next one asked."""
    draft = drafts.draft_of(link)
    if draft is None:
        return redirect("people:apply_mine")
    asked = steps.steps_for(draft.answers)
    step = next((each for each in asked if each.slug == slug), None)
    if step is None:
        raise NotFoundError(_("There is no such question."))
    form = step.form(_posted(request), initial=steps.initial(step, draft.answers))
    if form.is_valid():
        drafts.save(link, form.cleaned_data)
        if "later" in request.POST:
            return redirect("people:apply_check")
        return _after(request, {**draft.answers, **form.cleaned_data}, step)
    number = asked.index(step)
    context = {
        "step": step,
        "form": form,
        "number": number + 1,
        "of": len(asked),
        "back": _address(asked[number - 1]) if number else "",
        "draft": draft,
        "link": _absolute(request, link),
    }
    return render(request, "people/apply_step.html", context)


@require_http_methods(_FORM)
@_with_link
def apply_check(request: HttpRequest, link: Link) -> HttpResponse:
    """Show all answers, say what the law says of them, and send."""
    draft = drafts.draft_of(link)
    if draft is None:
        return redirect("people:apply_mine")
    missing = steps.first_open(draft.answers)
    if request.method == "POST" and missing is None:
        who, facts = steps.facts(draft.answers, get_language() or "")
        if attempt(
            request, lambda: drafts.send(link, who, facts), done=_("Your application is sent.")
        ):
            return redirect("people:apply_mine")
    elif missing is not None and request.method == "POST":
        return redirect("people:apply_step", missing.slug)
    found = None
    if missing is None:
        born = datetime.date.fromisoformat(str(draft.answers["birth_date"]))
        found = eligibility(steps.group_codes(draft.answers), born, timezone.localdate())
    context = {
        "rows": [(step, said, _address(step)) for step, said in steps.shown(draft.answers)],
        "missing": missing,
        "eligibility": found,
        "draft": draft,
        "link": _absolute(request, link),
    }
    return render(request, "people/apply_check.html", context)


@require_http_methods(_FORM)
@_with_link
def apply_mine(request: HttpRequest, link: Link) -> HttpResponse:
    """How it stands with an application: for whoever has the link."""
    row = queries.by_secret(link.hash)
    if row is None:
        if drafts.draft_of(link) is not None:
            return redirect("people:apply_check")
        return _forgotten(redirect("people:apply"))
    decisions = [each for each in queries.decisions_of(row) if each.decided_on]
    form = AppealForm(request.POST if "appeal" in request.POST else None)
    if request.method == "POST" and _answered(request, row, form):
        return redirect("people:apply_mine")
    by = rules.whoever_has_the_link()
    context = {
        "application": row,
        "documents": queries.documents_of(row),
        "decisions": decisions,
        "line": queries.place_of(row),
        "taken": queries.taken(row),
        "skips": queries.skips_of(row),
        "rule": RULE,
        "form": form,
        "appealing": decisions
        and obstacle(rules.check_appeal, by=by, decision=decisions[0], on=timezone.localdate()),
        "link": _absolute(request, link),
    }
    return render(request, "people/apply_mine.html", context)


@never_cache
@require_safe
def apply_return(request: HttpRequest, token: str) -> HttpResponse:
    """Come back by the private link."""
    link = Link.read(token)
    with drafts.rows_of_link(link):
        draft = drafts.draft_of(link)
        if draft is None and queries.by_secret(link.hash) is None:
            raise NotFoundError(
                _(
                    "This link leads nowhere: an application that is not sent is kept for thirty "
                    "days."
                )
            )
    missing = steps.first_open(draft.answers) if draft else None
    if missing is not None:
        return _remember(redirect("people:apply_step", missing.slug), link)
    return _remember(redirect("people:apply_check" if draft else "people:apply_mine"), link)


@never_cache
@require_POST
def apply_forget(request: HttpRequest) -> HttpResponse:
    """Leave nothing on this device; throw the draft away where that is asked for."""
    if "draft" in request.POST and COOKIE in request.COOKIES:
        link = Link.read(request.COOKIES[COOKIE])
        with drafts.rows_of_link(link):
            drafts.throw_away(link)
    return _forgotten(redirect("people:apply"))


@require_safe
def target_groups(request: HttpRequest) -> HttpResponse:
    """The lists of target groups with their days and sources."""
    rows = [(row, name_of(row)) for row in TargetGroup.objects.order_by("-valid_from", "id")]
    context = {"rows": rows, "decide": DECIDE, "appeal": APPEAL}
    return render(request, "people/target_groups.html", context)


def _posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted, also where nothing was chosen."""
    return request.POST if request.method == "POST" else None


def _after(request: HttpRequest, answers: drafts.Answers, step: steps.Step) -> HttpResponse:
    """Lead to the next question, or back to the answers where somebody came from there."""
    asked = steps.steps_for(answers)
    rest = asked[asked.index(step) + 1 :]
    if "check" in request.GET and steps.first_open(answers) is None:
        return redirect("people:apply_check")
    return redirect("people:apply_step", rest[0].slug) if rest else redirect("people:apply_check")


def _answered(request: HttpRequest, row: Application, form: AppealForm) -> bool:
    """Do what a button of the page asks for; return whether it was done."""
    by, line = rules.whoever_has_the_link(), queries.place_of(row)
    said = request.POST.get("offer", "")
    if said and line is not None and line.offer is not None:
        offer = line.offer
        return attempt(request, lambda: offers.answer(by=by, offer=offer, said=said),
                       done=_("We have your answer."))  # fmt: skip
    if "leave" in request.POST and line is not None:
        place = line.place
        return attempt(request, lambda: offers.leave(by=by, waiting=place),
                       done=_("You do not wait any more."))  # fmt: skip
    if "take_back" in request.POST:
        return attempt(request, lambda: actions.take_back(by=by, application=row),
                       done=_("Your application is taken back."))  # fmt: skip
    if "appeal" in request.POST and form.is_valid():
        decision = queries.decisions_of(row)[0]
        return attempt(
            request,
            lambda: actions.appeal(
                by=by, decision=decision, grounds=form.cleaned_data["grounds"],
                on=timezone.localdate(),
            ),
            form=form,
            done=_("We have your appeal."),
        )  # fmt: skip
    return False


def _remember(answer: HttpResponse, link: Link) -> HttpResponse:
    answer.set_cookie(
        COOKIE, str(link), httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return answer


def _forgotten(answer: HttpResponse) -> HttpResponse:
    answer.delete_cookie(COOKIE)
    return answer


def _address(step: steps.Step) -> str:
    return reverse("people:apply_step", args=[step.slug])


def _absolute(request: HttpRequest, link: Link) -> str:
    return request.build_absolute_uri(reverse("people:apply_return", args=[str(link)]))
