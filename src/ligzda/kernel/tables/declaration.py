"""What a table is, said once: files in every format, their description and their import follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import override

from ligzda.kernel.tables.types import TEXT, Type
from ligzda.languages import CODES

Row = Mapping[str, Any]
"""Values by the names of columns as they stand in files; what is not there or None is empty."""


@dataclass(frozen=True)
class Column:
    """A column of a declaration.

    `bilingual`: it stands in files as one for each language, `<name>_lv` and `<name>_en`;
    `many`: a cell holds a list; `optional`: a cell may be empty; `absent`: the whole column may be
    missing from a file that is read; `personal`: it tells of a living person, and no public table
    may have it. `unit` is what a number counts, such as EUR.
    """

    name: str
    title: str | Promise
    type: Type = TEXT
    bilingual: bool = False
    many: bool = False
    optional: bool = False
    absent: bool = False
    personal: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Written:
    """A column as it stands in a file, in one language where its texts are in languages."""

    name: str
    column: Column
    language: str = ""

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The column's title in each language."""
        return in_each_language(self.column.title)

    @property
    def type(self) -> Type:
        """The type of a value, or of each value of a list."""
        return self.column.type

    @property
    def datatype(self) -> str:
        """The type's name in CSV on the Web."""
        return self.column.type.csvw

    @property
    def many(self) -> bool:
        """Whether a cell holds a list."""
        return self.column.many

    @property
    def optional(self) -> bool:
        """Whether a cell may be empty."""
        return self.column.optional


@dataclass(frozen=True)
class Table:
    """A table. `slug` names its files and its sheet; `key` is the column that names a row.

    `key` is the first column where it is not given, and empty where only all columns together
    name a row. `closed`: a file with a column that is not declared is refused. `most_rows` is the
    longest file that is read.
    """

    slug: str
    title: str | Promise
    description: str | Promise
    columns: Sequence[Column]
    key: str | None = None
    public: bool = False
    closed: bool = True
    most_rows: int = 2000

    def __post_init__(self) -> None:
        names = [written.name for written in self.written()]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.slug}: two columns have one name.")
        if self.public and any(column.personal for column in self.columns):
            raise ValueError(f"{self.slug}: a public table has a personal column.")
        if self.key_name and self.key_name not in names:
            raise ValueError(f"{self.slug}: the key is no column.")

    @property
    def key_name(self) -> str:
        """The name of the column that names a row; empty where none does."""
        return self.columns[0].name if self.key is None else self.key

    def written(self) -> list[Written]:
        """Return the columns as they stand in files."""
        return [
            Written(f"{column.name}_{language}" if language else column.name, column, language)
            for column in self.columns
            for language in (CODES if column.bilingual else ("",))
        ]


def in_each_language(text: str | Promise) -> dict[str, str]:
    """Return a text of ours in each language."""
    found: dict[str, str] = {}
    for language in CODES:
        with override(language):
            found[language] = str(text)
    return found
