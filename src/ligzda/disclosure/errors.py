"""Refusals of the room: a code with its figures, and where in the input."""

from collections.abc import Mapping
from typing import Any

from ligzda.disclosure.codes import Fault
from ligzda.errors import LigzdaError


class DisclosureError(LigzdaError):
    """Something that cannot be protected or attacked as it is given.

    `row` counts as whoever gave the rows counts them, `column` is a column's name. `str()` is the
    code with its figures; `ligzda.wording.disclosure` says it to people.
    """

    def __init__(
        self, code: Fault, /, *, row: int | None = None, column: str | None = None, **figures: Any
    ) -> None:
        self.code, self.row, self.column = code, row, column
        self.figures: Mapping[str, Any] = figures
        said = ", ".join(f"{name}={value}" for name, value in figures.items())
        super().__init__(f"{code} ({said})" if said else str(code))
