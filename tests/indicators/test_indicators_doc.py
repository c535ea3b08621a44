"""docs/indicators.md says what the dictionary says; `LIGZDA_WRITE_DOCS=1` writes its table."""

import os
from pathlib import Path

from ligzda.indicators.dictionary import dictionary

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/indicators.md"
BEGIN, END = "<!-- dictionary -->\n", "<!-- /dictionary -->"


def table() -> str:
    lines = ["| code | indicator | level | unit | number | rule |", "|---|---|---|---|---|---|"]
    for code, one in dictionary().items():
        measure = f", {one.measure}" if one.measure else ""
        name, unit, rule = one.name["en"], one.unit["en"], one.formula["en"]
        cells = (f"`{code}` v{one.version}", name, one.level, unit, f"{one.kind}{measure}", rule)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def write() -> None:
    before, _begin, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    DOCUMENT.write_text(f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}", "utf-8")


def test_the_document_has_the_dictionary() -> None:
    if os.environ.get("LIGZDA_WRITE_DOCS") == "1":
        write()
    assert DOCUMENT.read_text("utf-8").partition(BEGIN)[2].partition(END)[0] == table()
