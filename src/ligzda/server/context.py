"""What every page's frame needs."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, gettext_lazy, override

SECTIONS = [
    ("portal:municipalities", {"portal:municipality"}, gettext_lazy("Municipalities")),
    ("portal:models", {"portal:model"}, gettext_lazy("Models")),
    ("portal:practices", {"portal:practice"}, gettext_lazy("Practices")),
    ("trial:overview", {"trial", "blueprints"}, gettext_lazy("Trial")),
    ("portal:evaluations", {"portal:evaluation"}, gettext_lazy("Evaluations")),
    ("portal:partners", {"portal:partner"}, gettext_lazy("Partners")),
    ("newsroom:news", {"newsroom:article"}, gettext_lazy("News")),
    ("portal:about", set[str](), gettext_lazy("About")),
]
"""The header's links: a list page, the pages (or whole rooms of pages) under it, its name."""


@dataclass(frozen=True)
class Section:
    """A link of the header; `current` is a value of aria-current, or empty."""

    url: str
    label: str
    current: str


@dataclass(frozen=True)
class Language:
    """This page in one language."""

    code: str
    name: str
    url: str
    absolute: str


def site(request: HttpRequest) -> dict[str, Any]:
    """Return whether this is a demonstration, the sections, and this page in each language."""
    match = request.resolver_match
    here, room = (match.view_name, match.namespace) if match else ("", "")
    return {
        "demo": settings.DEMO,
        "sections": [
            Section(
                reverse(name),
                str(label),
                "page" if here == name else "true" if {here, room} & under else "",
            )
            for name, under, label in SECTIONS
        ],
        "languages": [_language(request, code, name) for code, name in settings.LANGUAGES],
    }


def _language(request: HttpRequest, code: str, name: str) -> Language:
    here = request.get_full_path()
    url = translate_url(here, code)
    if url == here and code != get_language():
        # An address that leads nowhere has no counterpart: offer the other language's home.
        with override(code):
            url = reverse("portal:home")
    return Language(code, name, url, request.build_absolute_uri(url))
