"""Addresses of follow-ups."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.followups import views

urlpatterns = [
    path(pgettext_lazy("address", "follow-ups/"), views.follow_ups, name="follow_ups"),
    path(
        pgettext_lazy("address", "follow-ups/<slug:slug>/attempts/"),
        views.attempts_of_several,
        name="attempts_of_several",
    ),
    path(
        pgettext_lazy("address", "stays/<int:pk>/follow-ups/<str:wave>/"),
        views.follow_up,
        name="follow_up",
    ),
    path(
        pgettext_lazy("address", "stays/<int:pk>/follow-ups/<str:wave>/give-up/"),
        views.give_up,
        name="follow_up_give_up",
    ),
    path(
        pgettext_lazy("address", "stays/<int:pk>/follow-ups/<str:wave>/try-again/"),
        views.try_again,
        name="follow_up_try_again",
    ),
    path(pgettext_lazy("address", "<int:pk>/contacts/"), views.contacts, name="contacts"),
    path(
        pgettext_lazy("address", "<int:pk>/contacts/<int:contact>/withdraw/"),
        views.withdraw,
        name="contact_withdraw",
    ),
]
