"""Who imports whom, read from the source: late imports count, those for types alone do not."""

import ast
import re
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import grimp
import pytest

import ligzda
from ligzda.kernel.room import rooms

REPOSITORY = Path(__file__).resolve().parents[1]
SOURCE = Path(ligzda.__file__).parent
GRAPH = grimp.build_graph("ligzda", cache_dir=None, exclude_type_checking_imports=True)
ROOMS = sorted(name.removeprefix("ligzda.") for name in GRAPH.find_children("ligzda"))
# Rooms with rows of their own: queries, rules and actions stand between these and others' pages.
WITH_ROWS = [room for room in ROOMS if f"ligzda.{room}.migrations" in GRAPH.modules]
PAGE = re.compile(r"(\w+_)?(views|forms)|templatetags")
FACE = {"queries", "rules", "actions"}


def room_of(module: str) -> str:
    return module.split(".")[1]


def pages(room: str) -> list[str]:
    """Return the room's modules of views, forms and template tags."""
    inside = {f"ligzda.{room}", *GRAPH.find_descendants(f"ligzda.{room}")}
    return sorted(m for m in inside if any(PAGE.fullmatch(part) for part in m.split(".")[2:]))


@pytest.mark.parametrize("room", ROOMS)
def test_no_import_circle_inside_a_room(room: str) -> None:
    inside = {f"ligzda.{room}", *GRAPH.find_descendants(f"ligzda.{room}")}
    graph = {m: GRAPH.find_modules_directly_imported_by(m) & inside for m in inside}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        pytest.fail(" imports ".join(reversed(circle.args[1])))


@pytest.mark.parametrize("room", sorted(room.name for room in rooms()))
def test_pages_know_of_other_rooms_only_their_face(room: str) -> None:
    wrong = [
        f"{module} imports {other}"
        for module in pages(room)
        for other in sorted(GRAPH.find_modules_directly_imported_by(module))
        if room_of(other) != room
        and room_of(other) in WITH_ROWS
        and not FACE & set(other.split(".")[2:])
    ]
    assert wrong == []


def test_the_pages_are_found() -> None:
    assert {"ligzda.trial.registry.document_views", "ligzda.trial.running.forms"} <= set(
        pages("trial")
    )
    assert "ligzda.trial.templatetags.ligzda_trial" in pages("trial")


# --- purity ----------------------------------------------------------------------------------

CLAIM = re.compile(r"\b[Pp]ure\b|\bNo Django\b")


def claimed() -> set[str]:
    """Return the modules and packages that call themselves pure in their docstring."""
    found = set()
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        # Most say no such word anywhere, and need not be parsed.
        if CLAIM.search(text) and CLAIM.search(ast.get_docstring(ast.parse(text)) or ""):
            parts = path.relative_to(SOURCE.parent).with_suffix("").parts
            found.add(".".join(part for part in parts if part != "__init__"))
    return found


def tools() -> dict[str, Any]:
    """Return what pyproject.toml says to the tools."""
    said: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]
    return said


def listed() -> set[str]:
    """Return the list of the contract that forbids Django."""
    contracts = tools()["importlinter"]["contracts"]
    return set(next(row for row in contracts if "pure" in row["name"])["source_modules"])


def test_what_calls_itself_pure_is_in_the_list_that_forbids_django() -> None:
    def held(module: str) -> bool:
        return any(module == one or module.startswith(f"{one}.") for one in listed())

    assert {module for module in claimed() if not held(module)} == set()


def test_the_list_of_what_is_pure_names_only_what_is_there() -> None:
    assert {module for module in listed() if module not in GRAPH.modules} == set()


def test_exceptions_are_made_for_what_is_there() -> None:
    overrides = {name for row in tools()["mypy"]["overrides"] for name in row["module"]}
    ours = {name for name in overrides if name.startswith("ligzda.")}
    assert ours
    assert ours <= set(GRAPH.modules)
    paths = tools()["ruff"]["lint"]["per-file-ignores"]
    assert [path for path in paths if not any(REPOSITORY.glob(path))] == []
