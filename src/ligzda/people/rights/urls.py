"""Addresses of a person's rights: of requests in general, and under a person's number."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.rights import log_views, views

urlpatterns = [
    path(pgettext_lazy("address", "data-rights/"), views.rights, name="rights"),
    path(pgettext_lazy("address", "data-rights/<int:pk>/"), views.request, name="request"),
    path(pgettext_lazy("address", "who-looked/"), log_views.readings, name="readings"),
    path(pgettext_lazy("address", "time-to-erase/"), log_views.calendar, name="retention"),
    path(pgettext_lazy("address", "must-stay/"), views.holds, name="holds"),
    path(pgettext_lazy("address", "must-stay/<int:pk>/end/"), views.hold_end, name="hold_end"),
    path(pgettext_lazy("address", "<int:pk>/request/"), views.request_new, name="request_new"),
    path(pgettext_lazy("address", "<int:pk>/lift-restriction/"), views.lift, name="lift"),
    path(pgettext_lazy("address", "<int:pk>/everything.zip"), views.archive, name="archive"),
    path(pgettext_lazy("address", "<int:pk>/consents/"), views.consents_page, name="consents"),
    path(
        pgettext_lazy("address", "<int:pk>/representatives/"),
        views.representatives,
        name="representatives",
    ),
]
