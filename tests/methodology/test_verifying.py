"""`ligzda verify`: what each forgery is caught by, and what only the log can tell."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.methodology import forged
from tests.methodology.editions_made import edition

from ligzda.findings.claims import bare
from ligzda.languages import CODES, Language
from ligzda.methodology.editions import edition_json
from ligzda.methodology.verifying import Answer, Verification, VerifyError, read_pdf, verify
from ligzda.methodology.verifying.told import Told
from ligzda.publishing import to_pdf

YES, NO = Answer.YES, Answer.NO


def found(pdf: bytes, *, log: bool = True) -> Verification:
    return verify(read_pdf(pdf), forged.log_of(edition()) if log else None)


def codes(given: Verification) -> list[str]:
    return [str(fault.code) for fault in given.faults]


@pytest.mark.parametrize("language", CODES)
def test_an_edition_is_itself(language: Language) -> None:
    given = found(forged.genuine(language))
    assert codes(given) == []
    assert (given.intact, given.recomputes, given.worded, given.published) == (YES,) * 4
    assert (given.signed, given.language, given.summary) == (False, language, "all_holds")
    assert [each.recomputes for each in given.sentences] == [YES, Answer.NOT_PUBLIC, YES, YES]
    assert Told(given, "en").answers[1][1].startswith("yes, as far as the data are public: 3 of 4")


def test_without_a_log_it_says_that_it_does_not_know() -> None:
    given = found(forged.genuine(), log=False)
    assert (given.published, given.summary, given.holds) == (Answer.NOT_ASKED, "no_log", True)


def test_a_forged_sentence_is_not_worded_as_computed() -> None:
    given = found(forged.reworded("uzlabo vismaz par", "uzlabo gandrīz par"))
    assert [each.worded for each in given.sentences] == [NO, YES, YES, YES]
    assert given.recomputes is YES
    assert not given.holds


def test_a_forged_number_on_the_page_is_not_worded_as_computed() -> None:
    given = found(forged.reworded("+23,8", "+28,3"))
    assert given.sentences[0].worded is NO
    assert given.worded is NO


def test_a_forged_number_in_a_sentence_of_the_edition_does_not_recompute() -> None:
    said = edition().claims[0].sentences["lv"]
    more = replace(said, numbers=said.numbers.replace("23,8", "32,8"))
    claim = replace(edition().claims[0], sentences=edition().claims[0].sentences | {"lv": more})
    of = replace(edition(), claims=(claim, *edition().claims[1:]))
    given = found(to_pdf(forged.made(of=of)))
    assert (given.intact, given.recomputes, given.worded) == (YES, NO, NO)
    assert given.sentences[0].again == str(said)
    assert (given.published, given.summary) == (NO, "not_computed")


def test_a_forged_recommendation_is_not_intact() -> None:
    given = found(forged.reworded("Sāciet ar pasūtījumu", "Nesāciet neko"))
    assert codes(given) == ["prose"]
    assert given.summary == "not_intact"


@pytest.mark.parametrize(("before", "after"), [("Cik atnāca.", "Cik negāja."), ("40", "47")])
def test_a_forged_number_of_a_chapter_or_under_a_picture_is_not_intact(
    before: str, after: str
) -> None:
    assert set(codes(found(forged.reworded(before, after)))) == {"prose"}


def test_pages_are_read_as_an_outside_reader_reads_them() -> None:
    reader = PdfReader(BytesIO(forged.genuine()))
    pages = read_pdf(forged.genuine()).pages
    assert [bare(page) for page in pages] == [bare(each.extract_text()) for each in reader.pages]


def test_forged_attachments_are_not_intact() -> None:
    name = "evaluation-1-cells.csv"
    edited = edition_json(replace(edition(), number=2))
    for pdf, fault in (
        (forged.attached({name: b"site,model,n,working\n"}), "changed"),
        (forged.attached({name: None}), "missing"),
        (forged.attached({}, {"more.csv": b"1"}), "extra"),
        (forged.attached({"edition.json": edited}), "hash-not-on-title"),
    ):
        assert fault in codes(found(pdf))


def test_forging_everything_consistently_shows_only_in_the_log() -> None:
    given = found(forged.consistent())
    assert (given.intact, given.recomputes, given.worded, given.published) == (YES, YES, YES, NO)
    assert Told(given, "en").summary == (
        "Intact and recomputes as far as its data are public, "
        "but not an edition that was published."
    )
    assert not given.holds
    assert found(forged.consistent(), log=False).holds


def test_without_evaluating_it_says_so() -> None:
    given = verify(read_pdf(forged.genuine()), recompute=False)
    assert given.recomputes is Answer.NOT_ASKED
    assert given.worded is YES


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: b"", "not-pdf"),
        (lambda: b"GIF89a", "not-pdf"),
        (lambda: b"%PDF-1.7\nnothing", "broken"),
        (lambda: b"%PDF-" + bytes(50_000_000), "too-large"),
        (lambda: forged.genuine()[:3000], "broken"),
        (forged.encrypted, "encrypted"),
        (forged.of_something_else, "not-an-edition"),
        (forged.swapped, "swapped"),
    ],
    ids=["empty", "picture", "stub", "large", "cut", "encrypted", "other", "swapped"],
)
def test_what_is_no_edition_is_refused_with_a_sentence(
    made: Callable[[], bytes], code: str
) -> None:
    with pytest.raises(VerifyError) as refused:
        read_pdf(made())
    assert refused.value.remark.code == code


def test_an_edition_of_another_make_is_refused() -> None:
    with pytest.raises(VerifyError, match="not what Ligzda writes"):
        found(forged.attached({"edition.json": b'{"format":"ligzda-edition/9"}'}))


def test_a_broken_log_is_refused() -> None:
    with pytest.raises(VerifyError, match="does not hold together"):
        verify(read_pdf(forged.genuine()), "nothing\n")
