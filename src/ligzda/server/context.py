"""What every page's frame needs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, override

from ligzda import languages
from ligzda.kernel.room import Link, Room, each, rooms
from ligzda.server import loading, unsaved


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
    """Return what the frame shows, in the active language.

    Django asks anew for every part of a page that has a template of its own: made once a request.
    """
    made: dict[str, dict[str, Any]] = vars(request).setdefault("ligzda_frames", {})
    code = get_language() or ""
    if code not in made:
        made[code] = _frame(request)
    return made[code]


def _frame(request: HttpRequest) -> dict[str, Any]:
    """Return demonstration, how far it is loaded, links, languages."""
    match = request.resolver_match
    here = {match.view_name, match.namespace} if match else set()
    return {
        "demo": settings.DEMO,
        "loading": loading.shown(),
        "openid": settings.OPENID_NAME,
        "unsaved": unsaved.offered(request),
        "home": _home(),
        "landing": reverse(settings.LOGIN_REDIRECT_URL),
        "sections": _sections(lambda room: room.navigation, here),
        "search_pages": [reverse(room.search_page) for room in rooms() if room.search_page],
        "footer": _sections(lambda room: room.footer, here),
        "canonical": request.build_absolute_uri(request.path) if match else "",
        "site_address": f"{request.scheme}://{request.get_host()}",
        # Not `locale`: Wagtail's pages mean one of its own by that name.
        "og_locale": languages.LOCALES[languages.spoken(get_language())],
        "languages": [_language(request, code, name) for code, name in settings.LANGUAGES],
    }


def _sections(part: Callable[[Room], tuple[Link, ...]], here: set[str]) -> list[Section]:
    return [
        Section(
            reverse(link.address),
            str(link.label),
            "page" if link.address in here else "true" if here & link.under else "",
        )
        for link in sorted(each(part), key=lambda link: link.place)
    ]


def _home() -> str:
    """Return the front door in the active language; it is there whichever rooms are."""
    code = get_language() or settings.LANGUAGE_CODE
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"


def _language(request: HttpRequest, code: str, name: str) -> Language:
    here = request.get_full_path()
    url = translate_url(here, code)
    if url == here and code != get_language():
        # An address that leads nowhere has no counterpart: offer the other language's home.
        with override(code):
            url = _home()
    return Language(code, name, url, request.build_absolute_uri(url))
