"""Statements to the public: accessibility, privacy, and the main things in easy language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

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
