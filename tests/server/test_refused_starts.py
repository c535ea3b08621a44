"""What stands in the way of a start is said in words, and nothing is begun."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.waiting import PATIENCE


def start(data: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "ligzda.cli", "run", "--port", "0"],
        env={**os.environ, "LIGZDA_DATA": str(data), **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"LIGZDA_HTTPS": "1", "LIGZDA_DEMO": "1"}, "demo accounts"),
        ({"LIGZDA_HTTPS": "1"}, "LIGZDA_SMTP_URL"),
    ],
)
def test_a_public_host_is_no_demonstration(
    tmp_path: Path, environment: dict[str, str], words: str
) -> None:
    answer = start(tmp_path / "data", **environment)
    assert answer.returncode == 2
    assert words in answer.stderr
    assert not (tmp_path / "data").exists()


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    answer = start(tmp_path / "data")
    assert answer.returncode == 2
    assert f"the data folder {tmp_path / 'data'} cannot be used" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    ("content", "words"), [(b"short\n", "has 5 characters"), (b"\xff" * 50, "holds no text")]
)
def test_a_key_that_could_be_guessed_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "secret-key").write_bytes(content)
    answer = subprocess.run(
        [sys.executable, "-m", "ligzda.cli", "manage", "check"],
        env={**os.environ, "LIGZDA_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert answer.returncode == 2
    assert words in answer.stderr
    assert "Traceback" not in answer.stderr
