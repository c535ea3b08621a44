"""Addresses of the trial."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.trial import draw_views, power_views, views
from ligzda.trial.running_views import deviations, fidelity, flow, timeline

app_name = "trial"
urlpatterns = [
    path("", views.overview, name="overview"),
    path(_("protocol/"), views.protocol, name="protocol"),
    path(_("protocol/<str:number>/"), views.protocol_version, name="version"),
    path(_("protocol/<str:number>/edit/"), views.protocol_edit, name="edit"),
    path(_("protocol/<str:number>/register/"), views.protocol_register, name="register"),
    path(_("protocol/<str:number>/next/"), views.protocol_next, name="next"),
    path(_("protocol/<str:number>/finish/"), views.protocol_finish, name="finish"),
    path("protocol/<str:number>/registered.json", views.protocol_text, name="text"),
    path("protocol/<str:number>/plan.toml", views.protocol_plan, name="plan"),
    path(_("power/"), power_views.power, name="power"),
    path(_("power/<str:key>/"), power_views.power_answer, name="power_answer"),
    path(_("assignment/"), draw_views.assignment, name="assignment"),
    path(_("assignment/export/"), draw_views.assignment_export, name="assignment_export"),
    path(_("assignment/reveal/"), draw_views.reveal, name="reveal"),
    path(_("deviations/"), deviations, name="deviations"),
    path(_("fidelity/"), fidelity, name="fidelity"),
    path(_("flow/"), flow, name="flow"),
    path(_("timeline/"), timeline, name="timeline"),
]
