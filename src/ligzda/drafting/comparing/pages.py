"""A comparison as HTML: inline, side by side, the Saeima's six columns; changes can be heard."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ligzda.drafting.acts.finding import find
from ligzda.drafting.acts.model import Act
from ligzda.drafting.comparing.diff import Row, Run, words
from ligzda.drafting.errors import DraftingError
from ligzda.drafting.operations import Operation
from ligzda.drafting.units import data


def _said(key: str, language: str) -> str:
    text: str = data("comparison.yaml")[key][language]
    return text


def inline(before: str, after: str, language: str = "lv") -> str:
    """Return HTML of one text with what is deleted and added; both are said to screen readers."""
    return "".join(_run(run, language) for run in words(before, after)).replace("\n", "<br>")


def side(before: str, after: str, language: str, *, old: bool) -> str:
    """Return HTML of one of two texts, with the words marked that the other does not have."""
    wanted = {"kept", "deleted" if old else "added"}
    runs = (run for run in words(before, after) if run.kind in wanted)
    return "".join(_run(run, language) for run in runs).replace("\n", "<br>")


def _run(run: Run, language: str) -> str:
    text = escape(run.text, quote=False)
    if run.kind == "kept":
        return text
    tag, key = ("ins", "added") if run.kind == "added" else ("del", "removed")
    hidden = '<span class="visually-hidden">[{}]</span>'
    begin, end = (hidden.format(_said(each, language)) for each in (key, "end"))
    return f"<{tag}>{begin}{text}{end}</{tag}>"


def side_by_side(found: list[Row], language: str = "lv") -> str:
    """Return an HTML table of every unit that differs, before and after."""
    head = "".join(f'<th scope="col">{_said(key, language)}</th>' for key in ("before", "after"))
    body = "".join(
        f"<tr><td>{side(row.before, row.after, language, old=True)}</td>"
        f"<td>{side(row.before, row.after, language, old=False)}</td></tr>"
        for row in found
    )
    caption = _said("heading", language)
    return (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def committee_table(
    found: list[tuple[str, str, str]], opening: str, language: str = "lv", count: int = 0
) -> list[list[str]]:
    """Return the rows of the Saeima's table: (present text, point, text it becomes) → six cells.

    The first row is the heading, the second the opening sentence in columns two and six.
    """
    columns: list[str] = data("comparison.yaml")["columns"][language]
    head = [text.format(count=count) for text in columns]
    rows = [head, ["", opening, "", "", "", opening]]
    rows += [[before, point, "", "", "", point] for before, point, _ in found]
    return rows


def present(act: Act, operations: Iterable[Operation]) -> str:
    """Return the text in force of the units that operations touch, each once."""
    found: list[str] = []
    for operation in operations:
        for path in operation.targets:
            try:
                unit = act.root.get(find(act.root, path).index)
            except DraftingError:
                continue
            text = unit.render().strip()
            if not path[-1].is_act and text not in found:
                found.append(text)
    return "\n".join(found)


def markdown(rows: list[list[str]]) -> str:
    """Return rows as a Markdown table; line breaks inside cells are kept as ``<br>``."""

    def line(cells: list[str]) -> str:
        shown = (cell.replace("|", "\\|").replace("\n", "<br>") for cell in cells)
        return "| " + " | ".join(shown) + " |"

    head, *body = rows
    return "\n".join([line(head), "|" + " --- |" * len(head), *map(line, body)]) + "\n"
