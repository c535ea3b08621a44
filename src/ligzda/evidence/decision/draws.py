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

from ligzda.evidence.codes import Remark
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError

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
    if isinstance(value, Remark):
        return {"code": value.code.value, "figures": _plain(dict(value.figures))}
    if isinstance(value, np.ndarray | np.generic):
        return _plain(value.tolist())
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        raise DecisionError("to_dict", DecisionFault.DEFECT.of(value=value))
    if is_dataclass(value):
        raise DecisionError("to_dict", DecisionFault.NOT_A_RECORD.of(name=type(value).__name__))
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
        raise DecisionError(name, DecisionFault.NOT_AN_ARRAY) from None
    if array.ndim == 1:
        array = array[:, None]
    if array.ndim != 2:
        raise DecisionError(
            name, DecisionFault.AXES.of(ndim=array.ndim, name=name, column_name=column_name)
        )
    if array.shape[0] < MINIMUM_DRAWS:
        raise DecisionError(
            name,
            DecisionFault.TOO_FEW_DRAWS.of(shape=array.shape[0], minimum_draws=MINIMUM_DRAWS),
        )
    if rows is not None and array.shape[0] != rows:
        raise DecisionError(
            name,
            DecisionFault.OTHER_DRAWS.of(shape=array.shape[0], rows=rows),
        )
    if array.shape[1] == 0 or (columns is not None and array.shape[1] != columns):
        wanted = "at least one" if columns is None else str(columns)
        raise DecisionError(
            name,
            DecisionFault.OTHER_COLUMNS.of(
                shape=array.shape[1], column_name=column_name, wanted=wanted
            ),
        )
    bad = ~np.isfinite(array)
    if bad.any():
        row, column = (int(index) for index in np.argwhere(bad)[0])
        raise DecisionError(
            name,
            DecisionFault.NOT_FINITE_VALUES.of(
                bad=int(bad.sum()), row=row + 1, column_name=column_name, column=column + 1
            ),
        )
    if np.abs(array).max() > LARGEST:
        raise DecisionError(name, DecisionFault.NO_AMOUNT.of(np=np.abs(array).max()))
    return array


def option_names(count: int, names: Sequence[str] | None) -> tuple[str, ...]:
    """Check the options' names, or number them; one alone leaves nothing to choose."""
    if count < 2:
        raise DecisionError(
            "options",
            DecisionFault.ONE_OPTION,
        )
    if names is None:
        return tuple(f"option {index + 1}" for index in range(count))
    if len(names) != count:
        raise DecisionError("options", DecisionFault.NAMES.of(names=len(names), count=count))
    if len(set(names)) != count:
        twice = next(name for name in names if list(names).count(name) > 1)
        raise DecisionError("options", DecisionFault.NAME_TWICE.of(twice=twice))
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
            DecisionFault.NEGATIVE_COST.of(cost=cost[row, column], row=row + 1, column=column + 1),
        )
    return effect, cost


def position(name: str, wanted: str, names: tuple[str, ...]) -> int:
    """Find an option by its name, or refuse with the names there are."""
    if wanted not in names:
        raise DecisionError(name, DecisionFault.NO_OPTION.of(wanted=wanted, names=tuple(names)))
    return names.index(wanted)


def number(name: str, value: float, *, least: float = -math.inf, most: float = math.inf) -> float:
    """Check a finite number between two bounds."""
    if not isinstance(value, int | float | np.integer | np.floating) or not math.isfinite(value):
        raise DecisionError(name, DecisionFault.NOT_A_NUMBER.of(value=repr(value)))
    low, high = max(least, -LARGEST), min(most, LARGEST)
    if not low <= value <= high:
        fault, bound = (DecisionFault.BELOW, low) if value < low else (DecisionFault.ABOVE, high)
        raise DecisionError(name, fault.of(value=float(value), bound=bound))
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
