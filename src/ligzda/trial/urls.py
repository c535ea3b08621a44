"""Addresses of the trial."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.trial import views
from ligzda.trial.assignment import views as assignment
from ligzda.trial.power import take_views
from ligzda.trial.power import views as power
from ligzda.trial.registry import deviation_views, document_views, edit_views, plan_views
from ligzda.trial.registry import views as registry
from ligzda.trial.running import adaptation_views
from ligzda.trial.running import views as running

app_name = "trial"
urlpatterns = [
    path("", views.overview, name="overview"),
    path(_("protocol/"), registry.protocol, name="protocol"),
    path(_("protocol/<str:number>/"), registry.protocol_version, name="version"),
    path(_("protocol/<str:number>/edit/"), edit_views.protocol_edit, name="edit"),
    path(_("protocol/<str:number>/plan/"), plan_views.plan_build, name="plan_build"),
    path(_("protocol/<str:number>/register/"), registry.protocol_register, name="register"),
    path(_("protocol/<str:number>/next/"), registry.protocol_next, name="next"),
    path(_("protocol/<str:number>/finish/"), registry.protocol_finish, name="finish"),
    path("protocol/<str:number>/registered.json", registry.protocol_text, name="text"),
    path(
        _("protocol/<str:number>/documents/new/"), document_views.document_add, name="document_add"
    ),
    path(
        _("protocol/<str:number>/documents/<str:sha256>/"), document_views.document, name="document"
    ),
    path(
        _("protocol/<str:number>/documents/<str:sha256>/remove/"),
        document_views.document_remove,
        name="document_remove",
    ),
    path("protocol/<str:number>/plan.toml", registry.protocol_plan, name="plan"),
    path(_("power/"), power.power, name="power"),
    path("power/<str:key>/answer.json", power.power_export, name="power_export"),
    path(_("power/<str:key>/"), power.power_answer, name="power_answer"),
    path(_("power/<str:key>/<int:design>/"), take_views.power_take, name="power_take"),
    path(_("assignment/"), assignment.assignment, name="assignment"),
    path(_("assignment/export/"), assignment.assignment_export, name="assignment_export"),
    path("assignment/<str:sha256>/problem.json", assignment.problem, name="problem"),
    path(_("assignment/reveal/"), assignment.reveal, name="reveal"),
    path(_("deviations/"), deviation_views.deviations, name="deviations"),
    path(_("fidelity/"), running.fidelity, name="fidelity"),
    path(_("fidelity/export/"), running.fidelity_export, name="fidelity_export"),
    path(_("fidelity/<slug:slug>/<str:quarter>/"), running.assessed, name="assessed"),
    path(_("incubators/<slug:slug>/"), adaptation_views.here, name="here"),
    path(_("flow/take-back/"), running.flow_take_back, name="flow_take_back"),
    path(_("flow/"), running.flow, name="flow"),
    path(_("timeline/"), running.timeline, name="timeline"),
]
