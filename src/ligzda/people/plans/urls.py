"""Addresses of plans."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.people.plans import views

urlpatterns = [
    path(pgettext_lazy("address", "stays/<int:pk>/plan/"), views.plan_write, name="plan_write"),
    path(pgettext_lazy("address", "plans/<int:pk>/"), views.plan, name="plan"),
    path(
        pgettext_lazy("address", "plans/<int:pk>/approve/"),
        views.plan_approve,
        name="plan_approve",
    ),
    path(
        pgettext_lazy("address", "plans/<int:pk>/discard/"),
        views.plan_discard,
        name="plan_discard",
    ),
    path(pgettext_lazy("address", "steps/<int:pk>/"), views.step_mark, name="step_mark"),
]
