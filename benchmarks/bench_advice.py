"""A slider of the advice page moved, and the whole page, against a house that runs.

    make run, and then: python benchmarks/bench_advice.py [http://127.0.0.1:8000]

Each request sets other weights, so that none is answered from what was asked before. From the
request to the last byte, over the loopback; the first answer (which fits the models once for a
frozen set) is not counted. Must, for the slider: 200 ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from urllib.parse import urlencode
from urllib.request import urlopen

from pages import machine, table, write

MUST_MS, REPEATS = 200, 40
ASKED = {
    "remoteness": 120, "size": 2300, "clients": 6, "unemployed": 6, "premises": "workshop",
    "budget": 120_000, "worth": 40_000, "otherwise": 10,
}  # fmt: skip


def timed(address: str, number: int, part: dict[str, str]) -> float:
    """Return the milliseconds of a request with the weights of its number."""
    weights = {"weight_cost": number % 11, "weight_outcome": 10 - number % 9, "give": number % 31}
    started = time.perf_counter()
    with urlopen(f"{address}/metodika/padoms/?{urlencode(ASKED | weights | part)}") as answer:
        answer.read()
    return 1000 * (time.perf_counter() - started)


def main() -> int:
    """Measure and write the table."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    rows, slow = [], False
    parts = {"slider moved": {"part": "weights"}, "whole page": {}, "JSON": {"format": "json"}}
    for name, part in parts.items():
        timed(address, 0, part)
        times = [timed(address, number, part) for number in range(1, REPEATS + 1)]
        median = statistics.median(times)
        slow |= name == "slider moved" and median > MUST_MS
        rows.append([name, f"{median:.0f} ms", f"{max(times):.0f} ms"])
    header = ["request", f"median of {REPEATS}", "slowest"]
    write("advice", f"{machine()}\n\n{table(header, rows)}")
    print(table(header, rows))
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
