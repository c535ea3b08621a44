"""Typed operations: what an amending sentence does, after LawVM's record.

An operation is complete in itself: after reading nothing is guessed again. Addresses are paths of
(unit, number) from the outside in, the last step may be a facet (heading, intro, sentence n, text,
penalty, legal basis). Effects in time stand apart from changes of text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ligzda.drafting.units import by_name, rank, unit_words


class Action(StrEnum):
    """What is done; the values are those of the exchange schema."""

    RESTATE = "restate"
    INSERT_UNIT = "insert_unit"
    INSERT_SENTENCE = "insert_sentence"
    INSERT_WORDS = "insert_words"
    INSERT_TEXT = "insert_text"
    REPLACE_WORDS = "replace_words"
    DELETE_WORDS = "delete_words"
    DELETE_UNIT = "delete_unit"
    RENUMBER = "renumber"
    REPLACE_ANNEX = "replace_annex"
    COMMENCE = "enter_into_force"
    COMMENCE_PART = "enter_into_force_part"
    APPLY = "applicability"
    REPEAL = "repeal_act"
    CORRECT = "correction"


EFFECTS = frozenset(
    {Action.COMMENCE, Action.COMMENCE_PART, Action.APPLY, Action.REPEAL, Action.CORRECT}
)


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One step of an address: a unit and its number (empty where it has none)."""

    unit: str
    number: str = ""

    @property
    def rank(self) -> int:
        """How far out the unit stands."""
        return rank(self.unit)

    @property
    def is_act(self) -> bool:
        """Whether the whole act is meant."""
        return unit_words()[self.unit].of_act

    def __str__(self) -> str:
        name = unit_words()[self.unit].name
        return f"{name}:{self.number}" if self.number else name


Path = tuple[Step, ...]
WHOLE_ACT: Path = (Step("act"),)


def address(path: Path) -> str:
    """Return a path as text: ``pants:9/daļa:1``."""
    return "/".join(map(str, path))


def path_of(text: str | list[str]) -> Path:
    """Read an address, ``pants:9/daļa:1`` or the list of its steps."""
    steps = text.split("/") if isinstance(text, str) else text
    found = []
    for each in steps:
        name, _, number = each.partition(":")
        found.append(Step(by_name()[name], number))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Operation:
    """One change, or one effect in time.

    ``targets`` are addresses in the act that is amended. ``units`` are the new units of an
    insertion, ``destination`` the new addresses of a renumbering. ``after`` and ``before`` anchor
    words. ``quoted`` is False where the sentence breaks off before its quotation. ``source`` is the
    span of characters in the text that was read, ``rule`` the rule of the grammar that read it.
    """

    action: Action
    targets: tuple[Path, ...] = ()
    units: tuple[Step, ...] = ()
    destination: tuple[Path, ...] = ()
    old: str = ""
    new: str = ""
    after: str = ""
    before: str = ""
    position: str = ""
    inflect: bool = False
    scope: str = ""
    date: str = ""
    condition: str = ""
    act: str = ""
    by: str = ""
    items: tuple[str, ...] = ()
    quoted: bool = True
    new_unit: bool = False
    inner: bool = False
    rule: str = field(default="", compare=False)
    source: tuple[int, int] = field(default=(0, 0), compare=False)
    remarks: tuple[str, ...] = field(default=(), compare=False)

    def at(self, **changes: object) -> Operation:
        """Return the operation with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def changes_text(self) -> bool:
        """Whether it changes the act's text (and is not an effect in time)."""
        return self.action not in EFFECTS


SHIFT_RULE = "shift following items by one"
