"""What looks at a commit is pinned with everything else, and finds nothing in what is committed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CONFIG = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text("utf-8"))
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in CONFIG["repos"][0]["hooks"]}


def command(hook: str, *more: str) -> list[str]:
    program, *options = HOOKS[hook]["entry"].split()
    return [str(BIN / Path(program).name), *options, *more]


def passed(*words: str, cwd: Path = REPOSITORY) -> None:
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_hook_runs_a_tool_that_the_lock_pins() -> None:
    assert [repo["repo"] for repo in CONFIG["repos"]] == ["local"], "others would be fetched"
    locked = set(
        re.findall(
            r"^([\w-]+)==", (REPOSITORY / "requirements/dev.txt").read_text("utf-8"), re.MULTILINE
        )
    )
    tools = {Path(hook["entry"].split()[0]).name for hook in HOOKS.values()}
    assert tools <= locked | {"lint-imports", "python"}
    assert {"ruff", "djade", "typos", "pyproject-fmt", "django-upgrade"} <= tools
    assert all(hook["language"] == "system" for hook in HOOKS.values())


def test_no_word_is_misspelt() -> None:
    passed(*command("typos", "."))


def test_pyproject_has_its_form() -> None:
    passed(*command("pyproject-fmt", "--check", "pyproject.toml"))


@pytest.mark.slow
def test_nothing_is_written_for_an_older_django(tmp_path: Path) -> None:
    """It rewrites what it finds, so it reads copies."""
    copies = []
    for folder in ("src", "tests"):
        for path in (REPOSITORY / folder).rglob("*.py"):
            if "migrations" not in path.parts:
                copy = tmp_path / path.relative_to(REPOSITORY)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copies.append(str(shutil.copy(path, copy)))
    passed(*command("django-upgrade", *copies))
