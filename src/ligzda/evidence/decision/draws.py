"""Posterior draws as this room takes them, and the two ways in which it gives numbers back.

Draws come as plain arrays whose first axis is the draw: row *s* of every array belongs to the same
joint draw. A number that describes the world goes back as an `Interval` over the draws; a number
that the draws only approximate goes back as a `MonteCarlo` value with its standard error.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.errors import DecisionError

Floats = npt.NDArray[np.float64]

#: Below this a 95 % limit rests on two or three draws, so nothing is reported at all.
MINIMUM_DRAWS = 100

#: No amount of anything is larger; squares of products of two such numbers still are numbers.
LARGEST = 1e50


class Record:
    """A frozen result that can say itself in plain Python values."""

    def to_dict(self) -> dict[str, Any]:
        """Return everything in full precision and JSON-ready; what is undefined is ``None``."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, np.ndarray | np.generic):
        return _plain(value.tolist())
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        raise DecisionError(
            "to_dict", f"the result holds {value}, which is a defect of the engine."
        )
    if is_dataclass(value):
        raise DecisionError("to_dict", f"{type(value).__name__} is not a record.")
    return value


@dataclass(frozen=True)
class Interval(Record):
    """Mean, SD, median and the equal-tailed 95 % and 80 % limits of a quantity over the draws."""

    mean: float
    sd: float
    lower: float
    median: float
    upper: float
    lower80: float
    upper80: float

    @classmethod
    def of(cls, draws: Floats) -> Interval:
        """Summarise a vector of draws."""
        return intervals(draws[:, None])[0]


def intervals(draws: Floats) -> tuple[Interval, ...]:
    """Summarise every column of ``draws[draw, column]``."""
    lower, lower80, median, upper80, upper = np.quantile(
        draws, [0.025, 0.1, 0.5, 0.9, 0.975], axis=0
    )
    mean, sd = draws.mean(axis=0), draws.std(axis=0, ddof=1)
    return tuple(
        Interval(
            *(float(column[j]) for column in (mean, sd, lower, median, upper, lower80, upper80))
        )
        for j in range(draws.shape[1])
    )


@dataclass(frozen=True)
class MonteCarlo(Record):
    """A quantity computed from finitely many draws, with its Monte Carlo standard error.

    ``bias`` is what the estimator is reckoned to be wrong by on average because the draws are
    finitely many. It is already taken off where ``corrected``; elsewhere it is only stated.
    """

    value: float
    se: float
    bias: float
    corrected: bool
    draws: int


def matrix(
    name: str,
    values: npt.ArrayLike,
    *,
    columns: int | None = None,
    rows: int | None = None,
    column_name: str = "option",
) -> Floats:
    """Check ``values[draw, column]`` and return it as floats; a vector is one column.

    Raises `DecisionError` where a value is missing or infinite (naming the first such cell), where
    there are fewer than `MINIMUM_DRAWS` draws, or where the shape does not fit.
    """
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        raise DecisionError(name, "is not an array of numbers.") from None
    if array.ndim == 1:
        array = array[:, None]
    if array.ndim != 2:
        raise DecisionError(
            name, f"has {array.ndim} axes.", f"It must be {name}[draw, {column_name}]."
        )
    if array.shape[0] < MINIMUM_DRAWS:
        raise DecisionError(
            name,
            f"has {array.shape[0]} draw(s), from which no uncertainty can be told.",
            f"Give at least {MINIMUM_DRAWS} joint draws (rows).",
        )
    if rows is not None and array.shape[0] != rows:
        raise DecisionError(
            name,
            f"has {array.shape[0]} draws where the other arrays have {rows}.",
            "Rows are joint draws: draws of separate models go through `pair` first.",
        )
    if array.shape[1] == 0 or (columns is not None and array.shape[1] != columns):
        wanted = "at least one" if columns is None else str(columns)
        raise DecisionError(name, f"has {array.shape[1]} {column_name} column(s), not {wanted}.")
    bad = ~np.isfinite(array)
    if bad.any():
        row, column = (int(index) for index in np.argwhere(bad)[0])
        raise DecisionError(
            name,
            f"{int(bad.sum())} value(s) are missing or infinite, the first in draw {row + 1}, "
            f"{column_name} {column + 1}.",
            "Leave out what could not be estimated instead of passing it on.",
        )
    if np.abs(array).max() > LARGEST:
        raise DecisionError(name, f"holds {np.abs(array).max():.3g}, which is no amount.")
    return array


def option_names(count: int, names: Sequence[str] | None) -> tuple[str, ...]:
    """Check the options' names, or number them; one alone leaves nothing to choose."""
    if count < 2:
        raise DecisionError(
            "options",
            "there is only one, so there is nothing to decide.",
            "“As it is today” is an option too: give it a column.",
        )
    if names is None:
        return tuple(f"option {index + 1}" for index in range(count))
    if len(names) != count:
        raise DecisionError("options", f"{len(names)} names for {count} columns.")
    if len(set(names)) != count:
        twice = next(name for name in names if list(names).count(name) > 1)
        raise DecisionError("options", f"the name “{twice}” stands there twice.")
    return tuple(str(name) for name in names)


def effects_and_costs(
    effects: npt.ArrayLike, costs: npt.ArrayLike, *, net_costs: bool = False
) -> tuple[Floats, Floats]:
    """Check two arrays of one shape ``[draw, option]``; a cost below 0 is refused unless it is net.

    Costs from which savings were already taken off may be negative: say so with ``net_costs``.
    """
    effect = matrix("effects", effects)
    cost = matrix("costs", costs, columns=effect.shape[1], rows=effect.shape[0])
    if not net_costs and (cost < 0).any():
        row, column = (int(index) for index in np.argwhere(cost < 0)[0])
        raise DecisionError(
            "costs",
            f"{cost[row, column]:.2f} EUR in draw {row + 1}, option {column + 1}: a cost cannot be "
            "negative.",
            "If savings were already taken off, say net_costs=True.",
        )
    return effect, cost


def position(name: str, wanted: str, names: tuple[str, ...]) -> int:
    """Find an option by its name, or refuse with the names there are."""
    if wanted not in names:
        raise DecisionError(name, f"“{wanted}” is no option.", f"There are: {', '.join(names)}.")
    return names.index(wanted)


def number(name: str, value: float, *, least: float = -math.inf, most: float = math.inf) -> float:
    """Check a finite number between two bounds."""
    if not isinstance(value, int | float | np.integer | np.floating) or not math.isfinite(value):
        raise DecisionError(name, f"{value!r} is not a finite number.")
    low, high = max(least, -LARGEST), min(most, LARGEST)
    if not low <= value <= high:
        bounds = f"at least {low:g}" if value < low else f"at most {high:g}"
        raise DecisionError(name, f"{value:g} is out of range.", f"It must be {bounds}.")
    return float(value)


def stream(purpose: str, seed: int) -> np.random.Generator:
    """Return random numbers for one purpose.

    The purpose is part of the seed: whoever made the draws with ``default_rng(1)`` and leaves the
    seed here at 1 would otherwise get noise that is identical to the draws.
    """
    return np.random.default_rng([seed, *purpose.encode()])


def shares_of_best(values: Floats) -> Floats:
    """Return for ``values[draw, option]`` who is best in a draw; ties share the draw equally."""
    best: npt.NDArray[np.bool_] = values == values.max(axis=1, keepdims=True)
    shares: Floats = best / best.sum(axis=1, keepdims=True)
    return shares
