"""Server time of an article page with 500 comments: median of 60 requests in one process.

    make bench, or: PYTHONPATH=src python benchmarks/bench_newsroom.py

Uses a database of its own that is thrown away. Bound: 30 ms median.
"""

import os
import statistics
import tempfile
import time
import uuid

from pages import machine, table, write

COMMENTS, REQUESTS, BOUND_MS = 500, 60, 30


def fill() -> str:
    from ligzda.newsroom.actions import Writer, post
    from ligzda.newsroom.models import Article, Comment

    article = Article.objects.get()
    roots: list[Comment] = []
    for number in range(COMMENTS):
        parent = roots[number // 3 % len(roots)] if number % 3 and roots else None
        if parent is not None and parent.depth > 1:
            parent = None
        posted = post(
            article=article,
            parent=parent,
            writer=Writer(name=f"Lasītājs {number}", origin=uuid.uuid4().hex),
            text=f"{number}. viedoklis: darbnīca pie upes ir laba doma, ja to ved prasmīgi ļaudis. "
            * 2,
            language="lv",
            token=uuid.uuid4(),
            worked=True,
        )
        roots.append(posted.comment)
    return article.get_absolute_url()


def measure(path: str) -> list[float]:
    from django.test import Client

    client = Client()
    took = []
    for number in range(REQUESTS + 5):
        start = time.perf_counter()
        answer = client.get(path)
        took.append((time.perf_counter() - start) * 1000)
        assert answer.status_code == 200, answer.status_code
        assert f"({COMMENTS})" in answer.content.decode()
        if number == 4:
            took.clear()  # templates are compiled, connections open
    return took


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="ligzda-bench-") as folder:
        os.environ["LIGZDA_DATA"] = folder
        os.environ.pop("DATABASE_URL", None)
        from ligzda.server.database import database

        with database(own=True):
            from ligzda.server.setup import set_up

            set_up()
            from ligzda.server.load import load_network

            load_network()
            from django.conf import settings
            from django.db import connections

            settings.ALLOWED_HOSTS.append("testserver")
            took = measure(fill())
            connections.close_all()
    median = statistics.median(took)
    late = statistics.quantiles(took, n=10)[-1]
    row = [f"{COMMENTS} comments", f"{median:.1f} ms", f"{late:.1f} ms", f"{BOUND_MS} ms"]
    header = ["article page", f"median of {REQUESTS}", "90 % within", "must (median)"]
    write("article", f"{machine()}\n\n{table(header, [row])}")
    return 0 if median <= BOUND_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
