"""Pages of the methodology."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def living(request: HttpRequest) -> HttpResponse:
    """Show what is recommended today."""
    return render(request, "methodology/living.html", {})
