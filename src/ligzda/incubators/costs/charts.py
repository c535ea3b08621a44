"""The picture of a year: what was planned and what was spent, month after month."""

from collections.abc import Sequence
from itertools import accumulate

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ligzda.incubators.costs.queries import Month
from ligzda.languages import spoken
from ligzda.publishing import Chart, Column, DataTable, Numbers, to_html_figure
from ligzda.publishing.curves import Line, Point, curves


def year_chart(year: int, months: Sequence[Month]) -> SafeString:
    """Draw what is planned and spent since January, with its numbers as a table.

    What is spent ends with the last month of which something is known: a line that runs on level
    would say that nothing was spent.
    """
    language = spoken(get_language())
    numbers = Numbers(language)
    planned = list(accumulate(float(month.sums.planned) for month in months))
    spent = list(accumulate(float(month.sums.spent) for month in months))
    known = max((place for place, month in enumerate(months, start=1) if month.known), default=0)
    names = (_("planned since January"), _("spent since January"))
    lines = [
        Line(names[0], tuple(Point(place, y) for place, y in enumerate(planned, start=1))),
        Line(
            names[1],
            tuple(Point(place, y) for place, y in enumerate(spent[:known], start=1)),
            strong=True,
        ),
    ]

    def money(amount: float) -> str:
        return numbers.decimal(amount, 2)

    rows = tuple(
        (date_format(month.month, "F"), money(plan), money(sum_) if place <= known else "–")
        for place, (month, plan, sum_) in enumerate(
            zip(months, planned, spent, strict=True), start=1
        )
    )
    told = _("Planned by December: %(planned)s EUR; spent by month %(month)s: %(spent)s EUR.") % {
        "planned": money(planned[-1]),
        "month": known,
        "spent": money(spent[known - 1] if known else 0),
    }
    caption = _("Costs of %(year)s, added up since January.") % {"year": year}
    chart = Chart(
        curves(
            [line for line in lines if line.points],
            axes=(_("month"), _("EUR")),
            numbers=numbers,
        ),
        alternative=told,
        caption=caption,
        data=DataTable(
            caption,
            (Column(_("month"), "left"), *(Column(name, unit="EUR") for name in names)),
            rows,
        ),
    )
    return mark_safe(to_html_figure(chart, language))
