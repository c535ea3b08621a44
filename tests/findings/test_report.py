"""What the report says: complete, careful, in both languages, and open to anyone's check."""

import io
import json
import re
import string
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pypdf
import pytest
from tests.findings.files import CELLS, PARTICIPANT_PLAN, PLAN, cells_csv, participants_csv, write

from ligzda.evidence import Sensitivity
from ligzda.evidence.codes import Verdict
from ligzda.findings import basis, charts
from ligzda.findings.evaluation import EvaluationRecord, Stage, evaluate_files
from ligzda.findings.folder import write_report
from ligzda.findings.phrases import Phrases, load
from ligzda.findings.report import compose
from ligzda.languages import Language
from ligzda.publishing import Chart, Document, Heading, Note, Paragraph, to_html

THREE_ARMS = (
    PLAN.replace('arms = ["incubator", "usual"]', 'arms = ["incubator", "training", "usual"]')
    + """
[[contrasts]]
name = "training against usual help"
level = "training"
versus = "usual"
"""
)


def three_arms_csv() -> str:
    more = [
        (site, "training", n + 3, working + 2) for site, arm, n, working in CELLS if arm == "usual"
    ]
    return cells_csv() + "".join(",".join(map(str, row)) + "\n" for row in more)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> EvaluationRecord:
    return evaluate_files(*write(tmp_path_factory.mktemp("two")))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> EvaluationRecord:
    return evaluate_files(*write(tmp_path_factory.mktemp("three"), three_arms_csv(), THREE_ARMS))


def text_of(document: Document) -> str:
    page = to_html(document).split("</style>")[1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace("&#x27;", "'")


def test_it_answers_first(record: EvaluationRecord) -> None:
    text = text_of(compose(record, "en")[0])
    effect = record.evaluation.contrasts[0].probability
    assert effect is not None
    assert f"the difference is +{100 * effect.mean:.1f} percentage points (95% interval" in text
    assert "reaches the smallest important difference set in the plan (5 percentage points)" in text
    assert "The evaluation rests on 355 participants in 6 sites." in text


def test_it_answers_in_latvian(record: EvaluationRecord) -> None:
    text = text_of(compose(record, "lv")[0])
    effect = record.evaluation.contrasts[0].probability
    assert effect is not None
    mean = f"{100 * effect.mean:.1f}".replace(".", ",")
    assert f"atšķirība ir +{mean} procentpunkti (95 % intervāls no" in text
    assert "Izvērtējums balstās uz 355 dalībnieku datiem no 6 vietām." in text
    assert "pusnormālais(0,5) standartnovirzei" in text


def test_a_second_unit_is_tied_to_the_first(record: EvaluationRecord) -> None:
    """Fault B26: the answer in percentage points, the sites in log odds ratios, no word between."""
    headline = record.evaluation.contrasts[0]
    assert headline.probability is not None
    text = text_of(compose(record, "en")[0])
    told = re.search(r"overall result, \+([\d.]+).percentage points, is \+([\d.]+) there", text)
    assert told is not None
    assert float(told[1]) == pytest.approx(100 * headline.probability.mean, abs=0.06)
    assert float(told[2]) == pytest.approx(headline.link.mean, abs=0.006)
    # The sites' table and picture say the same unit.
    assert text.count("log odds ratio") >= 3


@pytest.mark.parametrize("language", ["lv", "en"])
def test_nothing_is_left_open(three: EvaluationRecord, language: Language) -> None:
    text = text_of(compose(three, language)[0])
    assert not re.search(r"[{}]|\bNone\b|\bnan\b|\binf\b", text)
    for fact in (
        three.provenance.data_sha256, three.provenance.plan_sha256,
        three.provenance.engine_version, "ligzda evaluate data.csv --plan plan.toml --seed 1",
    ):  # fmt: skip
        assert fact in text


def test_an_interval_stands_beside_every_effect(three: EvaluationRecord) -> None:
    document, _ = compose(three, "en")
    (forest, *_) = [block for block in document.blocks if isinstance(block, Chart)]
    assert forest.data is not None
    for row in forest.data.rows:
        assert "…" in row[2]
        assert row[3].endswith("%")


def test_no_rank_without_its_probability(three: EvaluationRecord) -> None:
    text = text_of(compose(three, "en")[0])
    ranks = three.evaluation.ranks
    assert ranks is not None
    best = max(range(3), key=lambda arm: ranks.p_best[arm])
    assert (
        f"Most often the best is “{ranks.labels[best]}”, with a probability of "
        f"{100 * ranks.p_best[best]:.0f}%" in text
    )
    assert "another one is the best" in text


def test_of_several_options_the_first_sentence_names_the_best(three: EvaluationRecord) -> None:
    blocks = compose(three, "en")[0].blocks
    leads = [block for block in blocks if isinstance(block, Paragraph) and block.lead]
    (first,) = leads
    assert str(first.text[0]).startswith("Most often the best is")
    assert blocks.index(first) == 1


def test_every_option_stands_against_every_other(three: EvaluationRecord) -> None:
    text = text_of(compose(three, "en")[0])
    for pair in ("incubator − training", "incubator − usual", "training − usual"):
        assert pair in text


def test_two_arms_have_no_ranks(record: EvaluationRecord) -> None:
    document, _ = compose(record, "en")
    assert "Ranks" not in [block.text for block in document.blocks if isinstance(block, Heading)]


def test_every_chart_has_words_and_numbers(three: EvaluationRecord) -> None:
    found = [block for block in compose(three, "lv")[0].blocks if isinstance(block, Chart)]
    assert len(found) == 3
    for chart in found:
        assert len(chart.alternative) > 60
        assert chart.data is not None
        assert len(chart.data.rows) >= 3


def test_a_bad_calculation_is_said_before_anything_else_of_it(record: EvaluationRecord) -> None:
    diagnosis = replace(record.evaluation.diagnosis, good=False)
    bad = replace(record, evaluation=replace(record.evaluation, diagnosis=diagnosis))
    notes = [block for block in compose(bad, "en")[0].blocks if isinstance(block, Note)]
    assert "should not be used for decisions" in str(notes[-1].text)
    assert "accurate enough." not in text_of(compose(bad, "en")[0]).replace(
        "not accurate enough.", ""
    )


def test_lower_is_better_turns_the_words(tmp_path: Path) -> None:
    plan = PLAN.replace("mid = 0.05", 'mid = 0.05\nbetter = "lower"')
    record = evaluate_files(*write(tmp_path, plan=plan))
    contrast = record.evaluation.contrasts[0]
    assert charts.p_better(contrast, record.evaluation) == 1 - contrast.p_positive
    assert "unfavourable difference" in text_of(compose(record, "en")[0])


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (0.99, "speak clearly for a favourable"), (0.93, "rather firmly for a favourable"),
        (0.8, "lean towards a favourable"), (0.5, "cannot tell"),
        (0.2, "lean towards an unfavourable"), (0.05, "rather firmly for an unfavourable"),
        (0.01, "speak clearly for an unfavourable"),
    ],
)  # fmt: skip
def test_the_verdict_follows_the_probability(
    p: float, words: str, record: EvaluationRecord
) -> None:
    contrast = replace(record.evaluation.contrasts[0], p_positive=p)
    changed = replace(record, evaluation=replace(record.evaluation, contrasts=(contrast,)))
    assert words in text_of(compose(changed, "en")[0])


def test_a_normal_outcome_is_told_in_its_unit(tmp_path: Path) -> None:
    plan = (
        PLAN.replace('family = "binomial"', 'family = "normal"\nunit = "€"')
        .replace('successes = "working"\ntrials = "n"', 'value = "income"\nse = "se"')
        .replace("mid = 0.05", "mid = 50")
        .replace("normal(0, 1.5)", "normal(800, 300)")
        .replace("normal(0, 1)", "normal(0, 300)")
        .replace("half-normal(1)", "half-normal(100)")
        .replace("half-normal(0.5)", "half-normal(50)")
    )
    rows = [f"{site},{arm},{800 + 5 * working},{40 + n}" for site, arm, n, working in CELLS]
    record = evaluate_files(*write(tmp_path, "site,arm,income,se\n" + "\n".join(rows), plan))
    text = text_of(compose(record, "lv")[0])
    mean = f"{abs(record.evaluation.contrasts[0].link.mean):.0f}"
    assert re.search(rf"atšķirība ir \+{mean} € \(95 % intervāls", text)
    assert "slieksnis: 50 €" in text
    assert "procentpunkti" not in text
    assert "modeļa mērogā" not in text, "one unit needs no tie"


def test_files_of_cells_travel_with_the_report(record: EvaluationRecord, tmp_path: Path) -> None:
    write_report(record, tmp_path / "r", "lv")
    reader = pypdf.PdfReader(tmp_path / "r" / "report.pdf")
    assert set(reader.attachments) == {"evaluation.json", "plan.toml", "data.csv"}
    (data,) = reader.attachments["data.csv"]
    assert sha256(data).hexdigest() == record.provenance.data_sha256
    (plan,) = reader.attachments["plan.toml"]
    assert sha256(plan).hexdigest() == record.provenance.plan_sha256
    (numbers,) = reader.attachments["evaluation.json"]
    assert json.loads(numbers) == record.to_dict()


def test_records_of_people_never_travel(tmp_path: Path) -> None:
    record = evaluate_files(*write(tmp_path, participants_csv(), PARTICIPANT_PLAN))
    write_report(record, tmp_path / "r", "en")
    assert "data.csv" not in {path.name for path in (tmp_path / "r").iterdir()}
    assert set(pypdf.PdfReader(tmp_path / "r" / "report.pdf").attachments) == {
        "evaluation.json", "plan.toml",
    }  # fmt: skip
    assert "records of single people" in text_of(compose(record, "en")[0])


@pytest.mark.parametrize("column", ["se", "n and sd"])
def test_means_of_several_people_are_no_records_of_people(column: str, tmp_path: Path) -> None:
    columns = (
        'se = "se"' if column == "se" else 'n = "n"\nsd = "sd"\nresidual_prior = "half-normal(9)"'
    )
    plan = PLAN.replace('family = "binomial"', 'family = "normal"').replace(
        'successes = "working"\ntrials = "n"', f'value = "working"\n{columns}'
    )
    rows = "".join(f"{site},{arm},{n},{working},2,1\n" for site, arm, n, working in CELLS)
    record = evaluate_files(*write(tmp_path, f"site,arm,n,working,sd,se\n{rows}", plan))
    assert record.aggregate


def test_a_source_is_cited_where_it_is_used(
    record: EvaluationRecord, three: EvaluationRecord
) -> None:
    assert "Salanti" not in text_of(compose(record, "en")[0])
    assert "Salanti" in text_of(compose(three, "en")[0])


def test_sensitivity_is_told_with_its_verdict(record: EvaluationRecord) -> None:
    name = record.evaluation.contrasts[0].name
    found = Sensitivity(name, 0.12, 0.3, Verdict.CONFLICT)
    changed = replace(record, evaluation=replace(record.evaluation, sensitivity=(found,)))
    text = text_of(compose(changed, "lv")[0])
    assert "0,120 0,300 pieņēmumi un dati ir pretrunā" in text
    assert "Kallioinen" in text


def test_the_plan_in_the_record_is_the_plan_given(tmp_path: Path) -> None:
    """Reduction to cells is the reader's business; it does not show in the plan."""
    record = evaluate_files(*write(tmp_path, participants_csv(), PARTICIPANT_PLAN))
    assert record.evaluation.plan.outcome.columns == {"successes": "working"}
    assert record.rows == record.evaluation.n_rows == 355


def test_many_sites_are_drawn_in_parts(record: EvaluationRecord) -> None:
    (site, *_) = record.evaluation.sites
    many = tuple(replace(site, site=f"Site {number}") for number in range(95))
    changed = replace(record.evaluation, sites=many)
    drawn = charts.sites(changed, Phrases("en"))
    assert [len(chart.data.rows) for chart in drawn if chart.data] == [40, 40, 15]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_site_without_a_value_of_its_own_is_named_under_the_picture(
    record: EvaluationRecord, language: Language
) -> None:
    """Fault B26: one site of JTPA had no square and no word why."""
    first, *rest = record.evaluation.sites
    bare = replace(first, site="MT", observed=None)
    changed = replace(record.evaluation, sites=(bare, *rest))
    told = {"lv": "Bez kvadrāta: MT – ", "en": "No square: MT – "}[language]
    (drawn,) = charts.sites(changed, Phrases(language))
    (whole,) = charts.sites(record.evaluation, Phrases(language))
    assert told in drawn.caption
    assert told[:12] not in whole.caption


def test_a_word_file_opens(record: EvaluationRecord, tmp_path: Path) -> None:
    write_report(record, tmp_path / "r", "lv")
    content = (tmp_path / "r" / "report.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        document = archive.read("word/document.xml").decode()
    assert "Kas gaidāms jaunā vietā" in document
    assert document.count("descr=") >= 2


def test_a_failed_report_leaves_nothing(record: EvaluationRecord, tmp_path: Path) -> None:
    """An old report stays as it was when the new one cannot be written."""
    folder = tmp_path / "r"
    write_report(record, folder, "en")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    broken = replace(record, provenance=replace(record.provenance, plan_name="no/such/plan.toml"))
    with pytest.raises(FileNotFoundError):
        write_report(broken, folder, "lv")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(load()["phrases"]))
def test_a_phrase_says_the_same_in_both_languages(key: str) -> None:
    phrase = load()["phrases"][key]
    assert set(phrase) == {"lv", "en"}
    assert fields(phrase["lv"]) == fields(phrase["en"])
    assert phrase["lv"].startswith(" ") == phrase["en"].startswith(" ")


def test_every_phrase_is_said() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(basis.__file__).parent.glob("*.py")
    )
    said = set(re.findall(r"\"([\w-]+)\"", source)) | {f"verdict_{n}" for n in range(-1, 6)}
    said |= {f"step_{stage}" for stage in (*get_args(Stage), "decision", "report")}
    said |= {"t_higher", "t_lower", "t_report"}
    assert not set(load()["phrases"]) - said - {"higher", "lower"}


def test_no_phrase_overstates() -> None:
    """No "significant", no "proof": the report speaks in probabilities."""
    for phrase in load()["phrases"].values():
        for text in phrase.values():
            assert not re.search(
                r"signific|prove[sdn]?\b|proof|nozīmīg|pierād|garant", text, re.IGNORECASE
            )
