"""Suppressed cells and time: ours beside τ-Argus' optimal on the same tables, in one run.

    PYTHONPATH=src python benchmarks/bench_disclosure.py .venv-bench/bin/python

The argument is a Python that has pytauargus; each of its tables runs in a process of its own, for
at most LIMIT seconds, because a native call cannot be interrupted. Both hold the same cells
primary: fewer than five people, zeros shown. The ranges differ: ours keeps 0 to 5 of each of them,
τ-Argus 0 to twice the value. Rewrites the table in docs/disclosure.md.
"""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from ligzda.disclosure import Dimension, Place, Release, Table, attack, protect

LIMIT, DOC = 120, Path(__file__).parents[1] / "docs" / "disclosure.md"
TABLES = (((9, 8), 300), ((9, 5, 4), 600), ((9, 5, 4), 2_000))
NAMES = "abc"
PEER = """
import json, sys, time
import pandas, pytauargus
rows, names = json.load(sys.stdin)
frame = pandas.DataFrame(rows, columns=names); frame["one"] = 1
began = time.perf_counter()
found = pytauargus.protect(frame, [names], "one", safety_rules="FREQ(5,100)", suppress="OPT(1,2)")
took = time.perf_counter() - began
states = [str(row["status"]) for row in found.tables[0].rows]
print(json.dumps([sum(each in "UM" for each in states), took]))
"""


def draw(shape: tuple[int, ...], people: int, seed: int) -> dict[Place, float]:
    rng = np.random.default_rng(seed)
    shares = np.ones(())
    for size in shape:
        shares = np.multiply.outer(shares, rng.dirichlet(np.full(size, 2.0)))
    shares = shares * rng.gamma(1, size=shape)
    counts = rng.multinomial(people, (shares / shares.sum()).ravel()).reshape(shape)
    return {
        tuple(f"{NAMES[at]}{code:02}" for at, code in enumerate(place)): float(value)
        for place, value in np.ndenumerate(counts)
    }


def peer(python: str, cells: dict[Place, float], names: list[str]) -> tuple[int, float] | None:
    rows = [place for place, value in cells.items() for _ in range(int(value))]
    try:
        done = subprocess.run(
            [python, "-c", PEER], input=json.dumps([rows, names]), capture_output=True,
            text=True, timeout=LIMIT, check=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        print(getattr(error, "stderr", error), file=sys.stderr)
        return None
    number, took = json.loads(done.stdout.splitlines()[-1])
    return number, took


def main(python: str) -> None:
    lines = [
        (
            "| table, people | primary | ours: suppressed / time | τ-Argus OPT: suppressed / time "
            "| ratio | solved |"
        ),
        "|---|---|---|---|---|---|",
    ]
    for shape, people in TABLES:
        cells = draw(shape, people, seed=1)
        dimensions = tuple(
            Dimension.flat(
                NAMES[at], [f"{NAMES[at]}{code:02}" for code in range(size)], sensitive=False
            )
            for at, size in enumerate(shape)
        )
        table = Table.from_cells(dimensions, cells)
        began = time.perf_counter()
        protected = protect(Release("bench", (table,)))
        took = time.perf_counter() - began
        hidden = len(protected.tables[0].suppressed())
        solved = sum(one.solved for one in attack(protected.tables))
        theirs = peer(python, cells, list(NAMES[: len(shape)]))
        said = f"{theirs[0]} / {theirs[1]:.1f} s" if theirs else f"– / > {LIMIT} s, or absent"
        ratio = f"{hidden / theirs[0]:.2f}" if theirs else "–"
        size = " × ".join(map(str, shape))
        lines.append(
            f"| {size}, {people} | {len(protected.tables[0].needs)} | {hidden} / {took:.1f} s | "
            f"{said} | {ratio} | {solved} |"
        )
        print(lines[-1], flush=True)
    text = DOC.read_text("utf-8")
    between = "<!-- bench -->\n" + "\n".join(["", *lines, ""]) + "<!-- /bench -->"
    DOC.write_text(re.sub(r"<!-- bench -->.*<!-- /bench -->", between, text, flags=re.S), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "python")
