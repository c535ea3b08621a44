"""Tables leave and enter the house by one door."""

import ast
from pathlib import Path

import ligzda

HOUSE = Path(ligzda.__path__[0])
DOOR = HOUSE / "kernel" / "tables"
KEPT = {"csv", "defusedcsv", "openpyxl", "xlsxwriter", "tablib", "pandas", "pyexcel"}
# Files that may import one of these all the same, with the reason.
ALLOWED = {
    "cli/verify_draw.py": "what was published is compared as it is, without a house or its tables",
}


def imported(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").split(".")[0])
            found |= {alias.name for alias in node.names if node.module == "defusedcsv"}
    return found


def test_nothing_but_the_door_reads_or_writes_tables() -> None:
    said = {path: path.read_text("utf-8") for path in HOUSE.rglob("*.py")}
    strangers = {
        path.relative_to(HOUSE).as_posix(): names
        for path, text in said.items()
        if DOOR not in path.parents
        and any(name in text for name in KEPT)  # most need not be parsed
        and (names := imported(text) & KEPT)
    }
    assert set(strangers) == set(ALLOWED), strangers


def test_an_import_is_seen() -> None:
    assert imported("def f():\n    from csv import reader") == {"csv"}
    assert "openpyxl" in imported("import openpyxl.styles")
