"""A line on stderr for every step that takes longer than a second, where someone watches."""

import sys
from threading import Timer

PATIENCE_SECONDS = 1.0


class Progress:
    """Names the step at hand once it has taken a second; silent where stderr is no terminal."""

    def __init__(self) -> None:
        self._timer: Timer | None = None

    def step(self, name: str) -> None:
        """Say what begins now."""
        self.done()
        if sys.stderr.isatty():
            self._timer = Timer(PATIENCE_SECONDS, self._show, (name,))
            self._timer.daemon = True
            self._timer.start()

    def done(self) -> None:
        """Say that the last step has ended."""
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _show(self, name: str) -> None:
        print(f"{name} …", file=sys.stderr, flush=True)
