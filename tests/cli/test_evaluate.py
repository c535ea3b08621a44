"""`ligzda evaluate` on good input: the answer in the terminal, as JSON, as a report."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.findings.files import PLAN, cells_csv, write

from ligzda.cli import main

pytestmark = pytest.mark.usefixtures("kept_engine")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(["evaluate", *map(str, arguments)]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    return output.out


def test_it_works(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    text = run(capsys, data, "--plan", plan)
    assert "Paid work after a year" in text
    assert "incubator against usual help" in text
    assert "A new site" in text
    assert "355 participants, 6 sites" in text
    assert max(map(len, text.splitlines())) <= 100
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.csv", "plan.toml"]


def test_all_sites_are_counted_also_those_without_the_headline(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path(__file__).resolve().parents[2] / "examples" / "thrombolytic"
    text = run(capsys, folder / "data.csv", "--plan", folder / "plan.toml")
    assert "146,528 participants, 28 sites" in text


SCHOOLS = "school;effect;se\nA;28;15\nB;8;10\nC;-3;16\n"
EFFECTS = """
[outcome]
name = "coaching"
family = "normal"
value = "effect"
se = "se"
[roles]
site = "school"
[[terms]]
name = "average"
kind = "fixed"
prior = "normal(0, 50)"
[[terms]]
name = "school"
kind = "random"
columns = ["school"]
sd = "half-normal(10)"
"""


def test_published_effects_are_averaged(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text(SCHOOLS, "utf-8")
    (tmp_path / "p.toml").write_text(EFFECTS, "utf-8")
    text = run(capsys, tmp_path / "d.csv", "--plan", tmp_path / "p.toml")
    assert "3 published estimates, 3 sites" in text
    assert "A new site" in text
    assert "+28.0 (15.0)" in text
    folder = tmp_path / "report"
    run(capsys, tmp_path / "d.csv", "--plan", tmp_path / "p.toml", "--report", folder)
    page = (folder / "index.html").read_text("utf-8").replace("\u00a0", " ")
    assert "balstās uz 3 publicētiem novērtējumiem no 3 vietām" in page


def test_a_plan_without_comparisons_shows_its_coefficients(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "d.csv").write_text("n,y\n40,10\n60,25\n", "utf-8")
    plan = EFFECTS.replace("normal", "binomial", 1).replace('value = "effect"', 'successes = "y"')
    plan = plan.replace('se = "se"', 'trials = "n"').replace('site = "school"', "")
    plan = plan[: plan.rindex("[[terms]]")].replace("normal(0, 50)", "normal(0, 2)")
    (tmp_path / "p.toml").write_text(plan, "utf-8")
    folder = tmp_path / "report"
    text = run(capsys, tmp_path / "d.csv", "--plan", tmp_path / "p.toml", "--report", folder)
    assert "100 participants\n" in text
    assert re.search(r"coefficient +mean +95% interval", text)
    assert "Koeficienti" in (folder / "index.html").read_text("utf-8")


def test_json_is_everything_in_full_precision(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data, plan = write(tmp_path)
    found = json.loads(run(capsys, data, "--plan", plan, "--json"))
    (contrast,) = found["evaluation"]["contrasts"]
    assert contrast["name"] == "incubator against usual help"
    assert contrast["link"]["lower"] < contrast["link"]["mean"] < contrast["link"]["upper"]
    assert len(repr(contrast["link"]["mean"])) > 12
    assert found["provenance"]["seed"] == 1
    assert found["rows"] == 12
    assert "participants in the cell" not in json.dumps(found["evaluation"]["plan"])


def test_the_seed_is_used_and_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    found = [
        json.loads(run(capsys, data, "--plan", plan, "--json", "--seed", seed))["evaluation"]
        for seed in (1, 2, 2)
    ]
    assert [item["seed"] for item in found] == [1, 2, 2]
    assert found[1] == found[2]
    assert found[0]["new_site"] != found[1]["new_site"]


def test_a_report_is_a_folder_of_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    folder = tmp_path / "new" / "report"
    text = run(capsys, data, "--plan", plan, "--report", folder, "--language", "en")
    assert f"Report: {folder / 'index.html'}" in text
    assert sorted(path.name for path in folder.iterdir()) == [
        "data.csv", "evaluation.json", "index.html", "plan.toml", "report.docx", "report.pdf",
    ]  # fmt: skip
    assert [path.name for path in folder.parent.iterdir()] == ["report"]
    assert (folder / "data.csv").read_bytes() == data.read_bytes()


def test_the_folder_one_stands_in_will_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, plan = write(tmp_path)
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    run(capsys, data, "--plan", plan, "--report", ".")
    assert (folder / "report.pdf").exists()


def test_an_earlier_report_is_replaced(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    folder = tmp_path / "report"
    run(capsys, data, "--plan", plan, "--report", folder, "--language", "lv")
    run(capsys, data, "--plan", plan, "--report", folder, "--language", "en")
    assert '<html lang="en">' in (folder / "index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.csv", "plan.toml", "report"]


def test_an_earlier_report_with_a_guest_is_left_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data, plan = write(tmp_path)
    folder = tmp_path / "report"
    run(capsys, data, "--plan", plan, "--report", folder)
    (folder / "minutes.docx").write_bytes(b"mine")
    assert main(["evaluate", str(data), "--plan", str(plan), "--report", str(folder)]) == 2
    assert "minutes.docx" in [path.name for path in folder.iterdir()]


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """In two processes with different hash seeds, into two folders."""
    data, plan = write(tmp_path)
    found = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [
                sys.executable, "-m", "ligzda.cli", "evaluate", data, "--plan", plan,
                "--report", folder,
            ],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )  # fmt: skip
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert found[0] == found[1]


def test_the_date_is_that_of_the_inputs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, plan = write(tmp_path)
    os.utime(data, (0, 1_458_172_800))  # 17 March 2016
    os.utime(plan, (0, 1_400_000_000))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert '"date": "2016-03-17"' in run(capsys, data, "--plan", plan, "--json")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert '"date": "2020-09-13"' in run(capsys, data, "--plan", plan, "--json")


def test_django_is_not_imported(tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    code = (
        "import sys; from ligzda.cli import main; "
        f"main(['evaluate', {str(data)!r}, '--plan', {str(plan)!r}, '--report', "
        f"{str(tmp_path / 'report')!r}]); "
        "print([name for name in ('django', 'altair', 'pandas', 'duckdb') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    data, plan = write(tmp_path)
    done = subprocess.run(
        f"{sys.executable} -m ligzda.cli evaluate {data} --plan {plan} --json | head -c 10",
        shell=True,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    assert capsys.readouterr().out.count(".") == 2


def test_no_verb_is_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])
    assert caught.value.code == 2
    assert "VERB" in capsys.readouterr().err


def test_one_arm_gives_no_comparison_but_a_report(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A plan without arms: nothing to compare, and the report says what there is."""
    start, rest = PLAN.split('[[terms]]\nname = "incubator"\n')
    plan_text = (
        start.replace('arm = "arm"\n', "")
        .replace('control = "usual"\n', "")
        .replace('arms = ["incubator", "usual"]\n', "")
        + '[[terms]]\nname = "site"\n'
        + rest.split('name = "site"\n')[1].split("[[terms]]")[0]
    )
    data, plan = write(tmp_path, cells_csv(), plan_text)
    text = run(capsys, data, "--plan", plan, "--report", tmp_path / "report")
    assert "standard deviation of" in text
    assert (tmp_path / "report" / "report.pdf").exists()
