"""The moderators' pages: the tray, one comment with its context, bans, discussions."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ligzda.kernel.confirm import answers, changes, check_answers
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may, obstacle
from ligzda.kernel.odd_values import number
from ligzda.network.rules import signed_in
from ligzda.newsroom import actions, queries, rules
from ligzda.newsroom.forms import AnswerForm, BanForm, DecisionForm, ModeForm
from ligzda.newsroom.models import Article, Ban, Comment, Transition
from ligzda.newsroom.queries.queue import (
    may_be_banned,
)
from ligzda.newsroom.reasons import usual
from ligzda.newsroom.states import Ground, State, Step

if TYPE_CHECKING:
    from ligzda.network.models import User

USUAL_LABELS = {
    Ground.MORALS: pgettext_lazy("reason of a removal", "rude"),
    Ground.HATRED: pgettext_lazy("reason of a removal", "hatred"),
    Ground.FOUL: pgettext_lazy("reason of a removal", "foul words"),
    Ground.MARKUP: pgettext_lazy("reason of a removal", "link or HTML"),
    Ground.FLOOD: pgettext_lazy("reason of a removal", "advertising"),
}
"""Short, for buttons; keys 1 to 5 in this order."""
BAN_IDS = "ban_%s"
"""Two forms stand on the page of a comment, with fields of the same names."""


def moderator(request: HttpRequest) -> "User":
    """Return who moderates; raises NotAllowedError for others."""
    rules.check_moderate(by=request.user)
    return signed_in(request.user)


@login_required
@require_POST
def next_item(request: HttpRequest) -> HttpResponse:
    """Lead to the oldest waiting comment that no other moderator has in hand."""
    found = actions.claim_next(by=moderator(request))
    if found is None:
        messages.info(request, _("Nothing waits."))
        return redirect("newsroom:tray")
    return redirect("newsroom:item", pk=found.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a comment with its context, and take the decision."""
    by = moderator(request)
    comment = get_object_or_404(
        Comment.objects.select_related("article", "author", "claimed_by"), pk=pk
    )
    form = DecisionForm(request.POST or None, initial={"version": comment.version})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = decide(by, comment, form)
                following = actions.claim_next(by=by)
                there = (
                    reverse("newsroom:item", args=[following.pk])
                    if following
                    else reverse("newsroom:tray")
                )
                return redirect(f"{there}?done={made.pk}")
            except (WrongStateError, NotAllowedError) as wrong:
                form.add_error(None, str(wrong))
                status = 409
            except BadDataError as wrong:
                form.add_error("statement", str(wrong))
        comment.refresh_from_db()
    return _item_page(request, comment, by, form=form, status=status)


def _item_page(
    request: HttpRequest,
    comment: Comment,
    by: "User",
    *,
    form: DecisionForm | None = None,
    ban_form: BanForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "item": queries.item(comment),
        "state": queries.state_words(comment),
        "form": form or DecisionForm(initial={"version": comment.version}),
        "ban_form": ban_form or BanForm(auto_id=BAN_IDS),
        "may_be_banned": may_be_banned(comment, by),
        "usual": [(ground, USUAL_LABELS[ground]) for ground in USUAL_LABELS],
        "now": timezone.now(),
        "undoable": _undoable(request, comment, by),
    }
    return render(request, "newsroom/item.html", context, status=status)


def _undoable(request: HttpRequest, comment: Comment, by: "User") -> Transition | None:
    """Return the decision just made, wherever it led; else this comment's, while that can be."""
    if (
        just := Transition.objects.filter(pk=number_or_0(request.GET.get("done"))).first()
    ) is not None:
        return just
    last = comment.transitions.order_by("-pk").first()
    return last if last is not None and may(rules.check_undo, by=by, transition=last) else None


def decide(by: "User", comment: Comment, form: DecisionForm) -> Transition:
    """Carry out what a form says, the usual reasons where none were written."""
    given = form.cleaned_data
    step, ground, statement = given["step"], given["ground"], given["statement"]
    if given["usual"]:
        # One key: the ground, and the usual reasons where none were written.
        ground = Ground(given["usual"])
        step = Step.REJECT if comment.state == State.HELD else Step.REMOVE
        statement = statement or usual(ground, comment)
    if not step:
        raise BadDataError(_("Choose what is to happen to the comment."))
    decision = actions.Decision(step=Step(step), ground=ground, statement=statement)
    return actions.decide(by=by, comment=comment, version=given["version"], decision=decision)


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back one's own last decision."""
    by = moderator(request)
    transition = get_object_or_404(Transition, pk=pk)
    try:
        comment = actions.undo(by=by, transition=transition)
    except (WrongStateError, NotAllowedError) as wrong:
        messages.error(request, str(wrong))
        return redirect("newsroom:tray")
    messages.success(request, _("The decision is undone."))
    return redirect("newsroom:item", pk=comment.pk)


@login_required
@require_POST
def ban(request: HttpRequest, pk: int) -> HttpResponse:
    """Ban the author of a comment."""
    by = moderator(request)
    comment = get_object_or_404(Comment, pk=pk)
    form = BanForm(request.POST, auto_id=BAN_IDS)
    if not form.is_valid() or changes(request):
        return _item_page(request, comment, by, ban_form=form, status=422)
    try:
        rules.check_ban(by=by, comment=comment)
        if page := check_answers(
            request,
            _("Keep %(name)s from commenting?") % {"name": comment.name},
            answers(form),
            button=_("Ban"),
            warning=_("Where an address is known, a letter with these reasons leaves at once."),
        ):
            return page
        made = actions.ban(by=by, comment=comment, **form.cleaned_data)
    except (BadDataError, WrongStateError, NotAllowedError) as wrong:
        form.add_error(None, str(wrong))
        return _item_page(request, comment, by, ban_form=form, status=409)
    messages.success(
        request,
        _("Ban no. %(number)s, until %(until)s.")
        % {
            "number": made.pk,
            "until": date_format(timezone.localtime(made.ends), "SHORT_DATETIME_FORMAT"),
        },
    )
    return redirect("newsroom:item", pk=pk)


@login_required
@require_safe
def bans(request: HttpRequest) -> HttpResponse:
    """List bans, those in force first."""
    by = moderator(request)
    rows = Ban.objects.select_related("comment", "article", "by", "user", "lifted_by").order_by(
        "-ends"
    )[:100]
    objections = queries.objections().select_related("comment", "article", "by", "user")
    waiting = [(row, obstacle(rules.check_answer_objection, by=by, ban=row)) for row in objections]
    return render(request, "newsroom/bans.html", {"bans": rows, "waiting": waiting})


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an objection to a ban; what cannot be done the frame says, and keeps the text."""
    by = moderator(request)
    row = get_object_or_404(Ban, pk=pk)
    form = AnswerForm(request.POST)
    if form.is_valid():
        actions.answer_objection(by=by, row=row, **form.cleaned_data)
        messages.success(request, _("The objection is answered."))
    else:
        words = _("The author waits for an answer to the objection: write one.")
        messages.error(request, words)
    return redirect("newsroom:bans")


@login_required
@require_POST
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """End a ban before its time."""
    by, row = moderator(request), get_object_or_404(Ban, pk=pk)
    until = date_format(timezone.localtime(row.ends), "SHORT_DATETIME_FORMAT")
    if page := check_answers(
        request,
        _("Lift ban no. %(number)s?") % {"number": row.pk},
        [(_("until"), until), (row.get_ground_display(), row.statement)],
        button=_("Lift the ban"),
        warning=_("Where an address is known, a letter that says so leaves at once."),
        back=reverse("newsroom:bans"),
    ):
        return page
    try:
        actions.lift_ban(by=by, row=row)
        messages.success(request, _("Ban no. %(number)s is lifted.") % {"number": row.pk})
    except WrongStateError as wrong:
        messages.error(request, str(wrong))
    return redirect("newsroom:bans")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def discussion(request: HttpRequest, slug: str) -> HttpResponse:
    """Open, review or close an article's comments."""
    by = moderator(request)
    article = get_object_or_404(Article, slug=slug)
    form = ModeForm(request.POST or None, initial={"mode": rules.mode(article)})
    if request.method == "POST" and form.is_valid():
        actions.set_mode(by=by, article=article, mode=form.cleaned_data["mode"])
        return redirect(article.get_absolute_url() + "#comments")
    return render(request, "newsroom/discussion.html", {"article": article, "form": form})


def number_or_0(value: str | None) -> int:
    """Return the number that an address names, 0 where it is none."""
    return number(value) or 0
