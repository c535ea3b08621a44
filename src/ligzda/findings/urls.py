"""Addresses of claims and of the evaluation runs behind them."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.findings.claims_register import views as claims
from ligzda.findings.claims_register import writing_views as writing
from ligzda.findings.runs import views as runs

app_name = "findings"
urlpatterns = [
    path("", claims.claims, name="claims"),
    path(pgettext_lazy("address", "models/"), claims.models, name="models"),
    path(pgettext_lazy("address", "new/"), writing.claim_new, name="claim_new"),
    path(pgettext_lazy("address", "queue/"), writing.queue, name="queue"),
    path(pgettext_lazy("address", "runs/"), runs.runs, name="runs"),
    path(pgettext_lazy("address", "runs/<int:pk>/"), runs.run, name="run"),
    path("runs/<int:pk>/evaluation.json", runs.run_file, name="run_file"),
    path("<int:number>/", claims.claim, name="claim"),
    path(pgettext_lazy("address", "<int:number>/approve/"), writing.approve, name="claim_approve"),
    path(pgettext_lazy("address", "<int:number>/decide/"), writing.decide, name="claim_decide"),
    path(pgettext_lazy("address", "<int:number>/certainty/"), writing.judge, name="claim_judge"),
]
