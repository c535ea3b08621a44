"""From what `ligzda evaluate --json` (or `decide --json`) gives to the one number a claim needs.

Each measure comes with how far the engine may be off in it: twice what its own checks say of mean
and SD, carried to the probability by the normal density; two Monte Carlo errors of the fewest
effective draws that the engine accepts, where draws made it; and, where a probability is read off
the summary of a posterior, the difference of two ways of reading. Such an error is a bound for the
verdict, not an interval.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.special import ndtr

from ligzda.findings.claims.faults import ClaimError, ClaimFault
from ligzda.findings.claims.predicates import (
    Best,
    CannotSay,
    Comparison,
    Equivalence,
    FactorEffect,
    Harm,
    Predicate,
    Regret,
    Survival,
    Worthwhile,
)
from ligzda.findings.claims.registry import Outcome, Registry, units

DRAWS = 4000
"""Effective draws below which the engine does not call a result good."""
Z = {"lower": -1.959964, "lower80": -1.281552, "median": 0.0, "upper80": 1.281552,
     "upper": 1.959964}  # fmt: skip
ROUNDING = 1e-9
"""Below this two amounts are one: an amount in percentage points is no float of the engine."""


@dataclass(frozen=True)
class Interval:
    """An effect with its 95 % limits, in the unit of the outcome."""

    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Computed:
    """What a claim is judged by: a probability, or an amount in the unit of the outcome.

    `error`: what the engine may be off by. `trusted`: whether it calls its own result good.
    """

    measure: float
    error: float
    effect: Interval | None = None
    trusted: bool = True


def measured(predicate: Predicate, evaluation: Mapping[str, Any], registry: Registry) -> Computed:
    """Return the measure of a predicate. Raises ClaimError where the evaluation has it not."""
    outcome = registry.outcome(getattr(predicate, "outcome"))  # noqa: B009 - every kind has one
    if isinstance(predicate, Survival):
        return _survival(predicate, evaluation)
    if isinstance(predicate, Worthwhile):
        return _worthwhile(predicate, evaluation)
    found = evaluation.get("evaluation", evaluation)
    if "outcome" not in found or "diagnosis" not in found:
        raise ClaimError("evaluation", _no_part("evaluation", "ligzda evaluate --json"))
    _check_outcome(found["outcome"], outcome)
    if isinstance(predicate, Best | Regret):
        return _ranked(predicate, found, outcome)
    if isinstance(predicate, Comparison) and not predicate.by.amount and found.get("league"):
        return _league(predicate, found, outcome)
    if isinstance(predicate, FactorEffect):
        contrast, sign = _contrast(found, predicate.level, predicate.over, predicate.factor)
    else:
        model, versus = predicate.models
        contrast, sign = _contrast(found, model, versus)
    return _difference(predicate, found, contrast, sign, outcome)


def share_above(summary: Mapping[str, float], value: float) -> tuple[float, float]:
    """Return P(quantity ≥ value) off the summary of a posterior, and how far that may be off.

    Straight lines between the five reported quantiles on the normal scale; the other way, whose
    difference is the second number, takes mean and SD of a normal.
    """
    points = [(summary[name], z) for name, z in Z.items()]
    ends = [point for point, _ in points]
    if summary["sd"] <= 0 or any(b <= a for a, b in pairwise(ends)):
        return float(summary["mean"] >= value), 0.0
    if value <= ends[0]:
        z = Z["lower"] + (value - ends[0]) * (Z["lower80"] - Z["lower"]) / (ends[1] - ends[0])
    elif value >= ends[-1]:
        z = Z["upper"] + (value - ends[-1]) * (Z["upper"] - Z["upper80"]) / (ends[-1] - ends[-2])
    else:
        z = float(np.interp(value, ends, list(Z.values())))
    normal = float(ndtr((summary["mean"] - value) / summary["sd"]))
    return float(ndtr(-z)), abs(float(ndtr(-z)) - normal)


def _difference(
    predicate: Predicate,
    found: Mapping[str, Any],
    contrast: Mapping[str, Any],
    sign: float,
    outcome: Outcome,
) -> Computed:
    size, diagnosis = units()[outcome.unit].size, found["diagnosis"]
    drawn = contrast["probability"] is not None
    given = contrast["probability"] or contrast["link"]
    summary = given if sign > 0 else _turned(given)
    effect = Interval(*(summary[key] / size for key in ("mean", "lower", "upper")))
    good = bool(diagnosis["good"])
    if isinstance(predicate, CannotSay):
        off = 2 * _worst(diagnosis, 2) * summary["sd"] / size
        return Computed(effect.upper - effect.lower, 2 * off, effect, good)
    better = 1.0 if outcome.better == "higher" else -1.0
    by = getattr(predicate, "by")  # noqa: B009 - the kinds that are left have it
    mid = float(by.amount) * size
    if isinstance(predicate, Equivalence):
        (above, one), (beyond, two) = share_above(summary, -mid), share_above(summary, mid)
        p, off = max(above - beyond, 0.0), one + two
        places = [-mid, mid]
    else:
        direction = -better if isinstance(predicate, Harm) else better
        towards = summary if direction > 0 else _turned(summary)
        p, off = _exact(contrast, sign, direction, mid, better) or share_above(towards, mid)
        places = [mid if direction > 0 else -mid]
    return Computed(p, off + _engine(diagnosis, summary, places, p, drawn), effect, good)


def _exact(
    contrast: Mapping[str, Any], sign: float, direction: float, mid: float, better: float
) -> tuple[float, float] | None:
    """Return the engine's own probability where it has that very one: of 0, and of its MID."""
    if mid == 0:
        p = contrast["p_positive"]
        return (p if sign * direction > 0 else 1 - p), 0.0
    own = contrast["mid"]
    if own is not None and abs(own - mid) < ROUNDING and sign > 0 and direction == better:
        return contrast["p_above_mid"], 0.0
    return None


def _engine(
    diagnosis: Mapping[str, Any],
    summary: Mapping[str, float],
    places: Sequence[float],
    p: float,
    drawn: bool,
) -> float:
    """Return how far the engine may be off in a probability."""
    mean, sd = 2 * _worst(diagnosis, 0), 2 * _worst(diagnosis, 1)
    total = monte_carlo(p, DRAWS) if drawn else 0.0
    for place in places:
        z = abs(place - summary["mean"]) / max(summary["sd"], 1e-300)
        total += math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * (mean + min(z, 10.0) * sd)
    return total


def monte_carlo(p: float, draws: int) -> float:
    """Return two Monte Carlo errors of a share; never 0, as no draw excludes what it did not see.

    The share is taken by Agresti and Coull (1998, *The American Statistician* 52:119–126).
    """
    share = (p * draws + 2) / (draws + 4)
    return 2 * math.sqrt(share * (1 - share) / (draws + 4))


def _worst(diagnosis: Mapping[str, Any], which: int) -> float:
    """Return the larger of what two checks say of the error: of a mean, an SD, a limit."""
    name = ("mean_error", "sd_error", "limit_error")[which]
    checked = (diagnosis.get(name) or 0.0) + (diagnosis.get(f"{name}_mcse") or 0.0)
    hyper = diagnosis.get("hyper_error")
    return float(max(checked, hyper[which] if hyper else 0.0))


def _turned(summary: Mapping[str, Any]) -> dict[str, float]:
    pairs = {"lower": "upper", "lower80": "upper80", "upper": "lower", "upper80": "lower80"}
    names = ("mean", *Z)
    return {name: -summary[pairs.get(name, name)] for name in names} | {"sd": summary["sd"]}


def _contrast(
    found: Mapping[str, Any], level: str, versus: str, column: str = ""
) -> tuple[Mapping[str, Any], float]:
    """Return the contrast of two levels, and −1 where it was registered the other way round."""
    registered = {each["name"]: each for each in found.get("plan", {}).get("contrasts", ())}
    for contrast in found["contrasts"]:
        if column and contrast["link"]["term"] != column:
            continue
        # A plan may call its contrast by words: then its levels tell which one it is.
        plan = registered.get(contrast["name"], {})
        named = plan.get("level"), plan.get("versus")
        for one, other, sign in ((level, versus, 1.0), (versus, level, -1.0)):
            if contrast["name"] == f"{one} − {other}" or named == (one, other):
                return contrast, sign
    there = ", ".join(contrast["name"] for contrast in found["contrasts"]) or "–"
    said = ClaimFault.NOT_EVALUATED.of(name=f"{level} − {versus}", there=there)
    raise ClaimError(column or "model", said)


def _ranked(predicate: Best | Regret, found: Mapping[str, Any], outcome: Outcome) -> Computed:
    ranks = found.get("ranks")
    if not ranks:
        raise ClaimError("evaluation", _no_part("ranks", "ligzda evaluate --json"))
    labels = list(ranks["labels"])
    if set(labels) != set(predicate.among):
        said = ClaimFault.NOT_EVALUATED.of(
            name=", ".join(predicate.among), there=", ".join(sorted(labels))
        )
        raise ClaimError("among", said)
    place, diagnosis = labels.index(predicate.model), found["diagnosis"]
    p, good = ranks["p_best"][place], bool(diagnosis["good"])
    if isinstance(predicate, Best):
        off = monte_carlo(p, DRAWS) + 0.8 * _worst(diagnosis, 0)
        return Computed(p, off, trusted=good)
    size = units()[outcome.unit].size
    regret = ranks["expected_regret"][place] / size
    # As if exponential where it is not 0: E = q·m and SD = E·√(2/q − 1), q = P(not best).
    spread = math.sqrt(max(2 / max(1 - p, 1 / DRAWS) - 1, 1.0))
    return Computed(regret, 2 * regret * spread / math.sqrt(DRAWS), trusted=good)


def _league(predicate: Comparison, found: Mapping[str, Any], outcome: Outcome) -> Computed:
    """Return P(one model better than another) off the table of all pairs, on the scale of the link.

    The two halves of its 95 % interval give two SDs of a normal; what they differ by is the error.
    """
    league, diagnosis = found["league"], found["diagnosis"]
    labels = list(league["labels"])
    for name in (predicate.model, predicate.other):
        if name not in labels:
            said = ClaimFault.NOT_EVALUATED.of(name=name, there=", ".join(labels))
            raise ClaimError("model", said)
    row, column = labels.index(predicate.model), labels.index(predicate.other)
    mean, lower, upper = (league[key][row][column] for key in ("mean", "lower", "upper"))
    if outcome.better == "lower":
        mean, lower, upper = -mean, -upper, -lower
    sd = max((upper - lower) / (2 * Z["upper"]), 1e-12)
    ways = [float(ndtr(mean * Z["upper"] / max(half, 1e-12)))
            for half in (mean - lower, upper - mean)]  # fmt: skip
    p = float(ndtr(mean / sd))
    summary = {"mean": mean, "sd": sd}
    off = max(abs(way - p) for way in ways) + _engine(diagnosis, summary, [0.0], p, drawn=True)
    return Computed(p, off, trusted=bool(diagnosis["good"]))


def _worthwhile(predicate: Worthwhile, given: Mapping[str, Any]) -> Computed:
    benefit = (given.get("decision") or {}).get("benefit")
    if not benefit:
        raise ClaimError("evaluation", _no_part("benefit", "ligzda decide --json"))
    price = float(predicate.price.amount)
    same = abs(benefit["willingness"] - price) < ROUNDING
    if benefit["reference"] != predicate.versus or not same:
        there = f"{benefit['reference']}, {benefit['willingness']:g}"
        said = ClaimFault.NOT_EVALUATED.of(name=f"{predicate.versus}, {price:g}", there=there)
        raise ClaimError("price", said)
    for row in benefit["options"]:
        if row["option"] == predicate.model:
            p, more = row["p_above_reference"], row["increment"]
            effect = Interval(more["mean"], more["lower"], more["upper"])
            return Computed(p, monte_carlo(p, given["decision"]["draws"]), effect)
    there = ", ".join(row["option"] for row in benefit["options"])
    raise ClaimError("model", ClaimFault.NOT_EVALUATED.of(name=predicate.model, there=there))


def _survival(predicate: Survival, given: Mapping[str, Any]) -> Computed:
    """Read a point of a survival curve; normal on the log(−log) scale, as its limits are."""
    rows: Sequence[Mapping[str, Any]] = given.get("survival_curve", ())
    for row in rows:
        if row["arm"] == predicate.model and row["time"] == float(predicate.after.amount):
            share, lower, upper = row["share"], row["lower"], row["upper"]
            effect = Interval(100 * share, 100 * lower, 100 * upper)
            asked = float(predicate.share.amount) / 100
            ends = [_loglog(each) for each in (lower, share, upper, asked)]
            sd = max((ends[0] - ends[2]) / (2 * Z["upper"]), 1e-12)
            return Computed(float(ndtr((ends[3] - ends[1]) / sd)), 0.0, effect)
    there = ", ".join(f"{row['arm']} {row['time']:g}" for row in rows) or "–"
    name = f"{predicate.model} {predicate.after}"
    raise ClaimError("model", ClaimFault.NOT_EVALUATED.of(name=name, there=there))


def _loglog(share: float) -> float:
    return math.log(-math.log(min(max(share, 1e-9), 1 - 1e-9)))


def _check_outcome(found: Mapping[str, Any], outcome: Outcome) -> None:
    wanted = outcome.evaluated_as or outcome.code
    if found["name"] != wanted:
        said = ClaimFault.OTHER_OUTCOME.of(found=found["name"], wanted=wanted)
        raise ClaimError("outcome", said)
    if found["better"] != outcome.better:
        said = ClaimFault.OTHER_DIRECTION.of(found=found["better"], wanted=outcome.better)
        raise ClaimError("outcome", said)


def _no_part(part: str, command: str) -> Any:
    return ClaimFault.NO_PART.of(part=part, command=command)
