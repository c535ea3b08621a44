"""A question is computed in a process of its own: too dear, it ends alone, and says so."""

import json

import psutil
import pytest
from procrastinate.exceptions import JobAborted
from tests.waiting import until

from ligzda.languages import CODES
from ligzda.trial import runs
from ligzda.trial.confined import STOPPED, ComputationError, confined
from ligzda.trial.power.models import DesignRun

HERE = "tests.trial.computations"


def never() -> bool:
    return False


def test_the_answer_and_the_way_to_it_come_back() -> None:
    heard: list[tuple[int, int]] = []
    assert confined(f"{HERE}:double", 21, lambda *how: heard.append(how), never) == 42
    assert heard == [(1, 2)]


def test_a_refusal_comes_back_in_its_words() -> None:
    with pytest.raises(ComputationError, match="leaves the range"):
        confined(f"{HERE}:refuse", "leaves the range", lambda *_: None, never)


@pytest.mark.parametrize(
    ("function", "question"), [("eat", 2**31), ("spin", None)], ids=["memory", "time"]
)
def test_what_takes_too_much_is_ended(function: str, question: object) -> None:
    with pytest.raises(ComputationError) as caught:
        confined(
            f"{HERE}:{function}", question, lambda *_: None, never,
            most_bytes=2**31, most_seconds=5,
        )  # fmt: skip
    assert caught.value.problem == ""


def test_asked_to_stop_it_leaves_no_process_behind() -> None:
    started: list[int] = []
    answer = confined(
        f"{HERE}:sleep", None, lambda pid, _: started.append(pid), lambda: bool(started)
    )
    assert answer is STOPPED
    until(lambda: not psutil.pid_exists(started[0]), lambda: "it lives on")


@pytest.fixture
def row(db: None) -> DesignRun:
    return DesignRun.objects.create(key="a" * 64, question={}, total=1)


def test_a_reader_is_told_in_their_language_what_was_too_dear(
    row: DesignRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*given: object) -> None:
        raise ComputationError("")

    monkeypatch.setattr(runs, "confined", end)
    runs.carry_out(DesignRun, row.key, f"{HERE}:double", never)
    row.refresh_from_db()
    assert not row.waits
    assert set(json.loads(row.problem)) == set(CODES)
    assert "fewer designs" in json.loads(row.problem)["en"]


def test_a_question_that_was_stopped_waits_on(
    row: DesignRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "confined", lambda *_: STOPPED)
    with pytest.raises(JobAborted):
        runs.carry_out(DesignRun, row.key, f"{HERE}:double", never)
    row.refresh_from_db()
    assert row.waits
