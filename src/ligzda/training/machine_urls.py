"""Addresses without a language: what machines ask for, and the short one on paper."""

from django.urls import path

from ligzda.training.views import check, machine

urlpatterns = [
    path("a/<str:code>", check.short, name="certificate"),
    # A QR code in capitals is smaller.
    path("A/<str:code>", check.short),
    path(".well-known/did.json", machine.did, name="did"),
    path("apliecibas/statuss/<int:page>", machine.revoked, name="status_list"),
]
