"""Pages of opinions: record one, its objections and suggestions, answer them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ligzda.kernel.attempt import attempt
from ligzda.kernel.obstacle import may, obstacle
from ligzda.legislation import actions, queries, rules
from ligzda.legislation.forms import AnswerForm, OpinionForm, RowForm
from ligzda.legislation.models.opinions import Outcome
from ligzda.network.rules import signed_in


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def opinion_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Record an institution's opinion on a package."""
    row = queries.package(request.user, pk)
    rules.check_record_opinions(by=request.user)
    form = OpinionForm(request.POST or None)
    made = []

    def save() -> None:
        given = actions.OpinionFacts(**form.cleaned_data)
        by = signed_in(request.user)
        made.append(actions.record_opinion(by=by, package=row, facts_given=given))

    if form.is_valid() and attempt(request, save, form=form, done=_("The opinion is recorded.")):
        return redirect("legislation:opinion", made[0].pk)
    stands = obstacle(rules.check_give_opinion, by=request.user, package=row)
    context = {"form": form, "package": row, "obstacle": stands}
    return render(request, "legislation/opinion_new.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an opinion with its rows; add an objection or a suggestion."""
    row = queries.opinion(request.user, pk)
    stands = obstacle(rules.check_give_opinion, by=request.user, package=row.package)
    if request.method == "POST":
        rules.check_record_opinions(by=request.user)
    form = RowForm(request.POST or None)

    def add() -> None:
        given = actions.RowFacts(**form.cleaned_data)
        actions.add_row(by=signed_in(request.user), opinion=row, facts_given=given)

    if form.is_valid() and attempt(request, add, form=form, done=_("It is added.")):
        return redirect("legislation:opinion", pk)
    context = {
        "opinion": row,
        "rows": list(row.rows.all()),
        "form": form,
        "obstacle": stands,
        "may_answer": may(rules.check_change, by=request.user, package=row.package),
    }
    return render(request, "legislation/opinion.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an objection or a suggestion."""
    row = queries.opinion_row(request.user, pk)
    rules.check_draft(by=request.user)
    answered = row.outcome != Outcome.OPEN
    initial = {"outcome": row.outcome, "answer": row.answer} if answered else {}
    form = AnswerForm(request.POST or None, initial=initial)

    def save() -> None:
        given = form.cleaned_data
        by = signed_in(request.user)
        actions.answer(by=by, row=row, outcome=given["outcome"], reasons=given["answer"])

    if form.is_valid() and attempt(request, save, form=form, done=_("The answer is saved.")):
        return redirect("legislation:opinion", row.opinion_id)
    stands = obstacle(rules.check_answer, by=request.user, row=row)
    context = {"row": row, "form": form, "obstacle": stands}
    return render(request, "legislation/answer.html", context)
