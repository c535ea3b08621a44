"""What comes out of a package: DOCX, PDF, Akoma Ntoso that the checks find whole."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.addresses import client_of
from tests.legislation.conftest import Desk, annotate, objection

from ligzda.drafting.akn.checking import faults
from ligzda.drafting.akn.writing import act_document
from ligzda.legislation import papers
from ligzda.legislation.drafts import of_package

pytestmark = pytest.mark.django_db


def test_each_paper_says_what_the_package_says(desk: Desk) -> None:
    annotate(desk)
    objection(desk)
    drafts = of_package(desk.package, "lv")
    wanted = {
        "amending-act": "Izdarīt Brīvprātīgā darba likumā šādu grozījumu:",
        "annotation": "Projekts šo jomu neskar.",
        "opinions": "Nav skaidrs, kurš maksā.",
        "comparison": "trešo daļu",
    }
    for name, said in wanted.items():
        content, _media = papers.file(desk.package, drafts, f"{name}.docx")
        inside = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
        assert said in inside, name
    content, media = papers.file(desk.package, drafts, "opinions.pdf")
    assert (content[:5], media) == (b"%PDF-", "application/pdf")


def test_the_amending_act_as_akoma_ntoso_is_whole(desk: Desk) -> None:
    (draft,) = of_package(desk.package, "lv")
    name = f"{draft.text.act.slug}.xml"
    content, _media = papers.file(desk.package, [draft], name)
    assert "<mod " in content.decode()
    assert faults(content.decode(), act_document(draft.act)) == []


def test_files_of_a_draft_are_for_those_who_see_drafts(desk: Desk) -> None:
    address = reverse("legislation:download", args=[desk.package.pk, "amending-act.docx"])
    assert Client().get(address).status_code == 404
    given = client_of(desk.reviewer).get(address)
    assert given["Content-Disposition"].endswith('-amending-act.docx"')
    other = reverse("legislation:download", args=[desk.package.pk, "x.docx"])
    assert client_of(desk.reviewer).get(other).status_code == 404


def test_a_network_has_as_many_files_made_in_a_minute_as_of_regulations(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ligzda.legislation.sending.A_MINUTE", 1)
    now = timezone.now()
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    client = client_of(desk.lawyer)
    address = reverse("legislation:download", args=[desk.package.pk, "amending-act.docx"])
    assert [client.get(address).status_code for _each in range(2)] == [200, 429]
