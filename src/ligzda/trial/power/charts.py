"""Pictures of what a trial can show: SVG whose colours come from the style sheet."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from django.utils.formats import localize, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
    people = design["participants"]
    told = ngettext(
        "%(layout)s, %(n)s person, SD %(sd)s", "%(layout)s, %(n)s people, SD %(sd)s", people
    )
    return told % {
        "layout": name,
        "n": number_format(people),
        "sd": localize(design["site_sd"]),
    }
