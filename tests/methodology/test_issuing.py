"""Editions in the database: the log, the pages, and what the database refuses."""

from functools import partial
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import Settings
from tests.cast import Cast
from tests.constraints import assert_refused, constraints_of_model
from tests.methodology import forged
from tests.methodology.written import given, prepared, publication

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.languages import CODES
from ligzda.methodology import demonstration
from ligzda.methodology.editions import read_edition, read_log
from ligzda.methodology.issuing import queries
from ligzda.methodology.issuing.actions import prepare_edition, publish_edition
from ligzda.methodology.issuing.tasks import keep_papers
from ligzda.methodology.models import PublishedEdition
from ligzda.methodology.recommendations.actions import (
    publish_recommendation,
    write_recommendation,
)
from ligzda.methodology.recommendations.queries import current
from ligzda.methodology.verifying import read_pdf, verify
from ligzda.network.models import AuditEvent

PAGE = "/metodika/izdevumi/"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> None:
    settings.EVALUATIONS_ROOT = tmp_path


def recommend(cast: Cast) -> None:
    row = write_recommendation(by=cast.evaluator, facts_given=given())
    publish_recommendation(by=cast.system, recommendation=row)


def test_one_prepares_and_another_publishes_into_the_log(cast: Cast) -> None:
    with pytest.raises(WrongStateError, match="nav, no kā"):
        prepare_edition(by=cast.evaluator)
    recommend(cast)
    prepare_edition(by=cast.evaluator)
    row = prepare_edition(by=cast.evaluator)
    assert queries.log() == ""
    assert ProcrastinateJob.objects.filter(
        task_name__endswith="keep_papers", args={"number": row.number}
    ).exists()
    with pytest.raises(WrongStateError, match="sagatavojāt jūs"):
        publish_edition(by=cast.evaluator, edition=row)
    publish_edition(by=cast.system, edition=row)
    second = publish_edition(by=cast.system, edition=prepare_edition(by=cast.evaluator))
    lines = read_log(queries.log())
    assert [line.sha256 for line in lines] == [row.sha256, second.sha256]
    assert read_edition(second.content.encode()).previous == lines[0].hash
    with pytest.raises(WrongStateError, match="jau ir publicēts"):
        publish_edition(by=cast.system, edition=second)
    assert AuditEvent.objects.filter(action="edition.publish").count() == 2


def test_the_demonstration_has_an_edition_that_verifies(cast: Cast) -> None:
    demonstration.load(by=cast.system)
    demonstration.load(by=cast.system)
    row = PublishedEdition.objects.get()
    assert len(queries.contents(row).recommendations) == len(current()) == 12
    for language in CODES:
        found = verify(read_pdf(queries.file(row, language, "pdf")), queries.log())
        assert (found.faults, found.summary) == ((), "all_holds")


def test_the_worker_keeps_its_papers_before_somebody_asks(cast: Cast, settings: Settings) -> None:
    recommend(cast)
    keep_papers(prepare_edition(by=cast.evaluator).number)
    keep_papers(99)
    made = sorted(path.suffix for path in (settings.EVALUATIONS_ROOT / "editions").iterdir())
    assert made == [".docx", ".docx", ".html", ".html", ".pdf", ".pdf"]


def test_strangers_neither_prepare_nor_publish_nor_see_drafts(cast: Cast, client: Client) -> None:
    row = prepared(cast.evaluator)
    for who in (cast.ogre, cast.participant):
        with pytest.raises(NotAllowedError):
            prepare_edition(by=who)
        with pytest.raises(NotAllowedError):
            publish_edition(by=who, edition=row)
    assert client.get(f"{PAGE}1/").status_code == 404
    assert client.get(f"{PAGE}1/edition.json").status_code == 404
    client.force_login(cast.ogre)
    assert client.post(f"{PAGE}sagatavot/").status_code == 403


def test_an_edition_is_read_and_taken_away(cast: Cast, client: Client) -> None:
    row = prepared(cast.evaluator)
    publish_edition(by=cast.system, edition=row)
    page = client.get(f"{PAGE}1/").content.decode()
    assert row.sha256 in page
    assert "uzlabo vismaz par" in page
    assert client.get(f"{PAGE}1/edition.json").content == row.content.encode()
    pdf = client.get(f"{PAGE}1/ligzda-1-lv.pdf")
    assert (pdf.content, pdf["Content-Type"]) == (forged.genuine(), "application/pdf")
    assert client.get("/metodika/izdevumi.jsonl").content.decode() == queries.log()
    assert client.get(f"{PAGE}1/ligzda-2-lv.pdf").status_code == 404
    assert row.sha256[:16] in client.get("/en/methodology/editions/").content.decode()


def test_a_file_is_checked_on_the_page_and_not_kept(cast: Cast, client: Client) -> None:
    publish_edition(by=cast.system, edition=prepared(cast.evaluator))

    def said(content: bytes) -> str:
        file = SimpleUploadedFile("izdevums.pdf", content, "application/pdf")
        return client.post(f"{PAGE}parbaude/", {"file": file}).content.decode()

    assert "šis izdevums ir žurnālā" in said(forged.genuine())
    assert "žurnālā tāda izdevuma nav" in said(forged.consistent())
    assert "Datne ir mainīta" in said(forged.reworded("Sāciet ar", "Nesāciet ar"))
    assert "Šis PDF ir šifrēts" in said(forged.encrypted())
    assert "Šī nav PDF datne" in said(b"GIF89a")


def test_the_database_refuses_what_cannot_be(cast: Cast) -> None:
    row = prepared(cast.evaluator)
    rows = PublishedEdition.objects.filter(pk=row.pk)
    good = publication(row, cast.system)
    before = {
        "publishededition.edition_stays_as_prepared": lambda: rows.update(content="{}"),
        "edition_hash_is_of_its_content": lambda: prepared(
            cast.evaluator, number=2, sha256="0" * 64
        ),
        "edition_hash_is_of_its_line": lambda: rows.update(**good | {"line_sha256": "0" * 64}),
        "edition_published_has_its_line": lambda: rows.update(
            line=good["line"], line_sha256=good["line_sha256"]
        ),
        "edition_published_by_another": lambda: rows.update(
            **good | {"published_by": cast.evaluator}
        ),
        "publishededition.edition_follows_the_log": lambda: rows.update(**good | {"line": "{}"}),
    }  # fmt: skip
    for name, provoke in before.items():
        assert_refused(name, provoke)
    for odd in ({"number": 3}, {"number": 2, "previous": "1" * 64}):
        other = prepared(cast.evaluator, **odd)
        published = partial(
            PublishedEdition.objects.filter(pk=other.pk).update, **publication(other, cast.system)
        )
        assert_refused("publishededition.edition_follows_the_log", published)
        other.delete()
    rows.update(**good)
    assert_refused("publishededition.edition_published_stays", row.delete)
    assert constraints_of_model(PublishedEdition) == {
        *before, "publishededition.edition_published_stays",
    }  # fmt: skip
