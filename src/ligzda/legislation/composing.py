"""A unit and a change that were chosen → the operation that they mean, and its sentence."""

from dataclasses import dataclass

from ligzda.drafting import Act, Action, Operation, Path, Step, address, path_of
from ligzda.drafting.linting.finding import path_at, shown
from ligzda.drafting.writing.sentence import Kind as Style
from ligzda.drafting.writing.sentence import write

STEPS = frozenset({"section", "part", "point", "subpoint", "transitional", "chapter", "annex"})


@dataclass(frozen=True)
class Place:
    """A unit of a text as it is shown: its address, its name, what is printed, how deep it stands.

    `address` is empty where no sentence can name it by numbers alone.
    """

    address: str
    name: str
    printed: str
    depth: int
    kind: str


def places(act: Act) -> list[Place]:
    """Return every unit of an act in the order of print, with what it prints itself."""
    found = []
    for index, unit in act.root.walk():
        if not index or not (printed := (unit.lead + unit.text).strip()):
            continue
        path = path_at(act.root, index)
        own = bool(unit.number) and unit.kind in STEPS and path and path[-1].number == unit.number
        named = own or (unit.kind == "transitional" and bool(path))
        found.append(
            Place(
                address(path) if named else "",
                shown(path) if named else "",
                printed,
                min(len(index) - 1, 4),
                unit.kind,
            )
        )
    return found


@dataclass(frozen=True)
class Wish:
    """What is to be done at a unit. `unit` and `number` name what an insertion adds."""

    change: Action
    target: Path
    old: str = ""
    new: str = ""
    unit: str = ""
    number: str = ""


def operation_of(wish: Wish) -> Operation:
    """Return the operation of a wish."""
    if wish.change is Action.INSERT_UNIT:
        units = (Step(wish.unit, wish.number),)
        return Operation(wish.change, (wish.target,), units, new=wish.new)
    if wish.change is Action.INSERT_WORDS:
        return Operation(wish.change, (wish.target,), after=wish.old, new=wish.new)
    return Operation(wish.change, (wish.target,), old=wish.old, new=wish.new)


def sentence(wish: Wish, style: Style) -> str:
    """Return the sentence of a wish as a drafter writes it."""
    return write(operation_of(wish), style)


def target(text: str) -> Path:
    """Read an address as `places` gives it. Raises KeyError where it is none."""
    return path_of(text)
