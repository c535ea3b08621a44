"""Addresses of ventures."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from ligzda.ventures.views import enterprises, lists, registers, support

app_name = "ventures"
urlpatterns = [
    path("", enterprises.enterprises, name="enterprises"),
    path(pgettext_lazy("address", "new/"), enterprises.found, name="found"),
    path(pgettext_lazy("address", "survival/"), enterprises.survival, name="survival"),
    path(pgettext_lazy("address", "ceilings/"), support.ceilings, name="ceilings"),
    path(pgettext_lazy("address", "lists/"), lists.lists, name="lists"),
    path(
        pgettext_lazy("address", "lists/<str:kind>/export/<str:form>/"),
        lists.list_export,
        name="list_export",
    ),
    path(
        pgettext_lazy("address", "lists/<str:kind>/import/"), lists.list_import, name="list_import"
    ),
    path(pgettext_lazy("address", "registers/"), registers.registers, name="registers"),
    path(
        pgettext_lazy("address", "registers/<str:kind>/<str:day>/"),
        registers.register_import,
        name="register_import",
    ),
    path(pgettext_lazy("address", "contradictions/<int:pk>/"), registers.settle, name="settle"),
    path("<int:pk>/", enterprises.enterprise, name="enterprise"),
    path(pgettext_lazy("address", "<int:pk>/edit/"), enterprises.change, name="change"),
    path(pgettext_lazy("address", "<int:pk>/add/<str:what>/"), enterprises.add, name="add"),
    path(
        pgettext_lazy("address", "<int:pk>/take-back/<str:what>/<int:row>/"),
        enterprises.take_back,
        name="take_back",
    ),
    path(
        pgettext_lazy("address", "<int:pk>/end/<str:what>/<int:row>/"), enterprises.end, name="end"
    ),
    path(pgettext_lazy("address", "<int:pk>/pre-check/"), support.precheck, name="precheck"),
    path(pgettext_lazy("address", "<int:pk>/status/"), support.checklist, name="checklist"),
]
