"""The door of advice: what answers stands on the engine of decisions, for which no start waits."""

from django.http import HttpRequest, HttpResponse


def advice(request: HttpRequest) -> HttpResponse:
    """Answer a municipality that was not in the trial (`views.advice`)."""
    from ligzda.methodology.advice import views

    return views.advice(request)
