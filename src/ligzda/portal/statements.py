"""Statements to the public: accessibility, privacy, and the main things in easy language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ligzda.portal.privacy import COOKIES, purposes


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what works for everyone, what does not yet, and how it was looked at."""
    return render(request, "portal/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept of people, purpose by purpose."""
    context = {
        "purposes": purposes(),
        "cookies": COOKIES,
        "controller": settings.CONTROLLER,
        "contact": settings.CONTACT,
    }
    return render(request, "portal/privacy.html", context)


@require_safe
def easy(request: HttpRequest) -> HttpResponse:
    """Say the main things in short sentences."""
    return render(request, "portal/easy.html")
