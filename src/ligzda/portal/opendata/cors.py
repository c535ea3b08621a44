"""Pages of others may read the API: it is public, and sends and takes no cookie."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PREFIX = "/api/"


class OpenToAllMiddleware:
    """Allow reading the API from any page, errors included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the header to what the API answers."""
        response = self.get_response(request)
        if request.path.startswith(PREFIX):
            response["Access-Control-Allow-Origin"] = "*"
        return response
