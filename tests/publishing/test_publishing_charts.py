"""The specifications are Vega-Lite's, the drawings are ours: colours, languages, no noise."""

import json
import re
from collections.abc import Callable
from importlib import resources

import altair
import pytest
from tests.publishing.samples import SITES, bars, forest, heat, shrinkage

from ligzda.languages import Language
from ligzda.publishing import Chart, Numbers, draw, marks

CHARTS = [forest, heat, shrinkage, bars]
CSS = (resources.files("ligzda.publishing") / "static" / "report.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("chart", CHARTS)
def test_altair_knows_the_specification(chart: Callable[[Language], Chart]) -> None:
    specification = json.loads(json.dumps(chart("lv").specification))
    assert specification["$schema"] == altair.SCHEMA_URL.replace(
        altair.SCHEMA_VERSION, altair.SCHEMA_VERSION.split(".")[0]
    )
    altair.Chart.from_dict(specification, validate=True)


@pytest.mark.parametrize("chart", CHARTS)
def test_every_colour_follows_the_scheme(chart: Callable[[Language], Chart]) -> None:
    """A colour that report.css does not know would stay light in the dark."""
    svg = draw(chart("lv").specification).svg
    for attribute, colour in set(re.findall(r'(fill|stroke)="(#\w+|[a-z]+)"', svg)):
        if colour in ("none", "transparent"):
            continue
        assert f'[{attribute}="{colour}"]' in CSS, (attribute, colour)


@pytest.mark.parametrize("chart", CHARTS)
def test_a_drawing_has_no_style_script_or_role(chart: Callable[[Language], Chart]) -> None:
    svg = draw(chart("lv").specification).svg
    assert not re.search(r"style=|<script|<style|\son\w+=|role=|aria-|https?://(?!www\.w3)", svg)


def test_the_axis_writes_numbers_in_the_language() -> None:
    assert ">−0,2<" in draw(forest("lv").specification).svg
    assert ">−0.2<" in draw(forest("en").specification).svg


def test_labels_are_the_words_given() -> None:
    svg = draw(forest("lv").specification).svg
    assert "Līvāni &lt;jauni&gt;" in svg
    assert [site for site in SITES if site in svg or "&" in site or "<" in site] == list(SITES)


def test_a_narrow_chart_is_narrow() -> None:
    specification = forest("lv").specification
    assert draw(specification).width == marks.WIDE
    assert draw(marks.narrow(specification)).width == marks.NARROW


def test_what_a_tiny_site_claims_is_cut_at_the_edge() -> None:
    values = shrinkage("lv").specification["data"]["values"]
    assert min(value["lower"] for value in values) == -1.5
    assert sum(value["series"] == "atsevišķi" for value in values) == len(SITES) - 1


def test_a_drawing_is_kept() -> None:
    assert draw(forest("lv").specification) is draw(forest("lv").specification)


def test_png_is_png() -> None:
    assert draw(heat("lv").specification).png().startswith(b"\x89PNG")


def test_a_chart_without_alternative_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no alternative text"):
        Chart(forest("lv").specification, alternative=" ", caption="x")


def test_two_drawings_share_no_identifier() -> None:
    one, other = (draw(chart("lv").specification).svg for chart in (forest, shrinkage))
    ids = [set(re.findall(r'id="([^"]+)"', svg)) for svg in (one, other)]
    assert not ids[0] & ids[1]


def test_not_a_number_never_reaches_a_chart() -> None:
    row = marks.Interval("a", float("nan"), 0, 0, 0, 1)
    specification = marks.forest([row], axis="x", numbers=Numbers("en"), lines={"0": 0})
    with pytest.raises(ValueError, match="JSON"):
        draw(specification)
