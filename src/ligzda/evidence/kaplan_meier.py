"""The share still alive after a time, with those who are not followed to the end (Kaplan–Meier).

Estimate and Greenwood's variance are SciPy's (`scipy.stats.ecdf`). Its limits are on the log(−log)
scale (Kalbfleisch and Prentice 2002, p. 18), which never leave [0, 1]; where nothing has happened
yet, or nobody is left, that scale gives none, and the exact binomial limit of those who were
followed so far stands there: of n without an event, the share lies above (α/2)^(1/n).
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class SurvivalPoint:
    """The share alive after a time: estimate, interval, and on how many it rests (at risk)."""

    time: float
    share: float
    lower: float
    upper: float
    at_risk: int


def survival_curve(
    times: Sequence[float],
    events: Sequence[bool],
    at: Sequence[float],
    *,
    confidence: float = 0.95,
) -> list[SurvivalPoint]:
    """Return the curve at some times.

    `times`: how long each was followed; `events`: whether it ended then, or was only not followed
    any further; both of one length. A time after the last that anybody was followed to has no
    point: nothing is known of it. Raises ValueError for what no caller of
    the house can give: other lengths, negative times.
    """
    followed, ended = np.asarray(times, float), np.asarray(events, bool)
    if followed.shape != ended.shape or followed.ndim != 1:
        raise ValueError("times and events are not of one length.")
    if followed.size and not (np.isfinite(followed).all() and followed.min() >= 0):
        raise ValueError("a time is negative or no number.")
    if not followed.size:
        return []
    from scipy import stats  # late: it brings most of SciPy, and the house starts without

    # SciPy's stubs know the limits as numbers; they are functions of time, as the share is.
    found: Any = stats.ecdf(stats.CensoredData.right_censored(followed, ~ended)).sf
    with warnings.catch_warnings():
        # Undefined at 0 and 1: replaced below.
        warnings.simplefilter("ignore", RuntimeWarning)
        limits: Any = found.confidence_interval(confidence, method="log-log")
    half = (1 - confidence) / 2
    points = []
    for time in at:
        if time > followed.max():
            continue
        at_risk = int((followed >= time).sum())
        share = float(found.evaluate(time))
        lower, upper = float(limits.low.evaluate(time)), float(limits.high.evaluate(time))
        if not (ended & (followed <= time)).any():
            lower, upper = half ** (1 / max(at_risk, 1)), 1.0
        elif share == 0:
            lower, upper = 0.0, _last(limits.high.probabilities, 1 - half ** (1 / followed.size))
        points.append(SurvivalPoint(float(time), share, lower, upper, at_risk))
    return points


def _last(limits: np.ndarray, otherwise: float) -> float:
    """Return the last limit that is there: where nobody is left, the one before holds still."""
    there = limits[np.isfinite(limits) & (limits > 0)]
    return float(there[-1]) if there.size else otherwise
