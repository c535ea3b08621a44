"""The cube of the eight models, each at its corner, with the words of its axes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ligzda.blueprints.queries import Model
from ligzda.portal import cube
from ligzda.portal.labels import ANSWERS, QUESTIONS


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
