"""What ended by itself is started again, later each time, and not for ever."""

from dataclasses import dataclass, field

import pytest

from ligzda.errors import LigzdaError
from ligzda.server.supervisor import GaveUpError, Supervisor


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Part:
    """Runs until the test ends it."""

    name: str
    clock: Clock
    running: bool = True
    refuses: bool = False
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        if self.refuses:
            raise LigzdaError("not now")
        self.starts.append(self.clock.now)
        self.running = True

    def is_running(self) -> bool:
        return self.running


@pytest.fixture
def clock() -> Clock:
    return Clock()


def look(supervisor: Supervisor, clock: Clock, seconds: int) -> None:
    """Four looks a second, for some seconds of this clock."""
    for _ in range(4 * seconds):
        supervisor.look()
        clock.now += 0.25


def test_what_runs_is_left_alone(clock: Clock) -> None:
    part = Part("web server", clock)
    look(Supervisor([part], say=pytest.fail, clock=clock), clock, 100)
    assert part.starts == []


def test_what_ended_starts_again_after_a_second_and_the_others_run_on(clock: Clock) -> None:
    said: list[str] = []
    ended, other = Part("worker", clock, running=False), Part("web server", clock)
    look(Supervisor([ended, other], say=said.append, clock=clock), clock, 10)
    assert ended.starts == [1.0]
    assert other.starts == []
    assert [line.split(";")[0] for line in said] == [
        "The worker ended by itself",
        "The worker runs again",
    ]


def test_each_further_wait_is_twice_as_long_and_ends_at_half_a_minute(clock: Clock) -> None:
    part = Part("worker", clock)
    supervisor = Supervisor([part], say=lambda _: None, clock=clock)
    waits = []
    for _ in range(8):
        look(supervisor, clock, 20)
        part.running = False
        ended = clock.now
        look(supervisor, clock, 31)
        waits.append(part.starts[-1] - ended)
        clock.now = part.starts[-1] + 20
        supervisor.look()
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]


def test_what_has_run_for_a_minute_is_forgiven(clock: Clock) -> None:
    part = Part("worker", clock)
    supervisor = Supervisor([part], say=lambda _: None, clock=clock)
    waits = []
    for _ in range(3):
        look(supervisor, clock, 70)
        part.running = False
        ended = clock.now
        look(supervisor, clock, 5)
        waits.append(part.starts[-1] - ended)
    assert waits == [1, 1, 1]


def test_five_ends_within_a_minute_are_no_accident(clock: Clock) -> None:
    part = Part("worker", clock, running=False, refuses=True)
    supervisor = Supervisor([part], say=lambda _: None, clock=clock)
    with pytest.raises(GaveUpError, match="the worker did not start"):
        look(supervisor, clock, 60)
    assert part.starts == []


def test_a_start_that_is_refused_is_tried_again(clock: Clock) -> None:
    part = Part("database", clock, running=False, refuses=True)
    supervisor = Supervisor([part], say=lambda _: None, clock=clock)
    look(supervisor, clock, 2)
    part.refuses = False
    look(supervisor, clock, 5)
    assert part.starts == [3.0]
