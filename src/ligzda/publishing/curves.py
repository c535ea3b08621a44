"""Lines over an axis of amounts, as Vega-Lite: shares by a price, a verdict by an assumption.

Like `marks`, few and exact colours of tokens.css; lines are told apart by the shape of their
points and by their dashes too, never by colour alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ligzda.publishing.marks import (
    ACCENT,
    CLAY,
    INK,
    INK_SOFT,
    PAPER,
    SCHEMA,
    WIDE,
    Specification,
    frame_config,
)
from ligzda.publishing.numbers import Numbers

HEIGHT = 260  # pixels
_COLOURS = (ACCENT, CLAY, INK_SOFT, INK)
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_DASHES = ([1, 0], [5, 3], [2, 2], [8, 3, 2, 3])


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a line, with the limits of what it may be (None: not shown)."""

    x: float
    y: float
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A named line; `strong` is drawn thick, above the others."""

    name: str
    points: tuple[Point, ...]
    strong: bool = False


def curves(
    lines: Sequence[Line],
    *,
    axes: tuple[str, str],
    numbers: Numbers,
    percent: bool = False,
    levels: Mapping[str, float] | None = None,
    places: Mapping[str, float] | None = None,
) -> Specification:
    """Draw lines over the first of `axes`, with whiskers where points have limits.

    `percent`: the second axis runs from 0 to 1 and is labelled in percent. `levels` are named
    horizontal lines, `places` named vertical ones.
    """
    names = [line.name for line in lines]
    values = [
        {"line": line.name, "x": point.x, "y": point.y, "strong": line.strong}
        | ({} if point.lower is None else {"lower": point.lower})
        | ({} if point.upper is None else {"upper": point.upper})
        for line in lines
        for point in line.points
    ]
    y: Specification = {"field": "y", "type": "quantitative"}
    x: Specification = {"field": "x", "type": "quantitative"}
    x_full = x | {"axis": {"title": axes[0], "grid": False}, "scale": {"zero": False, "nice": True}}
    y_axis: Specification = {"title": axes[1], "tickCount": 5}
    y_full = y | {"axis": y_axis | ({"format": ".0%"} if percent else {})}
    y_full |= {"scale": {"domain": [0, 1]} if percent else {"zero": True, "nice": True}}

    def by_line(choices: Sequence[object]) -> Specification:
        chosen = [choices[place % len(choices)] for place in range(len(names))]
        legend = {"title": None, "columns": 4, "labelLimit": 150} if len(names) > 1 else None
        return {
            "field": "line",
            "scale": {"domain": names, "range": chosen},
            "legend": legend,
        }

    colour = by_line(_COLOURS)
    width = {"condition": {"test": "datum.strong", "value": 3}, "value": 1.5}
    layers: list[Specification] = [
        *_named(levels or {}, "y"),
        *_named(places or {}, "x"),
        {
            "mark": {"type": "line"},
            "encoding": {
                "x": x_full,
                "y": y_full,
                "stroke": colour,
                "strokeDash": by_line(_DASHES),
                "strokeWidth": width,
            },
        },
        {
            "transform": [{"filter": "isValid(datum.lower)"}],
            "mark": {"type": "rule", "strokeWidth": 1.5},
            "encoding": {"x": x, "y": y | {"field": "lower"}, "y2": {"field": "upper"}}
            | {"stroke": colour},
        },
        {
            "mark": {"type": "point", "size": 40, "opacity": 1, "strokeWidth": 1.5, "fill": PAPER},
            "encoding": {"x": x, "y": y, "stroke": colour, "shape": by_line(_SHAPES)},
        },
    ]
    return {
        "$schema": SCHEMA,
        "width": WIDE,
        "height": HEIGHT,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "data": {"values": values},
        "layer": layers,
        "config": frame_config(numbers),
    }


def _named(lines: Mapping[str, float], channel: str) -> list[Specification]:
    """Draw dashed lines across the chart, each with its name at the end that is free."""
    layers: list[Specification] = []
    for number, (name, place) in enumerate(lines.items()):
        data = {"data": {"values": [{"place": place, "name": name}]}}
        at = {channel: {"field": "place", "type": "quantitative"}}
        text: Specification = {"type": "text", "color": INK_SOFT, "fontSize": 11}
        if channel == "x":
            text |= {"baseline": "bottom", "dy": -4 - 12 * number}
            other: Specification = {"y": {"value": 0}}
        else:
            text |= {"align": "left", "baseline": "bottom", "dx": 4, "dy": -3}
            other = {"x": {"value": 0}}
        rule = {"type": "rule", "color": INK_SOFT, "strokeWidth": 1, "strokeDash": [4, 3]}
        layers.append(data | {"mark": rule, "encoding": at})
        layers.append(data | {"mark": text, "encoding": at | other | {"text": {"field": "name"}}})
    return layers
