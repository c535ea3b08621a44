"""Rows of the rooms become pictures: the map of the country, the cube of the models."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ligzda.blueprints.queries import Model
from ligzda.network import queries as network
from ligzda.portal import cube
from ligzda.portal.projection import Projection
from ligzda.portal.words import ANSWERS, QUESTIONS

MAP_WIDTH, MAP_MARGIN = 1000, 24


@dataclass(frozen=True)
class Region:
    """A municipality that takes part, as a link on the map."""

    slug: str
    name: str
    short_name: str
    invented: bool
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class CountryMap:
    """The map of one year: all others as one path, those who take part one by one."""

    year: str
    width: int
    height: int
    land: str
    regions: tuple[Region, ...]
    approximate: bool


@dataclass(frozen=True)
class Locator:
    """The country with one municipality in it."""

    width: int
    height: int
    land: str
    path: str


@dataclass(frozen=True)
class _Outlines:
    projection: Projection
    paths: dict[str, str]
    approximate: bool


@lru_cache(maxsize=8)
def _drawn(day: datetime.date, key: str) -> _Outlines:
    # `key` changes with the outlines, so what was drawn of older ones is never shown.
    shapes = network.shapes(day)
    positions = (p for shape in shapes for ring in shape.rings for p in ring)
    projection = Projection.fit(positions, MAP_WIDTH, MAP_MARGIN)
    paths = {shape.slug: projection.path(shape.rings) for shape in shapes}
    return _Outlines(projection, paths, any(shape.approximate for shape in shapes))


def _outlines(day: datetime.date) -> _Outlines:
    return _drawn(day, network.outlines_key(day))


def country_map(year: str, day: datetime.date) -> CountryMap | None:
    """Return the map of a year, as the country was on `day`; None before the network is loaded."""
    rows = network.municipalities(day)
    if not rows:
        return None
    drawn = _outlines(day)
    projection, paths = drawn.projection, drawn.paths
    regions = []
    for row in rows:
        if row.takes_part:
            x, y = projection.point((row.longitude, row.latitude))
            short = row.name.replace(" novads", " nov.")
            regions.append(Region(row.slug, row.name, short, row.invented, paths[row.slug], x, y))
    land = "".join(paths[row.slug] for row in rows if not row.takes_part)
    return CountryMap(
        year, projection.width, projection.height, land, tuple(regions), drawn.approximate
    )


def locator(slug: str, day: datetime.date) -> Locator:
    """Return where in the country a municipality is; it must have stood on `day`."""
    drawn = _outlines(day)
    land = "".join(path for other, path in drawn.paths.items() if other != slug)
    return Locator(drawn.projection.width, drawn.projection.height, land, drawn.paths[slug])


@dataclass(frozen=True)
class Corner:
    """A model at its corner."""

    slug: str
    code: str
    name: str
    x: int
    y: int
    text_y: int
    plus: bool
    current: bool


@dataclass(frozen=True)
class Word:
    """A word beside the cube; `style` is its CSS class, `letter` the axis it names, if it does."""

    letter: str
    text: str
    x: int
    y: int
    style: str


@dataclass(frozen=True)
class ModelCube:
    """The cube with its corners, edges and words."""

    width: int
    height: int
    edges: tuple[cube.Edge, ...]
    corners: tuple[Corner, ...]
    words: tuple[Word, ...]


def model_cube(models: Sequence[Model], current: str = "") -> ModelCube:
    """Return the cube of the models; `current` is the code of the one whose page this is."""
    corners = []
    for model in models:
        cell = cube.cell(model.cell)
        x, y = cube.corner(cell)
        corners.append(
            Corner(model.slug, model.code, model.name, x, y, y + 6, cell[0], model.code == current)
        )
    return ModelCube(cube.WIDTH, cube.HEIGHT, cube.edges(), tuple(corners), _words())


def _words() -> tuple[Word, ...]:
    (left, bottom), (right, __) = cube.corner((False,) * 3), cube.corner((True, False, False))
    far_x, far_y = cube.corner((True, False, True))
    top = cube.corner((False, True, False))[1]
    below, beside = bottom + 46, left - 36
    places = {
        "A": ((left, below, "middle"), (right, below, "middle")),
        "B": ((beside, bottom + 5, "end"), (beside, top + 5, "end")),
        "C": ((right + 36, bottom + 5, ""), (far_x + 34, far_y + 5, "")),
    }
    names = {
        "A": ((left + right) // 2, below + 26, "middle"),
        "B": (beside, (top + bottom) // 2, "end"),
        "C": ((right + far_x) // 2 + 40, (bottom + far_y) // 2 + 20, ""),
    }
    found = []
    for code in cube.FACTORS:
        x, y, anchor = names[code]
        found.append(Word(code, str(QUESTIONS[code]), x, y, f"axis-name {anchor}"))
        for (x, y, anchor), answer in zip(places[code], ANSWERS[code], strict=True):
            found.append(Word("", str(answer), x, y, f"axis-end {anchor}"))
    return tuple(found)
