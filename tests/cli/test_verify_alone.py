"""`pip install ligzda[verify]`: the command with what it says that it needs, and nothing else."""

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from tests.methodology import forged
from tests.methodology.editions_made import edition

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
CHILD = """
import json, sys

class Closed:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        own = top in sys.stdlib_module_names or top.startswith("_sysconfigdata")
        if top not in allowed and not own:
            raise ModuleNotFoundError(f"no module of the house: {name}", name=name)

allowed, *runs = json.loads(sys.argv[1])
sys.meta_path.insert(0, Closed())
from ligzda.cli import main
print(json.dumps([main(run) for run in runs]))
"""


def name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found is not None
    return re.sub(r"[-_.]+", "-", found[0].lower())


def installed(of: list[str]) -> set[str]:
    """The distributions that these bring, without anybody's extras."""
    found, left = set[str](), [name(each) for each in of]
    while left:
        if (one := left.pop()) not in found:
            found.add(one)
            left += [name(each) for each in requires(one) or [] if ";" not in each]
    return found


@pytest.mark.slow
def test_five_words_are_right_without_anything_of_the_house(tmp_path: Path) -> None:
    extras = PROJECT["optional-dependencies"]
    there = installed([*PROJECT["dependencies"], *extras["verify"]])
    assert not there & {name(each) for each in extras["site"]}
    allowed = [top for top, of in packages_distributions().items() if {*map(name, of)} & there]
    files = {"genuine": forged.genuine("en"), "forged": forged.consistent()}
    for title, content in files.items():
        (tmp_path / f"{title}.pdf").write_bytes(content)
    (tmp_path / "log.jsonl").write_text(forged.log_of(edition()), encoding="utf-8")
    log = ["--log", str(tmp_path / "log.jsonl")]
    runs = [["verify", str(tmp_path / f"{title}.pdf"), *log] for title in files]
    done = subprocess.run(
        [sys.executable, "-c", CHILD, json.dumps([[*allowed, "ligzda"], *runs, ["run"]])],
        capture_output=True,
        text=True,
        check=True,
    )
    *lines, statuses = done.stdout.splitlines()
    assert json.loads(statuses) == [0, 1, 2], done.stderr
    words = [line for line in lines if re.match("intact|recomputes|worded|published|signed", line)]
    assert [line.partition(" ")[0] for line in words] == 2 * [
        "intact:", "recomputes:", "worded", "published:", "signed:",
    ]  # fmt: skip
    said = [re.match(r"[\w ]+: (\w+)", line) for line in words]
    assert [found and found[1] for found in said] == [
        "yes", "yes", "yes", "yes", "carries", "yes", "yes", "yes", "no", "carries",
    ]  # fmt: skip
    assert "pip install 'ligzda[site]'" in done.stderr
