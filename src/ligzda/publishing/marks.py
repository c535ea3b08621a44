"""Builders of Vega-Lite specifications for the charts that every room needs, as plain dicts.

Written by hand rather than through Altair, whose import alone would take half of the time that
an evaluation with its report has (ADR 0020); tests hold each against Altair's schema.

The colours are those of `tokens.css` in its light scheme. They are few and exact, so that the
page can turn each into its custom property (report.css) and the chart follows the reader into
the dark. No difference rests on colour alone: shape, fill and thickness say the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ligzda.publishing.numbers import Numbers

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

INK = "#1b2422"
INK_SOFT = "#53605c"
LINE = "#dbd9d1"
ACCENT = "#0f5f59"
CLAY = "#9c4526"
HEAT = "#106059"  # the accent again, told apart because the dark scheme needs a deeper one here
PAPER = "#ffffff"
DARKEST = 0.68  # opacity at which text in INK still has 4.5 : 1 on HEAT

FONT = "Inter"
WIDE, NARROW = 640, 344  # pixels: a page of A4 between its margins, a phone between its margins

Specification = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Interval:
    """One row of a forest plot: 95 % and 80 % intervals around a middle."""

    label: str
    lower: float
    lower80: float
    middle: float
    upper80: float
    upper: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of a shrinkage plot: what was observed, and what it becomes among the others."""

    label: str
    observed: tuple[float, float, float] | None
    pooled: tuple[float, float, float]


def forest(
    rows: Sequence[Interval],
    *,
    axis: str,
    numbers: Numbers,
    lines: Mapping[str, float],
    format_: str = "",
) -> Specification:
    """Draw intervals under each other: thin 95 %, thick 80 %, a dot in the middle.

    `lines` are vertical lines with their names, "no effect" first.
    """
    values = [
        {
            "row": row.label,
            "lower": row.lower,
            "lower80": row.lower80,
            "middle": row.middle,
            "upper80": row.upper80,
            "upper": row.upper,
            "strong": row.strong,
        }
        for row in rows
    ]
    colour = {"condition": {"test": "datum.strong", "value": CLAY}, "value": ACCENT}
    x_axis = {"title": axis, "format": format_} if format_ else {"title": axis}
    layers = [
        *_reference_lines(lines),
        {
            "mark": {"type": "rule", "strokeWidth": 1.5},
            "encoding": {
                "x": {"field": "lower", "type": "quantitative", "axis": x_axis, "scale": _LOOSE},
                "x2": {"field": "upper"},
                "color": colour,
            },
        },
        {
            "mark": {"type": "rule", "strokeWidth": 5, "strokeCap": "round"},
            "encoding": {
                "x": {"field": "lower80", "type": "quantitative"},
                "x2": {"field": "upper80"},
                "color": colour,
            },
        },
        {
            "mark": {
                "type": "point", "filled": True, "fill": PAPER, "size": 42, "opacity": 1,
                "strokeWidth": 2,
            },
            "encoding": {
                "x": {"field": "middle", "type": "quantitative"},
                "stroke": colour,
                "shape": {
                    "condition": {"test": "datum.strong", "value": "diamond"},
                    "value": "circle",
                },
            },
        },
    ]  # fmt: skip
    return _frame(values, layers, len(rows), numbers)


def shrinkage(
    rows: Sequence[Pair],
    *,
    axis: str,
    observed: str,
    pooled: str,
    numbers: Numbers,
    lines: Mapping[str, float],
    domain: tuple[float, float],
    format_: str = "",
) -> Specification:
    """Draw each site twice: alone (hollow clay square) and among the others (teal dot).

    `domain` cuts off what a tiny site alone would claim, so that the rest stays readable.
    """
    low, high = domain
    values = []
    for row in rows:
        for name, triple in ((observed, row.observed), (pooled, row.pooled)):
            if triple is not None:
                lower, middle, upper = (min(max(value, low), high) for value in triple)
                values.append(
                    {"row": row.label, "series": name, "lower": lower, "upper": upper}
                    | ({"middle": middle} if low <= triple[1] <= high else {})
                )
    series: Specification = {"domain": [observed, pooled]}
    x_axis = {"title": axis, "format": format_} if format_ else {"title": axis}
    # The names of the lines stand between the plot and the legend.
    legend = {"legend": {"title": None, "offset": 12 + 12 * len(lines)}}
    colour = {"field": "series", "scale": series | {"range": [CLAY, ACCENT]}} | legend
    offset = {"yOffset": {"field": "series", "sort": [observed, pooled]}}
    layers = [
        *_reference_lines(lines),
        {
            "mark": {"type": "rule"},
            "encoding": offset
            | {
                "x": {
                    "field": "lower",
                    "type": "quantitative",
                    "axis": x_axis,
                    "scale": {"domain": [low, high], "nice": False, "zero": False},
                },
                "x2": {"field": "upper"},
                "stroke": colour,
                "strokeWidth": {"field": "series", "scale": series | {"range": [1, 2.5]}} | legend,
            },
        },
        {
            "transform": [{"filter": "isValid(datum.middle)"}],
            "mark": {"type": "point", "size": 36, "opacity": 1, "strokeWidth": 1.5},
            "encoding": offset
            | {
                "x": {"field": "middle", "type": "quantitative"},
                "stroke": colour,
                "fill": {"field": "series", "scale": series | {"range": [PAPER, ACCENT]}} | legend,
                "shape": {"field": "series", "scale": series | {"range": ["square", "circle"]}}
                | legend,
            },
        },
    ]
    return _frame(values, layers, len(rows), numbers, step=24)


def heat(
    labels: Sequence[str],
    columns: Sequence[str],
    shares: Sequence[Sequence[float]],
    *,
    axis: str,
    numbers: Numbers,
) -> Specification:
    """Draw a matrix of shares: the darker the cell the likelier, and the percent written in it.

    The shade is opacity of one colour, so it prints in grey and turns with the colour scheme.
    """
    values = [
        {"row": label, "column": column, "share": share, "percent": _cell(share)}
        for label, row in zip(labels, shares, strict=True)
        for column, share in zip(columns, row, strict=True)
    ]
    x = {
        "field": "column",
        "type": "nominal",
        "sort": None,
        "axis": {"title": axis, "orient": "top", "labelAngle": 0, "grid": False},
    }
    layers: list[Specification] = [
        {
            "mark": {"type": "rect", "fill": HEAT, "stroke": LINE, "strokeOpacity": 1},
            "encoding": {
                "x": x,
                "fillOpacity": {
                    "field": "share",
                    "type": "quantitative",
                    "scale": {"domain": [0, 1], "range": [0, DARKEST]},
                    "legend": None,
                },
            },
        },
        {
            "mark": {"type": "text", "fontSize": 11, "color": INK},
            "encoding": {"x": x, "text": {"field": "percent"}},
        },
    ]
    return _frame(values, layers, len(labels), numbers, step=26)


def bars(rows: Sequence[tuple[str, float, str]], *, axis: str, numbers: Numbers) -> Specification:
    """Draw amounts under each other, from zero; each row is its label, the amount, and how that
    is written at the end of its bar.
    """
    values = [{"row": label, "amount": amount, "written": said} for label, amount, said in rows]
    x = {"field": "amount", "type": "quantitative"}
    layers: list[Specification] = [
        {
            "mark": {"type": "bar", "fill": ACCENT, "height": {"band": 0.62}},
            "encoding": {"x": x | {"axis": {"title": axis}, "scale": {"zero": True}}},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 11, "color": INK},
            "encoding": {"x": x, "text": {"field": "written"}},
        },
    ]
    return _frame(values, layers, len(rows), numbers, step=26)


_LOOSE = {"zero": False, "nice": True, "padding": 6}


def _cell(share: float) -> str:
    return "<1" if share < 0.005 else f"{100 * share:.0f}"


def _reference_lines(lines: Mapping[str, float]) -> list[Specification]:
    """Vertical lines; the first solid (no effect), the others dashed, each named on top."""
    layers: list[Specification] = []
    for number, (name, place) in enumerate(lines.items()):
        data = {"data": {"values": [{"place": place, "name": name}]}}
        x = {"x": {"field": "place", "type": "quantitative"}}
        dash = {} if number == 0 else {"strokeDash": [4, 3]}
        layers.append(
            data
            | {"mark": {"type": "rule", "color": INK_SOFT, "strokeWidth": 1} | dash, "encoding": x}
        )
        layers.append(
            data
            | {
                "mark": {
                    "type": "text",
                    "color": INK_SOFT,
                    "baseline": "bottom",
                    "dy": -4 - 12 * number,
                    "fontSize": 11,
                },
                "encoding": x | {"y": {"value": 0}, "text": {"field": "name"}},
            }
        )
    return layers


def _frame(
    values: Sequence[Mapping[str, Any]],
    layers: Sequence[Specification],
    rows: int,
    numbers: Numbers,
    step: int = 22,
) -> Specification:
    order = list(dict.fromkeys(value["row"] for value in values))
    y = {
        "field": "row",
        "type": "nominal",
        "sort": order,
        "axis": {"title": None, "grid": False, "labelLimit": 260},
    }
    # The named lines have their own data and no row of their own.
    framed = [
        layer if "data" in layer else layer | {"encoding": {"y": y} | layer["encoding"]}
        for layer in layers
    ]
    return {
        "$schema": SCHEMA,
        "width": WIDE,
        "height": {"step": step, "for": "position"},
        "autosize": {"type": "fit-x", "contains": "padding"},
        "data": {"values": list(values)},
        "layer": framed,
        "config": frame_config(numbers),
    }


def narrow(specification: Mapping[str, Any]) -> Specification:
    """Give the same chart for a phone."""
    return dict(specification) | {"width": NARROW}


def frame_config(numbers: Numbers) -> Specification:
    """Give the marks of the house to every chart: fonts, colours, the language's numbers."""
    return {
        "font": FONT,
        "background": PAPER,
        "padding": {"left": 2, "right": 8, "top": 4, "bottom": 4},
        "view": {"stroke": None},
        "locale": {"number": numbers.vega_locale()},
        "axis": {
            "domainColor": LINE,
            "tickColor": LINE,
            "gridColor": LINE,
            "labelColor": INK,
            "titleColor": INK_SOFT,
            "labelFontSize": 11,
            "titleFontSize": 11,
            "titleFontWeight": "normal",
            "titlePadding": 8,
            "labelPadding": 6,
        },
        "axisX": {"tickCount": 6},
        "axisY": {"ticks": False, "domain": False},
        "legend": {
            "orient": "top",
            "direction": "horizontal",
            "labelColor": INK,
            "labelFontSize": 11,
            "symbolSize": 60,
        },
    }
