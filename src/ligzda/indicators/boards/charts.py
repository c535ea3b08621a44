"""The pictures of a board: contracts by quarter, who is in paid activity."""

import datetime
from collections.abc import Sequence
from itertools import accumulate

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.indicators.boards.shown import Line, caption
from ligzda.indicators.figures import Figure
from ligzda.kernel.calendar import quarter_name
from ligzda.languages import spoken
from ligzda.publishing import Chart, Column, DataTable, Numbers, marks, to_html_figure
from ligzda.publishing.curves import Line as Curve
from ligzda.publishing.curves import Point, curves
from ligzda.trial.power.verdict import wilson

Z80 = 1.2816


def entries_chart(rows: Sequence[tuple[datetime.date, int]]) -> SafeString:
    """Draw contracts signed since the beginning of the period, quarter after quarter."""
    numbers = Numbers(spoken(get_language()))
    sums = list(accumulate(count for _quarter, count in rows))
    title = _("Contracts signed, added up quarter after quarter.")
    points = tuple(Point(place, y) for place, y in enumerate(sums, start=1))
    return _drawn(
        curves(
            [Curve(_("signed contracts"), points, strong=True)],
            axes=(_("quarter of the period"), _("signed contracts")),
            numbers=numbers,
        ),
        _("%(number)s contracts by the last quarter.") % {"number": numbers.integer(sums[-1])},
        DataTable(
            title,
            (
                Column(_("Quarter"), "left"),
                Column(_("signed in it")),
                Column(_("since the beginning")),
            ),
            tuple(
                (quarter_name(day), numbers.integer(count), numbers.integer(total))
                for (day, count), total in zip(rows, sums, strict=True)
            ),
        ),
    )


def shares_chart(named: Sequence[tuple[str, Figure]], title: str) -> SafeString:
    """Draw shares under each other, each with its interval. The order is given and ranks none."""
    numbers = Numbers(spoken(get_language()))
    rows = [
        marks.Interval(name, 100 * (one.low or 0), 100 * low, 100 * (one.value or 0), 100 * high,
                       100 * (one.high or 0))
        for name, one in named
        for low, high in [wilson(one.value or 0, one.counted, Z80)]
    ]  # fmt: skip
    lines = [(name, Line(one)) for name, one in named]
    return _drawn(
        marks.forest(rows, axis="%", numbers=numbers, lines={}),
        "; ".join(caption(one) for _name, one in named),
        DataTable(
            title,
            (
                Column(_("Of what"), "left"),
                Column(_("Share")),
                Column(_("Interval, 95 per cent")),
                Column(_("Of how many"), "left"),
            ),
            tuple((name, line.value, line.interval, line.counted) for name, line in lines),
        ),
    )


def _drawn(specification: marks.Specification, told: str, table: DataTable) -> SafeString:
    chart = Chart(specification, alternative=told, caption=table.caption, data=table)
    return mark_safe(to_html_figure(chart, spoken(get_language())))
