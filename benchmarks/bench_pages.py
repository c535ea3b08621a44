"""Server time of every public page at national size: the loaded network on its own database.

    make bench, or: PYTHONPATH=src python benchmarks/bench_pages.py

The median and the slowest of 30 answers a page, in milliseconds, queries included; the first
answer (which fills the caches of shapes and templates) is not counted. Must: 50 ms.
"""

import os
import statistics
import sys
import tempfile
import time

from pages import machine, table, write

MUST_MS = 50
REPEATS = 30


def main() -> int:
    """Load the network, ask for every page, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIGZDA_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database

        with database():
            import django

            django.setup()
            from django.core.management import call_command

            call_command("migrate", verbosity=0, interactive=False)
            call_command("collectstatic", verbosity=0, interactive=False)
            from ligzda.server.load import load_network

            load_network()
            slow = measure()
            from django.db import connections

            connections.close_all()
    return 1 if slow else 0


def measure() -> bool:
    """Write a row a page; return whether any median is above the bar."""
    from django.test import Client
    from django.urls import reverse
    from django.utils.translation import override

    from ligzda.blueprints.queries import models
    from ligzda.network.queries import partners

    with override("lv"):
        paths = [
            *(reverse(f"portal:{name}") for name in PAGES),
            *(reverse(f"newsroom:{name}") for name in NEWS),
            reverse("portal:model", args=[models()[0].slug]),
            reverse("portal:municipality", args=["ogres-novads"]),
            reverse("portal:partner", args=[partners()[0].slug]),
            "/en/",
        ]
    client = Client(SERVER_NAME="localhost")
    slow = False
    rows = []
    for path in paths:
        client.get(path)
        times = []
        for _ in range(REPEATS):
            started = time.perf_counter()
            answer = client.get(path)
            times.append(1000 * (time.perf_counter() - started))
            assert answer.status_code == 200, (path, answer.status_code)
        median = statistics.median(times)
        slow |= median > MUST_MS
        size = len(answer.content) / 1000
        rows.append([f"`{path}`", f"{median:.1f} ms", f"{max(times):.1f} ms", f"{size:.1f} kB"])
    header = ["page", f"median of {REPEATS}", "slowest", "HTML, not compressed"]
    write("pages", f"{machine()}\n\n{table(header, rows)}")
    return slow


PAGES = (
    "home", "models", "municipalities", "practices", "partners", "about", "evaluations",
    "open_data", "api", "accessibility", "privacy", "easy",
)  # fmt: skip
NEWS = ("news", "rules", "figures", "receipt", "rss", "sitemap")

if __name__ == "__main__":
    sys.exit(main())
