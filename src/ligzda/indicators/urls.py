"""Addresses of the room of indicators."""

from django.urls import include, path

from ligzda.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.dictionary, name="dictionary"),
    path("", include("ligzda.indicators.boards.urls")),
    path("", include("ligzda.indicators.esf.urls")),
    path("", include("ligzda.indicators.quality.urls")),
    path("", include("ligzda.indicators.data_sets.urls")),
    path("", include("ligzda.indicators.releasing.urls")),
    path("", include("ligzda.indicators.own.urls")),
    path("<slug:code>/", views.indicator, name="indicator"),
]
