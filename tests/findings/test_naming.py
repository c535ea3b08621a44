"""A plan's names are told in the reader's language; its numbers and its file never change."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.findings.files import PLAN, write

from ligzda.evidence import PlanError, Sensitivity, parse_plan
from ligzda.evidence.codes import Verdict
from ligzda.findings.evaluation import EvaluationRecord, evaluate_files
from ligzda.findings.naming import Naming, in_words
from ligzda.findings.report import compose
from ligzda.publishing import to_html

TEXT = """
[text.lv]
title = "Vai inkubators palīdz?"
outcome = "algots darbs"

[text.lv.levels.arm]
incubator = "inkubators"
usual = "kā parasti"

[text.lv.terms]
intercept = "brīvais loceklis"
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> EvaluationRecord:
    return evaluate_files(*write(tmp_path_factory.mktemp("texts"), plan=PLAN + TEXT))


def test_a_plan_has_its_texts() -> None:
    plan = parse_plan(PLAN + TEXT)
    assert plan.texts["lv"].levels["arm"] == {"incubator": "inkubators", "usual": "kā parasti"}
    assert parse_plan(PLAN).texts == {}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[text.de]\ntitle = "Titel"', "text.de"),
        ('[text.lv]\ntitel = "x"', "text.lv.titel"),
        ('[text.lv.terms]\nintercep = "x"', "text.lv.terms.intercep"),
        ('[text.lv.levels.arms]\nusual = "x"', "text.lv.levels.arms"),
        ('[text.lv.contrasts]\n"nothing" = "x"', "text.lv.contrasts.nothing"),
        ("[text.lv]\nlevels = 1", "text.lv.levels"),
    ],
)
def test_a_name_that_the_plan_does_not_have_is_refused(text: str, key: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse_plan(PLAN + "\n" + text)
    assert caught.value.key == key


def test_texts_never_reach_the_numbers(record: EvaluationRecord, tmp_path: Path) -> None:
    plain = evaluate_files(*write(tmp_path)).evaluation
    ours = record.evaluation
    assert replace(ours, plan=plain.plan).to_dict() == plain.to_dict()


def test_a_reader_is_told_words_and_a_machine_names(record: EvaluationRecord) -> None:
    document, _files = compose(record, "lv")
    page = to_html(document)
    for words in ("Vai inkubators palīdz?", "algots darbs", "inkubators", "brīvais loceklis"):
        assert words in page
    numbers = json.loads(
        next(item.content for item in document.attachments if item.name == "evaluation.json")
    )
    assert numbers["evaluation"]["priors"][0]["term"] == "intercept"
    assert record.evaluation.priors[0].term in to_html(compose(record, "en")[0])


def test_a_contrast_without_a_name_is_told_by_its_levels(record: EvaluationRecord) -> None:
    naming = Naming(record.evaluation.plan, "lv")
    assert naming.contrast("incubator − usual") == "inkubators − kā parasti"
    assert Naming(record.evaluation.plan, "en").contrast("incubator − usual") == "incubator − usual"


def test_things_that_share_a_name_do_not_share_their_words(record: EvaluationRecord) -> None:
    twice = replace(
        record.evaluation,
        sds=(replace(record.evaluation.sds[0], term="intercept"),),
        sensitivity=(
            Sensitivity("intercept", 0, 0, Verdict.NONE),
            Sensitivity("intercept", 0, 0, Verdict.NONE),
        ),
    )
    told = in_words(twice, "lv")
    assert [item.name for item in told.sensitivity] == ["intercept", "brīvais loceklis"]
