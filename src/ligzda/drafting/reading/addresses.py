"""From the words of a target to addresses: inheritance, lists, ranges, lost superscripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product

from lark import Token, Tree

from ligzda.drafting.numbers import as_written, repaired
from ligzda.drafting.operations import WHOLE_ACT, Path, Step
from ligzda.drafting.reading.quotes import Quote
from ligzda.drafting.reading.tokens import UnitForm
from ligzda.drafting.reading.trees import Unclear, trees
from ligzda.drafting.units import by_name, rank, unit_words

SECTION = 5
"""The rank of a section: what has one in its address is a law."""
OPEN = frozenset({"intro", "row"})
"""What may hold a unit of its own rank or further out: terms, the columns of a row."""
_OPEN_LEVEL = re.compile(r"\d+\.\d\d+")
"""``2.51 apakšpunkts``: 2.51. whose last stop was lost, or 2.5 with a raised 1."""
STANDALONE = frozenset({"point", "subpoint"})


@dataclass(frozen=True, slots=True)
class Target:
    """An address as named: the paths, the cases its last noun can stand in, what was said of it."""

    paths: tuple[Path, ...]
    cases: frozenset[str]
    everywhere: bool = False
    number_given: bool = True


@dataclass
class Addresses:
    """Resolves targets against a heading line and what was named before.

    ``bases`` are the addresses of the heading; ``municipal`` texts write ``5.1`` for ``5.1.``
    beside a number with its stop.
    """

    bases: tuple[Path, ...] = ()
    remarks: list[str] = field(default_factory=list)
    last: tuple[Path, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def targets(self, tree: Tree[Token], *, after: bool = False) -> list[Target]:
        """Return every target of a ``targets`` tree as absolute addresses.

        With ``after`` the first goes on from what was named before, as the others do.
        """
        found: list[Target] = []
        for each in tree.children:
            if isinstance(each, Tree) and each.data == "target":
                target = self._target(each, self.last if found or after else ())
                self.last = target.paths
                found.append(target)
        return _without_annexes(found)

    def relative(self, tree: Tree[Token], inside: Path) -> list[Step]:
        """Return the new units that an insertion names, as steps inside a container."""
        found: list[Step] = []
        for target in tree.children:
            if isinstance(target, Tree):
                steps = [self._step(each, inside) for each in trees(target)]
                found += steps[-1][0]
        return found

    def holding(self, tree: Tree[Token], inside: Path) -> Path:
        """Return in what the new units are, where that is said of them (``ar 5. panta 2. daļu``).

        Raises Unclear where they are in different ones, or in several.
        """
        outer = {
            tuple(tuple(self._step(each, inside)[0]) for each in trees(target)[:-1])
            for target in tree.children
            if isinstance(target, Tree)
        }
        path = next(iter(outer)) if len(outer) == 1 else None
        if path is None or any(len(steps) != 1 for steps in path):
            raise Unclear
        return tuple(steps[0] for steps in path)

    def _target(self, tree: Tree[Token], before: tuple[Path, ...]) -> Target:
        everywhere = any(
            isinstance(each, Token) and each.type == "ALL"
            for step in trees(tree)
            for each in step.children
        )
        options: list[list[Step]] = []
        cases: frozenset[str] = frozenset()
        outer: Path = ()
        context = before or self.bases or self.last
        for each in tree.children:
            assert isinstance(each, Tree)
            known = outer or (context[0] if context else ())
            steps, cases = self._step(each, known)
            options.append(steps)
            outer = (*outer, steps[0])
        numbered = bool(options[-1][0].number)
        paths = []
        for chosen in product(*options):
            for base in context or ((),):
                path = self._absolute(_nested(chosen), _beside(base) if before else base)
                if path not in paths:
                    paths.append(path)
        return Target(tuple(paths), cases, everywhere, numbered)

    def _absolute(self, path: Path, base: Path) -> Path:
        acts = [step for step in path if step.is_act]
        rest = tuple(step for step in path if not step.is_act)
        if acts and (not rest or all(step.unit == "text" for step in rest)):
            return WHOLE_ACT
        if acts:
            return rest
        first = path[0]
        titled = base == (Step("heading"),) or base == WHOLE_ACT
        if first.unit == "text" and (not base or titled) and len(path) == 1:
            return WHOLE_ACT
        facet = unit_words()[first.unit].facet
        if not first.number and not facet and first.unit != "sentence":
            again = self._named_before(first, base)
            if again:
                return again + path[1:]
        outer = tuple(
            step
            for step in base
            if (step.rank < first.rank and not step.is_act)
            or (step.unit == "intro" and first.unit == "term")
        )
        if first.unit in STANDALONE and "." in first.number:
            outer = tuple(step for step in outer if step.rank < rank("division"))
        return outer + path

    def _named_before(self, step: Step, base: Path) -> Path | None:
        """Return the address of a unit that is named without a number because it was named."""
        for known in (base, *self.last):
            for place, each in enumerate(known):
                if each.unit == step.unit:
                    return known[: place + 1]
        return None

    def _step(self, tree: Tree[Token], outer: Path) -> tuple[list[Step], frozenset[str]]:
        form: UnitForm | None = None
        numbers: list[Token] = []
        names: tuple[str, ...] = ()
        for child in tree.children:
            if isinstance(child, Tree):
                numbers = _flat(child)
            elif child.type == "UNIT":
                form = child.value
            elif child.type == "NAME":
                names = tuple(self.quotes[int(each)].text for each in child.value)
        assert form is not None
        unit = by_name()[unit_words()[form.unit].name]
        if unit == "chapter" and not numbers and names:
            words = names[0].lower()
            for key in ("transitional", "final_provisions"):
                if words in unit_words()[key].forms:
                    return [Step(key)], form.cases
        texts = self._numbers(numbers, unit, outer)
        if not texts:
            return [Step(unit, each) for each in names or (form.number,)], form.cases
        return [Step(unit, text) for text in texts], form.cases

    def _numbers(self, numbers: list[Token], unit: str, outer: Path) -> list[str]:
        in_law = any(
            rank(step.unit) >= SECTION and step.unit in {"section", "part"} for step in outer
        )
        raws = [str(token.value).rstrip(")") for token in numbers if token.type == "NUM"]
        stopped = any(raw.endswith(".") and "." in raw[:-1] for raw in raws)
        found: list[str] = []
        for token in numbers:
            if token.type == "RANGE":
                found += _spread(*token.value)
                continue
            if token.type != "NUM":
                found.append(str(token.value))
                continue
            raw = str(token.value).rstrip(")")
            if stopped and unit in STANDALONE and not in_law and not raw.endswith("."):
                number, changed = as_written(raw), False
                if "." in number:
                    self.remarks.append(f"{raw}: read as {number}., as its neighbour is written")
            else:
                number, changed = repaired(raw, unit, in_law=in_law)
            open_level = unit == "subpoint" and _OPEN_LEVEL.fullmatch(raw)
            if open_level or (unit in {"section", "point"} and len(raw) > 1 and raw.isdigit()):
                self.remarks.append(f"{raw}: the stop is missing, or a superscript was lost")
            if changed:
                self.remarks.append(f"{raw}: the superscript was put back, {number}")
            found.append(number)
        return found


def _flat(tree: Tree[Token]) -> list[Token]:
    found: list[Token] = []
    for child in tree.children:
        if isinstance(child, Tree):
            if child.data == "span":
                ends = [
                    t
                    for t in child.children
                    if isinstance(t, Token) and t.type in {"NUM", "ORDINAL"}
                ]
                first, last = (str(t.value) for t in ends)
                found.append(Token("RANGE", (first, last)))
            else:
                found += _flat(child)
        elif child.type != "SEP":
            found.append(child)
    return found


def _spread(first: str, last: str) -> list[str]:
    """Return every number from one to another, both included, over the last level."""
    start, end = as_written(first.rstrip(")")), as_written(last.rstrip(")"))
    head, _, low = start.rpartition(".")
    _, _, high = end.rpartition(".")
    if not (low.isdigit() and high.isdigit() and int(high) - int(low) < 500):
        return [start, end]
    dot = f"{head}." if head else ""
    return [f"{dot}{n}" for n in range(int(low), int(high) + 1)]


def _beside(base: Path) -> Path:
    """Return what the next of a list goes on from: beside an annex or a chapter, not inside it.

    Of ``III nodaļas nosaukumā un 14. pantā`` and ``IV nodaļu un 45. pantu`` alike the section is
    not said to be in the chapter.
    """
    named = base[:-1] if base and base[-1].unit == "heading" else base
    unit = named[-1].unit if named else ""
    if not unit or not rank("annex") <= rank(unit) < SECTION or unit_words()[unit].facet:
        return base
    return tuple(step for step in base if step.rank < min(rank(unit), rank("division")))


def _without_annexes(found: list[Target]) -> list[Target]:
    """Leave out ``un pielikumos`` after the whole act, which holds them."""
    whole = [each for each in found if each.paths == (WHOLE_ACT,)]
    annexes = [
        each for each in found
        if all(path[0] == Step("annex") and path[-1].unit in {"annex", "text"}
               for path in each.paths)
    ]  # fmt: skip
    return whole if whole and annexes and len(whole) + len(annexes) == len(found) else found


def _nested(steps: tuple[Step, ...]) -> Path:
    """Keep of each outer step only what can hold the next (a point cannot hold an annex)."""
    kept: list[Step] = []
    for step in steps:
        holds = step.is_act or unit_words()[step.unit].facet
        while kept and kept[-1].rank >= step.rank and not holds and kept[-1].unit not in OPEN:
            kept.pop()
        kept.append(step)
    return tuple(kept)
