"""Write tests/slow.txt, the modules that `make quick` leaves out, from the times of a whole run.

    .venv/bin/python -m pytest -n 2 --dist loadscope --durations=0 -vv | \
        .venv/bin/python -m tests.slowest

Modules of which the run says nothing stay as they are in the file.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = HERE / "slow.txt"
LONGEST = 1.5
"""Seconds of a module in one worker, with all that is begun for it, from which it is slow."""
_TIMED = re.compile(r"^([\d.]+)s (?:setup|call|teardown)\s+tests/([^:\s]+)::")


def slow(lines: Iterable[str], before: Iterable[str] = ()) -> list[str]:
    """Return the slow modules by name, from a run's lines of durations and from those before."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for line in lines:
        if found := _TIMED.match(line):
            seconds[found[2]] += float(found[1])
    unseen = set(before) - seconds.keys()
    return sorted(unseen | {module for module, took in seconds.items() if took >= LONGEST})


def main() -> None:
    """Read a run from standard input."""
    there = [module for module in kept() if (HERE / module).exists()]
    FILE.write_text("\n".join(slow(sys.stdin, there)) + "\n", encoding="utf-8")


def kept() -> tuple[str, ...]:
    """Return the modules of the file."""
    return tuple(FILE.read_text("utf-8").split())


if __name__ == "__main__":
    main()
