"""The Latvian catalogue says everything the code says, in the same placeholders."""

import gettext
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from tests.catalogue import HEADER, MO, OF_PACKAGES, PO, extract, in_python, in_template

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|\(\?P<\w+>|<\w+:\w+>")


@cache
def catalogue() -> polib.POFile:
    return polib.pofile(str(PO))


def test_every_text_is_translated_and_nothing_else_is_kept() -> None:
    entries = {(entry.msgctxt, entry.msgid) for entry in catalogue()}
    assert set(extract()) == entries, "run `make messages`, then translate what it names"
    lacking = [entry.msgid for entry in catalogue() if not entry.translated()]
    assert not lacking, "these have no Latvian translation (or a fuzzy one) in django.po"


@pytest.mark.parametrize("path", [PO, *OF_PACKAGES], ids=lambda path: path.name)
def test_placeholders_agree(path: Path) -> None:
    for entry in polib.pofile(str(path)):
        wanted = set(_PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for translation in entry.msgstr_plural.values() or [entry.msgstr]:
            assert set(_PLACEHOLDER.findall(translation)) == wanted, entry.msgid


_COUNTED = re.compile(r"%\((?:n|count)\)[sd][ \xa0][a-z]+")
NOT_COUNTED = (
    "Chance of each model at each incubator at the end, from %(n)s draws on trial.",  # sixty
    "%(sites)s incubators, %(n)s people each",  # in Latvian the noun comes first
    "%(count)s enrolled until",
    "%(incubator)s, as of %(day)s: %(there)s of %(count)s are there",
    "an incubator could take %(count)s courses",  # past four thousand
)


def test_what_is_counted_has_a_singular() -> None:
    """Fault C15: Latvian takes it for 1, 21, 31 …; and “1 persons” is no English."""
    lacking = [
        entry.msgid
        for entry in catalogue()
        if not entry.msgid_plural and _COUNTED.search(entry.msgid)
    ]
    assert [text for text in lacking if not text.startswith(NOT_COUNTED)] == []
    assert len(lacking) == len(NOT_COUNTED), "take what is gone off the list"


@pytest.mark.parametrize("path", [PO, *OF_PACKAGES], ids=lambda path: path.name)
def test_the_compiled_catalogue_is_the_written_one(path: Path) -> None:
    written = polib.pofile(str(path)).to_binary()
    assert written == path.with_suffix(".mo").read_bytes(), "run `make messages`"


@pytest.mark.parametrize("path", OF_PACKAGES, ids=lambda path: path.name)
def test_what_we_say_for_packages_is_still_theirs(path: Path) -> None:
    theirs = {
        (entry.msgctxt, entry.msgid, entry.msgid_plural)
        for package in ("wagtail", "django", "allauth")
        for folder in (Path(str(find_spec(package).origin)).parent,)  # type: ignore[union-attr]
        for file in folder.rglob(f"locale/en/LC_MESSAGES/{path.name}")
        for entry in polib.pofile(str(file))
    }
    ours = polib.pofile(str(path))
    gone = [e.msgid for e in ours if (e.msgctxt, e.msgid, e.msgid_plural) not in theirs]
    assert not gone
    assert not [entry.msgid for entry in ours if not entry.translated()]


@pytest.mark.parametrize(
    ("count", "form"), [(1, 0), (21, 0), (11, 1), (2, 1), (111, 1), (10, 1), (0, 2)]
)
def test_latvian_counts_one_some_none(count: int, form: int) -> None:
    with MO.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    assert translations.plural(count) == form  # type: ignore[attr-defined]
    assert HEADER["Plural-Forms"] == catalogue().metadata["Plural-Forms"]


def test_texts_are_found_in_python() -> None:
    code = '_("a"); ngettext("one", "many", n); pgettext("month", "May"); _(name); other("no")'
    found = [(t.context, t.singular, t.plural) for t in in_python(code, "x.py")]
    assert sorted(found, key=str) == sorted(
        [(None, "a", None), (None, "one", "many"), ("month", "May", None)], key=str
    )


def test_texts_are_found_in_templates() -> None:
    template = (
        '{% load i18n %}{% translate "He said (twice): “no”" %}'
        "{% blocktranslate trimmed count n=n %}{{ n }} egg{% plural %}{{ n }} eggs"
        '{% endblocktranslate %}{% translate "May" context "month" %}'
    )
    assert [(t.context, t.singular, t.plural) for t in in_template(template, "x.html")] == [
        (None, "He said (twice): “no”", None),
        (None, "%(n)s egg", "%(n)s eggs"),
        ("month", "May", None),
    ]
