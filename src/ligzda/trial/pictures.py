"""Pictures of the trial's pages: SVG whose colours come from the style sheet."""

import datetime
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from django.utils.formats import date_format, localize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ligzda.trial.queries import CourseRow

WIDTH, LEFT, LINE = 900, 330, 34


def interval_picture(rows: Sequence[tuple[str, Mapping[str, Any]]], mid_pp: float) -> SafeString:
    """Draw what least squares could detect in every design, beside the difference that matters."""
    top = max([row["detectable_pp"] for _name, row in rows] + [mid_pp]) * 1.08
    scale = (WIDTH - LEFT - 70) / top
    height = LINE * len(rows) + 56
    at = LEFT + mid_pp * scale
    parts = []
    for i, (name, row) in enumerate(rows):
        y = 30 + LINE * i
        words = _design(name, row)
        end = LEFT + row["detectable_pp"] * scale
        good = " good" if row["detectable_pp"] <= mid_pp else ""
        parts.append(
            f'<text class="bar-name" x="{LEFT - 12}" y="{y + 15}">{escape(words)}</text>'
            f'<rect class="bar{good}" x="{LEFT}" y="{y}" width="{end - LEFT:.1f}" height="20"/>'
            f'<text class="bar-value" x="{end + 8:.1f}" y="{y + 15}">'
            f"{localize(round(row['detectable_pp']))}</text>"
        )
    label = _("the difference that matters: %(mid)s") % {"mid": localize(round(mid_pp))}
    title = _("Smallest difference that each design can detect, percentage points")
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" '
        f'viewBox="0 0 {WIDTH} {height}" aria-label="{escape(title)}">'
        f"{''.join(parts)}"
        f'<line class="bar-mark" x1="{at:.1f}" x2="{at:.1f}" y1="22" y2="{height - 26}"/>'
        f'<text class="bar-mark-name" x="{at:.1f}" y="14">{escape(label)}</text></svg>'
    )


def share_picture(
    rows: Sequence[tuple[str, Mapping[str, Any]]], key: str, mark: float, label: str, title: str
) -> SafeString:
    """Draw a share of every design, from 0 to 1, beside the share to hold it against."""
    scale = WIDTH - LEFT - 70
    height = LINE * len(rows) + 56
    parts = []
    for i, (name, row) in enumerate(rows):
        y = 30 + LINE * i
        end = LEFT + row[key] * scale
        good = " good" if row[key] >= mark else ""
        parts.append(
            f'<text class="bar-name" x="{LEFT - 12}" y="{y + 15}">{escape(_design(name, row))}'
            f'</text><rect class="bar{good}" x="{LEFT}" y="{y}" width="{end - LEFT:.1f}" '
            f'height="20"/><text class="bar-value" x="{end + 8:.1f}" y="{y + 15}">'
            f"{localize(round(row[key] * 100))}\u00a0%</text>"
        )
    at = LEFT + mark * scale
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" '
        f'viewBox="0 0 {WIDTH} {height}" aria-label="{escape(title)}">'
        f"{''.join(parts)}"
        f'<line class="bar-mark" x1="{at:.1f}" x2="{at:.1f}" y1="22" y2="{height - 26}"/>'
        f'<text class="bar-mark-name" x="{at:.1f}" y="14">{escape(label)}</text></svg>'
    )


def _design(name: str, row: Mapping[str, Any]) -> str:
    design = row["candidate"]
    return _("%(layout)s, %(n)s people, SD %(sd)s") % {
        "layout": name,
        "n": design["participants"],
        "sd": localize(design["site_sd"]),
    }


def timeline_picture(rows: Sequence[CourseRow], today: datetime.date) -> SafeString:
    """Draw the courses of the incubators over time; the table below says the same."""
    first, last = min(row.begin for row in rows), max(row.end for row in rows)
    days = (last - first).days
    names = list(dict.fromkeys(row.incubator for row in rows))
    scale = (WIDTH - LEFT) / days
    height = LINE * len(names) + 40
    parts = []
    for year in range(first.year, last.year + 1):
        for month in (1, 7):
            day = datetime.date(year, month, 1)
            if first <= day < last:
                x = LEFT + (day - first).days * scale
                parts.append(
                    f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="22" y2="{height - 8}"/>'
                    f'<text class="bar-value" x="{x + 3:.1f}" y="16">'
                    f"{escape(date_format(day, 'm.Y'))}</text>"
                )
    for i, name in enumerate(names):
        y = 30 + LINE * i
        parts.append(f'<text class="bar-name" x="{LEFT - 12}" y="{y + 17}">{escape(name)}</text>')
        for row in rows:
            if row.incubator == name:
                x = LEFT + (row.begin - first).days * scale
                wide = (row.end - row.begin).days * scale - 2
                parts.append(
                    f'<rect class="course" x="{x:.1f}" y="{y}" width="{wide:.1f}" height="24"/>'
                    f'<text class="course-name" x="{x + 8:.1f}" y="{y + 17}">{row.code}</text>'
                )
    if first <= today <= last:
        x = LEFT + (today - first).days * scale
        parts.append(
            f'<line class="bar-mark" x1="{x:.1f}" x2="{x:.1f}" y1="22" y2="{height - 8}"/>'
        )
    title = _("Which incubator runs which model when")
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" role="img" '
        f'viewBox="0 0 {WIDTH} {height}" aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )
