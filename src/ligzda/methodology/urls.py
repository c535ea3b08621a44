"""Addresses of the methodology."""

from django.urls import path

from ligzda.methodology import views

app_name = "methodology"
urlpatterns = [
    path("", views.living, name="living"),
]
