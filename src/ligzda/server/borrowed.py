"""Texts of allauth whose Latvian we say better; extraction finds them here, nothing calls them."""

from django.utils.translation import gettext_noop

BORROWED = (
    gettext_noop("Current Password"),
    gettext_noop("Please type your current password."),
    gettext_noop("Too many failed login attempts. Try again later."),
)
