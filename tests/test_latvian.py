"""Every Latvian text of the house keeps the words of docs/glossary.md."""

import datetime
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import polib
import pytest
import yaml
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import override
from tests.catalogue import OF_PACKAGES, PO

REPOSITORY = Path(__file__).resolve().parent.parent
GLOSSARY = REPOSITORY / "docs" / "glossary.md"
HEADLINE = "Kurš sociālās uzņēmējdarbības inkubatora modelis dod rezultātu?"


class Unwanted(NamedTuple):
    """A row of the glossary's table of words that we do not write."""

    written: str
    instead: str
    pattern: re.Pattern[str]


def unwanted(glossary: str) -> list[Unwanted]:
    """Read the table: `…` is any ending, `or` divides spellings, cases of letters are one."""
    table = glossary.split("### Words we do not write")[1]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    rows = [line.strip("| ").split(" | ") for line in lines[2:]]
    result = []
    for written, instead, *_why in rows:
        spellings = (re.escape(each).replace("…", r"\w*") for each in written.split(" or "))
        whole = "|".join(rf"(?<!\w){each}(?!\w)" for each in spellings)
        result.append(Unwanted(written, instead, re.compile(whole, re.IGNORECASE)))
    return result


def _catalogue() -> Iterator[tuple[str, str]]:
    for path in (PO, *OF_PACKAGES):
        for entry in polib.pofile(str(path)):
            if not entry.msgid.endswith("/"):  # addresses do not change: links would break
                for text in entry.msgstr_plural.values() or [entry.msgstr]:
                    yield f"{path.name}: {entry.msgid}", text


def _strings(tree: Any, latvian: bool, place: str) -> Iterator[tuple[str, str]]:
    """Yield the texts under a key `lv` or `…_lv`, however deep."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            here = latvian or key == "lv" or str(key).endswith("_lv")
            yield from _strings(value, here, f"{place}: {key}")
    elif isinstance(tree, list):
        for value in tree:
            yield from _strings(value, latvian, place)
    elif latvian and isinstance(tree, str):
        yield place, tree


def _data() -> Iterator[tuple[str, str]]:
    for folder in ("src", "examples"):
        for path in (REPOSITORY / folder).rglob("*"):
            if path.suffix == ".toml":
                tree = tomllib.loads(path.read_text("utf-8"))
                yield from _strings(tree, path.stem == "lv", path.name)
            elif path.suffix == ".yaml":
                yield from _strings(yaml.safe_load(path.read_text("utf-8")), False, path.name)


def _glossary() -> Iterator[tuple[str, str]]:
    terms = GLOSSARY.read_text("utf-8").split("## How our Latvian is written")[0]
    for english, latvian in re.findall(r"^\| ([^|]+) \| ([^|]+) \|", terms, re.MULTILINE):
        yield f"glossary.md: {english}", latvian


UNWANTED = unwanted(GLOSSARY.read_text("utf-8"))


@cache
def texts() -> list[tuple[str, str]]:
    """Return every Latvian text, with its place before it."""
    return [*_catalogue(), *_data(), *_glossary()]


@pytest.mark.parametrize("word", UNWANTED, ids=lambda word: word.written)
def test_no_text_has_a_word_that_we_do_not_write(word: Unwanted) -> None:
    found = [f"{place}: {text}" for place, text in texts() if word.pattern.search(text)]
    assert not found, f"write {word.instead}"


NUMBER = re.compile(
    # no year, no part of a code, an example of a form's own notation or a longer number …
    r"(?<![\w.,:/–№#%'-])(?!(?:1[5-9]|20|21)\d\d(?!\d))\d{4,}(?![\w/:,'-])"
    r"|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)"  # … and no thousands divided where a line may break
)
ASKED_FOR = ("bez tūkstošu", "Rakstiet veselus skaitļus", "DOI ir tāds kā")
"""Sentences that say how a number is typed, not how one is read."""


def test_thousands_are_divided_by_a_space_that_does_not_break() -> None:
    """Fault C15: “1000” and “1 000” on one page."""
    found = [
        f"{place}: {text}"
        for place, text in texts()
        if NUMBER.search(text) and not any(said in text for said in ASKED_FOR)
    ]
    assert not found
    wrong = ("ap 1000 rakstzīmju", "ap 10 000 EUR", "ap 6442527")
    right = ("ap 1\u00a0000 rakstzīmju", "2016. gads", "1991–2009", "M1000", "ISO 9001:2015")
    assert [bool(NUMBER.search(text)) for text in wrong + right] == [True] * 3 + [False] * 5


def test_quotation_marks_open_below_the_line() -> None:
    """Latvian „tā”, not as in English."""
    assert not [f"{place}: {text}" for place, text in texts() if "“" in text]


def test_the_texts_come_from_every_place_that_has_latvian() -> None:
    places = {place.split(":")[0] for place, _ in texts()}
    wanted = {"django.po", "lv.toml", "phrases.toml", "captions.toml", "glossary.md"}
    assert wanted | {"models.yaml", "factors.yaml", "articles.yaml", "incubators.yaml"} <= places


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Šis fails jau ir pievienots.", "fail…"),
        ("Par apelāciju lemj cits.", "apelāc…"),
        ("Praksei vajag avotu", "vajag"),
        ("Par šī tīkla inkubatoriem", "šī tīkla or šī raksta or šī protokola or šī inkubatora"),
    ],
)
def test_an_unwanted_word_is_found_in_any_form(text: str, written: str) -> None:
    caught = [word.written for word in UNWANTED if word.pattern.search(text)]
    assert len(caught) == 1
    assert caught[0].startswith(written)


@pytest.mark.parametrize(
    "text", ["nevajadzētu", "Sociālā dienesta vajadzībām", "profails", "ailas"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert not [word.written for word in UNWANTED if word.pattern.search(text)]


def test_what_is_to_be_written_is_itself_wanted() -> None:
    for word in UNWANTED:
        assert not [each for each in UNWANTED if each.pattern.search(word.instead)]


def test_the_question_of_the_project_has_one_text() -> None:
    headlines = [e for e in polib.pofile(str(PO)) if e.msgstr.casefold() == HEADLINE.casefold()]
    assert [e.msgid for e in headlines] == ["Which social-enterprise incubator works?"]
    assert {place for place, _ in headlines[0].occurrences} == {
        "portal/templates/portal/home.html", "trial/registry/views.py",
    }  # fmt: skip


def test_no_text_of_ours_takes_the_place_of_a_month() -> None:
    """Django asks for "May" without a context: a text of ours called so names the month too."""
    with override("en"):
        months = {str(name) for name in MONTHS.values()}
    assert not months & {entry.msgid for entry in polib.pofile(str(PO)) if not entry.msgctxt}
    with override("lv"):
        assert date_format(datetime.date(2026, 5, 1), "F Y") == "maijs 2026"


def test_what_was_saved_is_named() -> None:
    """Fault D10: one “Saglabāts.” for everything."""
    bare = {"Saglabāts.", "Saglabāta.", "Saglabāti.", "Izdarīts.", "Gatavs."}
    assert not [entry.msgid for entry in polib.pofile(str(PO)) if entry.msgstr in bare]
