"""One site that is unlike the others: asked of few sites, told in every form, never passed over."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.findings.files import PLAN, cells_csv, write
from tests.findings.test_report import THREE_ARMS, text_of, three_arms_csv

from ligzda.evidence import Table, parse_plan, tail_sensitivity
from ligzda.evidence.tail_sensitivity import effects_of_sites
from ligzda.findings.evaluation import EvaluationRecord, evaluate_files
from ligzda.findings.report import compose
from ligzda.findings.terminal import as_text

ALIKE = [(60, 27, 60, 21), (50, 24, 52, 19), (64, 27, 60, 22), (48, 21, 50, 18),
         (70, 33, 66, 25), (55, 25, 54, 19), (62, 28, 61, 22), (58, 27, 60, 21)]  # fmt: skip
UNLIKE = (80, 76, 80, 22)
"""Eight sites with about ten percentage points, and one with nearly seventy."""


def rows(sites: Sequence[tuple[int, int, int, int]]) -> str:
    lines = ["site,arm,n,working"]
    for i, (n, working, others, usual) in enumerate(sites):
        lines += [f"s{i},incubator,{n},{working}", f"s{i},usual,{others},{usual}"]
    return "\n".join(lines) + "\n"


def table(sites: Sequence[tuple[int, int, int, int]]) -> Table:
    head, *body = (line.split(",") for line in rows(sites).split())
    columns: dict[str, Any] = dict(zip(head, zip(*body, strict=True), strict=True))
    return Table.from_columns(
        {k: [float(v) if v.isdigit() else v for v in columns[k]] for k in head}
    )


@pytest.fixture(scope="module")
def unlike(tmp_path_factory: pytest.TempPathFactory) -> EvaluationRecord:
    return evaluate_files(*write(tmp_path_factory.mktemp("unlike"), rows([*ALIKE, UNLIKE]), PLAN))


def test_the_look_is_the_plan_with_student_t_effects(unlike: EvaluationRecord) -> None:
    tails = unlike.evaluation.tails
    assert tails is not None
    assert tails.good
    assert tails.terms == ("site", "incubator by site")
    heavy = PLAN.replace('kind = "random"', 'kind = "random"\neffects = "student-t"')
    from tests.evidence.evaluated import evaluate

    whole = evaluate(table([*ALIKE, UNLIKE]), parse_plan(heavy)).contrasts[0]
    look = tails.contrasts[0]
    assert look.link.mean == pytest.approx(whole.link.mean, abs=0.1 * whole.link.sd)
    assert look.link.sd == pytest.approx(whole.link.sd, rel=0.06)
    assert look.p_above_mid == pytest.approx(whole.p_above_mid, abs=0.02)


def test_the_site_that_lies_out_moves_the_answer_less(unlike: EvaluationRecord) -> None:
    evaluation = unlike.evaluation
    assert evaluation.tails is not None
    before, after = evaluation.contrasts[0], evaluation.tails.contrasts[0]
    assert after.link.mean < before.link.mean - 0.1 * before.link.sd
    assert after.link.sd < before.link.sd


def test_report_and_terminal_say_by_how_much(unlike: EvaluationRecord) -> None:
    evaluation = unlike.evaluation
    assert evaluation.tails is not None
    before, after = evaluation.contrasts[0], evaluation.tails.contrasts[0]
    assert before.p_above_mid is not None
    assert after.p_above_mid is not None
    both = [f"{100 * p:.0f}" for p in (after.p_above_mid, before.p_above_mid)]
    said = "The probability that it reaches the threshold set in the plan is {}% instead of {}%."
    lv = "Varbūtība, ka tā sasniedz plānā noteikto slieksni, ir {} %, nevis {} %."
    assert said.format(*both) in text_of(compose(unlike, "en")[0])
    assert lv.format(*both) in text_of(compose(unlike, "lv")[0]).replace("\u00a0", " ")
    assert said.format(*both) in " ".join(as_text(unlike).split())
    found = json.loads(unlike.to_json())["evaluation"]["tails"]
    assert found["contrasts"][0]["p_above_mid"] == after.p_above_mid


def test_where_nothing_changes_it_says_so(tmp_path: Path) -> None:
    record = evaluate_files(*write(tmp_path, three_arms_csv(), THREE_ARMS))
    assert "the answer stays: no probability changes" in " ".join(as_text(record).split())
    text = text_of(compose(record, "en")[0])
    assert "The probability of being the best under both assumptions." in text


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"good": False}, "the repeated calculation is not accurate enough"),
        ({"good": False, "contrasts": ()}, "the table is too large for that"),
    ],
)
def test_a_look_that_failed_is_not_passed_over(
    unlike: EvaluationRecord, change: dict[str, Any], says: str
) -> None:
    evaluation = unlike.evaluation
    assert evaluation.tails is not None
    tails = replace(evaluation.tails, **change)
    record = replace(unlike, evaluation=replace(evaluation, tails=tails))
    assert says in " ".join(as_text(record).split())
    assert says in text_of(compose(record, "en")[0])
    assert "under both assumptions" not in text_of(compose(record, "en")[0])


@pytest.mark.parametrize("sites", [2, 21])
def test_of_two_sites_and_of_many_it_is_not_asked(sites: int) -> None:
    assert tail_sensitivity(table((ALIKE * 3)[:sites]), parse_plan(PLAN)) is None


def test_a_plan_that_has_it_already_is_not_asked_again() -> None:
    heavy = PLAN.replace('kind = "random"', 'kind = "random"\neffects = "student-t"', 1)
    assert effects_of_sites(parse_plan(heavy)) == ()


def test_villages_within_sites_are_not_what_sites_differ_by() -> None:
    columns = '[[terms]]\nname = "v"\nkind = "random"\ncolumns = ["site", "village"]\n'
    more = f'{columns}sd = "half-normal(1)"\n\n[[contrasts]]'
    plan = parse_plan(PLAN.replace("[[contrasts]]", more))
    assert effects_of_sites(plan) == ("site", "incubator by site")


def test_names_are_said_in_the_readers_language(tmp_path: Path) -> None:
    words = """
[text.lv.terms]
site = "vieta"
[text.lv.contrasts]
"incubator against usual help" = "inkubators"
"""
    record = evaluate_files(*write(tmp_path, cells_csv(), PLAN + words))
    text = text_of(compose(record, "lv")[0])
    assert "inkubators: kāda vieta var būt citāda" in text
    assert "locekļos „vieta”, „incubator by site”" in text
