"""What the house knows of the portal."""

from django.utils.translation import gettext_lazy as _

from ligzda.kernel.room import Addresses, Link, Room

ROOM = Room(
    name="portal",
    floor=10,
    question=_("what does a visitor see?"),
    middleware=("ligzda.portal.opendata.cors.OpenToAllMiddleware",),
    addresses=(
        Addresses("ligzda.portal.opendata.urls", in_languages=False),
        Addresses("ligzda.portal.urls"),
    ),
    navigation=(
        Link("portal:municipalities", _("Municipalities"), 10, frozenset({"portal:municipality"})),
        Link("portal:models", _("Models"), 20, frozenset({"portal:model", "portal:rules"})),
        Link("portal:practices", _("Practices"), 30, frozenset({"portal:practice"})),
        Link("portal:evaluations", _("Evaluations"), 50, frozenset({"portal:evaluation"})),
        Link("portal:partners", _("Partners"), 60, frozenset({"portal:partner"})),
        Link("portal:about", _("About"), 80),
    ),
    footer=(
        Link("portal:about", _("About Ligzda"), 5),
        Link("portal:easy", _("Easy to read"), 10),
        Link("portal:open_data", _("Open data"), 20),
        Link("portal:accessibility", _("Accessibility"), 30),
        Link("portal:privacy", _("Privacy"), 40),
    ),
    public_pages={"model": "portal:model", "practice": "portal:practice"},
    landing="portal:my_place",
    search="ligzda.portal.searching:pages",
    search_page="portal:search",
    work="ligzda.portal.work:my_work",
    statements="ligzda.portal.to_check:statements",
    sitemaps=("portal:sitemap",),
    unlisted=("portal:my_place", "portal:search"),
)
