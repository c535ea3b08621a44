"""Is the engine as sure as it should be? Writes docs/validation.md and its pictures.

    make validate

The seed fixes every replicate. `--only NAME …` takes some of the worlds, `--replicates N` other
numbers, `--print` prints the tables instead of writing the page. The world `outlier` has a section
of its own, which `--only outlier` writes alone.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # two processes, one thread each

from benchmarks.calibration import outlier
from benchmarks.calibration.page import tables, write
from benchmarks.calibration.replicates import run
from benchmarks.differential.page import replace_section

ROOT = Path(__file__).parents[1]
SEED = 20261123
OUTLIER, OUTLYING = "outlier", 2048
# worlds that a batch fits within milliseconds get more replicates
FAST = ("trial", "jtpa", "network", "normal", "summaries", "poisson", "gamma")
SLOW = ("bernoulli", "cloglog", "ordinal", "survival", "negative-binomial")
ONE_BY_ONE = (
    "jtpa", "network", "summaries", "cloglog", "poisson", "gamma", "survival", "bernoulli",
    "normal", "ordinal", "negative-binomial",
)  # fmt: skip


def jobs() -> list[tuple[str, str, int]]:
    """Return (world, engine, replicates)."""
    batch = [(name, "fit_many", 8192) for name in FAST]
    batch += [(name, "fit_many", 2048) for name in SLOW]
    return batch + [(name, "evaluate", 2048) for name in ONE_BY_ONE]


def main() -> None:
    """Run the jobs and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", nargs="+", metavar="NAME")
    parser.add_argument("--replicates", type=int)
    parser.add_argument("--print", action="store_true")
    options = parser.parse_args()
    wanted = [
        (name, engine, options.replicates or n)
        for name, engine, n in jobs()
        if options.only is None or name in options.only
    ]
    if options.only is None or OUTLIER in options.only:
        page = ROOT / "docs" / "validation.md"
        new = outlier.section(
            outlier.run(options.replicates or OUTLYING, options.seed), options.seed
        )
        if options.print:
            print(new)
        else:
            page.write_text(replace_section(page.read_text("utf-8"), new), encoding="utf-8")
        if options.only == [OUTLIER]:
            return
    start = time.perf_counter()
    results = run(wanted, seed=options.seed)
    minutes = (time.perf_counter() - start) / 60
    if options.print or options.only:
        print(tables(results))
    else:
        write(results, ROOT / "docs", seed=options.seed, minutes=minutes)


if __name__ == "__main__":
    main()
