"""Tables of records: immutable columns that know where each row came from.

The engine never opens a file. Whoever reads one hands over a :class:`Table` with the source's name
and the line number of every row, so that a refusal can point at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.errors import TableError, as_remark, nearest
from ligzda.evidence.faults import Fault

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
Column = NDArray[Any]

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of equal length: ``float64`` for numbers (NaN = missing), ``str`` for labels.

    ``rows[i]`` is the line of row ``i`` in ``source``; messages use it.
    """

    columns: Mapping[str, Column]
    rows: Ints
    source: str = "table"

    @classmethod
    def from_columns(
        cls,
        mapping: Mapping[str, Iterable[Any]],
        *,
        source: str = "table",
        rows: Iterable[int] | None = None,
    ) -> Table:
        """Make a table from anything array-like; without ``rows`` the first row is 1.

        Raises :class:`TableError` where there is nothing in it, or columns differ in length.
        """
        columns: dict[str, Column] = {}
        for name, values in mapping.items():
            array = np.asarray(values if isinstance(values, np.ndarray) else list(values))
            if array.dtype.kind in "biuf":
                array = array.astype(np.float64)
            elif array.dtype.kind == "O" and all(
                v is None or isinstance(v, (int, float)) for v in array
            ):
                array = np.array([np.nan if v is None else float(v) for v in array])
            else:
                array = np.array(["" if v is None else str(v) for v in array], dtype=np.str_)
            array.flags.writeable = False
            columns[str(name)] = array
        if not columns:
            raise TableError(Fault.NO_COLUMNS, source=source)
        lengths = {len(column) for column in columns.values()}
        if len(lengths) != 1:
            short = min(columns, key=lambda c: len(columns[c]))
            raise TableError(Fault.SHORT_COLUMN, source=source, column=short)
        (length,) = lengths
        if length == 0:
            raise TableError(Fault.NO_ROWS, source=source)
        lines = np.arange(1, length + 1) if rows is None else np.asarray(list(rows), dtype=np.intp)
        if len(lines) != length:
            raise TableError(Fault.ROW_NUMBERS.of(lines=len(lines), length=length), source=source)
        lines.flags.writeable = False
        return cls(MappingProxyType(columns), lines, source)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> Column:
        """Return the column, or refuse and name the nearest spelling."""
        if name not in self.columns:
            raise TableError(
                Fault.NO_SUCH_COLUMN.of(name=name, choice=nearest(name, list(self.columns))),
                source=self.source,
            )
        return self.columns[name]

    def numbers(self, name: str, missing: Fault = Fault.VALUE_NOT_FINITE) -> Floats:
        """Return a column of finite numbers; refuse the first row that has none.

        ``missing`` says what the column is, and so what may be done about it.
        """
        column = self.column(name)
        if column.dtype.kind != "f":
            column = self._read(column, name)
        bad = ~np.isfinite(column)
        self.refuse(bad, name, missing.of(rows=int(bad.sum())))
        return column

    def _read(self, texts: Column, name: str) -> Floats:
        """Read text as numbers; a cell with nothing in it is NaN."""
        values = np.full(len(texts), np.nan)
        for place, text in enumerate(texts):
            try:
                values[place] = float(text) if text else np.nan
            except ValueError:
                raise TableError(
                    Fault.TEXT_NOT_A_NUMBER.of(text=str(text)),
                    source=self.source,
                    column=name,
                    row=int(self.rows[place]),
                ) from None
        return values

    def labels(self, name: str) -> Column:
        """Return a column as text labels (numbers without a needless “.0”)."""
        column = self.column(name)
        if column.dtype.kind == "f":
            if not np.isfinite(column).all():
                line = int(self.rows[np.argmax(~np.isfinite(column))])
                raise TableError(
                    Fault.LABEL_MISSING,
                    source=self.source,
                    column=name,
                    row=line,
                )
            return np.array([f"{value:.12g}" for value in column], dtype=np.str_)
        if (column == "").any():
            line = int(self.rows[np.argmax(column == "")])
            raise TableError(
                Fault.LABEL_MISSING,
                source=self.source,
                column=name,
                row=line,
            )
        return column

    def refuse(self, bad: Mask, column: str, said: Code | Remark) -> None:
        """Raise for the first row where ``bad`` holds; its value is the figure ``value``."""
        if bad.any():
            first = int(np.argmax(bad))
            value = self.column(column)[first]
            # as the table has it: a reader looks for these very signs
            shown = f"{value:g}" if isinstance(value, float) else str(value)
            remark = as_remark(said)
            raise TableError(
                replace(remark, figures={**remark.figures, "value": shown}),
                source=self.source,
                column=column,
                row=int(self.rows[first]),
            )


def natural_levels(labels: Column) -> tuple[str, ...]:
    """Distinct labels, numbers by value and then text by code point: never by order of the rows."""

    def key(label: str) -> tuple[int, float, str]:
        # By their digits, not by what `float` takes: it takes “nan”, which no order knows.
        return (0, float(label), label) if _NUMBER.fullmatch(label) else (1, 0.0, label)

    return tuple(sorted({str(label) for label in labels}, key=key))
