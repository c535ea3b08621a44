"""Say what is going on: one line a step, with its time when it is done."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def step(label: str) -> Iterator[Callable[[str], None]]:
    """Print `label …`, then what `say` is told and the seconds it took.

    On a terminal the line grows in place; in a log the step's beginning and end are lines.
    """
    started = time.monotonic()
    told: list[str] = []
    print(f"  {label} … ", end="" if sys.stdout.isatty() else "\n", flush=True)
    yield told.append
    seconds = time.monotonic() - started
    text = ", ".join([*told, f"{seconds:.1f} s"])
    print(text if sys.stdout.isatty() else f"  {label}: {text}", flush=True)
