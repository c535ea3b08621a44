"""The courses over time as a picture: SVG whose colours come from the style sheet."""

import datetime
from collections.abc import Sequence
from html import escape

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ligzda.trial.assignment.queries import CourseRow

WIDTH, LEFT, LINE = 900, 140, 34


def shows_today(rows: Sequence[CourseRow], today: datetime.date) -> bool:
    """Whether today is within the picture."""
    return min(row.begin for row in rows) <= today <= max(row.end for row in rows)


def timeline_picture(rows: Sequence[CourseRow], today: datetime.date) -> SafeString:
    """Draw the courses of the incubators over time; the table below says the same."""
    first, last = min(row.begin for row in rows), max(row.end for row in rows)
    days = (last - first).days
    names = list(dict.fromkeys(row.place for row in rows))
    scale = (WIDTH - LEFT) / days
    height = LINE * len(names) + 40
    parts = []
    for year in range(first.year, last.year + 1):
        for month in (1, 7):
            day = datetime.date(year, month, 1)
            if first <= day < last:
                x = LEFT + (day - first).days * scale
                # The last label would leave the picture at the right.
                turned = x > WIDTH - 70
                where = f'x="{x - 3:.1f}" text-anchor="end"' if turned else f'x="{x + 3:.1f}"'
                parts.append(
                    f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="22" y2="{height - 8}"/>'
                    f'<text class="bar-value" {where} y="16">'
                    f"{escape(date_format(day, 'm.Y'))}</text>"
                )
    for i, name in enumerate(names):
        y = 30 + LINE * i
        parts.append(f'<text class="bar-name" x="{LEFT - 12}" y="{y + 17}">{escape(name)}</text>')
        for row in rows:
            if row.place == name:
                x = LEFT + (row.begin - first).days * scale
                wide = (row.end - row.begin).days * scale - 2
                parts.append(
                    f'<rect class="course" x="{x:.1f}" y="{y}" width="{wide:.1f}" height="24"/>'
                    f'<text class="course-name" x="{x + 8:.1f}" y="{y + 17}">{row.code}</text>'
                )
    if shows_today(rows, today):
        x = LEFT + (today - first).days * scale
        parts.append(
            f'<line class="bar-mark" x1="{x:.1f}" x2="{x:.1f}" y1="22" y2="{height - 8}"/>'
        )
    title = _("Which incubator runs which model when")
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" '
        f'viewBox="0 0 {WIDTH} {height}" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )
