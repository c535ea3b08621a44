"""Whatever of the house is killed comes back by itself, and nothing acknowledged is lost."""

import shutil
from pathlib import Path

import pytest
from tests.postgres import copy_cluster
from tests.server.kills import VICTIMS, kill

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
