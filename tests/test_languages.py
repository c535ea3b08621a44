"""One list of languages: `ligzda.languages`; no other module names them side by side."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from ligzda import languages
from ligzda.languages import CODES, DEFAULT, LANGUAGES, LOCALES, in_language, locale_of, spoken

SOURCE = Path(languages.__file__).parent
ALLOWED = {
    "newsroom/text/word_lists.py": "the languages that comments are written in, Russian among them",
}


def names_of(node: ast.AST) -> set[str]:
    """Return the languages that a literal, or a choice between two, holds side by side."""
    match node:
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            found: list[ast.expr | None] = [*parts]
            found += [item for part in parts if isinstance(part, ast.Tuple) for item in part.elts]
        case ast.Dict(keys=keys):
            found = list(keys)
        case ast.IfExp(body=body, orelse=other):
            found = [body, other]
        case _:
            return set()
    return {str(part.value) for part in found if isinstance(part, ast.Constant)} & set(CODES)


def compares(node: ast.AST) -> bool:
    """Tell whether something is compared with a language."""
    if not isinstance(node, ast.Compare):
        return False
    sides = (node.left, *node.comparators)
    return any(isinstance(side, ast.Constant) and side.value in CODES for side in sides)


def wrong(text: str) -> list[int]:
    """Return the lines that name the languages."""
    if not any(f"{quote}{code}{quote}" in text for code in CODES for quote in "'\""):
        return []  # most modules, which need not be parsed
    return [
        node.lineno  # type: ignore[attr-defined]
        for node in ast.walk(ast.parse(text))
        if compares(node) or len(names_of(node)) > 1
    ]


def test_no_other_module_lists_or_compares_the_languages() -> None:
    found = {
        str(path.relative_to(SOURCE)): lines
        for path in sorted(SOURCE.rglob("*.py"))
        if "migrations" not in path.parts and path.name != "languages.py"
        if (lines := wrong(path.read_text("utf-8")))
    }
    assert set(found) == set(ALLOWED), found


@pytest.mark.parametrize(
    "text",
    [
        'LANGUAGES = ("lv", "en")',
        'L = [("lv", "Latviešu"), ("en", "English")]',
        'WORDS = {"lv": 1, "en": 2}',
        'x = "en" if y else "lv"',
        'if language == "lv": pass',
    ],
)
def test_the_check_sees(text: str) -> None:
    assert wrong(text) == [1]


def test_django_and_the_reports_have_the_same_languages() -> None:
    assert list(LANGUAGES) == settings.LANGUAGES
    assert tuple(code for code, _ in LANGUAGES) == CODES == tuple(LOCALES)
    assert settings.LANGUAGE_CODE == DEFAULT
    assert [locale_of(code).territory for code in CODES] == ["LV", "GB"]


@pytest.mark.parametrize(
    ("tag", "language"),
    [("lv", "lv"), ("en-GB", "en"), ("EN_us", "en"), ("de", "lv"), ("", "lv"), (None, "lv")],
)
def test_a_tag_is_taken_for_a_language_of_ours(tag: str | None, language: str) -> None:
    assert spoken(tag) == language


def test_a_text_falls_back() -> None:
    assert in_language({"lv": "viens", "en": "one"}, "en") == "one"
    assert in_language({"lv": "viens", "en": ""}, "en") == "viens"
    assert in_language({"en": "one"}, "lv") == "one"
    assert in_language({}, "lv") == ""
