"""The door of the package: it asks advice's queries, for which no start waits."""

from django.http import HttpRequest, HttpResponse


def municipal_package(request: HttpRequest) -> HttpResponse:
    """Fill papers for a municipality's case (`views.municipal_package`)."""
    from ligzda.methodology.package import views

    return views.municipal_package(request)
