"""Addresses of the administrator's desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.server.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.overview, name="overview"),
    path(_("jobs/<int:pk>/try-again/"), views.try_again, name="try_again"),
    path(_("people/"), views.everybody, name="people"),
    path(_("people/<int:pk>/"), views.person, name="person"),
    path(_("people/<int:pk>/invite-again/"), views.invite_again, name="invite_again"),
    path(_("people/<int:pk>/erase/"), views.erase, name="erase"),
    path(_("people/<int:pk>/offboard/"), views.offboard, name="offboard"),
    path(_("roles/<int:pk>/end/"), views.end_role, name="end_role"),
    path(_("partners/"), views.partners, name="partners"),
    path(_("audit-trail/"), views.audit, name="audit"),
]
