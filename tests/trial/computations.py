"""What tests/trial/test_confined.py computes in a process of its own: that has no Django."""

import os
from collections.abc import Callable
from threading import Event

from tests.waiting import PATIENCE

Progress = Callable[[int, int], None]


def double(question: int, progress: Progress) -> int:
    progress(1, 2)
    return 2 * question


def refuse(question: str, progress: Progress) -> None:
    raise ValueError(question)


def eat(question: int, progress: Progress) -> int:
    return len(bytearray(question))


def spin(question: None, progress: Progress) -> None:
    while True:
        pass


def sleep(question: None, progress: Progress) -> None:
    progress(os.getpid(), 0)
    Event().wait(PATIENCE)
