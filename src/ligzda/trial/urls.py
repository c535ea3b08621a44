"""Addresses of the trial."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.trial import views
from ligzda.trial.running_views import deviations, fidelity, flow, timeline

app_name = "trial"
urlpatterns = [
    path("", views.overview, name="overview"),
    path(_("protocol/"), views.protocol, name="protocol"),
    path(_("protocol/<str:number>/"), views.protocol_version, name="version"),
    path(_("protocol/<str:number>/edit/"), views.protocol_edit, name="edit"),
    path(_("protocol/<str:number>/register/"), views.protocol_register, name="register"),
    path(_("protocol/<str:number>/next/"), views.protocol_next, name="next"),
    path("protocol/<str:number>/plan.toml", views.protocol_plan, name="plan"),
    path(_("power/"), views.power, name="power"),
    path(_("power/<str:key>/"), views.power_answer, name="power_answer"),
    path(_("assignment/"), views.assignment, name="assignment"),
    path(_("assignment/reveal/"), views.reveal, name="reveal"),
    path(_("deviations/"), deviations, name="deviations"),
    path(_("fidelity/"), fidelity, name="fidelity"),
    path(_("flow/"), flow, name="flow"),
    path(_("timeline/"), timeline, name="timeline"),
]
