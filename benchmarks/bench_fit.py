"""Time one fit of nine sites × eight models: ours, batched and single, and its peers, in one run.

    make bench                              or
    PYTHONPATH=src .venv/bin/python benchmarks/bench_fit.py [python of the peers' environment]

Writes the table of docs/performance.md. A peer that is not installed is named as missing. The
medians of several repeats are given; one more, first, warms up and is thrown away.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from pages import machine, table, write
from reference_model import PLAN, columns, experiment

from ligzda.evidence import Table, evaluate, fit, parse_plan
from ligzda.evidence.batch import fit_many
from ligzda.evidence.batch.conditionals import has_compiler

HERE = Path(__file__).resolve().parent
BATCH, REPEATS = 1024, 7


def seconds(function: Callable[[], Any], repeats: int) -> list[float]:
    """Time a call several times, after one that is thrown away."""
    function()
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        found.append(time.perf_counter() - start)
    return found


def peer(command: list[str]) -> dict[str, Any] | None:
    """Run a peer in its own process; None where it is not installed."""
    if shutil.which(command[0]) is None:
        return None
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE)
    lines = [line for line in ran.stdout.splitlines() if line.startswith("{")]
    if ran.returncode or not lines:
        print(f"{command[1:3]}: {ran.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    found: dict[str, Any] = json.loads(lines[-1])
    return found


def lme4(repeats: int) -> dict[str, Any] | None:
    """Time glmer on the same experiments."""
    with tempfile.TemporaryDirectory() as folder:
        for i in range(repeats + 1):
            data = columns(experiment(i))
            with (Path(folder) / f"experiment_{i}.csv").open("w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(data)
                writer.writerows(zip(*data.values(), strict=True))
        return peer(["Rscript", str(HERE / "peer_lme4.R"), folder])


def main() -> None:
    """Measure, and write the table."""
    python = sys.argv[1] if len(sys.argv) > 1 else str(HERE.parent / ".venv-bench/bin/python")
    plan = parse_plan(PLAN)
    tables = [Table.from_columns(columns(experiment(i))) for i in range(BATCH)]
    ours = {
        "batched, 2 threads": [s / BATCH for s in seconds(
            lambda: fit_many(plan, tables, workers=2), REPEATS)],
        "batched, 1 thread": [s / BATCH for s in seconds(
            lambda: fit_many(plan, tables, workers=1), REPEATS)],
        "batched, NumPy instead of compiled code, 1 thread": [s / 64 for s in seconds(
            lambda: fit_many(plan, tables[:64], workers=1, compiled=False), 3)],
        "`fit_many` of one table": seconds(lambda: fit_many(plan, tables[:1]), 9),
        "`fit` (posterior, dense design)": seconds(lambda: fit(tables[0], plan), 5),
        "`evaluate` (everything a report needs)": seconds(lambda: evaluate(tables[0], plan), 5),
    }  # fmt: skip
    if not has_compiler():
        del ours["batched, NumPy instead of compiled code, 1 thread"]
    rows = []
    for name, found in ours.items():
        fastest = f"{1e3 * min(found):.2f} ms"
        rows.append([f"Ligzda, {name}", f"{1e3 * median(found):.2f} ms", fastest, "–", "–"])

    def batched() -> list[float]:
        return [s / BATCH for s in seconds(lambda: fit_many(plan, tables, workers=2), 3)]

    peers: dict[str, Callable[[], dict[str, Any] | None]] = {
        "lme4 glmer (variances plugged in)": lambda: lme4(9),
        "nutpie, warm": lambda: peer([python, str(HERE / "peers.py"), "nutpie", "5"]),
        "PyMC, warm": lambda: peer([python, str(HERE / "peers.py"), "pymc", "2"]),
    }
    for name, measure in peers.items():
        # ours just before and just after, so that a busy machine slows both
        before, result, after = batched(), measure(), batched()
        if result is None:
            rows.append([name, "not installed", "–", "–", "–"])
            continue
        middle, own = median(result["seconds"]), median(before + after)
        ess = f"{median(result['ess']):,.0f}" if "ess" in result else "no draws"
        rows.append([
            f"{name} {result['version']}", f"{1e3 * middle:,.0f} ms",
            f"{1e3 * min(result['seconds']):,.0f} ms",
            f"{middle / own:,.0f} × ({1e3 * own:.2f} ms)", ess,
        ])  # fmt: skip
    header = [
        "engine",
        "median",
        "fastest",
        "median ÷ ours, batched on 2 threads, beside it",
        "smallest ESS",
    ]
    write("fit", f"{machine()}\n\n{table(header, rows)}")


if __name__ == "__main__":
    main()
