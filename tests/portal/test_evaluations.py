"""Evaluations as public pages: computed once, stored by content, labelled as examples."""

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from procrastinate.contrib.django.models import ProcrastinateJob

from ligzda.evidence import parse_plan
from ligzda.findings import evaluation_store, tasks
from ligzda.findings.example_studies import EXAMPLES

pytestmark = pytest.mark.django_db
SLUGS = [row.slug for row in EXAMPLES]
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def computed(evaluations: Path, settings: Any) -> Path:
    settings.EVALUATIONS_ROOT = evaluations
    return evaluations


@pytest.fixture
def nothing_kept(tmp_path: Path, settings: Any) -> None:
    settings.EVALUATIONS_ROOT = tmp_path


def page(client: Client, name: str, *args: str) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_what_it_is_and_where_it_comes_from(
    client: Client, computed: Path, slug: str, language: str
) -> None:
    with override(language):
        html = page(client, "portal:evaluation", slug)
    numbers = json.loads(next(computed.glob(f"{slug}-*/evaluation.json")).read_text("utf-8"))
    origin = numbers["provenance"]
    assert origin["data_sha256"] in html
    assert origin["plan_sha256"] in html
    assert f'<article class="report" lang="{language}">' in html
    assert len(re.findall(r"<h1[ >]", html)) == 1
    label = {"lv": "Tas nav par mūsu inkubatoriem", "en": "It is not about our incubators"}
    assert label[language] in html
    pictures = re.findall(r"<svg [^>]*>", html[html.index("<article") :])
    named = [tag for tag in pictures if 'role="img" aria-label="' in tag]
    assert len(named) == len(pictures) == 2 * html.count("<figure"), "wide and narrow"
    assert html.count("<details>") == html.count("<figure"), "a table beside each plot"
    assert "style=" not in html
    # Besides the frame's one for forms, which stands in the head.
    assert re.findall(r"<script[^>]*", html) == re.findall(r"<script[^>]*forms\.[^>]*", html)
    assert "<script" not in html.partition("</head>")[2]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_latvian_page_has_no_english_words_of_the_plan(
    client: Client, computed: Path, slug: str
) -> None:
    html = page(client, "portal:evaluation", slug)
    words = re.sub(r"<[^>]*>", " ", re.sub(r"<svg.*?</svg>", " ", html, flags=re.S))
    (row,) = (row for row in EXAMPLES if row.slug == slug)
    plan = parse_plan(row.plan.read_text("utf-8"))
    text = plan.texts["lv"]
    theirs = [plan.name, plan.outcome.name, *(term.why for term in plan.terms), *text.contrasts]
    assert not [name for name in theirs if name in words]
    assert all(reason in words for reason in text.reasons.values())


@pytest.mark.parametrize(
    ("name", "begins"), [("report.pdf", b"%PDF"), ("report.docx", b"PK"), ("evaluation.json", b"{")]
)
@pytest.mark.parametrize("slug", SLUGS)
def test_files_are_given(
    client: Client, computed: Path, slug: str, name: str, begins: bytes
) -> None:
    html = page(client, "portal:evaluation", slug)
    assert f'<a href="{name}" download>' in html, "relative to the page's own address"
    response = client.get(reverse("portal:evaluation", args=[slug]) + name)
    assert response.status_code == 200
    assert b"".join(response).startswith(begins)
    assert name in response["content-disposition"]


def test_what_leaves_the_site_says_that_it_is_an_example(client: Client, computed: Path) -> None:
    answer = client.get(reverse("portal:evaluation", args=["jtpa"]) + "report.docx")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer))) as document:
        words = re.sub(r"<[^>]+>", "", document.read("word/document.xml").decode())
    for said in (
        "Publicēts pētījums, parādīts kā piemērs.",
        "Tas nav par mūsu inkubatoriem.",
        "Upjohn",
    ):
        assert said in words
    shown = page(client, "portal:evaluation", "jtpa")
    assert shown.count("Tas nav par mūsu inkubatoriem") == 1


@pytest.mark.parametrize("name", ["fragment.html", "data.csv", "..", "report.exe"])
def test_no_other_file_is_given(client: Client, computed: Path, name: str) -> None:
    address = reverse("portal:evaluation", args=["jtpa"]) + name
    assert client.get(address).status_code == 404


def test_an_unknown_evaluation_is_not_found(client: Client, computed: Path) -> None:
    assert client.get(reverse("portal:evaluation", args=["nekas"])).status_code == 404


def test_before_it_is_computed_the_page_says_so(
    client: Client, nothing_kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compute(row: object) -> None:
        raise AssertionError("no request computes anything")

    monkeypatch.setattr(evaluation_store, "store", compute)
    html = page(client, "portal:evaluation", "jtpa")
    assert "vēl tiek aprēķināts" in html
    assert page(client, "portal:evaluations").count("tiek aprēķināts") == len(EXAMPLES)
    address = reverse("portal:evaluation", args=["jtpa"])
    assert client.get(address + "report.pdf").status_code == 404


def test_setting_up_asks_once(nothing_kept: None) -> None:
    assert tasks.ask_for_evaluations() == len(EXAMPLES)
    assert tasks.ask_for_evaluations() == len(EXAMPLES)
    assert ProcrastinateJob.objects.filter(task_name__endswith="store_evaluations").count() == 1


def test_what_is_kept_is_not_asked_for(computed: Path) -> None:
    assert tasks.ask_for_evaluations() == 0
    assert not ProcrastinateJob.objects.exists()


def test_another_engine_makes_another_evaluation(
    computed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = EXAMPLES[0]
    assert evaluation_store.stored(row, "lv")
    monkeypatch.setattr(evaluation_store, "ENGINE_VERSION", "0.0-other")
    assert evaluation_store.stored(row, "lv") is None


def test_a_page_asks_the_database_nothing(
    client: Client, computed: Path, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_max_num_queries(0):
        page(client, "portal:evaluation", "jtpa")
        page(client, "portal:evaluations")


@pytest.mark.slow
def test_an_installed_package_brings_the_examples(tmp_path: Path) -> None:
    build = f"from hatchling.build import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=REPOSITORY, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for slug in SLUGS:
        assert f"ligzda/findings/examples/{slug}/data.csv" in names
        assert f"ligzda/findings/examples/{slug}/plan.toml" in names
