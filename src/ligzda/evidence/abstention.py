"""May anything be said of a municipality that was not in the trial? Distance, gates, abstention.

The guard is the convex hull of the trial's municipalities in *registered* moderators, two or three
at most, in SDs over all municipalities of the country. A linear model is confident where it
extrapolates, so its own interval cannot be the guard. Nearest point and weights come from one
non-negative least-squares problem (Lawson & Hanson 1974, chapter 23): of all weights that reach the
place, those of least square, whose effective number 1 / Σw² is the largest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.optimize import nnls

from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.errors import DesignError
from ligzda.evidence.tables import Floats

SPEAK, REFUSE = 0.5, 1.0
"""Distances, in national SDs: up to the first it speaks, beyond the second it refuses."""
MODERATORS = 3
"""The most: a random municipality lies in the hull of nine with .79, .45, .17, .05 for 1 to 4."""
_WEIGHT = 1e4
"""How much more the place counts than the size of the weights."""


class Answer(StrEnum):
    """What is done for a place."""

    SPEAK = "speak"
    WARN = "warn"
    REFUSE = "refuse"


class Abstained(Code):
    """Why nothing, or only little, is said of a place."""

    MISSING = "missing", "“{name}” of this municipality is not known.", "Give it."
    NEVER_TRIED = (
        "never-tried",
        "“{name}” is “{value}”, which no municipality of the trial had.",
    )
    FAR = (
        "far",
        "The municipality lies {q:.1f} SD away from those of the trial, mostly by “{name}”.",
    )
    TOO_MANY = (
        "too-many-moderators",
        "{count} moderators are too many for {sites} municipalities.",
        "Register at most {most}.",
    )
    NO_SPREAD = (
        "no-spread",
        "the moderator does not differ between municipalities.",
        "Leave it out.",
    )


@dataclass(frozen=True)
class Reach:
    """How a place stands to the trial.

    `q`: distance to the hull in national SDs (None where a moderator is missing); `odd`: the
    moderator that it differs in most; `nearest`: the trial's places by distance; `weights`: those
    of the places whose mixture comes nearest, `effective` their effective number.
    """

    answer: Answer
    q: float | None
    reasons: tuple[Remark, ...]
    odd: str = ""
    nearest: tuple[tuple[str, float], ...] = ()
    weights: Mapping[str, float] | None = None
    effective: float | None = None


@dataclass(frozen=True, eq=False)
class Trial:
    """The trial's places: `values` (place, moderator), `national` SDs, categories ever tried."""

    places: tuple[str, ...]
    moderators: tuple[str, ...]
    values: Floats
    national: Floats
    tried: Mapping[str, frozenset[str]]

    def nearest_within(self, found: Reach) -> Floats:
        """Return the moderators (d,) of the point of the hull that is nearest to a place.

        Beyond the hull nobody knows whether what a moderator does goes on or stops. A prediction
        is to be the mixture, with even odds, of that at the place and that at this point: it is
        wider where the two differ, and as it was where the place lies inside.
        """
        weights = found.weights or {}
        return np.array([weights.get(place, 0.0) for place in self.places]) @ self.values

    def __post_init__(self) -> None:
        if len(self.moderators) > MODERATORS:
            said = Abstained.TOO_MANY.of(
                count=len(self.moderators), sites=len(self.places), most=MODERATORS
            )
            raise DesignError("moderators", said)
        for name, sd in zip(self.moderators, self.national, strict=True):
            if not (math.isfinite(sd) and sd > 0):
                raise DesignError(name, Abstained.NO_SPREAD)


def national_sds(values: Floats) -> Floats:
    """Return the SD of each column over all municipalities, those without a value left out."""
    return np.asarray(np.nanstd(values, axis=0, ddof=1))


def hull_weights(points: Floats, place: Floats) -> Floats:
    """Return weights (≥ 0, sum 1) of the mixture of `points` (n, d) that is nearest to a place.

    Of several such mixtures the one of least Σw², up to about 10⁻⁸.
    """
    count = len(points)
    rows = np.vstack([_WEIGHT * (points - place).T, _WEIGHT * np.ones((1, count)), np.eye(count)])
    target = np.zeros(len(rows))
    target[points.shape[1]] = _WEIGHT
    found, _ = nnls(rows, target)
    return np.asarray(found / found.sum())


def reach(
    trial: Trial, values: Mapping[str, float | None], categories: Mapping[str, str | None]
) -> Reach:
    """Say whether the trial reaches a place, by its moderators and its categories."""
    reasons = [
        Abstained.MISSING.of(name=name)
        for name, value in (
            *((name, values.get(name)) for name in trial.moderators),
            *((name, categories.get(name)) for name in trial.tried),
        )
        if value is None or (isinstance(value, float) and not math.isfinite(value))
    ]
    if reasons:
        return Reach(Answer.REFUSE, None, tuple(reasons))
    for name, seen in trial.tried.items():
        if categories[name] not in seen:
            reasons.append(Abstained.NEVER_TRIED.of(name=name, value=str(categories[name])))
    points = trial.values / trial.national
    place = np.array([values[name] for name in trial.moderators], dtype=float) / trial.national
    weights = hull_weights(points, place)
    away = place - weights @ points
    q = float(np.linalg.norm(away))
    odd = trial.moderators[int(np.argmax(np.abs(away)))] if q > 1e-6 else ""
    if q > SPEAK:
        reasons.append(Abstained.FAR.of(q=q, name=odd))
    never = any(reason.code is Abstained.NEVER_TRIED for reason in reasons)
    answer = Answer.REFUSE if never or q > REFUSE else Answer.WARN if q > SPEAK else Answer.SPEAK
    distances = np.linalg.norm(points - place, axis=1)
    order = np.argsort(distances, kind="stable")
    return Reach(
        answer,
        q,
        tuple(reasons),
        odd,
        tuple((trial.places[i], float(distances[i])) for i in order),
        dict(zip(trial.places, map(float, weights), strict=True)),
        float(1 / (weights**2).sum()),
    )


def held_in(lower: Sequence[float], upper: Sequence[float], found: Sequence[float]) -> int:
    """Count left-out places whose interval held what was found: "in x of nine", no guarantee."""
    return sum(low <= one <= up for low, one, up in zip(lower, found, upper, strict=True))
