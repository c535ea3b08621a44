"""What exists is documented: commands, settings, make targets, decisions."""

import argparse
import re
from datetime import date
from pathlib import Path

import pytest

from ligzda.cli import _parser

REPOSITORY = Path(__file__).resolve().parent.parent
DOCS = REPOSITORY / "docs"


def read(*parts: str) -> str:
    return REPOSITORY.joinpath(*parts).read_text("utf-8")


def verbs() -> dict[str, argparse.ArgumentParser]:
    [action] = [each for each in _parser()._actions if isinstance(each, argparse._SubParsersAction)]
    return dict(action.choices)


def options() -> list[tuple[str, str]]:
    return [
        (verb, option)
        for verb, parser in verbs().items()
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help"
    ]


@pytest.mark.parametrize("verb", verbs())
def test_every_command_is_documented(verb: str) -> None:
    assert f"`ligzda {verb}" in read("docs", "commands.md")


@pytest.mark.parametrize(("verb", "option"), options())
def test_every_option_is_documented(verb: str, option: str) -> None:
    page = f"{verb}.md" if (DOCS / f"{verb}.md").exists() else "commands.md"
    assert option in read("docs", page)


def variables() -> set[str]:
    """Every variable of the environment that the code, the tests or the Makefile reads."""
    named = re.compile(
        r"""environ(?:\.get\(|\[)\s*["']([A-Z_]+)["']|["']([A-Z_]+)["'] in os\.env"""
    )
    found: set[str] = set()
    for folder in ("src", "tests", "benchmarks"):
        for path in (REPOSITORY / folder).rglob("*.py"):
            found |= {a or b for a, b in named.findall(path.read_text("utf-8"))}
    found |= set(re.findall(r"^([A-Z_]+) \?=", read("Makefile"), re.MULTILINE))
    inner = {"XDG_RUNTIME_DIR", "DJANGO_SETTINGS_MODULE", "LIGZDA_TEST_RUN", "LIGZDA_TEST_TEMPLATE",
             "PYTHONPATH"}  # fmt: skip
    return found - inner - {name for name in found if name.startswith(("PYTEST_", "DJANGO_"))}


@pytest.mark.parametrize("variable", sorted(variables()))
def test_every_setting_is_documented(variable: str) -> None:
    assert f"| `{variable}` |" in read("docs", "settings.md")


TARGETS = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE)) - {"help"}


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_every_make_target_is_documented(target: str) -> None:
    assert f"`make {target}`" in read("docs", "commands.md")


def test_the_readme_shows_the_two_commands_and_every_page_of_docs() -> None:
    readme = read("README.md")
    assert "make run" in readme
    assert "make test" in readme
    linked = set(re.findall(r"\(docs/([\w-]+\.md)\)", readme))
    assert {path.name for path in DOCS.glob("*.md")} <= linked


def links() -> list[tuple[str, str]]:
    pages = [*DOCS.rglob("*.md"), *REPOSITORY.glob("*.md")]
    return [
        (str(page.relative_to(REPOSITORY)), target)
        for page in pages
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text("utf-8"))
    ]


@pytest.mark.parametrize(("page", "target"), links())
def test_no_link_leads_nowhere(page: str, target: str) -> None:
    assert ((REPOSITORY / page).parent / target).exists()


@pytest.mark.parametrize("path", sorted((DOCS / "adr").glob("*.md")), ids=lambda path: path.stem)
def test_decisions_are_one_numbered_page(path: Path) -> None:
    text = path.read_text("utf-8")
    heading, blank, dated, empty, *_ = text.splitlines()
    assert re.fullmatch(rf"# {path.stem[:4]} – \S.*[^.]", heading)
    assert (blank, empty) == ("", "")
    stated = re.fullmatch(
        r"Date: (\d{4}-\d\d-\d\d)\. Status: (?:accepted|replaced by \d{4})\.", dated
    )
    assert stated, "the third line says `Date: YYYY-MM-DD. Status: accepted.`"
    date.fromisoformat(stated[1])
    assert len(text.splitlines()) <= 62


RECIPES = dict(re.findall(r"## (A new .+)\n((?:(?!## ).*\n)*)", read("CONTRIBUTING.md")))


def test_there_is_a_recipe_for_what_is_added_again_and_again() -> None:
    names = ("room", "role", "chart", "constraint", "language", "family")
    assert all(any(name in title for title in RECIPES) for name in names)


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_names_files_that_are_there(recipe: str) -> None:
    """ROOM, XX and NAME stand for what is new; their neighbours are there."""
    known = {"ROOM": "incubators", "XX": "lv", "NAME": "binomial"}
    named = re.findall(r"`((?:src|tests|docs)/[\w/.]+)`", RECIPES[recipe])
    paths = [re.sub("ROOM|XX|NAME", lambda found: known[found[0]], name) for name in named]
    assert paths
    assert not [path for path in paths if not (REPOSITORY / path).exists()]


def test_a_decision_has_a_number_of_its_own() -> None:
    numbers = [path.stem[:4] for path in (DOCS / "adr").glob("*.md")]
    assert len(numbers) == len(set(numbers))


def test_every_decision_that_is_named_exists() -> None:
    numbers = {path.stem[:4] for path in (DOCS / "adr").glob("*.md")}
    written = {".py", ".md", ".html", ".css"}
    named = {
        number
        for folder in ("src", "docs", "tests", "tools")
        for path in (REPOSITORY / folder).rglob("*")
        if path.suffix in written
        for number in re.findall(r"ADR (\d{4})", path.read_text("utf-8"))
    }
    assert named <= numbers


def test_no_lock_names_an_index() -> None:
    for path in (REPOSITORY / "requirements").glob("*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text


def test_the_newest_changes_are_those_of_this_version() -> None:
    [version] = re.findall(r'^version = "([\d.]+)"$', read("pyproject.toml"), re.MULTILINE)
    assert re.findall(r"^## (\S+)$", read("CHANGELOG.md"), re.MULTILINE)[0] == version
