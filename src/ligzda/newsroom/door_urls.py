"""Addresses that are the same in every language: the editors' side, and what Wagtail has drawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.generic import RedirectView

from ligzda.newsroom.article_images import article_image


def sign_out(request: HttpRequest) -> HttpResponse:
    """Hand Wagtail's button to the one page that signs out, as the POST that it is."""
    return redirect("account_logout", preserve_request=True)


def reset_password(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Hand on to the one page that replaces a password."""
    return redirect("account_reset_password")


def no_such_page(request: HttpRequest) -> HttpResponse:
    """Answer 404."""
    raise Http404


# Wagtail signs in, out and resets passwords by Django's own views, without second step or limit.
# The house has one door: these addresses lead to it (ADR 0067).
urlpatterns = [
    path("media/images/<path:path>", article_image),
    path(
        "redakcija/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
    ),
    path("redakcija/logout/", sign_out),
    path("redakcija/password_reset/", reset_password),
    path("redakcija/password_reset/<path:rest>", reset_password),
    path("redakcija/failwhale/", no_such_page),  # Wagtail's page that fails, for its makers
    path("redakcija/", include("wagtail.admin.urls")),
]
