"""Templates: each compiles, is formatted, and no line is too long to be read."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import get_template

SOURCE = Path(__file__).resolve().parent.parent / "src" / "ligzda"
TEMPLATES = sorted(
    path for path in SOURCE.rglob("*") if "templates" in path.parts and path.is_file()
)
PAGES = [path for path in TEMPLATES if path.suffix == ".html"]
LONGEST = 140


def name(path: Path) -> str:
    return "/".join(path.parts[path.parts.index("templates") + 1 :])


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_compiles(path: Path) -> None:
    """A tag or filter that is not loaded, an argument that a part does not have, end it here."""
    found: Any = get_template(name(path))
    assert Path(found.origin.name) == path


def test_no_line_is_longer_than_a_reader_can_follow() -> None:
    found = [
        f"{name(path)}:{number}: {len(line)}"
        for path in PAGES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert not found


def test_no_number_of_a_row_is_written_with_separators() -> None:
    """From the thousandth row on, `{{ row.pk }}` in a form or an address would name none."""
    bare = re.compile(r"\{\{ [a-z_.]*\.pk \}\}")
    assert not [name(path) for path in PAGES if bare.search(path.read_text("utf-8"))]


def test_djade_has_nothing_to_format() -> None:
    djade = Path(sys.executable).with_name("djade")
    command = [str(djade), "--check", "--target-version", "5.2", *map(str, PAGES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_sentence_has_no_month_in_words() -> None:
    """Latvian bends it after the word before it ("līdz 27. novembrim"), which a format cannot."""
    long = re.compile(r"{% blocktranslate[^%]*[\"_](?<!SHORT_)(?:DATE|DATETIME)_FORMAT[^%]*%}")
    assert long.search('{% blocktranslate with day=x|date:"DATE_FORMAT" %}')
    assert not [name(path) for path in PAGES if long.search(path.read_text("utf-8"))]


def test_a_sentence_made_in_code_has_no_month_in_words_either() -> None:
    said = re.compile(r'": date_format\([^"]*"(?:DATE|DATETIME)_FORMAT"')
    assert said.search('"until": date_format(ban.ends, "DATE_FORMAT")')
    sources = [path for path in SOURCE.rglob("*.py") if said.search(path.read_text("utf-8"))]
    assert not sources


def test_no_text_with_a_per_cent_sign_is_an_argument() -> None:
    """Django gathers it doubled and looks it up single, so it would stay untranslated."""
    literal = re.compile(r"""_\((?:"[^"]*%[^"]*"|'[^']*%[^']*')\)""")
    assert not [name(path) for path in PAGES if literal.search(path.read_text("utf-8"))]
