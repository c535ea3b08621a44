"""The words of a plan: its names said to people, in each language it is written for.

A plan's names are what tables, contrasts and results are found by; they are the same everywhere.
``[text.lv]`` and ``[text.en]`` say them to readers, and whatever has no text there is said by its
name. Texts never reach the numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ligzda.languages import CODES

if TYPE_CHECKING:
    from ligzda.evidence.plan import Term
    from ligzda.evidence.plan_reader import Reader

MISSING = "missing"
"""Beside the terms' names: what has a ``why`` of its own, the section of that name."""

TEXT_KEYS = ("title", "outcome", "unit", "columns", "levels", "terms", "reasons", "contrasts")


@dataclass(frozen=True)
class PlanText:
    """The words of a plan in one language; “” or an absent name: the name itself.

    ``levels[column][level]``; ``reasons`` are the terms' ``why``, by the term's name, and under
    “missing” that of the section [missing].
    """

    title: str = ""
    outcome: str = ""
    unit: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    contrasts: Mapping[str, str] = field(default_factory=dict)


def read_texts(
    reader: Reader,
    raw: Mapping[str, Any],
    columns: Sequence[str],
    terms: Sequence[Term],
    contrasts: Sequence[str],
) -> dict[str, PlanText]:
    """Read ``[text.<language>]``; refuse a name that the plan does not have.

    Levels are known only to the table, so any is accepted; of columns, terms and contrasts only
    the plan's.
    """
    found = {}
    texts = reader.table(raw, "text") if "text" in raw else {}
    reader.known("text", texts, CODES)
    for language in texts:
        path = f"text.{language}"
        table = reader.table(texts, language, "text")
        reader.known(path, table, TEXT_KEYS)
        names = [term.name for term in terms]
        reasons = [MISSING] if MISSING in raw else []
        found[language] = PlanText(
            reader.text(table, "title", path, ""),
            reader.text(table, "outcome", path, ""),
            reader.text(table, "unit", path, ""),
            _words(reader, table, "columns", path, columns),
            _levels(reader, table, path, columns),
            _words(reader, table, "terms", path, names),
            _words(reader, table, "reasons", path, [*names, *reasons]),
            _words(reader, table, "contrasts", path, contrasts),
        )
    return found


def _levels(
    reader: Reader, table: Mapping[str, Any], path: str, columns: Sequence[str]
) -> dict[str, Mapping[str, str]]:
    if "levels" not in table:
        return {}
    by_column = reader.table(table, "levels", path)
    reader.known(f"{path}.levels", by_column, tuple(columns))
    return {column: _words(reader, by_column, column, f"{path}.levels") for column in by_column}


def _words(
    reader: Reader,
    table: Mapping[str, Any],
    key: str,
    path: str,
    allowed: Sequence[str] | None = None,
) -> dict[str, str]:
    """Read a section of name = "words"; with ``allowed`` only these names."""
    if key not in table:
        return {}
    words = reader.table(table, key, path)
    if allowed is not None:
        reader.known(f"{path}.{key}", words, tuple(allowed))
    return {name: reader.text(words, name, f"{path}.{key}") for name in words}
