"""A data set: a public table, and where its rows come from. Rooms name theirs in their manifest."""

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ligzda.kernel.tables.declaration import Column, Table, Written
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
    note: Callable[[], str] | None = field(default=None, repr=False)
    """Says in the active language what of it is not shown today, and why."""
    public: bool = True
    issued: datetime.date = datetime.date(2026, 11, 27)
    """The day from which it was given."""
    days: tuple[datetime.date, datetime.date] | None = None
    """The first and the last day that it is about, where it is about days that stay."""

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
                    written, by_language[written.language or DEFAULT][key][written.column.name]
                )
                for written in self.written()
            }
            for key in by_language[DEFAULT]
        ]


def _clean(written: Written, value: Any) -> Any:
    """Leave out e-mail addresses, and spell texts as files do; what is empty is nothing.

    Nothing that reaches a person leaves with open data, and file and API say the same.
    """
    if isinstance(value, str):
        text = _ADDRESS.sub("…", written.type.spell(value))
        return text or (None if written.optional else text)
    if isinstance(value, list | tuple):
        # One line each: that is how the CSV divides them.
        return [" ".join(_ADDRESS.sub("…", str(item)).split()) for item in value]
    return value
