"""A chart as values alone: what is drawn, its words and its numbers as they are written.

It holds no number but as text, so that a file with one canonical form can keep it, and the picture
follows from it on every machine.
"""

from dataclasses import dataclass
from typing import Literal

from ligzda.languages import Language
from ligzda.publishing import marks
from ligzda.publishing.blocks import Chart, DataTable
from ligzda.publishing.numbers import Numbers

Form = Literal["amounts", "shares", "intervals"]


@dataclass(frozen=True)
class Drawing:
    """Rows to be drawn, each with its `values` as text with a point: one amount; a share (0 to 1)
    for each of `across`; or lower, lower80, middle, upper80 and upper of an interval.

    `alternative` and `table` say the same in words and numbers; neither may be left out. `line`
    names the line at zero of intervals.
    """

    form: Form
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    axis: str
    caption: str
    alternative: str
    table: DataTable
    across: tuple[str, ...] = ()
    line: str = ""

    def __post_init__(self) -> None:
        many = {"amounts": 1, "shares": len(self.across), "intervals": 5}[self.form]
        for label, values in self.rows:
            if len(values) != many:
                raise ValueError(f"Row “{label}” of “{self.caption}” has not {many} values.")
            for value in values:
                float(value)

    def chart(self, language: Language) -> Chart:
        """Return it as a block."""
        return Chart(self._drawn(Numbers(language)), self.alternative, self.caption, self.table)

    def _drawn(self, numbers: Numbers) -> marks.Specification:
        labels = [label for label, _values in self.rows]
        values = [[float(each) for each in given] for _label, given in self.rows]
        if self.form == "shares":
            return marks.heat(labels, self.across, values, axis=self.axis, numbers=numbers)
        if self.form == "amounts":
            return marks.bars(
                [
                    (label, float(amount), numbers.decimal(float(amount), _places(amount)))
                    for label, (amount,) in self.rows
                ],
                axis=self.axis,
                numbers=numbers,
            )
        return marks.forest(
            [
                marks.Interval(label, lower, lower80, middle, upper80, upper)
                for label, (lower, lower80, middle, upper80, upper) in zip(
                    labels, values, strict=True
                )
            ],
            axis=self.axis,
            numbers=numbers,
            lines={self.line: 0.0},
        )


def _places(written: str) -> int:
    """Return how many places a number is given with."""
    return len(written.partition(".")[2])
