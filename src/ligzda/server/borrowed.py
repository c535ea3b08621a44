"""Texts of Django and allauth whose Latvian we say better; extraction finds them here."""

from django.utils.translation import gettext_noop

BORROWED = (
    gettext_noop("Ensure this value is less than or equal to %(limit_value)s."),
    gettext_noop("The password is too similar to the %(verbose_name)s."),
    gettext_noop("Current Password"),
    gettext_noop("Please type your current password."),
)
