"""Time what grows: 10,000 simulated experiments, 100 sites × 20 models, a million participants.

    make bench                              or
    PYTHONPATH=src .venv/bin/python benchmarks/bench_scale.py

Writes the table of docs/performance.md: medians of several repeats, after one thrown away.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from statistics import median
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from pages import machine, table, write
from reference_model import PLAN, columns, experiment

from ligzda.evidence import Table, parse_plan
from ligzda.evidence.batch import Design, Truth, fit_many, simulate


def timed(function: Callable[[], Any], repeats: int) -> tuple[float, float]:
    """Return median and fastest, in seconds."""
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        found.append(time.perf_counter() - start)
    return median(found), min(found)


def design(participants: int, sites: int = 9, arms: int = 8) -> Design:
    """Return a design of the reference's shape."""
    return Design(
        tuple(f"site {i}" for i in range(sites)), tuple(f"arm {i}" for i in range(arms)),
        participants, mid=0.1,
    )  # fmt: skip


def main() -> None:
    """Measure, and write the table."""
    truth = Truth(0.45, arm_sd=0.35, site_sd=0.45, cell_sd=0.2)
    plan = parse_plan(PLAN)
    large = [Table.from_columns(columns(experiment(0, 100, 20)))]
    simulate(design(28), truth, 64, seed=1)  # warms up
    fit_many(plan, large)
    rows = []

    def row(what: str, must: str, stretch: str, function: Callable[[], Any], repeats: int) -> None:
        middle, fastest = timed(function, repeats)
        rows.append([what, f"{middle:.2f} s", f"{fastest:.2f} s", must, stretch])

    row(
        "10,000 simulated experiments of 9 sites × 8 models, fitted",
        "20 s",
        "5 s",
        lambda: simulate(design(28), truth, 10_000, seed=2),
        3,
    )
    row(
        "10 designs × 1,000 trials",
        "60 s",
        "–",
        lambda: [simulate(design(n), truth, 1000, seed=n) for n in range(10, 110, 10)],
        1,
    )
    row("100 sites × 20 models, one fit", "1 s", "0.3 s", lambda: fit_many(plan, large), 7)
    for participants in (28, 2800, 280_000):
        row(
            f"1,000 experiments, {participants:,} participants a cell",
            "–",
            "–",
            lambda n=participants: simulate(design(n), truth, 1000, seed=3),
            3,
        )
    header = ["what", "median", "fastest", "must", "stretch"]
    write("scale", f"{machine()}\n\n{table(header, rows)}")


if __name__ == "__main__":
    main()
