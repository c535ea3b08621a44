"""Whose comment is it? An account's, or a guest's whose browser keeps a signed cookie."""

import json
from typing import TYPE_CHECKING, Any, TypeVar

from django.core import signing
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from ligzda.newsroom import guard
from ligzda.newsroom.actions import Writer
from ligzda.newsroom.models import Comment
from ligzda.newsroom.rules import EDIT_MINUTES

if TYPE_CHECKING:
    from ligzda.network.models import User

OWN = "ligzda_own"
RECEIPT = "ligzda_receipt"
RECEIPT_SECONDS = 1800
"""The code is shown so long, unless its owner closes the note before."""
_SALT = "ligzda.newsroom.own"
_KEPT = 20
_Response = TypeVar("_Response", bound=HttpResponseBase)


def account(request: HttpRequest) -> "User | None":
    """Return the reader's account, if signed in."""
    return request.user if request.user.is_authenticated else None


def writer(request: HttpRequest, *, name: str = "", email: str = "") -> Writer:
    """Return who writes, with the pseudonyms of their network."""
    return Writer(
        user=account(request),
        name=name,
        email=email,
        origin=guard.origin(request),
        origins=guard.origins(request),
    )


def owned(request: HttpRequest) -> frozenset[int]:
    """Return the comments this browser wrote in the last minutes, without an account."""
    return frozenset(_read(request, OWN, EDIT_MINUTES * 60) or [])


def is_mine(request: HttpRequest, comment: Comment) -> bool:
    """Return whether the reader wrote the comment."""
    user = account(request)
    if comment.author_id is not None:
        return user is not None and comment.author_id == user.pk
    return comment.pk in owned(request)


def remember(request: HttpRequest, response: _Response, comment: Comment, code: str) -> _Response:
    """Give a guest's browser what it needs: to edit for a while, and to show the code."""
    ids = [*owned(request), comment.pk][-_KEPT:]
    _write(request, response, OWN, ids, EDIT_MINUTES * 60)
    _write(request, response, RECEIPT, [comment.pk, code], RECEIPT_SECONDS)
    return response


def grant(request: HttpRequest, response: _Response, comment: Comment) -> _Response:
    """Let a guest who showed the code act on their comment from this browser."""
    _write(request, response, OWN, [*owned(request), comment.pk][-_KEPT:], EDIT_MINUTES * 60)
    return response


def mine(request: HttpRequest) -> QuerySet[Comment]:
    """Return the reader's comments, the newest first: an account's, or those opened here."""
    user = account(request)
    own = Q(pk__in=owned(request), author=None)
    rows = Comment.objects.filter(own | Q(author=user) if user else own)
    return rows.select_related("article").order_by("-pk")


def receipt_to_show(request: HttpRequest) -> tuple[int, str] | None:
    """Return the comment and code of a guest who has just posted, until the note is closed."""
    kept = _read(request, RECEIPT, RECEIPT_SECONDS)
    return (int(kept[0]), str(kept[1])) if kept else None


def forget_receipt(response: HttpResponse) -> None:
    """Take the code from the browser when its owner has kept it."""
    response.delete_cookie(RECEIPT)


def _read(request: HttpRequest, name: str, age: int) -> list[Any] | None:
    try:
        raw = request.COOKIES[name]
        kept: list[Any] = json.loads(
            signing.TimestampSigner(salt=_SALT + name).unsign(raw, max_age=age)
        )
        return kept
    except (KeyError, signing.BadSignature, ValueError):
        return None


def _write(
    request: HttpRequest, response: HttpResponseBase, name: str, value: list[Any], age: int
) -> None:
    signed = signing.TimestampSigner(salt=_SALT + name).sign(json.dumps(value))
    response.set_cookie(
        name, signed, max_age=age, httponly=True, samesite="Lax", secure=request.is_secure()
    )
