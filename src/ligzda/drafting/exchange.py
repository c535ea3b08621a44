"""Operations in the schema of the corpus: plain dictionaries, and back."""

from __future__ import annotations

from typing import Any

from ligzda.drafting.operations import (
    SHIFT_RULE,
    Action,
    Operation,
    Path,
    Step,
    address,
    path_of,
)

NOT_REPRODUCED = "(not reproduced)"
RULES = frozenset({SHIFT_RULE, "day_after_promulgation", "on_publication"})


def as_row(operation: Operation) -> dict[str, Any]:
    """Return an operation as the corpus writes it; what is empty is left out."""
    row: dict[str, Any] = {"op": str(operation.action)}
    if operation.action is Action.RENUMBER:
        if operation.condition:
            return row | {"rule": operation.condition}
        if _is_range(operation):
            ends = {"range_from": operation.targets, "range_to": operation.destination}
            return row | {key: [address(each[0]), address(each[-1])] for key, each in ends.items()}
        return row | {
            "from": [_steps(path) for path in operation.targets],
            "to": [_steps(path) for path in operation.destination],
        }
    row["targets"] = [_steps(path) for path in operation.targets]
    row["units"] = [str(step) for step in operation.units]
    for key in ("position", "old", "new", "after", "before", "inflect", "scope", "date", "act",
                "by"):  # fmt: skip
        row[key] = getattr(operation, key)
    row["items"] = list(operation.items)
    row["rule" if operation.condition in RULES else "condition"] = operation.condition
    row["inner"] = operation.inner
    if operation.action is Action.CORRECT:
        row["of"] = row.pop("act")
    if not operation.quoted and not operation.new:
        row["new"] = NOT_REPRODUCED
    return {key: value for key, value in row.items() if value not in ("", [], False)}


def from_row(row: dict[str, Any]) -> Operation:
    """Read an operation from the corpus's dictionary."""
    words = {
        key: row[key]
        for key in ("old", "new", "after", "before", "position", "scope", "date", "act", "by")
        if row.get(key)
    }
    if "range_from" in row:
        moved, onto = _ranged(row["range_from"]), _ranged(row["range_to"])
        return Operation(Action(row["op"]), tuple(moved), destination=tuple(onto))
    targets = row.get("targets") or row.get("from") or []
    if "of" in row:
        words["act"] = row["of"]
    return Operation(
        Action(row["op"]),
        tuple(path_of(each) for each in targets),
        tuple(_step(each) for each in row.get("units", ())),
        tuple(path_of(each) for each in row.get("to", ())),
        inflect=bool(row.get("inflect")),
        condition=row.get("rule", row.get("condition", "")),
        inner=bool(row.get("inner")),
        items=tuple(row.get("items", ())),
        **words,
    )


def _is_range(operation: Operation) -> bool:
    """Return whether a renumbering moves three or more units at once (``7.-18. posteni``)."""
    return len(operation.targets) > 2


def _ranged(ends: list[str]) -> list[Path]:
    first, last = (path_of(each) for each in ends)
    low, high = int(first[-1].number), int(last[-1].number)
    return [(*first[:-1], Step(first[-1].unit, str(n))) for n in range(low, high + 1)]


def _steps(path: Path) -> list[str]:
    return [str(step) for step in path]


def _step(text: str) -> Step:
    return path_of([text])[0]
