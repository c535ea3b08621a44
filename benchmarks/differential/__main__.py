"""`make differential`: many random models, and docs/validation.md rewritten by what came out.

`python -m benchmarks.differential 2000` is the night's run; `--seed 2 --only 41 73` judges models
41 and 73 of seed 2, says what came of them and leaves the page alone. Exit 1 where something was
missed silently.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.differential.compare import Verdict, judge
from benchmarks.differential.heavy import draw_heavy
from benchmarks.differential.models import draw_case
from benchmarks.differential.page import replace_section, section

DOCS = Path(__file__).resolve().parents[2] / "docs"


def main() -> int:
    """Judge, write, and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="+", metavar="MODEL", help="judge these alone")
    parser.add_argument("--heavy", action="store_true", help="Student-t effects; no page")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    jobs = [(number, arguments.seed) for number in arguments.only or range(arguments.models)]
    chosen = _judge_heavy if arguments.heavy else _judge
    with ProcessPoolExecutor(arguments.processes) as pool:
        verdicts = list(pool.map(chosen, jobs, chunksize=1 if arguments.heavy else 8))
    if arguments.only or arguments.heavy:
        print(*verdicts, sep="\n")
        return int(any(verdict.silent_miss for verdict in verdicts))
    page = DOCS / "validation.md"
    new = section(verdicts, arguments.seed)
    page.write_text(replace_section(page.read_text("utf-8"), new), encoding="utf-8")
    print(new)
    return int(any(verdict.silent_miss for verdict in verdicts))


def _judge_heavy(job: tuple[int, int]) -> Verdict:
    return judge(draw_heavy(*job))


def _judge(job: tuple[int, int]) -> Verdict:
    return judge(draw_case(*job))


if __name__ == "__main__":
    sys.exit(main())
