"""Addresses of the network's room."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ligzda.network import (
    audit_views,
    conduct_views,
    decision_views,
    document_views,
    notice_views,
    partner_views,
    population_views,
    statement_views,
)

app_name = "network"
urlpatterns = [
    path(_("decisions/"), decision_views.decisions, name="decisions"),
    path(_("decisions/new/<slug:slug>/"), decision_views.decision_new, name="decision_new"),
    path(_("decisions/<int:pk>/"), decision_views.decision, name="decision"),
    path(_("decisions/<int:pk>/edit/"), decision_views.decision_edit, name="decision_edit"),
    path(
        _("decisions/<int:pk>/publish/"), decision_views.decision_publish, name="decision_publish"
    ),
    path(_("decisions/<int:pk>/drop/"), decision_views.decision_drop, name="decision_drop"),
    path(_("decisions/<int:pk>/documents/new/"), document_views.document_add, name="document_add"),
    path(
        _("decisions/<int:pk>/documents/<slug:sha256>/"), document_views.document, name="document"
    ),
    path(
        _("decisions/<int:pk>/documents/<slug:sha256>/remove/"),
        document_views.document_remove,
        name="document_remove",
    ),
    path(_("to-be-checked/"), statement_views.statements, name="statements"),
    path(_("to-be-checked/<str:key>/"), statement_views.statement, name="statement"),
    path(_("letters/"), notice_views.notices, name="notices"),
    path(_("letters/stop/<str:token>/"), notice_views.stop_letters, name="stop_letters"),
    path(_("code-of-conduct/"), conduct_views.conduct, name="conduct"),
    path(_("audit-trail/"), audit_views.audit, name="audit"),
    path(_("audit-trail/<int:pk>/"), audit_views.audit_event, name="audit_event"),
    path(_("audit-trail/export/"), audit_views.audit_export, name="audit_export"),
    path(_("population/"), population_views.population, name="population"),
    path(_("partner-data/"), partner_views.partners, name="partners"),
    path(_("partner-data/<slug:slug>/"), partner_views.partner, name="partner"),
    path(
        _("partner-data/<slug:slug>/agreement/"), partner_views.agreement, name="partner_agreement"
    ),
]
