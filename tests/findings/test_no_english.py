"""A Latvian reader meets no English of the engine: reports, terminal, refusals."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.findings.files import PLAN, cells_csv, write

from ligzda.cli import main
from ligzda.evidence import EvidenceError
from ligzda.evidence.codes import Code, Note, Remark, Step
from ligzda.findings.evaluation import EvaluationRecord, evaluate_files
from ligzda.findings.example_studies import EXAMPLES
from ligzda.findings.report import compose
from ligzda.findings.terminal import as_text
from ligzda.publishing import to_html
from ligzda.wording import wording

# Words that stand in nearly every English sentence and in no Latvian one.
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|with|from|must|this|there|no such|which|each|every|"
    r"has|have|on the|Write|Give|Take|Allowed|Did you mean)\b"
)
TEXT = """
[text.lv]
title = "Algots darbs pēc gada"
outcome = "algots darbs"

[text.lv.terms]
incubator = "inkubators"
"incubator by site" = "inkubators katrā vietā"

[text.lv.reasons]
intercept = "daļa starp 5 un 95 %"

[text.lv.levels.arm]
incubator = "inkubators"
usual = "kā parasti"

[text.lv.contrasts]
"incubator against usual help" = "inkubators pret parasto palīdzību"
"""


def words_of(record: EvaluationRecord) -> str:
    """Return what a Latvian report says: its text, and the texts of its pictures."""
    page = to_html(compose(record, "lv")[0]).split("</style>")[1]
    page = re.sub(r"<(code|pre|cite)\b.*?</\1>", " ", page, flags=re.DOTALL)
    page = re.sub(r'<(section|ol)[^>]*class="references".*?</\1>', " ", page, flags=re.DOTALL)
    named = " ".join(re.findall(r'aria-label="([^"]*)"', page))
    return re.sub(r"<[^>]+>", " ", page) + named


def english_in(text: str) -> list[str]:
    return [text[max(0, m.start() - 40) : m.end() + 40] for m in ENGLISH.finditer(text)]


def without_references(text: str) -> str:
    """Leave out the titles of works, which stay in their own language."""
    return re.sub(r"(Salanti G|Kallioinen N)[^\n]*", " ", text)


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.slug)
def test_a_report_of_an_example(example: Any) -> None:
    record = evaluate_files(example.data, example.plan)
    assert not english_in(without_references(words_of(record)))
    assert not english_in(re.sub(r"(Dati|Plāns|Aprēķina programma) .*", "", as_text(record, "lv")))


def every_remark(kind: type[Code]) -> tuple[Remark, ...]:
    """Return every code of a kind, with figures in the places that its sentence has."""
    figures = {"terms": ("vieta",), "columns": ("vieta",), "missing": ()}
    return tuple(
        code.of(**{
            name: figures.get(name, "x" if spec == "" else 0.5)
            for name, spec in re.findall(r"\{(\w+):?([^}]*)\}", code.problem + code.remedy)
        })
        for code in kind
    )  # fmt: skip


def test_a_report_in_which_everything_is_said(tmp_path: Path) -> None:
    """All steps and notes at once, whatever it takes to provoke them."""
    record = evaluate_files(*write(tmp_path, plan=PLAN + TEXT))
    diagnosis = replace(
        record.evaluation.diagnosis, good=False, steps=every_remark(Step), notes=every_remark(Note)
    )
    full = replace(record, evaluation=replace(record.evaluation, diagnosis=diagnosis))
    text = words_of(full)
    assert not english_in(without_references(text))
    for code in (*Step, *Note):
        start = wording("lv").templates(code)[0].split("{")[0].strip()
        assert start in text


BAD_PLANS = [
    PLAN.replace("binomial", "binomal"),
    PLAN.replace('trials = "n"', 'trials = 7.5\nwhat = "n"'),
    PLAN.replace("normal(0, 1.5)", "normal(0, -1)"),
    PLAN.replace("half-normal(1)", "half-norm(1)"),
    PLAN.replace("half-normal(1)", "uniform(3, 1)"),
    PLAN.replace('kind = "random"', 'kind = "randm"'),
    PLAN.replace('name = "site"', 'name = "incubator"'),
    PLAN.replace('versus = "usual"', 'versus = "incubator"'),
    PLAN.replace('versus = "usual"', 'versus = "usal"'),
    PLAN.replace('control = "usual"', 'control = ["usual"]'),
    PLAN.replace('columns = ["site"]', 'columns = ["sit"]'),
    PLAN.replace("mid = 0.05", 'mid = "much"'),
    PLAN.replace("title =", "title ="[:-1]),
    PLAN[:60],
    PLAN + "\n[missing]\nimputations = 5",
    PLAN + '\n[text.de]\ntitle = "x"',
    "",
]
BAD_DATA = [
    cells_csv().replace("site,", "place,", 1),
    cells_csv().replace(",", ";", 1),
    cells_csv() + "x,incubator,5,9\n",
    cells_csv() + "x,incubator,five,1\n",
    cells_csv() + "x,incubator,5,50 %\n",
    cells_csv() + "x,incubator\n",
    cells_csv() + "x,other,5,1\n",
    cells_csv() + "x,incubator,5,-1\n",
    cells_csv() + "x,,5,1\n",
    '"',
    "",
]


@pytest.mark.parametrize(
    ("data", "plan"),
    [*((cells_csv(), plan) for plan in BAD_PLANS), *((data, PLAN) for data in BAD_DATA)],
)
def test_a_refusal(data: str, plan: str, tmp_path: Path) -> None:
    with pytest.raises(EvidenceError) as caught:
        evaluate_files(*write(tmp_path, data, plan))
    said = wording("lv").refusal(caught.value)
    assert not english_in(said)
    assert wording("en").refusal(caught.value).split(": ")[:2] == str(caught.value).split(": ")[:2]
    assert caught.value.code is not None


def test_the_command_refuses_in_latvian(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, plan = write(tmp_path, plan=PLAN.replace("binomial", "binomal"))
    assert main(["evaluate", str(data), "--plan", str(plan), "--language", "lv"]) == 2
    said = capsys.readouterr().err
    assert "„binomal” šeit nav zināms. Vai domājāt „binomial”? Atļauts: " in said
    assert not english_in(said)
