"""What the newsroom shows on pages of others."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ligzda.newsroom import queries


def latest(request: HttpRequest) -> SafeString:
    """Return the newest articles as a section of the home page; nothing where there is none."""
    return render_to_string("newsroom/_latest.html", {"news": queries.latest(3)}, request)
