"""Pages of calendars, and the calendars themselves."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ligzda.incubators.feeds import actions, queries
from ligzda.incubators.feeds.rules import check_have_feed
from ligzda.incubators.places.queries import incubator_of, incubators_of
from ligzda.kernel.errors import NotAllowedError
from ligzda.kernel.hashing import sha256
from ligzda.kernel.often import too_often
from ligzda.network.rules import signed_in

_MOST_A_MINUTE = 60
"""Of one network; programs ask every quarter of an hour, and a town hall has one address."""


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a calendar to whoever has its address, as long as its owner may see what is in it."""
    if too_often(request, "calendar", _MOST_A_MINUTE):
        return _plain(_("Too many requests. Please come back in a minute."), 429)
    try:
        content = queries.content(queries.feed_of(token))
    except NotAllowedError:
        return _plain(_("Its owner works here no longer: remove this calendar."), 403)
    etag = quote_etag(sha256(content))
    answer = get_conditional_response(request, etag=etag) or HttpResponse(
        content, content_type="text/calendar; charset=utf-8"
    )
    answer["ETag"] = etag
    patch_cache_control(answer, private=True, no_cache=True)
    return answer


@login_required
def feeds(request: HttpRequest) -> HttpResponse:
    """Show which calendars somebody has given out; make one, or renew it."""
    by = signed_in(request.user)
    check_have_feed(by=by, incubator=None)
    places = incubators_of(by)
    context: dict[str, object] = {}
    if request.method == "POST":
        slug = request.POST.get("incubator", "")
        made, token = actions.make_feed(by=by, incubator=incubator_of(by, slug) if slug else None)
        path = reverse("incubators:feed", args=[token])
        context = {
            "made": queries.name_of(made),
            "address": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
        }
    given = {row.incubator_id: row for row in queries.feeds_of(by)}
    wanted = [(None, _("My bookings")), *((place, str(place)) for place in places)]
    context["rows"] = [
        (place.slug if place else "", name, given.get(place.pk if place else None))
        for place, name in wanted
    ]
    return render(request, "incubators/feeds.html", context)


@login_required
@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer under an address no more."""
    by = signed_in(request.user)
    actions.revoke_feed(by=by, feed=queries.own_feed(by, pk))
    messages.success(request, _("The calendar is revoked: its address answers no more."))
    return redirect("incubators:feeds")


def _plain(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
