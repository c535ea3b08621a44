"""Operation → sentence: the right verb, preposition, case and number for a kind of act.

Laws say ``Izslēgt`` and ``pēc vārda``, Cabinet and municipal regulations ``Svītrot`` and
``aiz vārda``. What is written here reads back as the same operation (`reading`).
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import Any, Literal

from ligzda.drafting.numbers import printed
from ligzda.drafting.operations import Action, Operation, Path, Step
from ligzda.drafting.reading.vocabulary import ordinal
from ligzda.drafting.units import data, unit_words

Kind = Literal["law", "regulation"]
ORDINAL_UNITS = frozenset({"part", "sentence"})
MOST = 29
"""The highest number that is written as a word; beyond it a figure stands."""


@cache
def _texts() -> dict[str, Any]:
    found: dict[str, Any] = data("writing.yaml")
    return found


def write(operation: Operation, kind: Kind = "law") -> str:
    """Return the sentence of an operation, as a point of its own.

    Raises ValueError for an operation that no single sentence says (a correction, a repeal).
    """
    texts = _texts()
    style: dict[str, str] = texts[kind]
    everywhere = operation.scope == "whole_act"
    name = str(operation.action)
    if everywhere and operation.action is Action.INSERT_WORDS:
        name = "insert_everywhere"
    if name not in texts or not (operation.targets or operation.date):
        raise ValueError(f"no sentence is written for {operation.action}")
    local = operation.action in {Action.REPLACE_WORDS, Action.DELETE_WORDS}
    target = _list(operation.targets, "locative" if local else "accusative", kind)
    if everywhere:
        target = style["everywhere"]
    elif operation.scope == "whole_unit":
        target = texts["whole_unit"] + target
    block = operation.action in {
        Action.RESTATE, Action.INSERT_UNIT, Action.INSERT_SENTENCE, Action.INSERT_TEXT,
    }  # fmt: skip
    words: str = texts[name]
    return words.format(
        target=target,
        destination=_list(operation.destination, "accusative", kind),
        units=_units(operation.units),
        new=f'"{operation.new}"' if block else _words(operation.new, "new"),
        old=_words(operation.old, "old"),
        anchor=_anchor(operation, style),
        position=_position(operation.position),
        fresh=texts["fresh"] if operation.new_unit else "",
        inflect=texts["inflect"] if operation.inflect else "",
        delete=style["delete"],
        everywhere=style["everywhere"],
        comes=style["comes"],
        date=_date(operation.date) if operation.date else "",
    ).replace("  ", " ")


def _anchor(operation: Operation, style: dict[str, str]) -> str:
    if operation.after:
        return f"{style['after']} {_words(operation.after, 'anchor')} "
    if operation.before:
        return f"{_texts()['before']} {_words(operation.before, 'anchor')} "
    return ""


def _words(text: str, role: str) -> str:
    """Return quoted words with the noun that says what they are."""
    several = " " in text
    figures, letters = any(c.isdigit() for c in text), any(c.isalpha() for c in text)
    kind = (
        "mixed" if figures and letters else "number" if figures else "words" if several else "word"
    )
    return f'{_texts()["words"][kind][role]} "{text}"'


def _position(position: str) -> str:
    return f"{ordinal(int(position), 'm', 'accusative')} " if position.isdigit() else ""


def _date(iso: str) -> str:
    year, month, day = (int(part) for part in iso.split("-"))
    text: str = _texts()["date"]
    return text.format(year=year, day=day, month=_texts()["months"][month - 1])


# --- addresses


def _list(paths: tuple[Path, ...], case: str, kind: Kind) -> str:
    """Return several addresses; what differs only in its last number shares the unit word."""
    pieces = []
    for (outer, unit), group in groupby(paths, lambda path: (path[:-1], path[-1].unit)):
        steps = [path[-1] for path in group]
        pieces.append(" ".join([*(_outer(step) for step in outer), _last(steps, unit, case, kind)]))
    return _joined(pieces)


def _outer(step: Step) -> str:
    return _step([step], step.unit, "genitive")


def _last(steps: list[Step], unit: str, case: str, kind: Kind) -> str:
    if steps[0].is_act:
        return unit_words()[_texts()[kind]["act"]].form(case)
    if unit in {"legal_basis", "reference"}:
        text: str = _texts()[unit][case]
        return text
    return _step(steps, unit, case)


def _step(steps: list[Step], unit: str, case: str) -> str:
    word = unit_words()[unit]
    numbers = _joined([_number(step, word.gender, case) for step in steps if step.number])
    return f"{numbers} {word.form(case)}".strip()


def _units(steps: tuple[Step, ...]) -> str:
    """Return the new units of an insertion in the accusative."""
    pieces = [
        _step(list(group), unit, "accusative") for unit, group in groupby(steps, lambda s: s.unit)
    ]
    return _joined(pieces)


def _number(step: Step, gender: str, case: str) -> str:
    number = step.number
    if number == "last":
        text: str = _texts()["last"][case]
        return text
    if step.unit in ORDINAL_UNITS and number.isdigit() and 0 < int(number) <= MOST:
        return ordinal(int(number), gender, case)
    if number.isalpha() and number.islower():
        return f'"{number}"'
    if number.isalpha():
        return number
    return printed(number)


def _joined(pieces: list[str]) -> str:
    if len(pieces) < 2:
        return "".join(pieces)
    return f"{', '.join(pieces[:-1])} {_texts()['and']} {pieces[-1]}"
