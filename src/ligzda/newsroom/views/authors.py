"""What the author of a comment sees and does: edit, withdraw, read reasons, appeal."""

import datetime

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.confirm import check_answers
from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.kernel.odd_values import number
from ligzda.newsroom import actions, guard, queries, refusals, rules
from ligzda.newsroom.forms import AppealForm, EditForm, ObjectionForm, ReceiptForm
from ligzda.newsroom.models import Comment, Notice
from ligzda.newsroom.states import RESTRICTIONS
from ligzda.newsroom.text import LIMIT
from ligzda.newsroom.views import own

MOST_LISTED = 50


@body_limit(64 * 1024)
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """Show authors their comment with its state, and let them act on it."""
    comment = get_object_or_404(Comment.objects.select_related("article"), pk=pk)
    if not own.is_mine(request, comment):
        raise Http404  # a stranger does not learn whether it exists
    return _act(request, comment)


@body_limit(64 * 1024)
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """Show the reader's comments; find a guest's, or a notice, by the secret code or a letter."""
    if "way" in request.GET and (told := guard.by_way(request.GET["way"])) is not None:
        return own.grant(request, redirect("newsroom:mine", pk=told.pk), told)
    form = ReceiptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = guard.receipt_hash(form.cleaned_data["code"])
        comment = Comment.objects.filter(receipt=found).first()
        if comment is not None:
            return own.grant(request, redirect("newsroom:mine", pk=comment.pk), comment)
        notice = Notice.objects.filter(receipt=found).first()
        if notice is not None:
            return render(request, "newsroom/notice_state.html", {"notice": notice})
        form.add_error("code", _("No comment and no notice has this code."))
    status = 422 if form.errors else 200
    rows = [(row, queries.state_words(row)) for row in own.mine(request)[:MOST_LISTED]]
    context = {"form": form, "rows": rows, "lost": "way" in request.GET and not form.is_bound}
    return render(request, "newsroom/receipt.html", context, status=status)


def _act(request: HttpRequest, comment: Comment) -> HttpResponse:
    forms = _Forms(comment)
    status = 200
    if request.method == "POST":
        forms.keep(request)
        try:
            if (done := _done(request, comment, forms)) is not None:
                return done
            if forms.done:
                comment = Comment.objects.select_related("article").get(pk=comment.pk)
                return _page(request, comment, forms)
        except actions.CommentRefusedError as refused:
            for sentences in refused.faults.values():
                for sentence in sentences:
                    forms.edit.add_error("text", sentence)
        except (WrongStateError, NotAllowedError, BadDataError) as wrong:
            if (sent := forms.sent(request)).is_bound:
                sent.add_error(None, str(wrong))
            else:  # a button alone, from a page that is no longer true
                messages.error(request, str(wrong))
        status = 422
        comment.refresh_from_db()
    return _page(request, comment, forms, status)


def _page(
    request: HttpRequest, comment: Comment, forms: "_Forms", status: int = 200
) -> HttpResponse:
    last = comment.transitions.filter(step__in=RESTRICTIONS).order_by("-pk").first()
    restricted = bool(comment.ground)
    context = {
        "comment": comment,
        "state": queries.state_words(comment),
        "edit": forms.edit,
        "appeal_form": forms.appeal,
        "objection_form": forms.objection,
        "limit": LIMIT,
        "may_edit": may(rules.check_edit, comment=comment, mine=True),
        "may_withdraw": may(rules.check_withdraw, comment=comment, mine=True),
        "undo_until": _undo_until(comment),
        "may_erase": may(rules.check_erase_own, comment=comment, mine=True),
        "may_appeal": may(rules.check_appeal, comment=comment, mine=True),
        "done": forms.done,
        "appealed": getattr(comment, "appeal", None),
        "statement": queries.statement(last) if last and restricted else None,
        "bans": [
            (row, queries.ban_statement(row), may(rules.check_object, ban=row, mine=True))
            for row in comment.bans.select_related("article").order_by("-pk")
        ],
    }
    return render(request, "newsroom/mine.html", context, status=status)


def _undo_until(comment: Comment) -> datetime.datetime | None:
    """Return until when the withdrawal can be undone, where it can."""
    if not may(rules.check_undo_withdrawal, comment=comment, mine=True):
        return None
    withdrawn = rules.withdrawal(comment)
    return rules.undoable_until(withdrawn) if withdrawn else None


class _Forms:
    """The forms of the page, as they stand before anything is sent."""

    def __init__(self, comment: Comment) -> None:
        self.edit = EditForm(initial={"text": comment.text})
        self.appeal = AppealForm()
        self.objection = ObjectionForm(prefix="ban")
        self.done = ""
        """What was done, where the page stays for the sake of a text beside it."""

    def keep(self, request: HttpRequest) -> None:
        """Keep what stands in the box that was not sent: the two share a form."""
        if "object" in request.POST:
            self.appeal = AppealForm(initial={"text": request.POST.get("text", "")})
        elif "appeal" in request.POST:
            text = request.POST.get("ban-text", "")
            self.objection = ObjectionForm(prefix="ban", initial={"text": text})

    def sent(self, request: HttpRequest) -> Form:
        """Return the form that was sent, by its button."""
        if "appeal" in request.POST:
            return self.appeal
        return self.objection if "object" in request.POST else self.edit


def _done(request: HttpRequest, comment: Comment, forms: _Forms) -> HttpResponse | None:
    """Do what the author asked for; return where to go then, or None for a form to mend."""
    user = own.account(request)
    beside = ""
    if "withdraw" in request.POST:
        if page := check_answers(
            request,
            _("Withdraw your comment?"),
            [(_("Comment"), comment.text)],
            button=_("Withdraw the comment"),
            warning=_(
                "It leaves the page at once; answers to it stay. You can undo this for ten minutes."
            ),
            back=reverse("newsroom:mine", args=[comment.pk]),
        ):
            return page
        actions.withdraw(comment=comment, mine=True, by=user)
    elif "return" in request.POST:
        actions.undo_withdrawal(comment=comment, mine=True, by=user)
        messages.success(request, _("The comment is back where it was."))
    elif "erase" in request.POST:
        return _erased(request, comment)
    elif "object" in request.POST:
        forms.objection = ObjectionForm(request.POST, prefix="ban")
        row = get_object_or_404(comment.bans, pk=number(request.POST["object"]))
        if not forms.objection.is_valid():
            return None
        text = forms.objection.cleaned_data["text"]
        actions.object_to_ban(row=row, mine=True, text=text)
        beside, forms.done = request.POST.get("text", ""), _("Your objection was received.")
    elif "appeal" in request.POST:
        forms.appeal = AppealForm(request.POST)
        if not forms.appeal.is_valid():
            return None
        text = forms.appeal.cleaned_data["text"]
        actions.appeal(comment=comment, mine=True, by=user, text=text)
        beside, forms.done = request.POST.get("ban-text", ""), _("Your appeal was received.")
    else:
        forms.edit = EditForm(request.POST)
        if guard.too_often(request):
            forms.edit.add_error(None, refusals.too_often())
        if not forms.edit.is_valid():
            return None
        actions.edit(comment=comment, mine=True, by=user, text=forms.edit.cleaned_data["text"])
        return redirect(f"{comment.article.get_absolute_url()}#comment-{comment.pk}")
    # A text in the other box stays: the page answers, where it would lead on.
    return None if beside.strip() else redirect("newsroom:mine", pk=comment.pk)


def _erased(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Ask, erase, and say what is gone: afterwards no code leads here any more."""
    held = [(_("Comment"), comment.text), (_("Name"), comment.name), (_("E-mail"), comment.email)]
    held = [(what, kept) for what, kept in held if kept]
    if page := check_answers(
        request,
        _("Erase it now?"),
        held,
        button=_("Erase it now"),
        warning=_("It cannot be brought back, the receipt code ends, and no appeal is possible."),
        back=reverse("newsroom:mine", args=[comment.pk]),
    ):
        return page
    actions.erase_own(comment=comment, mine=True)
    context = {"article": comment.article, "erased": [what for what, _kept in held]}
    return render(request, "newsroom/erased.html", context)
