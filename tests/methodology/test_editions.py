"""An edition: one canonical text, a document that follows from it, a log that only grows."""

import datetime
from dataclasses import replace

import pytest
from tests.methodology.editions_made import assembled, edition

from ligzda.languages import CODES
from ligzda.methodology.editions import (
    NOT_PUBLIC,
    RECOMPUTABLE,
    canonical,
    document,
    edition_json,
    line_of,
    read_edition,
    read_log,
)
from ligzda.methodology.editions.contents import PrintedEffect
from ligzda.methodology.editions.log import NOTHING_BEFORE
from ligzda.publishing import Chart, render

DAY = datetime.date(2027, 4, 2)


def test_the_canonical_text_is_that_of_the_rfc() -> None:
    """RFC 8785, 3.2.3: the order is that of UTF-16, in which an emoji comes before U+FB33."""
    assert canonical({"\ufb33": 1, "\U0001f600": 2, "1": True, "ö": [None, "\n\u20ac\x0f"]}) == (
        '{"1":true,"ö":[null,"\\n€\\u000f"],"\U0001f600":2,"\ufb33":1}'.encode()
    )


def test_what_has_no_one_text_is_refused() -> None:
    with pytest.raises(ValueError, match="is a float"):
        canonical({"a": 0.1})
    with pytest.raises(ValueError, match="half a character"):
        canonical(["\ud800"])


def test_an_edition_is_read_back_as_it_was_written() -> None:
    content = edition_json(edition())
    assert read_edition(content) == edition()
    assert edition_json(read_edition(content)) == content


def test_what_is_no_edition_is_refused() -> None:
    content = edition_json(edition())
    for odd in (
        b"{}",
        b"[]",
        b"\xff",
        b'{"number":1}',
        content + b" ",
        content.replace(b'"number":1,', b'"extra":1,"number":1,', 1),
        edition_json(replace(edition(), title={"lv": "Tikai latviski"})),
    ):
        with pytest.raises(ValueError, match=r"\w"):
            read_edition(odd)


def test_a_sentence_says_whether_the_public_cells_give_it() -> None:
    assert [each.needs for each in edition().claims] == [
        RECOMPUTABLE, NOT_PUBLIC, RECOMPUTABLE, RECOMPUTABLE,
    ]  # fmt: skip
    assert edition().runs[0].effects[1].name == "M4 − waiting list"


def test_two_builds_are_the_same_bytes() -> None:
    for language in CODES:
        made = document(edition(), language, assembled().files)
        again = document(read_edition(edition_json(edition())), language, assembled().files)
        assert render(made) == render(again)


def test_a_recommendation_whose_ground_is_gone_says_so() -> None:
    claims = tuple(replace(each, state="no longer supported") for each in edition().claims)
    turned = document(replace(edition(), claims=claims), "lv", assembled().files)
    assert any("Pamats ir zudis." in str(block) for block in turned.blocks)


def test_the_log_is_a_chain() -> None:
    first = line_of(1, DAY, "a" * 64, NOTHING_BEFORE)
    before = read_log(first)[0].hash
    second = line_of(2, DAY, "b" * 64, before)
    assert [line.number for line in read_log(f"{first}\n{second}\n")] == [1, 2]
    assert read_log("") == []
    for broken in (
        second,
        f"{first}\n{first}",
        f"{first}\n{second.replace('b', 'c')}\n{line_of(3, DAY, 'c' * 64, before)}",
        f"{first}\n{second}\n ",
        first.replace("{", "{ "),
        "[1]",
    ):
        with pytest.raises(ValueError, match=r"^line"):
            read_log(broken)


def test_chapters_are_read_back_and_leave_no_trace_where_there_are_none() -> None:
    [chapter] = read_edition(edition_json(edition())).chapters
    assert chapter == edition().chapters[0]
    assert {type(piece).__name__ for piece in chapter.pieces["lv"]} == {
        "Title", "Words", "Warned", "Items", "Terms", "Sheet", "Drawn",
    }  # fmt: skip
    bare = edition_json(replace(edition(), chapters=(), annexes=()))
    assert [name in bare for name in (b'"chapters"', b'"annexes"')] == [False, False]
    assert read_edition(bare).chapters == ()


def test_a_drawing_whose_values_do_not_fit_is_refused() -> None:
    content = edition_json(edition()).replace(b'["0.89","0.91"]', b'["0.89"]')
    with pytest.raises(ValueError, match="has not 2 values"):
        read_edition(content)


@pytest.mark.parametrize(
    ("plan", "name"),
    [
        (b'[text.lv.contrasts]\n"M4" = "Ceturtais"', "Ceturtais"),
        (b"[text.en.contrasts]\nM4 = 'Fourth'", "M4"),
        (b"text = 3", "M4"),
        (b"[[text.lv]]", "M4"),
        (b"\xff not TOML", "M4"),
    ],
)
def test_a_picture_names_comparisons_as_the_plan_does_in_its_language(
    plan: bytes, name: str
) -> None:
    run = replace(edition().runs[0], effects=(PrintedEffect("M4", "1", "0", "0.5", "1.5", "2"),))
    files = {**assembled().files, run.plan.name: plan}
    blocks = document(replace(edition(), runs=(run,)), "lv", files).blocks
    drawn = next(each for each in blocks if isinstance(each, Chart) and "ticam" in each.caption)
    assert drawn.data is not None
    assert drawn.data.rows[0][0] == name
