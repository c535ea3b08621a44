"""The tray: what waits, sifted, and the obvious decided in the list."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ligzda.kernel.errors import BadDataError, NotAllowedError, WrongStateError
from ligzda.newsroom import queries
from ligzda.newsroom.forms import DecisionForm
from ligzda.newsroom.models import Comment, Transition
from ligzda.newsroom.queries.queue import AGES, LENGTH, Sieve, Which, reasons
from ligzda.newsroom.states import State, Step
from ligzda.newsroom.views.moderation import USUAL_LABELS, decide, moderator, number_or_0

if TYPE_CHECKING:
    from ligzda.network.models import User


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tray(request: HttpRequest) -> HttpResponse:
    """Show what waits, or what is shown and nobody has looked at; decide about the obvious."""
    by = moderator(request)
    if request.method == "POST":
        return _decide_many(request, by)
    which: Which = "unseen" if request.GET.get("which") == "unseen" else "waiting"
    undoable = Transition.objects.filter(pk=number_or_0(request.GET.get("done"))).first()
    context = {
        "tray": queries.tray(which, Sieve.read(request.GET)),
        "reasons": reasons() if which == "waiting" else [],
        "ages": AGES,
        "usual": [(ground, USUAL_LABELS[ground]) for ground in USUAL_LABELS],
        "undoable": undoable,
        "objections": queries.objections().count(),
    }
    return render(request, "newsroom/tray.html", context)


def _decide_many(request: HttpRequest, by: "User") -> HttpResponse:
    """Decide alike about every comment that was ticked, each as it was seen; say how it went."""
    # One of them by its own button, or all that are ticked.
    sent = request.POST.get("one", "") or request.POST.get("all", "")
    chosen, _sep, verdict = sent.rpartition("=")
    picks = [chosen] if chosen else request.POST.getlist("pick")
    done: list[Transition] = []
    for pick in picks[:LENGTH]:
        pk, _dot, version = pick.partition(".")
        comment = Comment.objects.filter(pk=number_or_0(pk)).first()
        given = {"version": version, "usual": "" if verdict == "keep" else verdict}
        if comment is not None and verdict == "keep":
            given["step"] = Step.RELEASE if comment.state == State.HELD else Step.KEEP
        form = DecisionForm(given)
        if comment is None or not form.is_valid():
            continue
        try:
            done.append(decide(by, comment, form))
        except (WrongStateError, NotAllowedError, BadDataError) as wrong:
            messages.error(request, f"#{comment.pk}: {wrong}")
    if not picks:
        messages.error(request, _("Tick the comments that you decide about."))
    elif len(done) > 1:
        messages.success(request, _("Decided: %(number)d.") % {"number": len(done)})
    query = QueryDict(mutable=True)
    query.update({name: request.GET[name] for name in ("which", "reason", "article", "days")
                  if name in request.GET})  # fmt: skip
    if len(done) == 1:
        query["done"] = str(done[0].pk)
    return redirect(f"{reverse('newsroom:tray')}?{query.urlencode()}")
