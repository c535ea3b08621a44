"""Specifications to pictures: drawn once, kept by content."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

FONTS = Path(__file__).parent / "assets" / "fonts"

# The drawing engine has one thread of its own. Who waits for it finds the picture kept.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart: SVG for page and print, its size in pixels."""

    svg: str
    width: float
    height: float

    def png(self, scale: float = 2) -> bytes:
        """Give the same picture in dots: 2 is 192 an inch at the size it stands in print."""
        with _ONE_AT_A_TIME:
            return _png(self.svg, scale)


def draw(specification: Mapping[str, Any]) -> Picture:
    """Draw a Vega-Lite specification.

    Raises ValueError where Vega-Lite refuses it.
    """
    text = json.dumps(specification, sort_keys=True, ensure_ascii=False, allow_nan=False)
    with _ONE_AT_A_TIME:
        return _draw(text)


def warm_up() -> None:
    """Start the drawing engine and give it our fonts; about .3 s, worth doing beside other work."""
    with _ONE_AT_A_TIME:
        _start()


@cache
def _start() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    vl_convert.vegalite_to_svg({"data": {"values": [{}]}, "mark": "point"})


@lru_cache(maxsize=256)
def _draw(specification: str) -> Picture:
    import vl_convert

    _start()
    svg = _clean(vl_convert.vegalite_to_svg(specification, allowed_base_urls=[]), specification)
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size, "every drawing has a size"
    return Picture(svg, float(size[1]), float(size[2]))


@lru_cache(maxsize=256)
def _png(svg: str, scale: float) -> bytes:
    import vl_convert

    _start()
    png: bytes = vl_convert.svg_to_png(svg, scale=scale)
    return png


def _clean(svg: str, specification: str) -> str:
    """Leave out what only Vega's script uses; keep identifiers of two pictures apart.

    The picture is one image with one alternative text (the block's), so the roles and labels of
    its parts would only be noise to a screen reader.
    """
    svg = re.sub(r' (?:role|aria-[a-z]+|pointer-events)="[^"]*"', "", svg)
    prefix = "c" + sha256(specification.encode()).hexdigest()[:8]
    return re.sub(r'(\bid="|url\(#|href="#)', rf"\1{prefix}-", svg)
