"""A file of claims, its command, and the page that describes both."""

import json
import re
from pathlib import Path

import pytest
import yaml
from tests.findings.claims.samples import SUPERIOR, evaluation

from ligzda.cli import main
from ligzda.findings.claim_files import check, read_claims
from ligzda.findings.claims import KINDS, ClaimError, Verdict, diagram

REPOSITORY = Path(__file__).resolve().parents[3]
FILE = {
    "outcomes": {
        "paid_work": {"version": 1, "unit": "pp", "better": "higher",
                      "name": {"lv": "algots darbs", "en": "paid work"}},
    },
    "claims": [SUPERIOR],
}  # fmt: skip


def test_a_claim_of_a_file_is_checked() -> None:
    registry, [claim] = read_claims(yaml.safe_dump(FILE))
    checked = check(claim, evaluation(), registry)
    assert checked.verdict is Verdict.HOLDS
    assert str(checked.sentences["lv"]).startswith("Pašvaldība – pirmais pircējs (M4) iznākumu")


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("outcomes", {"paid_work": {"version": 1}}, "outcomes: paid_work: this is not as expected"),
        ("outcomes", [], r"“paid_work” is not in the dictionary"),
        ("outcomes", [1], r"outcomes: this is not as expected: outcomes: \{…\}"),
        ("claims", "superiority()", "claims: this is not as expected"),
        ("claims", ["superiority("], "column 13: “…” is not understood here"),
    ],
)
def test_a_file_that_is_none_is_refused(part: str, value: object, said: str) -> None:
    with pytest.raises(ClaimError, match=said):
        read_claims(yaml.safe_dump(FILE | {part: value}))
    with pytest.raises(ClaimError, match="line 2: this is not as expected: YAML"):
        read_claims("claims: [\n")


def test_the_command_prints_verdict_margin_and_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claims, given = tmp_path / "claims.yaml", tmp_path / "evaluation.json"
    claims.write_text(yaml.safe_dump(FILE), "utf-8")
    given.write_text(json.dumps({"evaluation": evaluation()}), "utf-8")
    assert main(["claim", "check", str(claims), str(given), "--language", "en"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^holds: superiority\(.*\n  margin \+0\.052\d*, error 0\.00\d+, ", printed)
    assert "  en: The municipality as first buyer (M4) improves “paid work”" in printed
    assert "  lv:" not in printed
    claims.write_text(yaml.safe_dump(FILE).replace("M4", "M9"), "utf-8")
    assert main(["claim", "check", str(claims), str(given), "--language", "lv"]) == 2
    assert "model: izmēģinājumā nav modeļa „M9”." in capsys.readouterr().err
    given.write_text("[]", "utf-8")
    assert main(["claim", "check", str(claims), str(given)]) == 2


def test_the_example_is_read() -> None:
    text = (REPOSITORY / "examples/which-model/claims.yaml").read_text("utf-8")
    _, claims = read_claims(text)
    assert len(claims) == 4


def test_the_page_has_every_kind_and_the_diagram_of_the_table() -> None:
    """After a change of the table: `PYTHONPATH=src python benchmarks/claims_looks.py`."""
    page = (REPOSITORY / "docs/claims.md").read_text("utf-8")
    assert diagram() in page
    assert all(f"| `{kind}` |" in page for kind in KINDS)
