"""Every address that everybody reads, in both languages, at 320 pixels (WCAG 2.2, 1.4.10)."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.urls import get_resolver
from django.utils.translation import override
from tests.addresses import declared, filled, samples
from tests.browser.conftest import Visit
from tests.urlconf import EDITORS, patterns

pytestmark = pytest.mark.django_db

STANDS_OUT = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const place = each.getBoundingClientRect();
  return place.width && place.right > innerWidth + 1;
}).slice(-1).map((each) => each.outerHTML.slice(0, 120)).join()"""
GLUED = """() => [...document.querySelectorAll("main table")].map((table) => {
  const after = [...document.querySelectorAll("main h2, main h3, main .actions")].find((each) =>
    table.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!after) return "";
  const gap = after.getBoundingClientRect().top - table.getBoundingClientRect().bottom;
  return gap >= 0 && gap < 12 ? after.textContent.trim() : "";
}).filter(Boolean).join(", ")"""
"""Headings and buttons that begin where a table ends (fault C23)."""


@pytest.fixture(scope="module")
def given(served: str, django_db_blocker: Any) -> dict[str, tuple[str, ...]]:
    """Return what to put into each address, made in what is served."""
    with django_db_blocker.unblock(), transaction.atomic():
        return samples().names


@pytest.mark.slow
@pytest.mark.parametrize("language", ["lv", "en"])
def test_no_public_page_scrolls_sideways_or_glues_headings_to_tables(
    reader: Callable[..., Visit], given: dict[str, tuple[str, ...]], language: str
) -> None:
    """Faults C4 and C23."""
    public = {row.name for row in declared() if row.reads == "everybody"}
    visitor = reader(width=320, height=640)
    page, seen = visitor.page, 0
    wrong: dict[tuple[str, str], str] = {}
    with override(language):
        found = [row for row in patterns(get_resolver()) if not row[1].startswith(EDITORS)]
    for name, pattern in found:
        address = filled(pattern, given.get(name, ())) if name in public else ""
        if not address or "html" not in _kind(page, visitor.address + address):
            continue
        visitor.open(address)
        seen += 1
        told = {"glued": page.evaluate(GLUED), "wide": ""}
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            told["wide"] = page.evaluate(STANDS_OUT) or "the page"
        wrong |= {(address, what): where for what, where in told.items() if where}
    assert wrong == {}
    assert seen > 40


def _kind(page: Any, url: str) -> str:
    """Return the type of what an address gives a reader; empty where it is a refusal."""
    answer = page.request.get(url)
    return str(answer.headers.get("content-type", "")) if answer.ok else ""
