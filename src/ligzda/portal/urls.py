"""The portal's addresses, in both languages; docs/pages.md lists them."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.portal import evaluation_views, searching, sitemap, statements, views
from ligzda.portal.opendata import views as opendata

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path(_("municipalities/"), views.municipalities, name="municipalities"),
    path(_("municipalities/<slug:slug>/"), views.municipality, name="municipality"),
    path(_("models/"), views.models, name="models"),
    path(_("models/<slug:slug>/"), views.model, name="model"),
    path(_("rules/"), views.rules, name="rules"),
    path(_("practices/"), views.practices, name="practices"),
    path(_("practices/<slug:slug>/"), views.practice, name="practice"),
    path(_("partners/"), views.partners, name="partners"),
    path(_("partners/<slug:slug>/"), views.partner, name="partner"),
    path(_("evaluations/"), evaluation_views.evaluations, name="evaluations"),
    path(_("evaluations/<slug:slug>/"), evaluation_views.evaluation, name="evaluation"),
    path(
        _("evaluations/<slug:slug>/<str:name>"),
        evaluation_views.evaluation_file,
        name="evaluation_file",
    ),
    path(_("open-data/"), opendata.open_data, name="open_data"),
    path(_("open-data/api/"), opendata.api_page, name="api"),
    path(_("open-data/<slug:slug>/"), opendata.open_data_set, name="open_data_set"),
    path(_("accessibility/"), statements.accessibility, name="accessibility"),
    path(_("privacy/"), statements.privacy, name="privacy"),
    path(_("easy-to-read/"), statements.easy, name="easy"),
    path(_("about/"), views.about, name="about"),
    path(_("search/"), searching.search, name="search"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path(_("my-place/"), views.my_place, name="my_place"),
]
