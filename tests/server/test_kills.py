"""Whatever of the house is killed comes back by itself, and nothing acknowledged is lost."""

import shutil
from pathlib import Path

import pytest
from tests.postgres import copy_cluster
from tests.server.kills import VICTIMS, kill
from tests.server.kills_reminders import PORTION, kill_while_reminding

pytestmark = pytest.mark.slow


def test_each_part_is_killed_once(tmp_path: Path, evaluations: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    copy_cluster(data / "pg")
    shutil.copytree(evaluations, data / "evaluations")
    outcome = kill(data, len(VICTIMS))
    assert set(outcome.seconds) == {name for name, _find in VICTIMS}
    assert outcome.comments
    assert outcome.notices
    assert (outcome.lost, outcome.twice) == ([], [])
    assert (outcome.letters_lost, outcome.letters_twice) == ([], [])


def test_a_reminder_is_sent_once_though_the_workers_are_killed(
    tmp_path: Path, evaluations: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    copy_cluster(data / "pg")
    shutil.copytree(evaluations, data / "evaluations")
    outcome = kill_while_reminding(data, 2)
    assert outcome.due >= PORTION
    assert (outcome.lost, outcome.twice) == (0, 0)
