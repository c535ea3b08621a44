"""Every address of the house: Latvian without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from ligzda.newsroom.pictures import picture
from ligzda.portal.opendata.api import api, nothing
from ligzda.portal.statements import robots
from ligzda.server.views import health

urlpatterns = [
    path("health", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("media/images/<path:path>", picture),
    path("api/v1/", api.urls),
    path("api/v1/<path:rest>", nothing),
    path("data/", include("ligzda.portal.opendata.urls")),
    path("redakcija/", include("wagtail.admin.urls")),
    *i18n_patterns(
        path(_("account/"), include("ligzda.server.accounts")),
        path(_("workshop/"), include("ligzda.blueprints.urls")),
        path(_("trial/"), include("ligzda.trial.urls")),
        path("", include("ligzda.newsroom.urls")),
        path("", include("ligzda.portal.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "ligzda.server.views.not_found"
handler403 = "ligzda.server.views.forbidden"
handler500 = "ligzda.server.views.server_error"
