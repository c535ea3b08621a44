"""docs/pages.md names every page of the house, with its address in both languages."""

import re
from pathlib import Path

from django.urls import get_resolver
from django.utils.translation import override
from tests.urlconf import EDITORS, patterns

PAGES = (Path(__file__).resolve().parents[2] / "docs" / "pages.md").read_text("utf-8")


def readable(address: str) -> str:
    """Write an address as the document does: /pasvaldibas/<slug>/."""
    plain = re.sub(r"\^|\$|\(\?P<(\w+)>[^)]*\)", r"<\1>", address).replace("<>", "")
    return re.sub(r"<\w+:(\w+)>", r"<\1>", plain)


def test_every_page_is_documented() -> None:
    for language in ("lv", "en"):
        with override(language):
            for name, address in patterns(get_resolver()):
                if not name.rpartition(":")[2] or address.startswith(EDITORS):
                    continue
                assert f"`{name}`" in PAGES, f"docs/pages.md does not tell of the page {name}"
                assert f"`{readable(address)}`" in PAGES, f"{name} stands at {readable(address)}"
