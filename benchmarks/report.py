"""Time what a person waits for: `ligzda evaluate`, cold, and a million participants.

    make bench                              or
    .venv/bin/python benchmarks/report.py

Writes the table of docs/performance.md. Every figure is the wall time of a new process, the fastest
and the median of five; beside it stands the least processor time, which is what can be compared on
a machine that others keep busy.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
from pages import machine, table, write

PLAN = """
[outcome]
name = "paid work"
family = "binomial"
successes = "working"
{trials}
mid = 0.05
[roles]
site = "site"
arm = "arm"
control = "usual"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 1.5)"
[[terms]]
name = "arm"
kind = "fixed"
columns = ["arm"]
reference = "usual"
prior = "normal(0, 1)"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(1)"
[[terms]]
name = "arm by site"
kind = "random"
columns = ["site", "arm"]
sd = "half-normal(0.5)"
"""

PEOPLE = (
    "SELECT 'site ' || (i % 9) AS site, "
    "CASE i % 8 WHEN 0 THEN 'usual' ELSE 'model ' || (i % 8) END AS arm, "
    "(hash(i) % 100 < 30 + i % 8)::INT AS working FROM range({n}) t(i)"
)
CELLS = (
    "SELECT site, arm, sum(working) AS working, count(*) AS n FROM ({people}) GROUP BY ALL "
    "ORDER BY ALL"
)


def seconds(*arguments: object, runs: int = 5) -> tuple[list[float], float]:
    """Time the command: the seconds of every run, and the least processor time of one."""
    found, worked = [], []
    for _ in range(runs):
        start, before = time.perf_counter(), _processor()
        subprocess.run(
            [sys.executable, "-m", "ligzda.cli", "evaluate", *map(str, arguments)],
            check=True,
            capture_output=True,
        )
        found.append(time.perf_counter() - start)
        worked.append(_processor() - before)
    return found, min(worked)


def _processor() -> float:
    """Return the processor time of all processes that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure, and write the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cells, people = folder / "cells.csv", folder / "people.parquet"
        duckdb.sql(f"COPY ({CELLS.format(people=PEOPLE.format(n=2107))}) TO '{cells}' (HEADER)")
        duckdb.sql(f"COPY ({PEOPLE.format(n=1_000_000)}) TO '{people}' (FORMAT parquet)")
        for_cells, for_people = folder / "cells.toml", folder / "people.toml"
        for_cells.write_text(PLAN.format(trials='trials = "n"'), encoding="utf-8")
        for_people.write_text(PLAN.format(trials=""), encoding="utf-8")
        limits = ("2 s", "1 s")
        cases = {
            "9 sites × 8 models": ((cells, "--plan", for_cells), ("–", "–")),
            "cold `ligzda evaluate` with report": (
                (cells, "--plan", for_cells, "--report", folder / "report"), limits,
            ),
            "1 million participants, Parquet → cells → posterior": (
                (people, "--plan", for_people), limits,
            ),
        }  # fmt: skip
        rows = []
        for case, (arguments, (must, stretch)) in cases.items():
            found, processor = seconds(*arguments)
            times = (statistics.median(found), min(found), processor)
            rows.append([case, *(f"{one:.2f} s" for one in times), must, stretch])
    header = ["what", "median", "fastest", "processor", "must", "stretch"]
    write("report", f"{machine()}\n\n{table(header, rows)}")


if __name__ == "__main__":
    main()
