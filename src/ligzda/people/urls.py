"""Addresses of the room of people."""

from django.urls import include, path
from django.utils.translation import pgettext_lazy

from ligzda.people import views
from ligzda.people.applications.urls import urlpatterns as applications
from ligzda.people.identity import views as identity
from ligzda.people.own import urls as own
from ligzda.people.rights import urls as rights

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path(pgettext_lazy("address", "new/"), views.person_new, name="person_new"),
    path(pgettext_lazy("address", "search/"), identity.search, name="search"),
    path(pgettext_lazy("address", "doubles/"), identity.doubles, name="doubles"),
    path(pgettext_lazy("address", "network/"), identity.ask, name="ask"),
    path("", include("ligzda.people.followups.urls")),
    path("", include("ligzda.people.outcomes.urls")),
    path("", include("ligzda.people.openrosa.urls")),
    path("", include("ligzda.people.lists.urls")),
    path("<int:pk>/", views.person, name="person"),
    path(
        pgettext_lazy("address", "<int:pk>/same-as/<int:into>/"), identity.compare, name="compare"
    ),
    path(pgettext_lazy("address", "<int:pk>/unmerge/"), identity.unmerge, name="unmerge"),
    path(pgettext_lazy("address", "<int:pk>/edit/"), views.person_edit, name="person_edit"),
    *applications,
    *own.urlpatterns,
    *rights.urlpatterns,
    path("", include("ligzda.people.stays.urls")),
    path("", include("ligzda.people.plans.urls")),
    path("", include("ligzda.people.support.urls")),
]
