"""What a data set is: columns with words in both languages, and where its rows come from."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import override

from ligzda.languages import CODES, DEFAULT

Cell = str | int | float | bool | datetime.date | list[str] | None
Row = dict[str, Cell]
Datatype = Literal["string", "integer", "decimal", "boolean", "date"]

_ADDRESS = re.compile(r"[^\s@<>„“”\"'(),;:]+@[^\s@<>„“”\"'(),;:]+\.\w+")


@dataclass(frozen=True)
class Column:
    """A column; `bilingual`: it becomes two, `<name>_lv` and `<name>_en`; `many`: a list."""

    name: str
    title: str | Promise
    datatype: Datatype = "string"
    bilingual: bool = False
    many: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Written:
    """A column as it stands in a file."""

    name: str
    titles: Mapping[str, str]
    datatype: Datatype
    many: bool
    optional: bool
    language: str


@dataclass(frozen=True)
class Dataset:
    """A data set. `source` gives the rows in the active language; the first column names a row."""

    slug: str
    title: str | Promise
    description: str | Promise
    columns: Sequence[Column]
    source: Callable[[], Iterable[Mapping[str, Any]]] = field(repr=False)
    keywords: Sequence[str | Promise] = ()

    def written(self) -> list[Written]:
        """Return the columns as they stand in files, with their titles in both languages."""
        return [
            Written(
                f"{column.name}_{language}" if language else column.name,
                in_both(column.title),
                column.datatype,
                column.many,
                column.optional,
                language,
            )
            for column in self.columns
            for language in (CODES if column.bilingual else ("",))
        ]

    def rows(self) -> list[Row]:
        """Return the rows in both languages, as everybody may see them, without addresses."""
        by_language = {}
        for language in CODES:
            if language == DEFAULT or any(column.bilingual for column in self.columns):
                with override(language):
                    by_language[language] = {
                        row[self.columns[0].name]: row for row in self.source()
                    }
        found: list[Row] = []
        for key, plain in by_language[DEFAULT].items():
            row: Row = {}
            for column in self.columns:
                if column.bilingual:
                    for language, rows in by_language.items():
                        row[f"{column.name}_{language}"] = _clean(rows[key][column.name])
                else:
                    row[column.name] = _clean(plain[column.name])
            found.append(row)
        return found


def in_both(text: str | Promise) -> dict[str, str]:
    """Return a text of ours in each language."""
    found: dict[str, str] = {}
    for language in CODES:
        with override(language):
            found[language] = str(text)
    return found


def _clean(value: Any) -> Cell:
    """Leave out e-mail addresses: nothing that reaches a person leaves with open data."""
    if isinstance(value, str):
        return _ADDRESS.sub("…", value)
    if isinstance(value, (list, tuple)):
        return [_ADDRESS.sub("…", str(item)) for item in value]
    return value  # type: ignore[no-any-return]
