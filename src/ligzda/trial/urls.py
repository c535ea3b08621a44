"""Addresses of the trial."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.trial import draw_views, papers_views, power_views, views
from ligzda.trial.running_views import (
    assessed,
    deviations,
    fidelity,
    fidelity_export,
    flow,
    flow_take_back,
    timeline,
)

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
    path(_("protocol/<str:number>/documents/new/"), papers_views.document_add, name="document_add"),
    path(
        _("protocol/<str:number>/documents/<str:sha256>/"), papers_views.document, name="document"
    ),
    path(
        _("protocol/<str:number>/documents/<str:sha256>/remove/"),
        papers_views.document_remove,
        name="document_remove",
    ),
    path("protocol/<str:number>/plan.toml", views.protocol_plan, name="plan"),
    path(_("power/"), power_views.power, name="power"),
    path("power/<str:key>/answer.json", power_views.power_export, name="power_export"),
    path(_("power/<str:key>/"), power_views.power_answer, name="power_answer"),
    path(_("assignment/"), draw_views.assignment, name="assignment"),
    path(_("assignment/export/"), draw_views.assignment_export, name="assignment_export"),
    path(_("assignment/reveal/"), draw_views.reveal, name="reveal"),
    path(_("deviations/"), deviations, name="deviations"),
    path(_("fidelity/"), fidelity, name="fidelity"),
    path(_("fidelity/export/"), fidelity_export, name="fidelity_export"),
    path(_("fidelity/<slug:slug>/<str:quarter>/"), assessed, name="assessed"),
    path(_("incubators/<slug:slug>/"), papers_views.here, name="here"),
    path(_("flow/take-back/"), flow_take_back, name="flow_take_back"),
    path(_("flow/"), flow, name="flow"),
    path(_("timeline/"), timeline, name="timeline"),
]
