"""`make differential`: many random models, and docs/validation.md rewritten by what came out.

`python -m benchmarks.differential 2000` is the night's run. Exit 1 where something was missed
silently.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.differential.compare import Verdict, judge
from benchmarks.differential.models import draw_case
from benchmarks.differential.page import replace_section, section

DOCS = Path(__file__).resolve().parents[2] / "docs"


def main() -> int:
    """Judge, write, and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    jobs = [(number, arguments.seed) for number in range(arguments.models)]
    with ProcessPoolExecutor(2) as pool:
        verdicts = list(pool.map(_judge, jobs, chunksize=8))
    page = DOCS / "validation.md"
    new = section(verdicts, arguments.seed)
    page.write_text(replace_section(page.read_text("utf-8"), new), encoding="utf-8")
    print(new)
    return int(any(verdict.silent_miss for verdict in verdicts))


def _judge(job: tuple[int, int]) -> Verdict:
    return judge(draw_case(*job))


if __name__ == "__main__":
    sys.exit(main())
