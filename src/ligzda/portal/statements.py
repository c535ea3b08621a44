"""Statements to the public: accessibility, privacy, and the main things in easy language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from ligzda.languages import DEFAULT
from ligzda.portal.privacy import COOKIES, purposes


def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what works for everyone, what does not yet, and how it was looked at."""
    return render(request, "portal/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept of people, purpose by purpose."""
    context = {"purposes": purposes(), "cookies": COOKIES}
    return render(request, "portal/privacy.html", context)


def easy(request: HttpRequest) -> HttpResponse:
    """Say the main things in short sentences."""
    return render(request, "portal/easy.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what to leave alone, and where the news is listed."""
    with override(DEFAULT):
        closed = [reverse("newsroom:tray"), reverse("newsroom:receipt"), reverse("portal:my_place")]
        sitemap = request.build_absolute_uri(reverse("newsroom:sitemap"))
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ("/redakcija/", *closed))]
    return HttpResponse("\n".join([*lines, f"Sitemap: {sitemap}", ""]), content_type="text/plain")
