"""The log of editions: a line of JSON each, every line with the hash of the one before.

    {"date":"2027-04-02","number":1,"previous":"000…","sha256":"…"}

`sha256` is that of `edition.json`. A line that is changed or taken away breaks the chain.
"""

import json
from dataclasses import dataclass
from datetime import date

from ligzda.kernel.hashing import sha256
from ligzda.methodology.editions.canonical import canonical

NOTHING_BEFORE = "0" * 64


@dataclass(frozen=True)
class LogLine:
    """An edition in the log."""

    number: int
    date: date
    sha256: str
    previous: str

    @property
    def text(self) -> str:
        """The line, without its end."""
        return line_of(self.number, self.date, self.sha256, self.previous)

    @property
    def hash(self) -> str:
        """What the next line holds of this one."""
        return sha256(self.text)


def line_of(number: int, day: date, edition: str, previous: str) -> str:
    """Return the canonical text of a line."""
    row = {"number": number, "date": day.isoformat(), "sha256": edition, "previous": previous}
    return canonical(row).decode()


def read_log(text: str) -> list[LogLine]:
    """Read a log. Raises ValueError with the first line that does not follow from those before."""
    found: list[LogLine] = []
    for place, line in enumerate(text.splitlines(), start=1):
        try:
            row = json.loads(line)
            read = LogLine(
                int(row["number"]), date.fromisoformat(row["date"]), str(row["sha256"]),
                str(row["previous"]),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, RecursionError):
            raise ValueError(f"line {place}: this is no line of a log of editions") from None
        before = found[-1].hash if found else NOTHING_BEFORE
        if read.text != line or read.previous != before or read.number != len(found) + 1:
            raise ValueError(f"line {place}: it does not follow from the line before")
        found.append(read)
    return found
