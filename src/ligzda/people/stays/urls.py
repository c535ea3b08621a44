"""Addresses of stays."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.stays import transfer_views, views

urlpatterns = [
    path(pgettext_lazy("address", "<int:pk>/stays/new/"), views.stay_new, name="stay_new"),
    path(pgettext_lazy("address", "stays/<int:pk>/end/"), views.stay_end, name="stay_end"),
    path(
        pgettext_lazy("address", "stays/<int:pk>/contract/<str:language>/"),
        views.contract,
        name="contract",
    ),
    path(pgettext_lazy("address", "stays/<int:pk>/absences/"), views.absences, name="absences"),
    path(pgettext_lazy("address", "absences/<int:pk>/"), views.absence, name="absence"),
    path(
        pgettext_lazy("address", "stays/<int:pk>/transfer/"),
        transfer_views.transfer_ask,
        name="transfer_ask",
    ),
    path(pgettext_lazy("address", "transfers/<int:pk>/"), transfer_views.transfer, name="transfer"),
    path(pgettext_lazy("address", "here/<slug:slug>/"), views.here, name="here"),
    path(
        pgettext_lazy("address", "here/<slug:slug>/absences/"),
        views.absences_of_several,
        name="absences_of_several",
    ),
]
