"""docs/pages.md names every page of the house, with its address in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import override

PAGES = (Path(__file__).resolve().parents[2] / "docs" / "pages.md").read_text("utf-8")


def addresses(
    resolver: URLResolver, prefix: str = "", namespace: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield name and address of every page, in the active language."""
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from addresses(entry, address, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            yield namespace + entry.name, "/" + re.sub(r"\^|\(\?P<(\w+)>[^)]*\)", r"<\1>", address)


def readable(address: str) -> str:
    """Write an address as the document does: /pasvaldibas/<slug>/."""
    return re.sub(r"<\w+:(\w+)>", r"<\1>", address.replace("<>", "").replace("$", ""))


def test_every_page_is_documented() -> None:
    for language in ("lv", "en"):
        with override(language):
            for name, address in addresses(get_resolver()):
                if address.startswith("/redakcija/"):
                    continue  # Wagtail's own pages, behind one door
                assert f"`{name}`" in PAGES, f"docs/pages.md does not tell of the page {name}"
                assert f"`{readable(address)}`" in PAGES, f"{name} stands at {readable(address)}"
