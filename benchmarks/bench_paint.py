"""When a page of a running house is painted, in Chromium: the largest contentful paint.

    ligzda run, and beside it: python benchmarks/bench_paint.py http://127.0.0.1:8000/

The best and the median of ten visits without a cache, in milliseconds since the visit began.
Must: 1,000 ms.
"""

import shutil
import statistics
import sys

from playwright.sync_api import sync_playwright

MUST_MS = 1_000
VISITS = 10
PAINTED = """() => new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
        .observe({ type: "largest-contentful-paint", buffered: true });
})"""


def main(address: str) -> int:
    """Visit the page and print when it was painted."""
    times: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for _ in range(VISITS):
            page = browser.new_context().new_page()
            page.goto(address)
            times.append(page.evaluate(PAINTED))
            page.context.close()
        browser.close()
    print(f"best {min(times):.0f} ms, median {statistics.median(times):.0f} ms of {VISITS}")
    return 0 if statistics.median(times) <= MUST_MS else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
