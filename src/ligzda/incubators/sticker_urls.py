"""The short address on a machine's sticker, without a language."""

from django.urls import path

from ligzda.incubators.rights import views

urlpatterns = [
    path("m/<int:pk>", views.short, name="machine"),
    # A QR code in capitals is smaller.
    path("M/<int:pk>", views.short),
]
