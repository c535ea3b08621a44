"""Addresses for machines: the same in every language."""

from django.urls import include, path

from ligzda.portal.opendata import views
from ligzda.portal.opendata.api import api, nothing

_files = [
    path("catalogue.<str:form>", views.catalogue_file, name="catalogue"),
    path("<slug:slug>.csv", views.csv_file, name="csv"),
    path("<slug:slug>.csv-metadata.json", views.csvw_file, name="csvw"),
]
urlpatterns = [
    path("api/v1/", api.urls),
    path("api/v1/<path:rest>", nothing),
    path("data/", include((_files, "opendata"))),
]
