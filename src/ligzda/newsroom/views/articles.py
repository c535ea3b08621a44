"""The list of news, and an article with its comments."""

import uuid
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ligzda.kernel.body_limit import body_limit
from ligzda.kernel.errors import WrongStateError
from ligzda.kernel.obstacle import may
from ligzda.languages import spoken
from ligzda.newsroom import guard, queries, refusals, rules
from ligzda.newsroom.actions import CommentRefusedError, post
from ligzda.newsroom.forms import CommentForm
from ligzda.newsroom.models import Article, Comment, Discussion
from ligzda.newsroom.queries.articles import edition_name, units
from ligzda.newsroom.queries.threads import Order
from ligzda.newsroom.sharing import links, news_article
from ligzda.newsroom.text import LIMIT
from ligzda.newsroom.thread import Reader, thread
from ligzda.newsroom.views import own


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List articles by edition, topic, month and words."""
    page = queries.listed(queries.Place.read(request.GET))
    return render(
        request,
        "newsroom/list.html",
        {"page": page, "banner": queries.banner_for([page.place.edition])},
    )


@body_limit(64 * 1024)
@require_http_methods(["GET", "HEAD", "POST"])
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an article and its comments; take a comment."""
    if request.method == "POST":
        return _take(request, slug)
    rows = Article.objects.select_related("picture", "discussion").prefetch_related("topics")
    found = get_object_or_404(rows, slug=slug, live=True)
    number = str(uuid.uuid4())
    answer = request.GET.get("answer", "")
    form = CommentForm(initial={"number": number, "answer": answer if answer.isdigit() else None})
    response = _show(request, found, form)
    if request.GET.get("receipt") == "kept":
        own.forget_receipt(response)
    return response


def _take(request: HttpRequest, slug: str) -> HttpResponse:
    # What a refusal has to show of the article is fetched when there is one.
    rows = Article.objects.select_related("discussion").only("slug", "live", "discussion__mode")
    found = get_object_or_404(rows, slug=slug, live=True)
    form = CommentForm(request.POST)
    if guard.too_often(request):
        form.add_error(None, refusals.too_often())
        return _show(request, found, form, status=429)
    if not form.is_valid():
        return _show(request, found, form, status=422)
    given = form.cleaned_data
    parent = None
    try:
        if given["website"]:
            sentence = _("A field that must stay empty was filled in. Empty it and send again.")
            raise CommentRefusedError({"website": [sentence]})
        if given["answer"]:
            parent = Comment.objects.filter(pk=given["answer"], article=found).first()
            if parent is None:
                raise WrongStateError(str(rules.ANSWERED_GONE))
        puzzle = guard.solved(given["solution"])
        posted = post(
            article=found,
            parent=parent,
            writer=own.writer(request, name=given["name"], email=given["email"]),
            text=given["text"],
            language=spoken(get_language()),
            token=guard.form_number(puzzle, given["number"]),
            worked=bool(puzzle),
        )
    except CommentRefusedError as refused:
        for name, sentences in refused.faults.items():
            for sentence in sentences:
                form.add_error(name or None, sentence)
        return _show(request, found, form, status=422)
    except WrongStateError as wrong:
        form.add_error("text", str(wrong))
        return _show(request, found, form, status=409)
    query = str(queries.Place.read(request.GET))
    response = redirect(
        f"{found.get_absolute_url()}{'?' + query if query else ''}#comment-{posted.comment.pk}"
    )
    if posted.receipt:
        own.remember(request, response, posted.comment, posted.receipt)
    return response


def _show(
    request: HttpRequest, found: Article, form: CommentForm, status: int = 200
) -> HttpResponse:
    place = queries.Place.read(request.GET)
    user = own.account(request)
    order: Order = "newest" if request.GET.get("sort") == "newest" else "oldest"
    lines, shown = queries.lines(
        found, order=order, mine=own.owned(request), user=user.pk if user else None
    )
    municipalities = list(found.municipalities.prefetch_related(units()))
    answer = form["answer"].value()
    receipt = None if request.GET.get("receipt") == "kept" else own.receipt_to_show(request)
    if receipt and receipt[0] not in {line.pk for line in lines}:
        receipt = None  # it belongs to a comment on another article
    mode = rules.mode(found)
    moderates = user is not None and may(rules.check_moderate, by=user)
    context: dict[str, Any] = {
        "article": found,
        "editions": [(each.slug, edition_name(each)) for each in municipalities],
        "place": place,
        "back": reverse("newsroom:news") + (f"?{place}" if str(place) else "") + f"#{found.slug}",
        "lines": lines,
        "shown": shown,
        "order": order,
        "form": form,
        "limit": LIMIT,
        "challenge": "" if user else guard.challenge(),
        "moderates": moderates,
        "answering": next(
            (line for line in lines if line.answerable and str(line.pk) == str(answer)), None
        ),
        "closed": mode == Discussion.Mode.CLOSED,
        "reviewed": mode == Discussion.Mode.REVIEWED,
        "thread": thread(
            lines,
            Reader(
                answers=mode != Discussion.Mode.CLOSED,
                moderates=moderates,
                place=str(place),
                receipt=_note(receipt, str(place)) if receipt else None,
            ),
        ),
        "related": queries.neighbours(found),
        "banner": queries.banner_for(each.slug for each in municipalities),
        "share": links(request, found),
        "structured": news_article(request, found, shown),
    }
    return render(request, "newsroom/article.html", context, status=status)


def _note(receipt: tuple[int, str], place: str) -> tuple[int, str]:
    """Return the comment and the note with its code: to copy, to keep as a file, to close."""
    pk, code = receipt
    words = _("Receipt code of comment %(number)s on Ligzda: %(code)s") % {
        "number": pk,
        "code": code,
    }
    context = {"pk": pk, "code": code, "place": place, "file": quote(f"{words}\n")}
    return pk, render_to_string("newsroom/_receipt.html", context)
