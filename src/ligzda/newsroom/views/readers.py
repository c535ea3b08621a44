"""What readers do besides writing: read the rules and figures, report, give notice."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import BadDataError, WrongStateError
from ligzda.languages import spoken
from ligzda.newsroom import actions, guard, queries
from ligzda.newsroom.forms import NoticeForm, ReportForm
from ligzda.newsroom.models import Comment
from ligzda.newsroom.queries.figures import years
from ligzda.newsroom.states import GONE, PUBLIC, State
from ligzda.newsroom.views import own

_KNOWN = (*PUBLIC, *GONE, State.WITHDRAWN)
"""What readers may have seen; held and rejected comments are nobody's business."""


@require_safe
def rules_page(request: HttpRequest) -> HttpResponse:
    """Show the rules and how they are kept (Regulation (EU) 2022/2065, Art. 14)."""
    return render(request, "newsroom/rules.html")


@require_safe
def figures_page(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """Show a year of moderation in figures."""
    known = years()
    year = year or known[0]
    if year not in (*known, timezone.localdate().year):
        raise Http404
    return render(
        request,
        "newsroom/figures.html",
        {"figures": queries.figures(year), "years": known},
    )


@require_safe
def permalink(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to a comment in its place."""
    comment = _known(pk)
    if comment.state not in PUBLIC:
        return _gone(request, comment)
    return redirect(f"{comment.article.get_absolute_url()}#comment-{pk}")


@body_limit(16 * 1024)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Report a broken rule."""
    comment = _known(pk)
    if comment.state not in PUBLIC:
        return _gone(request, comment)
    form = ReportForm(request.POST or None)
    done, status = False, 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.report(
                comment=comment,
                by=own.account(request),
                origin=guard.origin(request),
                ground=form.cleaned_data["ground"],
                note=form.cleaned_data["note"],
            )
            done = True
        except WrongStateError as wrong:
            comment = _known(pk)
            if comment.state not in PUBLIC:  # it went while the form was open
                return _gone(request, comment)
            form.add_error(None, str(wrong))
    if form.errors:
        status = 422
    context = {"comment": comment, "form": form, "done": done}
    return render(request, "newsroom/report.html", context, status=status)


@body_limit(64 * 1024)
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Give notice of illegal content (Art. 16); confirm it with a number and a code."""
    comment = _known(pk)
    if comment.state not in PUBLIC:
        return _gone(request, comment)
    form = NoticeForm(request.POST or None)
    context = {"comment": comment, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            context["notice"], context["code"] = actions.give_notice(
                comment=comment,
                by=own.account(request),
                origin=guard.origin(request),
                language=spoken(get_language()),
                **form.cleaned_data,
            )
        except (WrongStateError, BadDataError) as wrong:
            comment = _known(pk)
            if comment.state not in PUBLIC:
                return _gone(request, comment)
            form.add_error(None, str(wrong))
    return render(request, "newsroom/notice.html", context, status=422 if form.errors else 200)


def _known(pk: int) -> Comment:
    """Return a comment that readers have seen; who was never shown one does not learn of it."""
    comment = get_object_or_404(
        Comment.objects.select_related("article"), pk=pk, state__in=_KNOWN, article__live=True
    )
    if comment.state not in PUBLIC and not queries.ever_shown([pk]):
        raise Http404
    return comment


def _gone(request: HttpRequest, comment: Comment) -> HttpResponse:
    """Say of a comment that left the page what its thread says, and give back what was typed."""
    context = {
        "article": comment.article,
        "why": queries.why_gone(comment.state, comment.ground),
        "typed": request.POST.get("explanation") or request.POST.get("note"),
    }
    return render(request, "newsroom/gone.html", context, status=410)
