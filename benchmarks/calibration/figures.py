"""The pictures of docs/validation.md, as Vega-Lite specifications."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.calibration.checks import (
    BEST_MARGIN,
    COVERAGE_MARGIN,
    band,
    coverage,
    deviations,
    reliability,
)
from benchmarks.calibration.replicates import Ranks

from ligzda.publishing.marks import ACCENT, CLAY, FONT, INK, INK_SOFT, LINE, PAPER, SCHEMA

Specification = dict[str, Any]
KINDS = ("SD or parameter", "effect", "contrast", "difference of means", "likelihood")
COLOURS = (CLAY, "#8a9a95", ACCENT, "#3b6fb0", INK)


def _frame(**parts: Any) -> Specification:
    axis = {
        "domainColor": LINE, "tickColor": LINE, "gridColor": LINE, "labelColor": INK,
        "titleColor": INK_SOFT, "titleFontWeight": "normal", "labelFontSize": 10,
        "titleFontSize": 10,
    }  # fmt: skip
    config = {
        "font": FONT, "background": PAPER, "axis": axis, "view": {"stroke": None},
        "header": {"labelColor": INK, "labelFontSize": 11, "title": None},
        "legend": {"labelColor": INK, "title": None, "orient": "top"},
    }  # fmt: skip
    return {"$schema": SCHEMA, "config": config, **parts}


def _facets(values: list[dict[str, Any]], layers: list[Specification]) -> Specification:
    return _frame(
        data={"values": values},
        facet={"field": "world", "type": "nominal", "sort": None},
        columns=3,
        spec={"width": 185, "height": 120, "layer": layers},
    )


def ecdf(results: Sequence[Ranks]) -> Specification:
    """ECDF of the truths' places minus the diagonal; grey where 95 % of exact ECDFs stay."""
    values: list[dict[str, Any]] = []
    for ranks in results:
        width = band(ranks.levels, len(ranks.places))
        for level, half in zip([0, *ranks.levels, 1], [0, *width, 0], strict=True):
            values.append(_rounded(world=ranks.world, level=level, low=-half, high=half))
        away = deviations(ranks)
        for j, kind in enumerate(ranks.kinds):
            column = [0.0, *away[:, j], 0.0]
            for level, value in zip([0, *ranks.levels, 1], column, strict=True):
                values.append(
                    _rounded(world=ranks.world, level=level, away=value)
                    | {"quantity": j, "kind": kind}
                )
    x = {"field": "level", "type": "quantitative", "title": "posterior probability"}
    return _facets(
        values,
        [
            {
                "transform": [{"filter": "isValid(datum.low)"}],
                "mark": {"type": "area", "color": LINE, "opacity": 0.8},
                "encoding": {
                    "x": x,
                    "y": {"field": "low", "type": "quantitative", "title": "ECDF − diagonal"},
                    "y2": {"field": "high"},
                },
            },
            {
                "transform": [{"filter": "isValid(datum.away)"}],
                "mark": {"type": "line", "strokeWidth": 0.8, "opacity": 0.75},
                "encoding": {
                    "x": x,
                    "y": {"field": "away", "type": "quantitative"},
                    "detail": {"field": "quantity"},
                    "color": {
                        "field": "kind",
                        "type": "nominal",
                        "scale": {"domain": list(KINDS), "range": list(COLOURS)},
                    },
                },
            },
        ],
    )


def coverages(results: Sequence[Ranks]) -> Specification:
    """Coverage minus what it should be, all quantities together, in percentage points."""
    values: list[dict[str, Any]] = []
    for ranks in results:
        for c in coverage(ranks):
            half = 196 * c.mcse
            values.append(
                _rounded(miss=100 * c.miss, low=100 * c.miss - half, high=100 * c.miss + half)
                | {"row": f"{ranks.world} · {ranks.engine}", "interval": f"{c.percent} %"}
            )
    margin = 100 * COVERAGE_MARGIN
    y = {"field": "row", "type": "nominal", "sort": None, "title": None}
    offset = {"field": "interval", "sort": ["50 %", "80 %", "95 %"]}
    colour = {
        "field": "interval",
        "type": "nominal",
        "scale": {"domain": ["50 %", "80 %", "95 %"], "range": [CLAY, "#3b6fb0", ACCENT]},
    }
    title = "coverage − nominal (percentage points); grey: the margin of 1.5"
    return _frame(
        width=520,
        height={"step": 10},
        data={"values": values},
        layer=[
            {
                "data": {"values": [{"low": -margin, "high": margin}]},
                "mark": {"type": "rect", "color": LINE, "opacity": 0.8},
                "encoding": {
                    "x": {"field": "low", "type": "quantitative", "title": title},
                    "x2": {"field": "high"},
                },
            },
            {
                "mark": {"type": "rule"},
                "encoding": {
                    "x": {"field": "low", "type": "quantitative"},
                    "x2": {"field": "high"},
                    "y": y,
                    "yOffset": offset,
                    "color": colour,
                },
            },
            {
                "mark": {"type": "point", "filled": True, "size": 30, "opacity": 1},
                "encoding": {
                    "x": {"field": "miss", "type": "quantitative"},
                    "y": y,
                    "yOffset": offset,
                    "color": colour,
                },
            },
        ],
    )


def best(results: Sequence[Ranks]) -> Specification:
    """How often the arms were best that were said to be so, with 95 % intervals."""
    values: list[dict[str, Any]] = []
    for ranks in results:
        for b in reliability(ranks):
            low, high = b.found - 1.96 * b.mcse, b.found + 1.96 * b.mcse
            values.append(
                _rounded(said=b.said, found=b.found, low=max(low, 0), high=min(high, 1))
                | {"world": ranks.world}
            )
        values += [
            _rounded(end=end, bottom=end - BEST_MARGIN, top=end + BEST_MARGIN)
            | {"world": ranks.world}
            for end in (0.0, 1.0)
        ]
    x = {"field": "said", "type": "quantitative", "title": "P(best) as said"}
    return _facets(
        values,
        [
            {
                "transform": [{"filter": "isValid(datum.end)"}],
                "mark": {"type": "area", "color": LINE},
                "encoding": {
                    "x": {"field": "end", "type": "quantitative"},
                    "y": {"field": "bottom", "type": "quantitative", "title": "share truly best"},
                    "y2": {"field": "top"},
                },
            },
            {
                "transform": [{"filter": "isValid(datum.said)"}],
                "mark": {"type": "rule", "color": ACCENT},
                "encoding": {
                    "x": x,
                    "y": {"field": "low", "type": "quantitative"},
                    "y2": {"field": "high"},
                },
            },
            {
                "transform": [{"filter": "isValid(datum.said)"}],
                "mark": {"type": "point", "filled": True, "color": ACCENT, "size": 22},
                "encoding": {"x": x, "y": {"field": "found", "type": "quantitative"}},
            },
        ],
    )


def _rounded(**values: Any) -> dict[str, Any]:
    return {k: v if isinstance(v, str) else round(float(v), 4) for k, v in values.items()}
