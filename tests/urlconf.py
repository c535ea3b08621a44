"""Every address of the URLconf, by its name."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver

EDITORS = "/redakcija/"
"""Wagtail's own pages stand behind one door; they are not walked one by one."""
READINESS = "/ready"
"""Says 503 where a part of the house does not run, as beside a test no worker does."""


def patterns(
    resolver: URLResolver, prefix: str = "", namespace: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield name and address of every page, in the active language."""
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, address, inner)
        elif isinstance(entry, URLPattern):
            yield namespace + (entry.name or ""), "/" + address
