"""What machines ask for: the issuer's keys, the list of the revoked."""

from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ligzda.training.awards import here, issuer
from ligzda.training.credentials import did_document, status_list
from ligzda.training.queries import pages_of_status, revoked_places


@require_safe
@cache_control(max_age=3600, public=True)
def did(_request: HttpRequest) -> JsonResponse:
    """Say by which keys the foundation signs."""
    return JsonResponse(did_document(issuer()), content_type="application/did+json")


@require_safe
@cache_control(max_age=300, public=True)
def revoked(request: HttpRequest, page: int) -> JsonResponse:
    """Say which certificates are revoked, signed today."""
    if not 1 <= page <= pages_of_status():
        raise Http404
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    signed = status_list(issuer(), here(request.path), revoked_places(page), now=today)
    return JsonResponse(signed, content_type="application/vc")
