"""The living document as a file: written, changed as an office changes it, read, held against."""

import io
import re
import zipfile
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methodology.docx_hand import W, changed, parts

from ligzda.kernel.errors import BadDataError
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, Language
from ligzda.methodology.living.citing import Known
from ligzda.methodology.living.queries import BlockRow
from ligzda.methodology.models import BlockVersion, DocumentBlock
from ligzda.methodology.roundtrip.package import open_package
from ligzda.methodology.roundtrip.planning import Plan, Standing, plan
from ligzda.methodology.roundtrip.reading import MOST_AT, _As, _Reader, moment, read_docx
from ligzda.methodology.roundtrip.writing import write_docx

AT = timezone.now()
KNOWN = Known({"grade"}, {"claim": [], "recommendation": [], "block": []})
BY = 'w:id="7" w:author="Anna Word" w:date="2026-11-28T20:31:00Z"'
RUN = "<w:r><w:t>{}</w:t></w:r>"
INSERTED = f'<w:ins {BY}><w:r><w:t xml:space="preserve"> un vēl</w:t></w:r></w:ins>'


def prose(pk: int, lv: str, en: str = "", heading: Text | None = None, number: int = 1) -> BlockRow:
    version = BlockVersion(
        number=number, heading=heading or Text({}), body=Text({"lv": lv, "en": en})
    )
    return BlockRow(DocumentBlock(pk=pk, kind="prose"), version, None, None, [], [])


def standing(*rows: BlockRow, **more: Any) -> dict[int, Standing]:
    found = {}
    for row in rows:
        new = row.newest
        versions = {} if new is None else {new.number: (new.heading, new.body)}
        facts: dict[str, Any] = {
            "prose": new is not None,
            "added": 0,
            "removed": False,
            "versions": versions,
        }
        found[row.row.pk] = Standing(pk=row.row.pk, **(facts | more))
    return found


HEADED = prose(1, "Pirmais.\n\nOtrais [@grade].", "First.", Text({"lv": "Ievads", "en": "Preface"}))
DRAWN = BlockRow(DocumentBlock(pk=2, kind="claim", about=7), None, None, None, [], [])
LAST = prose(3, "Tikai latviski.")
ROWS = (HEADED, DRAWN, LAST)


@pytest.fixture(scope="module")
def made() -> bytes:
    return write_docx(ROWS, "lv", AT)


def planned(content: bytes, **more: Any) -> Plan:
    return plan(read_docx("metodika.docx", content), standing(*ROWS, **more), KNOWN)


def after(words: str, text: str) -> Any:
    """Put Open XML after the run of these words."""
    run = re.compile(rf"<w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>{re.escape(words)}</w:t></w:r>")
    return lambda body: run.sub(lambda found: found[0] + text, body)


def instead(words: str, text: str) -> Any:
    """Put Open XML in the place of the run of these words."""
    return lambda body: body.replace(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>', text)


LETTERS = st.characters(codec="utf-8")
TEXTS = st.lists(st.text(LETTERS, max_size=60), max_size=4).map("\n\n".join)


@pytest.mark.slow
@settings(max_examples=3, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, st.text(LETTERS, max_size=30)), min_size=8, max_size=8),
       st.sampled_from(CODES))  # fmt: skip
def test_what_goes_out_and_back_unchanged_says_nothing(
    texts: list[tuple[str, str, str]], language: Language
) -> None:
    rows = [
        prose(pk, lv, en, Text({"lv": heading, "en": heading}))
        for pk, (lv, en, heading) in enumerate(texts, start=1)
    ]
    back = plan(read_docx("a.docx", write_docx(rows, language, AT)), standing(*rows), KNOWN)
    assert (back.suggestions, back.comments, back.refused) == ((), (), ())


def test_marks_stay_where_an_office_drops_controls_or_bookmarks_or_divides_runs(
    made: bytes,
) -> None:
    def no_controls(body: str) -> str:
        return re.sub(
            r"<w:sdt>.*?<w:sdtContent>|</w:sdtContent>|</w:sdt>", "", body, flags=re.DOTALL
        )

    def no_bookmarks(body: str) -> str:
        return re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", body)

    def divided(body: str) -> str:
        runs = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t>'
        return re.sub(r"(<w:t[^>]*>Tik)", lambda found: found[1] + runs, body)

    whole = read_docx("a.docx", made).pieces
    for change in (no_controls, no_bookmarks, divided):
        again = changed(made, change)
        assert again != made
        assert read_docx("a.docx", again).pieces == whole
        assert planned(again) == Plan((), (), ())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b"<w:trackRevisions/>" in archive.read("word/settings.xml")
        body = archive.read("word/document.xml").decode()
    assert (body.count("sdtContentLocked"), body.count('"sdtLocked"')) == (2, 4)


def test_tracked_changes_become_one_suggestion_a_block(made: bytes) -> None:
    struck = f"<w:del {BY}><w:r><w:delText>Pirmais.</w:delText></w:r></w:del>"
    moved = f"<w:moveTo {BY}>{RUN.format('Pārcelts.')}</w:moveTo>"
    both = changed(changed(made, instead("Pirmais.", struck + moved)), after("Ievads", INSERTED))
    (one,) = planned(both).suggestions
    assert (one.heading["lv"], one.body["lv"]) == ("Ievads un vēl", "Pārcelts.\n\nOtrais [@grade].")
    assert (one.heading["en"], one.body["en"]) == ("Preface", "First.")
    assert (one.untracked, one.authors, one.conflict, one.there) == (False, "Anna Word", 0, False)
    assert [(row.how, row.words) for row in one.tracked] == [
        ("in", " un vēl"), ("out", "Pirmais."), ("moved here", "Pārcelts."),
    ]  # fmt: skip


def test_paragraphs_are_tracked_by_their_ends(made: bytes) -> None:
    end = f"<w:pPr><w:rPr><w:{{}} {BY}/></w:rPr></w:pPr>"
    new = f"<w:p>{end.format('ins')}<w:ins {BY}>{RUN.format('Jauna.')}</w:ins></w:p>"
    last = re.compile(r"<w:p>(?:(?!<w:p>).)*?Tikai latviski", re.DOTALL)
    typed = changed(made, lambda body: last.sub(lambda found: new + found[0], body))
    (one,) = planned(typed).suggestions
    assert (one.body["lv"], one.untracked) == ("Jauna.\n\nTikai latviski.", False)
    joined = changed(made, lambda body: re.sub(
        r"<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>(?=<w:bookmarkStart [^>]*><w:r><w:t[^>]*>Pirmais)",
        end.format("del"), body, flags=re.DOTALL))  # fmt: skip
    (one,) = planned(joined).suggestions
    assert (one.body["lv"], one.untracked) == ("Pirmais.Otrais [@grade].", False)


def test_comments_come_with_their_words_and_answers(made: bytes) -> None:
    def commented(body: str) -> str:
        first = '<w:commentRangeStart w:id="1"/>' + RUN.format("Otrais [@grade].")
        first += '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        body = instead("Otrais [@grade].", first)(body)
        mark = '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/>'
        title = '<w:p>\n      <w:pPr>\n        <w:pStyle w:val="Title"'
        assert title in body
        return body.replace(title, mark + title)

    def said(number: int, who: str, text: str) -> str:
        return (
            f'<w:comment w:id="{number}" w:author="{who}" w:date="2026-11-28T20:3{number}:00Z">'
            f'<w:p w14:paraId="0000000{number}">{RUN.format(text)}</w:p></w:comment>'
        )

    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    comments = said(1, "Anna", "Kāpēc?") + said(2, "Bruno", "Tāpēc.") + said(3, "Cilda", "Kur?")
    threads = (
        '<w15:commentEx w15:paraId="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
    )
    relation = (
        '<Relationship Id="rId991" Target="commentsExtended.xml" Type="http://schemas.microsoft.com'
        '/office/2011/relationships/commentsExtended"/></Relationships>'
    )
    file = parts(
        made,
        {"word/document.xml": commented,
         "word/_rels/document.xml.rels": lambda text: text.replace("</Relationships>", relation)},
        comments=f"<w:comments {W} {w14}>{comments}</w:comments>",
        commentsExtended=f"<w15:commentsEx {w15}>{threads}</w15:commentsEx>",
    )  # fmt: skip
    found = planned(file)
    words = "Otrais [@grade]."
    assert [(row.said.author, row.said.text, row.block, row.said.words, row.answers)
            for row in found.comments] == [
        ("Anna", "Kāpēc?", 1, words, None), ("Bruno", "Tāpēc.", 1, words, 0)
    ]  # fmt: skip
    (left,) = found.refused
    assert left.why == "„Kur?”: tas nav pie bloka. Komentējiet bloka vārdus."
    assert str(moment(found.comments[0].said.at)) == "2026-11-28 20:31:00"
    done = parts(
        file, {"word/commentsExtended.xml": lambda text: text.replace('done="0"', 'done="1"')}
    )
    assert planned(done).comments == ()
    there = frozenset({("Kāpēc?", "2026-11-28T20:31")})
    assert [row.there for row in planned(file, comments=there).comments] == [True, False]


def test_a_comment_keeps_no_more_of_its_words_than_are_shown(made: bytes) -> None:
    many = '<w:commentRangeStart w:id="5"/>' + RUN.format("ab ") * 500
    package = open_package("a.docx", changed(made, after("Pirmais.", many)))
    reader = _Reader()
    reader.walk(package.body, _As())
    [(block, words)] = reader.stands.values()
    assert (block, len(words)) == (1, MOST_AT)


def refused(content: bytes, **more: Any) -> list[tuple[int, str]]:
    found = planned(content, **more)
    assert found.suggestions == ()
    return [(row.block, row.why) for row in found.refused]


def test_what_is_not_taken_is_named(made: bytes) -> None:
    inserted = changed(made, after("Tikai latviski.", INSERTED))
    assert "izņemts" in refused(inserted, removed=True)[-1][1]
    ((_block, why),) = refused(
        changed(made, after("Tikai latviski.", INSERTED.replace("un vēl", "[@cits]")))
    )
    assert "nekurp neved: [@cits]" in why
    gone = changed(made, lambda body: body.replace("Tikai latviski.", ""))
    assert refused(gone)[0][0] == 3
    long = changed(made, lambda body: body.replace("Tikai latviski.", "garš " * 1300))
    assert "6000" in refused(long)[0][1]
    locked = re.compile(r"(Šeit neko[^<]*</w:t></w:r>)")
    tracked = changed(made, lambda body: locked.sub(lambda found: found[1] + INSERTED, body))
    assert refused(tracked)[0][0] == 2
    assert "„un vēl”" in refused(tracked)[0][1]
    silent = changed(made, lambda body: body.replace("Šeit neko", "Šeit kaut ko"))
    assert "bez izsekošanas" in refused(silent)[0][1]
    picture = changed(made, after("Tikai latviski.", "<w:r><w:drawing/></w:r>"))
    assert "drawing" in refused(picture)[0][1]
    cut = re.compile(r"<w:sdt>(?:(?!<w:sdt>).)*?Tikai latviski.*?</w:sdt>", re.DOTALL)
    missing = changed(made, lambda body: cut.sub("", body))
    assert [row[0] for row in refused(missing)] == [3]


def test_what_changed_without_tracking_and_what_changed_since_is_said(made: bytes) -> None:
    silent = changed(made, lambda body: body.replace("Tikai latviski.", "Tikai lībiski."))
    (one,) = planned(silent).suggestions
    assert (one.body["lv"], one.untracked, one.authors) == ("Tikai lībiski.", True, "")
    blocks = standing(*ROWS)
    words = blocks[3].versions[1]
    newer = Standing(3, True, 0, False, {1: words, 2: (words[0], Text({"lv": "Cits."}))})
    (one,) = plan(read_docx("a.docx", silent), blocks | {3: newer}, KNOWN).suggestions
    assert (one.version, one.conflict) == (1, 2)


def test_a_translator_writes_the_other_language_in_word() -> None:
    made = write_docx(ROWS, "en", AT)
    empty = re.compile(r"(<w:bookmarkStart [^>]*lz_3_1_b_en_[^>]*>)")
    file = changed(made, lambda body: empty.sub(lambda found: found[1] + INSERTED, body, count=1))
    (one,) = planned(file).suggestions
    assert (one.block, one.body) == (3, {"lv": "Tikai latviski.", "en": "un vēl"})


def test_the_file_is_no_danger_and_ours_or_refused(made: bytes) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 100_000_001)
    kinds = "[Content_Types].xml"
    declared = '<!DOCTYPE w [<!ENTITY a "b">]>'
    cases: list[tuple[str, bytes, str]] = [
        ("a.docm", made, "(.docm)"),
        ("a.docx", changed(made, str, vbaProject="x"), "(word/vbaProject.xml)"),
        ("a.docx", parts(made, {kinds: lambda text: text.replace(
            "wordprocessingml.document.main", "ms-word.document.macroEnabled.main")}), "Enabled"),
        ("a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 99, "parole"),
        ("a.docx", made + b"0" * 10_000_000, "pārāk liela"),
        ("a.docx", bomb.getvalue(), "pārāk liela"),
        ("a.docx", b"PK", "nav Word dokuments"),
        ("a.docx", made[:5000], "nav Word dokuments"),
        ("a.docx", changed(made, lambda body: re.sub("(?=<w:document)", declared, body, count=1)),
         "nav Word dokuments"),
        ("a.docx", changed(made, lambda body: body.replace("<w:body>", "<w:body>" + "<w:p>" * 101)),
         "pārāk liela"),
        ("a.docx", changed(made, after("Pirmais.", "".join(
            f'<w:commentRangeStart w:id="{n}"/>' for n in range(1_001)))), "pārāk liela"),
        ("a.docx", changed(made, lambda body: body.replace("lz_", "xx_")), "nav neviena"),
    ]  # fmt: skip
    for name, content, words in cases:
        with pytest.raises(BadDataError) as refused:
            read_docx(name, content)
        assert words in str(refused.value), (name, words)
    blocks = standing(*ROWS)
    others: list[tuple[bytes, dict[int, Standing], str]] = [
        (made, {1: blocks[1], 2: blocks[2]}, "nekad nav bijis"),
        (made, blocks | standing(prose(3, "Tikai latviski.", number=2)), "versijas šeit vairs nav"),
        (made, blocks | standing(prose(3, "Citi vārdi.")), "citi vārdi"),
        (changed(made, lambda body: re.sub(r"(<w:sdt>.*</w:sdt>)", r"\1\1", body, flags=re.DOTALL)),
         blocks, "divreiz"),
    ]  # fmt: skip
    for content, there, words in others:
        with pytest.raises(BadDataError, match=words):
            plan(read_docx("a.docx", content), there, KNOWN)
