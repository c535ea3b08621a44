"""Start a house from which a room was taken away, and walk the pages that remain.

tests/test_removed_rooms.py runs it as a process of its own, with the copy's code on the path and a
database with the tables of the whole house.
"""

import re
import sys
from collections import deque

import django

_LINK = re.compile(r'<a [^>]*href="(/[^"#?]*)')
PAGES = 150


def walk() -> int:
    """Visit every address that needs nothing put into it, and what its pages link to."""
    django.setup()

    from django.core.management import call_command
    from django.test import Client
    from django.test.utils import setup_test_environment
    from django.urls import get_resolver
    from django.utils.translation import override
    from tests.urlconf import EDITORS, READINESS, patterns

    from ligzda.server.load import load_network

    setup_test_environment()
    call_command("check")
    load_network()
    waiting: deque[str] = deque()
    for language in ("lv", "en"):
        with override(language):
            found = [address for _name, address in patterns(get_resolver())]
        waiting += [a for a in found if "<" not in a and not a.startswith(EDITORS)]
    seen, linked, client, broken = set(waiting), set(), Client(), []
    visited = 0
    while waiting and visited < PAGES:
        address = waiting.popleft()
        answer = client.get(address)
        visited += 1
        if (answer.status_code >= 500 and address != READINESS) or (
            answer.status_code == 404 and address in linked
        ):
            broken.append(f"{address}: {answer.status_code}")
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            for link in _LINK.findall(answer.content.decode()):
                if link not in seen and link not in ("/", "/en/") and not link.startswith(EDITORS):
                    seen.add(link)
                    linked.add(link)
                    waiting.append(link)
    print(f"{visited} pages", *broken, sep="\n")
    return 1 if broken or visited < 20 else 0


if __name__ == "__main__":
    sys.exit(walk())
