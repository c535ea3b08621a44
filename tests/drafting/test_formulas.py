"""Every sentence of `formulas.yaml` is read as the file says, or named as not understood."""

from pathlib import Path
from typing import Any

import yaml

from ligzda.drafting import DraftingError, as_row, sentences
from ligzda.drafting.reading.tokens import tokens

FILE = Path(__file__).with_name("formulas.yaml")
ANY_TEXT = 'šādā redakcijā:\n"X."'
NEW_TEXT = frozenset({"restate", "insert_unit", "insert_sentence", "insert_text"})


def written(row: dict[str, Any]) -> str:
    """Return an operation as the file writes it; the new text ``X`` of a unit goes without."""
    row = dict(row)
    action = row.pop("op")
    if action in NEW_TEXT and row.get("new", "").strip("().; ") == "X":
        del row["new"]
    parts = [action]
    if "targets" in row:
        parts.append(_paths(row.pop("targets")))
    parts += [f"{key} {_paths(row.pop(key))}" for key in ("from", "to", "range_from", "range_to")
              if key in row]  # fmt: skip
    if "units" in row:
        parts.append("+" + " ".join(row.pop("units")))
    for key, value in row.items():
        text = value if isinstance(value, str) else str(value)
        parts.append(key if value is True else f"{key}={text}")
    return " | ".join(parts)


def _paths(paths: list[list[str] | str]) -> str:
    return " ".join("/".join(path) if isinstance(path, list) else path for path in paths)


def said(sentence: str) -> str:
    """Return what the engine says of a sentence."""
    try:
        groups = sentences(sentence.replace("@X", ANY_TEXT))
    except DraftingError as failure:
        return {"instruction_not_understood": "not understood"}.get(failure.name, failure.name)
    return "  ;;  ".join(written(as_row(each)) for group in groups for each in group)


def test_every_formula_is_read_as_a_person_reads_it() -> None:
    rows = yaml.load(FILE.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    wanted = {sentence: parse for kind in rows.values() for sentence, parse in kind}
    assert len(wanted) > 700
    assert {sentence: said(sentence) for sentence in wanted} == wanted


def test_what_a_shape_remembers_is_told_apart_by_its_figures() -> None:
    """Sentences that differ in their figures are scanned once; each has its own tokens."""
    text = "Izslēgt {} panta {} daļu un {}.–{}. punktu (skat. {}. pielikumu)"
    figures = [("5.", "2.", "7", "9", "1"), ("12.^1", "21.", "10", "11", "23")]
    one, other = (tokens(text.format(*each), ()) for each in figures)
    assert [each.type for each in one] == [each.type for each in other]
    valued = {"NUM", "RANGE", "ANNEXED"}
    assert [each.value for each in other if each.type in valued] == [
        "12.^1", "21.", ("10.", "11."), ("23",),
    ]  # fmt: skip
    assert other[-1].start_pos == text.format(*figures[1]).index("(")
