"""Statements to the public: accessibility, privacy, and the main things in easy language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ligzda.portal.privacy import purposes


def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what works for everyone, what does not yet, and how it was looked at."""
    return render(request, "portal/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept of people, purpose by purpose."""
    return render(request, "portal/privacy.html", {"purposes": purposes()})


def easy(request: HttpRequest) -> HttpResponse:
    """Say the main things in short sentences."""
    return render(request, "portal/easy.html")
