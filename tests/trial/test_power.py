"""What a trial can show: the reference figures, and what cannot be simulated."""

import json
from pathlib import Path

import pytest

from ligzda.cli import main
from ligzda.evidence import DesignError, PlanError, parse_plan
from ligzda.trial.power.questions import Candidate, Question, candidates
from ligzda.trial.power.simulation import ask, effect_on_link, plain
from ligzda.trial.registry.plan_text import TEMPLATE
from ligzda.wording import wording

PLAN = parse_plan(TEMPLATE)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("participants", "site_sd", "error", "detectable"), [(30, 0.4, 8.3, 29), (60, 0.2, 5.2, 18)]
)
def test_the_reference_figures(
    participants: int, site_sd: float, error: float, detectable: int
) -> None:
    # ../shared/domain/models.yaml, design.precision: nine sites, five degrees of freedom.
    question = Question((Candidate("parallel", 9, participants, site_sd),), trials=1000)
    (answer,) = ask(PLAN, question)
    assert answer.standard_error_pp == pytest.approx(error, abs=0.4)
    assert answer.detectable_pp == pytest.approx(detectable, abs=1.2)
    assert answer.failed == 0
    # The engine's own interval is wider than least squares where incubators are few: its prior
    # allows for larger differences between them. Never narrower than a tenth below.
    assert answer.posterior_sd_pp > 0.9 * error


@pytest.mark.slow
def test_more_people_and_likelier_incubators_show_more() -> None:
    question = Question(candidates((15, 120), (0.1, 0.6), layouts=("parallel",)), trials=200)
    found = {(a.candidate.participants, a.candidate.site_sd): a for a in ask(PLAN, question)}
    assert found[120, 0.1].power > found[15, 0.1].power + 0.2
    assert found[120, 0.1].power > found[120, 0.6].power
    assert found[120, 0.1].correct_selection > found[15, 0.6].correct_selection
    assert found[120, 0.1].regret_pp < found[15, 0.6].regret_pp
    for answer in found.values():
        assert 0.125 < answer.correct_selection <= 1
        assert answer.type_m is None or answer.type_m > 0.8


def test_progress_counts_every_trial_and_the_answer_depends_on_the_seed_alone() -> None:
    question = Question((Candidate("stepped", 9, 24, 0.3),), trials=20)
    seen = []
    first = ask(PLAN, question, lambda done, total: seen.append((done, total)))
    assert seen[-1] == (20, 20)
    assert first == ask(PLAN, question)


def test_what_cannot_be_simulated_is_named() -> None:
    question = Question((Candidate("parallel", 9, 24, 0.3),), trials=10)
    with pytest.raises(PlanError, match="age"):
        ask(parse_plan(TEMPLATE.replace('columns = ["A"]', 'columns = ["age"]')), question)
    with pytest.raises(PlanError, match="sides of C"):
        ask(parse_plan(TEMPLATE[: TEMPLATE.rindex("[[contrasts]]")]), question)
    heavy = TEMPLATE.replace(
        'sd = "half-normal(0.5)"', 'sd = "half-normal(0.5)"\neffects = "student-t"'
    )
    with pytest.raises(PlanError, match="“incubator” are Student-t"):
        ask(parse_plan(heavy), question)
    with pytest.raises(DesignError, match="leaves the range") as caught:
        effect_on_link(0.04, 0.1)
    assert "ap 0,04 iziet ārpus" in wording("lv").refusal(caught.value)


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LIGZDA_DATA", str(tmp_path))
    plan = tmp_path / "plan.toml"
    plan.write_text(TEMPLATE, "utf-8")
    ask_for = ["design", str(plan), "--json", "--trials", "10", "--participants", "20"]
    assert main(ask_for) == 0
    first = json.loads(capsys.readouterr().out)
    assert {row["candidate"]["layout"] for row in first} == {"parallel", "stepped"}
    assert main(ask_for) == 0
    assert json.loads(capsys.readouterr().out) == first
    assert len(list((tmp_path / "designs").iterdir())) == 1
    assert main(["design", str(tmp_path / "none.toml")]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main([*ask_for, "--base", "0.04", "--language", "lv"]) == 2
    assert "iziet ārpus varbūtības robežām" in capsys.readouterr().err
    plan.write_text("title = ", "utf-8")
    assert main(ask_for) == 2
    assert "TOML" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main([*ask_for, "--trials", "1"])
    assert ended.value.code == 2


NUMERIC = TEMPLATE.replace('coding = "sum"', 'coding = "numeric"').replace('"+"', '"1"')
NUMERIC = NUMERIC.replace('versus = "-"', 'versus = "-1"')


@pytest.mark.parametrize(
    "plan",
    [
        NUMERIC,
        NUMERIC.replace('level = "1"\nversus = "-1"', 'level = "-1"\nversus = "1"'),
        TEMPLATE.replace('level = "+"\nversus = "-"', 'level = "-"\nversus = "+"'),
    ],
    ids=["numbers", "reversed", "names reversed"],
)
def test_the_same_model_in_another_coding_answers_the_same(plan: str) -> None:
    """A factor at −1 and 1 is the factor in sum coding: same likelihood, same prior."""
    assert plan != TEMPLATE
    question = Question((Candidate("parallel", 9, 60, 0.3),), trials=40)
    (wanted,) = plain(ask(PLAN, question))
    (found,) = plain(ask(parse_plan(plan), question))
    assert found.pop("power_by_factor") == pytest.approx(wanted.pop("power_by_factor"))
    assert found.pop("candidate") == wanted.pop("candidate")
    assert found == pytest.approx(wanted, rel=1e-3)
    assert wanted["correct_selection"] > 0.2


def test_where_no_trial_can_be_fitted_there_is_no_answer() -> None:
    question = Question((Candidate("parallel", 9, 24, 0.3),), trials=4)
    plan = TEMPLATE.replace("normal(-0.6, 1)", "normal(0, 1e200)")
    with pytest.raises(PlanError, match="not one of the simulated trials") as caught:
        ask(parse_plan(plan), question)
    assert "nevienu no izspēlētajiem" in wording("lv").refusal(caught.value)
