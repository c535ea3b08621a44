"""Addresses of the practice library and the model workshop."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.blueprints import library_views, views

app_name = "blueprints"
urlpatterns = [
    path(_("practices/"), library_views.library, name="library"),
    path(_("practices/new/"), library_views.practice_new, name="practice_new"),
    path(_("practices/import/"), library_views.library_import, name="library_import"),
    path(_("practices/export/<str:kind>/"), library_views.library_export, name="library_export"),
    path(_("practices/<slug:slug>/"), library_views.practice_edit, name="practice_edit"),
    path(_("practices/<slug:slug>/remove/"), library_views.practice_remove, name="practice_remove"),
    path(_("factors/"), library_views.factors, name="factors"),
    path(_("models/"), views.workshop, name="workshop"),
    path(_("models/<str:code>/begin/"), views.version_begin, name="version_begin"),
    path(_("models/<str:code>/"), views.version_edit, name="version"),
    path(_("models/<str:code>/finish/"), views.version_finish, name="version_finish"),
    path(_("checks/"), views.check, name="checks"),
    path(_("proposals/"), views.proposals, name="proposals"),
]
