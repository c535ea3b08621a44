"""The server room as a Django app: base templates, static files and jobs."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """The frame around the rooms."""

    name = "ligzda.server"
    label = "server"
