"""Missing outcomes at the command's face: what the plan registers, and what is asked beside it."""

import json
import random
import re
from pathlib import Path

import pytest
from tests.findings.files import PARTICIPANT_PLAN, participants_csv, write
from tests.findings.test_report import text_of

from ligzda.cli import main
from ligzda.findings.evaluation import EvaluationRecord, evaluate_files
from ligzda.findings.folder import write_report
from ligzda.findings.report import compose
from ligzda.publishing import Chart

WORD = PARTICIPANT_PLAN.replace("mid = 0.05", 'mid = 0.05\nmissing = "imputation"')
REGISTERED = (
    WORD
    + """
[missing]
imputations = 12
shifts = [{ usual = -1 }]
why = "those who are lost work less often"
[missing.tipping]
certainty = 0.8
shifts = [-3, -1.5, 1.5]
"""
)
FEW = WORD + "[missing]\nimputations = 6\n"


def some_missing() -> str:
    """Leave out the outcome of every fifth participant, in an order that a seed mixes."""
    header, *rows = participants_csv().splitlines()
    random.Random(7).shuffle(rows)
    rows = [row[:-1] if place % 5 == 0 else row for place, row in enumerate(rows)]
    return "\n".join([header, *rows]) + "\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> EvaluationRecord:
    return evaluate_files(*write(tmp_path_factory.mktemp("m"), some_missing(), REGISTERED))


def test_what_is_registered_stands_in_the_report(record: EvaluationRecord) -> None:
    analysis = record.evaluation.missing_analysis
    assert analysis is not None
    assert analysis.tipping is not None
    assert analysis.tipping.below is not None
    document, _ = compose(record, "en")
    text = text_of(document)
    for count in record.evaluation.missing:
        assert f"{count.arm} {count.participants:.0f} {count.missing:.0f}" in text
    assert "filled in by 12 draws" in text
    shifted = analysis.shifted[0].contrasts[0].probability
    assert shifted is not None
    assert f"usual −1.00 +{100 * shifted.mean:.1f}" in text
    assert "those who are lost work less often" in text
    below = f"{analysis.tipping.below:+.2f}".replace("-", "−")
    assert f"That changes at a shift of {below}" in text
    assert "not in the plan" not in text
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert any(below in chart.alternative for chart in charts)


def test_it_is_said_in_latvian(record: EvaluationRecord) -> None:
    text = text_of(compose(record, "lv")[0])
    assert "Trūkstošie iznākumi" in text
    assert "aizstāti ar 12 izlozēm" in text
    assert "usual −1,00" in text
    assert "Tas mainās, ja nobīde ir" in text


def test_every_form_carries_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], record: EvaluationRecord
) -> None:
    data, plan = write(tmp_path, some_missing(), REGISTERED)
    folder = tmp_path / "r"
    assert main(["evaluate", str(data), "--plan", str(plan), "--report", str(folder)]) == 0
    terminal = capsys.readouterr().out
    assert "usual −1.00" in terminal
    assert "That changes at a shift of" in " ".join(terminal.split())
    told = json.loads((folder / "evaluation.json").read_text("utf-8"))
    analysis = record.evaluation.missing_analysis
    assert analysis is not None
    assert analysis.tipping is not None
    assert told["evaluation"]["missing_analysis"]["tipping"]["below"] == analysis.tipping.below
    assert "options" not in told["provenance"]
    assert {"report.pdf", "report.docx", "index.html"} < {path.name for path in folder.iterdir()}


def test_what_is_asked_beside_the_plan_is_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, plan = write(tmp_path, some_missing(), FEW)
    asked = ["--tipping", "--shifts", "incubator=-1,usual=0.5", "--shifts", "usual=-2"]
    folder = tmp_path / "r"
    arguments = ["evaluate", str(data), "--plan", str(plan), "--report", str(folder), *asked]
    assert main([*arguments, "--language", "en"]) == 0
    assert "incubator −1.00; usual +0.50 (not in the plan)" in capsys.readouterr().out
    page = (folder / "index.html").read_text("utf-8")
    assert "The plan does not hold this check" in page
    assert "--tipping --shifts=incubator=-1,usual=0.5 --shifts=usual=-2" in page
    told = json.loads((folder / "evaluation.json").read_text("utf-8"))
    assert len(told["evaluation"]["missing_analysis"]["shifted"]) == 2
    assert told["evaluation"]["plan"]["missing"]["tipping"] is None


def test_where_nobody_is_missing_the_report_says_so(tmp_path: Path) -> None:
    record = evaluate_files(*write(tmp_path, participants_csv(), REGISTERED))
    assert record.evaluation.missing_analysis is None
    assert "The outcome is known for every participant" in text_of(compose(record, "en")[0])
    assert "Iznākums ir zināms visiem" in text_of(compose(record, "lv")[0])


def test_a_lower_outcome_is_told_in_its_good_direction(tmp_path: Path) -> None:
    plan = FEW.replace("mid = 0.05", 'mid = 0.05\nbetter = "lower"')
    record = evaluate_files(*write(tmp_path, some_missing(), plan))
    analysis = record.evaluation.missing_analysis
    assert analysis is not None
    p = 1 - analysis.at_random.contrasts[0].p_positive
    assert p < 0.5
    row = re.search(r"fared alike \S+ \S+ … \S+ (\d+)%", text_of(compose(record, "en")[0]))
    assert row
    assert int(row[1]) == round(100 * p)


@pytest.mark.parametrize(
    ("plan", "asked", "words"),
    [
        (PARTICIPANT_PLAN, ["--tipping"], ["outcome.missing", 'missing = "imputation"']),
        (PARTICIPANT_PLAN, ["--shifts", "usual=1"], ["outcome.missing", "--shifts"]),
        (FEW, ["--shifts", "usuall=1"], ["“usuall”", "usual"]),
    ],
)
def test_what_cannot_be_done_is_refused(
    plan: str, asked: list[str], words: list[str], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    data, path = write(tmp_path, some_missing(), plan)
    folder = tmp_path / "r"
    assert main(["evaluate", str(data), "--plan", str(path), "--report", str(folder), *asked]) == 2
    message = capsys.readouterr().err
    assert all(word in message for word in words), message
    assert not folder.exists()


@pytest.mark.parametrize("shifts", ["usual", "usual=", "=1", "usual=one", "a=1,a=2", "usual=nan"])
def test_a_shift_that_is_none_is_refused(shifts: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", "d.csv", "--plan", "p.toml", "--shifts", shifts])
    assert stopped.value.code == 2
    assert "--shifts" in capsys.readouterr().err


def test_the_same_inputs_give_the_same_bytes(record: EvaluationRecord, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_report(record, tmp_path / name, "lv")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
