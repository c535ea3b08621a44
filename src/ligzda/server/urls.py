"""Every address of the house: Latvian without a prefix, English under /en/.

What the rooms have stands in their manifests; here is only what belongs to none of them.
"""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import rooms
from ligzda.server import openid_views
from ligzda.server.undo import undo
from ligzda.server.unsaved import keep
from ligzda.server.unsent import unsent
from ligzda.server.views import health, ready, robots


def _addresses(*, in_languages: bool) -> list[URLResolver]:
    # Rooms with a prefix first: the others have addresses of their own at the top.
    found = [row for room in rooms() for row in room.addresses if row.in_languages is in_languages]
    return [
        path(row.prefix, include(row.module))
        for row in sorted(found, key=lambda row: not str(row.prefix))
    ]


urlpatterns = [
    path("health", health, name="health"),
    path("ready", ready, name="ready"),
    # One address, as the provider has to know it, whatever the language.
    path("openid/<str:provider_id>/", openid_views.back, name="openid_connect_callback"),
    path("robots.txt", robots, name="robots"),
    *_addresses(in_languages=False),
    *i18n_patterns(
        path(_("account/"), include("ligzda.server.accounts")),
        path(_("continue/"), unsent, name="unsent"),
        path(_("keep/"), keep, name="unsaved"),
        path(_("undo/<int:number>/"), undo, name="undo"),
        path(_("desk/"), include("ligzda.server.desk.urls")),
        *_addresses(in_languages=True),
        prefix_default_language=False,
    ),
]

handler404 = "ligzda.server.views.not_found"
handler403 = "ligzda.server.views.forbidden"
handler500 = "ligzda.server.views.server_error"
