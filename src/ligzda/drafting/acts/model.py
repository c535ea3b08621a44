"""An act: a tree of units, each with what is printed before it, as its label, and as its text.

Written out in order, ``gap + lead + text`` of every unit is the text the act was read from: what an
operation does not touch stays as it was, to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from ligzda.drafting.numbers import Key, key

Table = dict[str, dict[Key, list[int]]]
Index = tuple[int, ...]
"""Where a unit stands: the place among its siblings on every level from the act down."""
Region = tuple[Index, int, int]
"""A run of text: the unit it belongs to, first and last sign."""

LINES, NOTE, PARAGRAPH = "lines", "remark", "paragraph"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit.

    ``kind`` is a key of ``data/units.yaml``, or ``lines`` (what belongs to no unit: a title page,
    signatures) or ``remark`` (a note of earlier amendments). ``number`` is in the notation of
    `ligzda.drafting.numbers`; parts without printed numbers have none. ``lead`` is the label as
    printed with the blank after it, ``gap`` the white space before it.
    """

    kind: str
    number: str = ""
    gap: str = ""
    lead: str = ""
    text: str = ""
    children: tuple[Unit, ...] = ()
    deleted: bool = False
    _index: Table | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def index(self) -> Table:
        """Where the children of each kind and number stand: made once, kept by `put`."""
        if self._index is None:
            found: Table = {}
            _enter(found, 0, self.children)
            object.__setattr__(self, "_index", found)
            return found
        return self._index

    def with_child(self, place: int, child: Unit) -> Unit:
        """Return this unit with another child at a place; the others are shared."""
        old = self.children[place]
        children = (*self.children[:place], child, *self.children[place + 1 :])
        unit = Unit(self.kind, self.number, self.gap, self.lead, self.text, children, self.deleted)
        if child.kind == old.kind and child.number == old.number:
            object.__setattr__(unit, "_index", self._index)
        return unit

    def walk(self, at: Index = ()) -> Iterator[tuple[Index, Unit]]:
        """Yield the unit and everything in it, in the order of print."""
        yield at, self
        for place, child in enumerate(self.children):
            yield from child.walk((*at, place))

    def get(self, index: Index) -> Unit:
        """Return the unit at an index."""
        unit = self
        for place in index:
            unit = unit.children[place]
        return unit

    def put(self, index: Index, unit: Unit) -> Unit:
        """Return this tree with another unit at an index."""
        if not index:
            return unit
        first, *rest = index
        return self.with_child(first, self.children[first].put(tuple(rest), unit))

    def all(self) -> Iterator[Unit]:
        """Yield the unit and everything in it, in the order of print, without their places."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += reversed(unit.children)

    def insert(self, index: Index, place: int, *units: Unit) -> Unit:
        """Return this tree with units put among the children of the unit at an index."""
        parent = self.get(index)
        children = (*parent.children[:place], *units, *parent.children[place:])
        longer = Unit(
            parent.kind, parent.number, parent.gap, parent.lead, parent.text, children,
            parent.deleted,
        )  # fmt: skip
        if parent._index is not None:
            moved: Table = {
                kind: {
                    number: places
                    if places[-1] < place
                    else [at + len(units) if at >= place else at for at in places]
                    for number, places in numbers.items()
                }
                for kind, numbers in parent._index.items()
            }
            _enter(moved, place, units)
            object.__setattr__(longer, "_index", moved)
        return self.put(index, longer)

    def remove(self, index: Index) -> Unit:
        """Return this tree without the unit at an index."""
        *outer, place = index
        parent = self.get(tuple(outer))
        children = parent.children[:place] + parent.children[place + 1 :]
        return self.put(tuple(outer), replace(parent, children=children))

    def map_text(self, change: Callable[[Unit], Unit]) -> Unit:
        """Return this tree with every unit changed by a function (children first)."""
        children = tuple(child.map_text(change) for child in self.children)
        same = all(a is b for a, b in zip(children, self.children, strict=True))
        return change(self if same else replace(self, children=children))

    def render(self) -> str:
        """Return the text as printed."""
        return "".join(unit.gap + unit.lead + unit.text for unit in self.all())

    def of_kind(self, *kinds: str) -> Iterator[tuple[Index, Unit]]:
        """Yield what is of one of some kinds."""
        return ((at, unit) for at, unit in self.walk() if unit.kind in kinds)


def _enter(table: Table, start: int, units: tuple[Unit, ...]) -> None:
    """Enter units that stand from a place on; lists of places may belong to an older table."""
    for place, unit in enumerate(units, start):
        number = key(unit.number) if unit.number else ()
        numbers = table.setdefault(unit.kind, {})
        if number in numbers:
            numbers[number] = sorted([*numbers[number], place])
        else:
            numbers[number] = [place]


@dataclass(frozen=True, slots=True)
class Act:
    """An act: its tree, the white space at its end, what was repaired when it was read.

    How it prints was seen when it was read: ``worded`` whether sections carry their word, ``gap``
    between paragraphs, ``caret`` before raised figures.
    """

    root: Unit
    tail: str = ""
    repairs: tuple[str, ...] = ()
    in_law: bool = True
    worded: bool = True
    gap: str = "\n"
    caret: bool = False

    def render(self) -> str:
        """Return the text of the act; an act that was read and not changed gives what was read."""
        return self.root.render() + self.tail

    def with_root(self, root: Unit) -> Act:
        """Return the act with another tree."""
        return Act(root, self.tail, self.repairs, self.in_law, self.worded, self.gap, self.caret)
