"""Addresses of applications: the public's, and those of who decides."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.applications import line_views, public_views, views

PUBLIC = [
    path(pgettext_lazy("address", "apply/"), public_views.apply, name="apply"),
    path(
        pgettext_lazy("address", "apply/question/<slug:slug>/"),
        public_views.apply_step,
        name="apply_step",
    ),
    path(pgettext_lazy("address", "apply/check/"), public_views.apply_check, name="apply_check"),
    path(pgettext_lazy("address", "apply/mine/"), public_views.apply_mine, name="apply_mine"),
    path(pgettext_lazy("address", "apply/forget/"), public_views.apply_forget, name="apply_forget"),
    path(
        pgettext_lazy("address", "apply/return/<str:token>/"),
        public_views.apply_return,
        name="apply_return",
    ),
    path(
        pgettext_lazy("address", "target-groups/"),
        public_views.target_groups,
        name="target_groups",
    ),
]
STAFF = [
    path(pgettext_lazy("address", "applications/"), views.applications, name="applications"),
    path(
        pgettext_lazy("address", "applications/new/"),
        views.application_new,
        name="application_new",
    ),
    path(pgettext_lazy("address", "applications/<int:pk>/"), views.application, name="application"),
    path(
        pgettext_lazy("address", "applications/<int:pk>/decision/"),
        views.application_decision,
        name="application_decision",
    ),
    path(
        pgettext_lazy("address", "applications/<int:pk>/appeal/"),
        views.application_appeal,
        name="application_appeal",
    ),
    path(
        pgettext_lazy("address", "applications/<int:pk>/letter/"),
        views.application_letter,
        name="application_letter",
    ),
    path(pgettext_lazy("address", "line/"), line_views.line, name="line"),
    path(pgettext_lazy("address", "line/<int:pk>/offer/"), line_views.offer, name="offer"),
    path(
        pgettext_lazy("address", "line/<int:pk>/answer/"),
        line_views.line_answer,
        name="line_answer",
    ),
]
urlpatterns = [*PUBLIC, *STAFF]
