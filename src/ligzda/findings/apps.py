"""The findings room as a Django app."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """Evaluations and their store; its jobs run in the worker."""

    name = "ligzda.findings"
