"""Binding regulations: two people, two weeks, the council before publication, the ministry."""

import datetime
import io
import zipfile
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.addresses import client_of
from tests.cast import Cast
from tests.legislation.conftest import announced, decided, drafted

from ligzda.kernel.errors import NotAllowedError, WrongStateError
from ligzda.kernel.obstacle import obstacle
from ligzda.legislation.models import Regulation
from ligzda.legislation.regulations import actions, memorandum, papers, queries, rules

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def _address(row: Regulation, name: str = "regulation") -> str:
    return reverse(f"legislation:{name}", args=[row.pk])


def test_a_draft_is_its_municipality_s_and_public_once_a_second_person_announces_it(
    cast: Cast,
) -> None:
    row = drafted(cast.ogre)
    assert Client().get(_address(row)).status_code == 404
    assert client_of(cast.cesis).get(_address(row)).status_code == 404
    closes = timezone.localdate() + 14 * DAY
    for by in (cast.cesis, cast.evaluator, cast.participant):
        with pytest.raises(NotAllowedError):
            actions.announce(by=by, regulation=row, closes=closes)
    with pytest.raises(WrongStateError, match="cits cilvēks"):
        actions.announce(by=cast.ogre, regulation=row, closes=closes)
    with pytest.raises(WrongStateError, match="divas nedēļas"):
        actions.announce(by=cast.system, regulation=row, closes=closes - DAY)
    actions.announce(by=cast.system, regulation=row, closes=closes)
    page = Client().get(_address(row)).content.decode()
    assert "4.1. izmanto telpas tikai" in page
    assert "Teksts." in page
    assert "jāpārbauda" in page.lower()


def test_a_template_is_filled_in_and_explained_before_it_is_announced(cast: Cast) -> None:
    row = drafted(cast.system)
    given = actions.RegulationFacts(row.title, row.basis, row.text.replace("trim", "[skaits]"))
    actions.change_regulation(by=cast.system, regulation=row, facts_given=given)
    row.refresh_from_db()
    assert "[skaits]" in str(obstacle(rules.check_announce, by=cast.ogre, regulation=row))
    given = actions.RegulationFacts(row.title, row.basis, row.text.replace("[skaits]", "trim"))
    actions.change_regulation(by=cast.system, regulation=row, facts_given=given)
    actions.explain(by=cast.system, regulation=row, code="7", text=" ")
    row.refresh_from_db()
    assert ": 7." in str(obstacle(rules.check_announce, by=cast.ogre, regulation=row))


def test_who_wrote_last_does_not_announce(cast: Cast) -> None:
    row = drafted(cast.system)
    given = actions.RegulationFacts(row.title, row.basis, row.text)
    writing: dict[Callable[..., object], dict[str, object]] = {
        actions.change_regulation: {"facts_given": given},
        actions.explain: {"code": "7", "text": "Citādi."},
    }
    for write, words in writing.items():
        write(by=cast.ogre, regulation=row, **words)
        row.refresh_from_db()
        assert "pēdējais" in str(obstacle(rules.check_announce, by=cast.ogre, regulation=row))
        write(by=cast.system, regulation=row, **words)
        row.refresh_from_db()
        assert obstacle(rules.check_announce, by=cast.ogre, regulation=row) is None


def test_every_template_says_that_its_basis_is_to_be_checked() -> None:
    assert all(each.recalled for each in memorandum.templates())


def test_it_is_not_published_before_the_ministry_answered_or_its_month_is_over() -> None:
    sent = datetime.date(2026, 3, 2)
    row = Regulation(sent_on=sent)
    with pytest.raises(WrongStateError, match="Ministrija atzinumu var sniegt"):
        rules.check_published_on(regulation=row, on=datetime.date(2026, 4, 2))
    rules.check_published_on(regulation=row, on=datetime.date(2026, 4, 3))
    row.ministry, row.ministry_on = "agreed", sent + 9 * DAY
    with pytest.raises(WrongStateError, match="Ministrija atbildēja"):
        rules.check_published_on(regulation=row, on=sent + 8 * DAY)
    rules.check_published_on(regulation=row, on=sent + 9 * DAY)


def test_long_texts_are_compared_by_lines_and_what_differs_much_stands_whole() -> None:
    same = "".join(f"{number}. Telpas nodod ar lēmumu.\n" for number in range(1, 5000))
    row = Regulation(announced_text=same + "Vecs vārds.\n", text=same + "Jauns vārds.\n")
    found = str(queries.since_announced(row, "lv"))
    assert found.startswith("1. Telpas nodod ar lēmumu.<br>2. ")
    assert (found.count("<del>"), found.count("<ins>")) == (1, 1)
    assert found.endswith(" vārds.<br>")
    row.text = same.replace("nodod", "atdod")
    assert str(queries.since_announced(row, "lv")).count("<ins>") == 1


def test_a_network_has_ten_files_made_in_a_minute(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = announced(cast)
    monkeypatch.setattr(papers, "file", lambda *_given: (b"", "application/pdf"))
    address = reverse("legislation:regulation_download", args=[row.pk, "regulation.pdf"])
    client = Client()
    for _time in range(10):
        assert client.get(address).status_code == 200
    refused = client.get(address)
    assert refused.status_code == 429
    assert refused.content.decode().startswith("Pārāk daudz pieprasījumu.")


def test_nothing_is_adopted_before_the_council_decides_after_the_two_weeks(cast: Cast) -> None:
    row = announced(cast)
    closes = row.consultation.closes
    early = decided(cast.system, sitting_on=closes)
    with pytest.raises(WrongStateError, match="pirms sabiedrība"):
        actions.adopt(by=cast.ogre, regulation=row, decision=early, number="1")
    other = decided(cast.system, permitted=["take_part"], document_title_lv="Cits")
    with pytest.raises(WrongStateError, match="izdod saistošos noteikumus"):
        actions.adopt(by=cast.ogre, regulation=row, decision=other, number="1")
    assert "dome" in str(obstacle(rules.check_publish, by=cast.ogre, regulation=row))
    late = decided(cast.system, document_title_lv="Noteikumi")
    client = client_of(cast.ogre)
    page = client.get(_address(row, "adopt")).content.decode()
    assert "Noteikumi" in page
    client.post(_address(row, "adopt"), {"decision": str(late.pk), "number": "12/2026"})
    row.refresh_from_db()
    assert (row.decision, row.number) == (late, "12/2026")
    with pytest.raises(WrongStateError, match="pieņēmusi"):
        actions.explain(by=cast.ogre, regulation=row, code="1", text="Citādi.")


def test_the_ministry_has_a_month_and_a_second_person_publishes(cast: Cast) -> None:
    row = announced(cast)
    today = timezone.localdate()
    decision = decided(cast.system, document_title_lv="Noteikumi")
    actions.adopt(by=cast.ogre, regulation=row, decision=decision, number="12")

    def stands() -> str:
        row.refresh_from_db()
        return str(obstacle(rules.check_publish, by=cast.system, regulation=row))

    assert "ministrija saņēma" in stands()
    sent = actions.MinistryFacts(today)
    actions.record_ministry(by=cast.ogre, regulation=row, facts_given=sent)
    assert "Ministrija atzinumu var sniegt" in stands()
    objected = actions.MinistryFacts(today, "objected", today, "Nav skaidrs termiņš.")
    actions.record_ministry(by=cast.ogre, regulation=row, facts_given=objected)
    assert "ministrija iebilst" in stands().lower()
    agreed = actions.MinistryFacts(today, "agreed", today)
    actions.record_ministry(by=cast.ogre, regulation=row, facts_given=agreed)
    given = actions.PublicationFacts(today, "Latvijas Vēstnesis, 2026, 1. nr.", today + DAY)
    with pytest.raises(WrongStateError, match="cits cilvēks"):
        actions.publish_regulation(by=cast.ogre, regulation=row, facts_given=given)
    actions.publish_regulation(by=cast.system, regulation=row, facts_given=given)
    page = Client().get(_address(row)).content.decode()
    assert "Latvijas Vēstnesis, 2026, 1. nr." in page


def test_its_papers_say_what_it_says_and_what_the_public_said(cast: Cast) -> None:
    row = announced(cast)

    def inside(name: str) -> str:
        content, _media = papers.file(row, name)
        return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()

    assert "Pašvaldību likuma 44. panta otro daļu" in inside("regulation.docx")
    memorandum = inside("memorandum.docx")
    assert "Neviens viedoklis nav saņemts." in memorandum
    assert "jāpārbauda" in memorandum
    assert papers.file(row, "memorandum.pdf")[0][:5] == b"%PDF-"
