"""The same document, opened in every format by someone else's reader."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
from tests.publishing.samples import document

from ligzda.publishing import (
    Block,
    Cite,
    Column,
    DataTable,
    Heading,
    Listing,
    Paragraph,
    pdf,
    render,
    to_docx,
    to_html,
    to_html_fragment,
    to_pdf,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def reader() -> Any:
    return pypdf.PdfReader(io.BytesIO(to_pdf(document())))


def test_pdf_is_tagged_and_says_its_language(reader: Any) -> None:
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/Lang"] == "lv-LV"
    assert "/StructTreeRoot" in reader.root_object


def test_pdf_declares_archive_and_accessibility(reader: Any) -> None:
    metadata = reader.root_object["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_pdf_carries_title_authors_and_date(reader: Any) -> None:
    assert reader.metadata
    assert reader.metadata.title == document().title
    assert reader.metadata.author == "Anna Bērziņa, Jānis Ozols"
    assert reader.metadata.creation_date.date() == document().date
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_pdf_carries_its_attachments(reader: Any) -> None:
    assert reader.attachments["evaluation.json"] == [b'{"a": 1}\n']
    assert reader.attachments["plan.toml"] == [b"x = 1\n"]


def test_pdf_pictures_speak(reader: Any) -> None:
    texts = [node["/Alt"] for node in _structure(reader) if "/Alt" in node]
    assert 'Pieci intervāli; "Līvāni <jauni>" ir vistālāk pa labi.' in texts
    assert len([text for text in texts if text]) >= 3


def test_pdf_has_headings_and_table_heads(reader: Any) -> None:
    roles = [node.get("/S") for node in _structure(reader)]
    assert roles.count("/H1") == 2
    assert roles.count("/H2") == 1
    assert "/TH" in roles
    assert [item["/Title"] for item in reader.outline if isinstance(item, dict)] == [
        "Pirmā nodaļa #1", "Otrā nodaļa",
    ]  # fmt: skip


def test_text_is_never_markup(reader: Any) -> None:
    text = "".join(page.extract_text() for page in reader.pages)
    assert "$x$ *nav* _iezīmējums_" in text
    assert "kods[#x]" in text


def _structure(reader: Any) -> list[dict[str, Any]]:
    found, waiting = [], [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        if hasattr(node, "get_object"):
            node = node.get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found.append(node)
            waiting.append(node.get("/K", []))
    return found


def test_a_command_stands_on_the_page_of_the_sentence_that_announces_it() -> None:
    blocks: list[Block] = []
    for number in range(60):
        blocks += [Paragraph.of(f"Vārds{number}."), Listing(f"komanda{number}")]
    pages = pypdf.PdfReader(io.BytesIO(to_pdf(replace(document(), blocks=tuple(blocks))))).pages
    texts = [page.extract_text() for page in pages]
    assert len(texts) > 2
    for number in range(60):
        [page] = [text for text in texts if f"Vārds{number}." in text]
        assert f"komanda{number}" in page


def test_pdf_without_alternative_text_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The block refuses it first; Typst would refuse it as well."""

    class Forgetful(pdf._Encoder):
        def block(self, block: Block) -> dict[str, Any]:
            return super().block(block) | {"alternative": None}

    monkeypatch.setattr(pdf, "_Encoder", Forgetful)
    with pytest.raises(ValueError, match="alt"):
        to_pdf(document())


@pytest.fixture(scope="module")
def docx() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(to_docx(document())))


def test_docx_pictures_speak(docx: zipfile.ZipFile) -> None:
    xml = ElementTree.fromstring(docx.read("word/document.xml"))
    texts = [node.get("descr") for node in xml.iter() if node.tag.endswith("}docPr")]
    assert texts == [
        'Pieci intervāli; "Līvāni <jauni>" ir vistālāk pa labi.',
        "Ogre visbiežāk pirmā.",
        "Vietas tuvojas vidum.",
    ]


def test_docx_carries_each_picture_once(docx: zipfile.ZipFile) -> None:
    assert len([name for name in docx.namelist() if name.startswith("word/media/")]) == 3
    assert b"base64" not in docx.read("word/document.xml")


def test_docx_has_headings_contents_and_language(docx: zipfile.ZipFile) -> None:
    xml = ElementTree.fromstring(docx.read("word/document.xml"))
    styles = {
        style.get(f"{W}val"): "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in xml.iter(f"{W}p")
        for style in paragraph.iter(f"{W}pStyle")
    }
    assert styles["Title"] == document().title
    assert styles["Heading2"] == "Apakšnodaļa"
    assert styles["TOCHeading"] == "Saturs"
    assert styles["TOC1"] == "Otrā nodaļa"
    anchors = {node.get(f"{W}anchor") for node in xml.iter(f"{W}hyperlink")} - {None}
    assert anchors
    assert anchors <= {node.get(f"{W}name") for node in xml.iter(f"{W}bookmarkStart")}
    language = ElementTree.fromstring(docx.read("word/styles.xml")).find(f".//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "lv-LV"


def test_docx_table_head_repeats(docx: zipfile.ZipFile) -> None:
    xml = ElementTree.fromstring(docx.read("word/document.xml"))
    assert len(list(xml.iter(f"{W}tblHeader"))) == 2


def test_html_stands_alone_under_a_strict_policy() -> None:
    page = to_html(document())
    assert page.count("<style>") == 1
    assert not re.search(
        r"<script|\sstyle=|\son\w+=|<link rel=.stylesheet|src=|@import|url\(", page
    )
    fragment = to_html_fragment(document(), level=2)
    assert "<style" not in fragment
    assert fragment.startswith('<article class="report" lang="lv">')


def test_html_headings_descend_from_the_level_given() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", to_html_fragment(document(), level=2))]
    assert levels == [2, 3, 3, 4]


def test_html_names_everything_once() -> None:
    page = to_html(document())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]+)"', page):
        assert target in ids


def test_html_charts_have_words_and_numbers_beside_them() -> None:
    page = to_html(document())
    assert page.count('role="img"') == page.count("<svg") == 6  # wide and narrow
    assert "&quot;Līvāni &lt;jauni&gt;&quot; ir vistālāk" in page
    assert "<details><summary>Skaitļi tabulā</summary>" in page
    assert '<th scope="row" class="left">Salacgrīva</th><td class="right">0,08</td>' in page


def test_words_of_the_renderer_follow_the_language() -> None:
    assert "<b>1. attēls.</b>" in to_html(document("lv"))
    assert "<b>Figure 1.</b>" in to_html(document("en"))
    assert "2016. gada 17. marts" in to_html(document("lv"))
    assert "Invented for the demonstration" in to_html(document("en"))
    english: Any = pypdf.PdfReader(io.BytesIO(to_pdf(document("en"))))
    assert english.root_object["/Lang"] == "en-GB"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(document()) == render(document())


def test_another_date_gives_other_bytes() -> None:
    later = replace(document(), date=document().date.replace(day=18))
    one, other = render(document()), render(later)
    assert all(one[name] != other[name] for name in one)


def test_a_document_refuses_what_readers_would_stumble_over() -> None:
    with pytest.raises(ValueError, match="skips from level 1 to 3"):
        replace(document(), blocks=(Heading("a"), Heading("b", 3)))
    with pytest.raises(ValueError, match="Cited but not among the references: nobody"):
        replace(document(), blocks=(Paragraph.of(Cite("nobody")),))
    with pytest.raises(ValueError, match="row 2: 1 cells for 2 columns"):
        DataTable("t", (Column("a"), Column("b")), (("1", "2"), ("3",)))
    with pytest.raises(ValueError, match="needs a caption"):
        DataTable(" ", (Column("a"),), ())
