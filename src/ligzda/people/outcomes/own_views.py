"""A participant's own questions: one a page, kept as they go, without a script."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.attempt import attempt
from ligzda.kernel.errors import NotFoundError
from ligzda.kernel.obstacle import obstacle
from ligzda.network.rules import signed_in
from ligzda.people.models import Stay
from ligzda.people.outcomes import actions, queries, rules
from ligzda.people.outcomes.forms import QuestionForm
from ligzda.people.outcomes.models import Moment, Rater
from ligzda.people.outcomes.questionnaire import Questionnaire, questionnaire

_FORM = ["GET", "HEAD", "POST"]


def _own(request: HttpRequest, pk: int, form: str, moment: str) -> tuple[Stay, Questionnaire]:
    """Return the stay and what is asked. Raises NotFoundError for anybody else's."""
    stay, asked = queries.stay(request.user, pk), questionnaire(form)
    own = rules.is_own(by=request.user, stay=stay)
    if not own or moment not in asked.moments or Rater.PARTICIPANT not in asked.raters:
        raise NotFoundError(_("These questions are for somebody else."))
    return stay, asked


@login_required
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show what somebody is asked now, and what they have answered."""
    stays = queries.own_stays(request.user)
    asked = [one for one in queries.asked_of(stays) if one.rater == Rater.PARTICIPANT]
    context = {
        "stays": stays,
        "now": [one for one in asked if one.done is None and one.not_yet is None],
        "later": [one for one in asked if one.done is None and one.not_yet is not None],
        "done": [one for one in asked if one.done is not None],
    }
    return render(request, "people/my_questions.html", context)


@login_required
@never_cache
@require_safe
def begin(request: HttpRequest, pk: int, form: str, moment: str) -> HttpResponse:
    """Go on where somebody stopped: at the first question without an answer."""
    stay, asked = _own(request, pk, form, moment)
    answers = queries.unfinished(stay, asked, moment)
    for one in asked.asked(moment, answers):
        if one.id not in answers:
            return redirect("people:my_question", pk, form, moment, one.id)
    return redirect("people:my_answers", pk, form, moment)


@login_required
@never_cache
@require_http_methods(_FORM)
def question(request: HttpRequest, pk: int, form: str, moment: str, name: str) -> HttpResponse:
    """Ask one question, keep its answer, go on to the next."""
    stay, asked = _own(request, pk, form, moment)
    answers = queries.unfinished(stay, asked, moment)
    one = asked.question(name)
    order = asked.asked(moment, answers)
    if one not in order:
        return redirect("people:my_questionnaire", pk, form, moment)
    place = order.index(one)
    filled = QuestionForm(one, answers.get(one.id), request.POST or None)

    def keep() -> None:
        actions.keep_answer(
            by=signed_in(request.user), stay=stay, form=asked, moment=moment, question=one,
            text=filled.cleaned_data["answer"],
        )  # fmt: skip

    if filled.is_valid() and attempt(request, keep, form=filled, done=_("Your answer is saved.")):
        # Which questions follow may have changed with the answer.
        order = asked.asked(moment, queries.unfinished(stay, asked, moment))
        after = order[order.index(one) + 1 :]
        if after:
            return redirect("people:my_question", pk, form, moment, after[0].id)
        return redirect("people:my_answers", pk, form, moment)
    context = {
        "stay": stay, "asked": asked, "moment": Moment(moment), "form": filled, "one": one,
        "number": place + 1, "many": len(order), "before": order[place - 1] if place else None,
    }  # fmt: skip
    return render(request, "people/my_question.html", context)


@login_required
@never_cache
@require_http_methods(_FORM)
def answers(request: HttpRequest, pk: int, form: str, moment: str) -> HttpResponse:
    """Show all answers once more, and hand them in."""
    stay, asked = _own(request, pk, form, moment)
    given = queries.unfinished(stay, asked, moment)

    def hand_in() -> None:
        actions.hand_in(by=signed_in(request.user), stay=stay, form=asked, moment=moment)

    if request.method == "POST" and attempt(
        request, hand_in, done=_("Thank you. Your answers are handed in.")
    ):
        return redirect("people:my_questions")
    context = {
        "stay": stay, "asked": asked, "moment": Moment(moment),
        "lines": [
            (one, one.shown(given[one.id]) if one.id in given else _("no answer"))
            for one in asked.asked(moment, given)
        ],
        "obstacle": obstacle(
            rules.check_answers, form=asked, moment=moment, rater=Rater.PARTICIPANT, answers=given
        ),
    }  # fmt: skip
    return render(request, "people/my_answers.html", context)
