"""A data set: a public table, and where its rows come from. Rooms name theirs in their manifest."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ligzda.kernel.tables.declaration import Column, Table
from ligzda.kernel.tables.types import YES_NO
from ligzda.languages import CODES, DEFAULT

_ADDRESS = re.compile(r"[^\s@<>„“”\"'(),;:]+@[^\s@<>„“”\"'(),;:]+\.\w+")

Row = dict[str, Any]

Rows = Iterable[Mapping[str, Any]]

SLUG = Column("slug", _("Name in addresses"))
INVENTED = Column("invented", _("Invented for the demonstration"), YES_NO)


@dataclass(frozen=True, kw_only=True)
class Dataset(Table):
    """A data set. `source` gives the rows in the active language; the first column names a row."""

    source: Callable[[], Rows] = field(repr=False)
    keywords: Sequence[str | Promise] = ()
    public: bool = True

    def rows(self) -> list[Row]:
        """Return the rows in every language, as everybody may see them, without addresses."""
        bilingual = any(column.bilingual for column in self.columns)
        by_language: dict[str, dict[Any, Mapping[str, Any]]] = {}
        for language in CODES if bilingual else (DEFAULT,):
            with override(language):
                rows = {row[self.key_name]: row for row in self.source()}
            by_language[language] = rows
        return [
            {
                written.name: _clean(
                    by_language[written.language or DEFAULT][key][written.column.name]
                )
                for written in self.written()
            }
            for key in by_language[DEFAULT]
        ]


def _clean(value: Any) -> Any:
    """Leave out e-mail addresses: nothing that reaches a person leaves with open data."""
    if isinstance(value, str):
        return _ADDRESS.sub("…", value)
    if isinstance(value, list | tuple):
        return [_ADDRESS.sub("…", str(item)) for item in value]
    return value
