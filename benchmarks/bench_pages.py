"""Server time of every public page at national size: the loaded network on its own database.

    python benchmarks/bench_pages.py

Prints the median and the slowest of 30 answers a page, in milliseconds, queries included; the
first answer (which fills the caches of shapes and templates) is not counted. Must: 50 ms.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

MUST_MS = 50
REPEATS = 30


def main() -> int:
    """Load the network, ask for every page, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LIGZDA_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "ligzda.server.settings"
        from ligzda.server.database import database

        with database(Path(folder) / "pg"):
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
    """Print a row a page; return whether any median is above the bar."""
    from django.test import Client
    from django.urls import reverse
    from django.utils.translation import override

    from ligzda.blueprints.queries import models
    from ligzda.network.queries import partners

    with override("lv"):
        paths = [
            *(reverse(f"portal:{name}") for name in PAGES),
            reverse("portal:model", args=[models()[0].slug]),
            reverse("portal:municipality", args=["ogres-novads"]),
            reverse("portal:partner", args=[partners()[0].slug]),
            "/en/",
        ]
    client = Client(SERVER_NAME="localhost")
    slow = False
    print(f"{'page':<50}{'median ms':>10}{'slowest ms':>12}{'kB':>8}")
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
        print(f"{path:<50}{median:>10.1f}{max(times):>12.1f}{size:>8.1f}")
    return slow


PAGES = ("home", "models", "municipalities", "practices", "partners", "about")

if __name__ == "__main__":
    sys.exit(main())
