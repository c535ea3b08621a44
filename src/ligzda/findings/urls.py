"""Addresses of claims and of the evaluation runs behind them."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.findings.ad_hoc import views as ad_hoc
from ligzda.findings.claims_register import upgrade_views
from ligzda.findings.claims_register import views as claims
from ligzda.findings.claims_register import writing_views as writing
from ligzda.findings.model_page import views as model_page
from ligzda.findings.published import views as published
from ligzda.findings.quotes import views as quotes
from ligzda.findings.runs import views as runs

app_name = "findings"
urlpatterns = [
    path("", claims.claims, name="claims"),
    path(pgettext_lazy("address", "models/"), claims.models, name="models"),
    path(pgettext_lazy("address", "models/<str:code>/"), model_page.model, name="model"),
    path(pgettext_lazy("address", "quotes/"), quotes.quotes, name="quotes"),
    path(
        pgettext_lazy("address", "quotes/<int:pk>/approve/"), quotes.approve, name="quote_approve"
    ),
    path(pgettext_lazy("address", "quotes/take-back/"), quotes.take_back, name="quote_take_back"),
    path(pgettext_lazy("address", "published-tables/"), published.published, name="published"),
    path(pgettext_lazy("address", "engine/"), upgrade_views.engine, name="engine"),
    path(pgettext_lazy("address", "evaluate/"), ad_hoc.evaluate, name="evaluate"),
    path(pgettext_lazy("address", "evaluate/<str:key>/"), ad_hoc.ad_hoc, name="ad_hoc"),
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
