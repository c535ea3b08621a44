"""What runs is watched, and what ended by itself is started again (ADR 0070).

Nothing here knows what it watches. The first start again comes after a second, each further one
after twice the wait, until something has run for a minute; five ends within one are no accident,
and then whoever watches the house – systemd, a person – has to know.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ligzda.errors import LigzdaError

FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
MINUTE = 60.0
MOST_ENDS = 5


class Part(Protocol):
    """Something that is kept running."""

    @property
    def name(self) -> str:
        """What people call it."""

    def start(self) -> None:
        """Start it. Raises LigzdaError where it cannot be started now."""

    def is_running(self) -> bool:
        """Whether it runs."""


class GaveUpError(LigzdaError):
    """A part ended too often within a minute."""


@dataclass
class _Watched:
    part: Part
    since: float
    """When it was started last."""
    wait: float = FIRST_WAIT
    due: float | None = None
    """When to start it again; None while it runs."""
    ends: "deque[float]" = field(default_factory=lambda: deque(maxlen=MOST_ENDS))


class Supervisor:
    """Keeps parts running, in their order: what others stand on comes first."""

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        say: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._say, self._clock = say, clock
        self._watched = [_Watched(part, clock()) for part in parts]

    def look(self) -> None:
        """Look at every part once, and start again what is due. Raises GaveUpError."""
        for each in self._watched:
            if each.due is None and not each.part.is_running():
                self._ended(each, "ended by itself")
            if each.due is not None and self._clock() >= each.due:
                self._start(each)

    def _ended(self, each: _Watched, how: str) -> None:
        now = self._clock()
        if now - each.since >= MINUTE:
            each.wait = FIRST_WAIT
        each.ends.append(now)
        if len(each.ends) == MOST_ENDS and now - each.ends[0] <= MINUTE:
            raise GaveUpError(
                f"the {each.part.name} {how}, {MOST_ENDS} times within a minute; "
                "what it wrote before that says why"
            )
        each.due = now + each.wait
        self._say(f"The {each.part.name} {how}; it is started again in {each.wait:.0f} s")
        each.wait = min(2 * each.wait, LONGEST_WAIT)

    def _start(self, each: _Watched) -> None:
        try:
            each.part.start()
        except LigzdaError as error:
            self._ended(each, f"did not start ({error})")
            return
        each.since, each.due = self._clock(), None
        self._say(f"The {each.part.name} runs again")
