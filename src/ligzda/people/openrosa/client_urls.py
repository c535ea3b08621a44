"""Addresses that devices know: in no language, under a prefix that they are given."""

from django.urls import path

from ligzda.people.openrosa import client_views as views

urlpatterns = [
    path("openrosa/formList", views.form_list, name="openrosa_list"),
    path("openrosa/submission", views.submission, name="openrosa_submission"),
    path("openrosa/forms/<str:form>/<str:version>.xml", views.form, name="openrosa_form"),
    path(
        "openrosa/forms/<str:form>/<str:version>/manifest",
        views.manifest,
        name="openrosa_manifest",
    ),
]
