"""`ligzda decide`: closed forms at its face, both languages, refusals that change nothing."""

import json
import re
import zipfile
from pathlib import Path

import numpy as np
import pypdf
import pytest
from tests.evidence.decision.test_information import two_options, unit_loss
from tests.findings.test_no_english import ENGLISH
from tests.findings.test_report import text_of

from ligzda.cli import main
from ligzda.evidence import PlanError
from ligzda.findings import decision_toml, decision_values
from ligzda.findings.decision import DecisionRecord, decide_files
from ligzda.findings.decision_report import compose_decision
from ligzda.findings.decision_toml import parse_decision
from ligzda.publishing import Chart, Heading

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "which-model" / "decision.toml"

# Net benefit of “new” is θ + rest, of “old” 0, as in the tests of the engine.
NORMAL = """
title = "Two options"
[decision]
options = ["old", "new"]
perspective = "municipality"
price_year = 2026
discount_rate = 0.03
[effect]
name = "gain"
unit = "point"
draws = "draws.csv"
columns = { old = "effect_old", new = "effect_new" }
[cost]
net = true
draws = "draws.csv"
columns = { old = "cost_old", new = "cost_new" }
[willingness]
at = 1
[population]
name = "everybody"
people_per_year = 100
years = 1
[[parameters]]
name = "theta"
columns = ["theta"]
[[studies]]
name = "more"
arms = ["new"]
sizes = [5, 25, 100]
sd = 5
"""
BESIDE = """
[[criteria]]
name = "gain"
of = "effect"
worst = -5
best = 5
[[criteria]]
name = "the study's arm"
of = "own"
draws = "draws.csv"
columns = { old = "effect_old", new = "theta" }
why = "It stands beside the effect."
worst = -5
best = 5
"""


def normal_case(folder: Path, noise: float = 1.0) -> Path:
    """The engine's normal problem as files: effects are θ and its study's arm, costs the rest."""
    theta, benefit = two_options(5, 0.3, 1.0, noise)
    rest = benefit[:, 1] - theta
    rows = zip(theta, rest, strict=True)
    lines = [f"0,{t!r},0,{-r!r},{t!r}" for t, r in ((float(t), float(r)) for t, r in rows)]
    head = "effect_old,effect_new,cost_old,cost_new,theta"
    (folder / "draws.csv").write_text("\n".join([head, *lines]) + "\n", "utf-8")
    plan = folder / "decision.toml"
    plan.write_text(NORMAL, "utf-8")
    return plan


@pytest.fixture(scope="module")
def example() -> DecisionRecord:
    return decide_files(EXAMPLE)


def test_two_normal_options_have_their_closed_forms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["decide", str(normal_case(tmp_path)), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["decision"]
    both = float(np.hypot(1, 1))
    whole, part = found["perfect"]["evpi"], found["perfect"]["parameters"][0]["evppi"]
    assert abs(whole["value"] - both * unit_loss(0.3 / both)) < 3 * whole["se"]
    assert abs(part["value"] - unit_loss(0.3)) < 3 * part["se"]
    for size in found["studies"][0]["information"]["sizes"]:
        spread = 1 / np.sqrt(1 + 25 / size["size"])
        exact = spread * unit_loss(0.3 / spread)
        assert abs(size["evsi"]["value"] - exact) < 3 * size["evsi"]["se"]
    # One year's people come at its middle.
    people = 100 * 1.03**-0.5
    assert found["over_people"]["people"] == pytest.approx(people)
    assert found["over_people"]["total"]["value"] == pytest.approx(people * whole["value"])


def test_structure_that_the_simpler_regression_left_is_told(tmp_path: Path) -> None:
    path = normal_case(tmp_path)
    x = np.random.default_rng(6).standard_normal((2000, 4))
    head = "effect_old,effect_new,cost_old,cost_new,x,y,z"
    rows = np.column_stack(
        [0 * x[:, 0], x[:, :3].prod(axis=1), 0 * x[:, 0], 0.3 * x[:, 3], x[:, :3]]
    )
    np.savetxt(tmp_path / "draws.csv", rows, delimiter=",", header=head, comments="", fmt="%.9g")
    plan = NORMAL.replace('columns = ["theta"]', 'columns = ["x", "y", "z"]')
    path.write_text(plan[: plan.index("[[studies]]")], "utf-8")
    record = decide_files(path)
    found = record.decision.perfect.parameters[0].evppi
    true = float(np.maximum(rows[:, 1], 0).mean() - max(rows[:, 1].mean(), 0))
    assert abs(found.value - true) < 2 * found.se
    latvian, english = (compose_decision(record, language)[0] for language in ("lv", "en"))
    assert "bagātākā deva" in str(latvian.blocks)
    assert "the richer one gave" in str(english.blocks)


def test_costs_of_later_years_are_discounted(tmp_path: Path) -> None:
    plan = NORMAL.replace(
        'net = true\ndraws = "draws.csv"\n', "[cost.amounts]\nold = [0, 0]\nnew = [100, 100.50]\n"
    )
    plan = plan.replace('columns = { old = "cost_old", new = "cost_new" }\n', "")
    path = normal_case(tmp_path)
    path.write_text(plan + "[together]\ncorrelation = 0\n", "utf-8")
    record = decide_files(path)
    cost = record.decision.costs[1].mean
    assert cost == pytest.approx(100 * 1.03**-0.5 + 100.5 * 1.03**-1.5)
    assert record.to_dict()["plan"]["cost"]["source"]["amounts"]["new"][1] == ["fixed", ["100.50"]]


def test_the_example_answers_everything(example: DecisionRecord) -> None:
    found = example.decision
    assert found.choice is not None
    assert found.support is not None
    assert found.over_people is not None
    assert found.studies[0].value is not None
    assert np.asarray(found.curve.curve).sum(axis=1) == pytest.approx(1.0)
    assert [name for name, _ in example.evaluations] == ["effect"]
    told = json.loads(example.to_json())
    assert told["plan"]["willingness"]["at"] == "25000"
    assert "NaN" not in example.to_json()
    again = decide_files(EXAMPLE)
    assert again.to_json() == example.to_json()


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_report_leaves_nothing_open(example: DecisionRecord, language) -> None:  # type: ignore[no-untyped-def]
    document, _ = compose_decision(example, language)
    text = text_of(document)
    assert not re.search(r"[{}]|\bNone\b|\bnan\b|\binf\b", text)
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert len(charts) == 5
    assert all(chart.data is not None and chart.alternative for chart in charts)
    for fact in (
        example.provenance.plan_sha256, "ligzda decide decision.toml --seed 1",
        "3.0%" if language == "en" else "3,0 %", "2026", "Fenwick", "Strong", "Lahdelma",
    ):  # fmt: skip
        assert fact in text


def test_the_report_speaks_both_languages(example: DecisionRecord) -> None:
    best = example.decision.benefit
    loss = example.decision.perfect.evpi
    p = next(one.p_best for one in best.options if one.option == best.best)
    english = text_of(compose_decision(example, "en")[0])
    latvian = text_of(compose_decision(example, "lv")[0])
    assert f"probability that it really is the best buy is {100 * p:.0f}%" in english
    assert f"(simulation error {loss.se:.1f})" in english
    assert "Izdomāti skaitļi." in latvian
    assert "gaidīšanas rinda" in latvian
    assert "pusnormālais(0,5)" in latvian
    assert "Par to lemj dome." in latvian
    assert "waiting list" not in latvian.split("Izcelsme un pārrēķins")[0].replace(
        "decision.toml", ""
    )


def test_no_value_of_information_without_its_error(example: DecisionRecord) -> None:
    document, _ = compose_decision(example, "en")
    tables = [b.data for b in document.blocks if isinstance(b, Chart) and b.data is not None]
    worth = [t for t in tables if t.caption.startswith(("The value of info", "The sizes of"))]
    assert len(worth) == 2
    assert all("Simulation error" in [c.title for c in table.columns] for table in worth)


def test_a_folder_is_written_and_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "r"
    for _ in range(2):
        assert main(["decide", str(EXAMPLE), "--report", str(folder)]) == 0
    assert "M7" in capsys.readouterr().out
    names = {"decision.json", "decision.toml", "cells.csv", "evaluation.toml"}
    assert {p.name for p in folder.iterdir()} == {*names, "index.html", "report.pdf", "report.docx"}
    assert set(pypdf.PdfReader(folder / "report.pdf").attachments) == names
    assert zipfile.ZipFile(folder / "report.docx").testzip() is None


def test_a_kept_evaluation_gives_the_same_draws(tmp_path: Path, example: DecisionRecord) -> None:
    data, plan = EXAMPLE.parent / "cells.csv", EXAMPLE.parent / "evaluation.toml"
    kept = tmp_path / "kept"
    assert main(["evaluate", str(data), "--plan", str(plan), "--report", str(kept)]) == 0
    text = EXAMPLE.read_text("utf-8").replace(
        'records = "cells.csv"\nplan = "evaluation.toml"', 'evaluation = "kept"'
    )
    path = tmp_path / "decision.toml"
    path.write_text(text, "utf-8")
    assert decide_files(path).decision.effects == example.decision.effects
    (kept / "cells.csv").write_text("site,model,n,working\n", "utf-8")
    with pytest.raises(PlanError, match=r"effect\.evaluation: .*not the file that was evaluated"):
        decide_files(path)
    (kept / "cells.csv").unlink()
    with pytest.raises(PlanError, match=r"effect\.evaluation: .*records of people"):
        decide_files(path)


def changed(old: str, new: str) -> str:
    text = EXAMPLE.read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


WRONG = [
    ('reference = "waiting list"', 'refrence = "M1"', ["decision.refrence", "“reference”"]),
    ('reference = "waiting list"', 'reference = "M2"', ["decision.reference", "M1"]),
    ('perspective = "municipality"\n', "", ["decision.perspective", "missing"]),
    ("discount_rate = 0.03", "discount_rate = 3", ["decision.discount_rate", "0 to 1"]),
    ("discount_rate = 0.03", "discount_rate = nan", ["decision.discount_rate"]),
    ("price_year = 2026", "price_year = 2026.5", ["decision.price_year", "whole"]),
    ("draws = 4000", "draws = 5", ["decision.draws", "100"]),
    ('records = "cells.csv"\n', "", ["effect", "no source is given", "draws, records"]),
    ('plan = "evaluation.toml"\n', "", ["effect.plan", "go together"]),
    ('records = "cells.csv"', 'records = "none.csv"', ["effect.records", "none.csv"]),
    ('M1 = ["gamma(4800, 600)"', 'M1 = ["gama(4800, 600)"', ["cost.amounts.M1", "gamma(mean"]),
    ('M1 = ["gamma(4800, 600)"', 'M1 = ["gamma(4800)"', ["cost.amounts.M1", "arguments"]),
    ('M1 = ["gamma(4800, 600)"', 'M1 = ["gamma(4800, 0)"', ["cost.amounts.M1", "above 0"]),
    ('M1 = ["gamma(4800, 600)", "gamma(500, 100)"]', "M1 = 5000", ["cost.amounts", "years"]),
    ("at = 25000", "at = 60000", ["willingness.at", "range"]),
    ("step = 2500", "step = 1", ["willingness.step", "500"]),
    ("correlation = 0.0", "correlation = 2", ["together.correlation", "-1 to 1"]),
    ("compare = [-0.5, 0.0, 0.5]", "compare = [0.5]", ["together.compare", "two"]),
    ('effect = ["M7"]', 'effect = ["M9"]', ["parameters[1].effect", "M9", "M7"]),
    ('effect = ["M7"]', 'columns = ["p"]', ["parameters[1].columns", "no file of draws"]),
    ('name = "effect of M4"', 'name = "effect of M7"', ["parameters[2].name", "twice"]),
    ("sizes = [0, 20, 40, 80, 160, 320]", "sizes = [20, 10]", ["studies[1].sizes", "rise"]),
    ("fixed_cost = 2000", "sd = 3", ["studies[1].sd", "no SD"]),
    ('of = "cost"', 'of = "cost"\ndraws = "d.csv"', ["criteria[2].draws", "the cost itself"]),
    ('ranked = ["paid activity", "cost"]', 'ranked = ["speed", "cost"]', ["weights.ranked"]),
    ("[0.1, 0.4]", "[0.4, 0.1]", ["weights.between.well-being", "two shares"]),
    ('"all costs" = "visas izmaksas"', '"no costs" = "x"', ["text.lv.names.no costs"]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "words"), WRONG)
def test_a_wrong_plan_is_refused_and_changes_nothing(
    old: str, new: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("cells.csv", "evaluation.toml"):
        (tmp_path / name).write_bytes((EXAMPLE.parent / name).read_bytes())
    plan = tmp_path / "decision.toml"
    plan.write_text(changed(old, new), "utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert main(["decide", str(plan), "--report", str(tmp_path / "r")]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("ligzda decide: decision.toml: ")
    assert output.err.count("\n") == 1
    assert all(word in output.err for word in words), output.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("old", "new", "words"), WRONG)
def test_a_refusal_speaks_latvian(
    old: str, new: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("cells.csv", "evaluation.toml"):
        (tmp_path / name).write_bytes((EXAMPLE.parent / name).read_bytes())
    plan = tmp_path / "decision.toml"
    plan.write_text(changed(old, new), "utf-8")
    assert main(["decide", str(plan), "--language", "lv"]) == 2
    message = capsys.readouterr().err
    assert words[0] in message
    # The plan's own names stay as they were written.
    named = re.sub(r"„[^”]*”|Atļauts: .*", "", message.replace(words[0], ""))
    assert not ENGLISH.search(named), message


def test_what_does_not_belong_together_is_refused(tmp_path: Path) -> None:
    both = NORMAL + "[together]\ncorrelation = 0\n"
    with pytest.raises(PlanError, match=r"together: .*rows belong together already"):
        parse_decision(both, name="p")
    budget = NORMAL + "[budget]\namount = 1\nplaces = 1\nmid = 1\n"
    with pytest.raises(PlanError, match="budget: with net costs"):
        parse_decision(budget, name="p")
    path = normal_case(tmp_path)
    draws = tmp_path / "draws.csv"
    lines = draws.read_text("utf-8").splitlines()
    draws.write_text("\n".join([lines[0], "0,,0,1,1", *lines[2:]]) + "\n", "utf-8")
    with pytest.raises(Exception, match="missing or infinite") as refused:
        decide_files(path)
    assert "effects" in str(refused.value)
    draws.write_text("\n".join(lines[:50]) + "\n", "utf-8")
    with pytest.raises(Exception, match="49 draw"):
        decide_files(path)


def test_what_is_taken_as_independent_is_said(tmp_path: Path, example: DecisionRecord) -> None:
    sentence = "From another source than the outcome: well-being. Nothing says how this goes"
    assert sentence in text_of(compose_decision(example, "en")[0])
    path = normal_case(tmp_path)
    path.write_text(NORMAL + BESIDE, "utf-8")
    record = decide_files(path)
    assert record.plan.criteria[1].source is not None
    assert "independent" not in text_of(compose_decision(record, "en")[0])


def test_every_heading_is_there_once(example: DecisionRecord) -> None:
    document, _ = compose_decision(example, "en")
    top = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert len(top) == len(set(top)) == 9


def test_every_key_of_the_plan_is_documented() -> None:
    page = (EXAMPLE.parents[2] / "docs" / "economics.md").read_text("utf-8")
    keys = {
        *decision_toml.TOP, *decision_toml.DECISION, *decision_toml.EFFECT, *decision_toml.COST,
        *decision_toml.WILLINGNESS, *decision_toml.TOGETHER, *decision_toml.POPULATION,
        *decision_toml.BUDGET, *decision_toml.PARAMETER, *decision_toml.STUDY,
        *decision_toml.CRITERION, *decision_toml.WEIGHTS, *decision_toml.TEXT,
    }  # fmt: skip
    told = set(re.findall(r"[`\[. ]([a-z_]+)[`\].,]", page))
    assert not keys - told
    assert all(name in page for name in decision_values.DISTRIBUTIONS)
