"""Waiting for an event: the only place of the tests where a clock is read.

How long a thing takes is for benchmarks. A test waits until it has happened; that the wait ends
at all is for the day on which it never does, so the end lies beyond any machine's slowness.
"""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

PATIENCE = 600.0
"""Seconds after which a thing counts as never coming; also for subprocesses and connections."""


def until(question: Callable[[], Answer], never: Callable[[], str]) -> Answer:
    """Ask until the answer is true, and return it.

    Raises AssertionError, with what `never` says then, where it has not come in PATIENCE.
    """
    end = time.monotonic() + PATIENCE
    while not (answer := question()):
        if time.monotonic() > end:
            raise AssertionError(never())
        time.sleep(0.02)
    return answer
