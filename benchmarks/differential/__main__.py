"""`make differential`: many random models, and docs/validation.md rewritten by what came out.

Models that a grid settles by default; with ``--sampled`` those of every family and structure that
NUTS judges (the extra ``ligzda[nuts]``), in a section of their own.

`python -m benchmarks.differential 2000` is the night's run; `--seed 2 --only 41 73` judges models
41 and 73 of seed 2, says what came of them and leaves the page alone. With ``--kept FILE`` every
verdict is written there as it comes, a line each, and those that stand there are not made again:
a run that was broken off goes on where it was. Exit 1 where something was missed silently.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from benchmarks.differential.compare import Verdict, judge
from benchmarks.differential.heavy import draw_heavy
from benchmarks.differential.models import draw_case
from benchmarks.differential.page import replace_section, sampled_section, section
from benchmarks.differential.sampled import judge_structure

DOCS = Path(__file__).resolve().parents[2] / "docs"
Job = tuple[int, int]  # a model's number and the seed


def main() -> int:
    """Judge, write, and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="+", metavar="MODEL", help="judge these alone")
    parser.add_argument("--heavy", action="store_true", help="Student-t effects; no page")
    parser.add_argument("--sampled", action="store_true", help="every structure, judged by NUTS")
    parser.add_argument("--kept", type=Path, metavar="FILE", help="goes on where it was")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    jobs = [(number, arguments.seed) for number in arguments.only or range(arguments.models)]
    chosen = _judge_heavy if arguments.heavy else _judge_sampled if arguments.sampled else _judge
    processes = 1 if arguments.sampled else arguments.processes  # NUTS takes two cores by itself
    verdicts = judge_kept(jobs, chosen, arguments.kept, processes)
    if arguments.only or arguments.heavy:
        print(*verdicts, sep="\n")
        return int(any(verdict.silent_miss for verdict in verdicts))
    page = DOCS / "validation.md"
    new = (sampled_section if arguments.sampled else section)(verdicts, arguments.seed)
    page.write_text(replace_section(page.read_text("utf-8"), new), encoding="utf-8")
    print(new)
    return int(any(verdict.silent_miss for verdict in verdicts))


def judge_kept(
    jobs: Sequence[Job], judging: Callable[[Job], Verdict], kept: Path | None, processes: int
) -> list[Verdict]:
    """Return the verdicts in the order of the jobs; those of ``kept`` are not made again."""
    lines = kept.read_text("utf-8").splitlines() if kept and kept.is_file() else []
    known = {(line.pop("seed"), line["number"]): Verdict(**line) for line in map(json.loads, lines)}
    left = [(number, seed) for number, seed in jobs if (seed, number) not in known]
    with ProcessPoolExecutor(processes) as pool:
        for (number, seed), verdict in zip(left, pool.map(judging, left), strict=True):
            known[seed, number] = verdict
            if kept:
                with kept.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"seed": seed, **asdict(verdict)}) + "\n")
    return [known[seed, number] for number, seed in jobs]


def _judge_heavy(job: Job) -> Verdict:
    return judge(draw_heavy(*job))


def _judge_sampled(job: Job) -> Verdict:
    return judge_structure(*job)


def _judge(job: Job) -> Verdict:
    return judge(draw_case(*job))


if __name__ == "__main__":
    sys.exit(main())
