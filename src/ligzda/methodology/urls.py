"""Addresses of the methodology."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.methodology import views
from ligzda.methodology.advice.door import advice

app_name = "methodology"
urlpatterns = [
    path("", views.living, name="living"),
    path(_("advice/"), advice, name="advice"),
    path(_("recommendations/new/"), views.write, name="write"),
    path(_("recommendations/<int:number>/"), views.recommendation, name="recommendation"),
    path(_("recommendations/<int:number>/edit/"), views.write, name="rewrite"),
    path(_("recommendations/<int:number>/publish/"), views.publish, name="publish"),
    path(_("editions/"), views.editions, name="editions"),
    path(_("editions.jsonl"), views.log, name="log"),
    path(_("editions/prepare/"), views.prepare, name="prepare"),
    path(_("editions/check/"), views.check, name="check"),
    path(_("editions/<int:number>/"), views.edition, name="edition"),
    path(_("editions/<int:number>/publish/"), views.publish_edition, name="publish_edition"),
    path(_("editions/<int:number>/<str:name>"), views.edition_file, name="edition_file"),
]
