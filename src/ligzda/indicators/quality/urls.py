"""Addresses of data quality."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.indicators.quality import views

urlpatterns = [
    path(pgettext_lazy("address", "quality/"), views.board, name="quality"),
    path(pgettext_lazy("address", "quality/checks/<slug:code>/"), views.check, name="check"),
    path(pgettext_lazy("address", "quality/findings/<int:pk>/"), views.finding, name="finding"),
    path(
        pgettext_lazy("address", "quality/findings/<int:pk>/reopen/"),
        views.reopen,
        name="finding_reopen",
    ),
    path(
        pgettext_lazy("address", "quality/<slug:municipality>/"),
        views.findings,
        name="findings",
    ),
]
