"""A child process of `ligzda run`, made by a fork: it has all that its parent has imported.

Every child watches a pipe that only the parent holds open: should the parent be killed outright,
the pipe closes and the child ends, so nothing is left holding the port (ADR 0003).
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.process import BaseProcess

_FORK = multiprocessing.get_context("fork")


class Tie:
    """The pipe by which children learn that their parent is gone."""

    def __init__(self) -> None:
        self._watched, self._held = os.pipe()

    def cut(self) -> None:
        """Ask every child to end."""
        with suppress(OSError):
            os.close(self._held)

    def end_with_parent(self) -> None:
        """In a child: end, as if asked by SIGTERM, when the parent does."""
        os.close(self._held)

        def wait() -> None:
            os.read(self._watched, 1)
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=wait, daemon=True).start()


class Child:
    """A process that serves until it is asked to end. A Part of the supervisor."""

    def __init__(
        self, name: str, serve: Callable[[], None], tie: Tie, before: Callable[[], None]
    ) -> None:
        self.name = name
        self._serve, self._tie, self._before = serve, tie, before
        self._process: BaseProcess | None = None

    def start(self) -> None:
        """Fork; `before` lets go of what two processes must not share."""
        self._before()
        self._process = _FORK.Process(target=self._run, name=self.name)
        self._process.start()

    def is_running(self) -> bool:
        """Whether it runs; one that has ended leaves the system's table."""
        return self._process is not None and self._process.is_alive()

    def end(self, seconds: float) -> None:
        """Wait until it has ended, and after so many seconds end it."""
        if self._process is not None:
            self._process.join(seconds)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()

    def _run(self) -> None:
        os.setsid()  # Ctrl-C in the terminal is the parent's to handle
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._tie.end_with_parent()
        self._serve()
