"""Addresses for machines: the same in every language."""

from django.urls import path

from ligzda.portal.opendata import views

app_name = "opendata"
urlpatterns = [
    path("catalogue.<str:form>", views.catalogue_file, name="catalogue"),
    path("<slug:slug>.csv", views.csv_file, name="csv"),
    path("<slug:slug>.csv-metadata.json", views.csvw_file, name="csvw"),
]
