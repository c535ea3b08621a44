"""Certainty by GRADE: from high downwards, by the last judgement of each domain.

What can be computed is: imprecision from the interval against the smallest difference that
matters, inconsistency from the number of places a model was tried in, publication bias from the
outcomes that the plan registers. Risk of bias and indirectness are started from the fidelity and
wait for a person. Guyatt et al. (2008, BMJ 336:924); Core GRADE (2024–25).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from ligzda.findings.models import CertaintyRating, Claim, EvaluationRun
from ligzda.kernel.texts import Text
from ligzda.languages import CODES

LEVELS = ("high", "moderate", "low", "very low")


@dataclass(frozen=True)
class Certainty:
    """How certain: the level, and the judgement that counts in each domain that has one."""

    level: str
    domains: dict[str, CertaintyRating]


@dataclass(frozen=True)
class Judgement:
    """What is computed of a domain: how many levels down, and why, in each language."""

    domain: str
    steps: int
    why: Text


def certainty(ratings: Sequence[CertaintyRating]) -> Certainty:
    """Return the certainty of a claim of a randomised trial by its ratings, oldest first.

    A person's judgement counts before a computed one. Where nothing was judged the level is “”.
    """
    counts: dict[str, CertaintyRating] = {}
    for rating in ratings:
        there = counts.get(rating.domain)
        if there is None or rating.by_id is not None or there.by_id is None:
            counts[rating.domain] = rating
    down = sum(rating.steps for rating in counts.values())
    return Certainty(LEVELS[min(down, 3)] if counts else "", counts)


def judgements(claim: Claim, run: EvaluationRun) -> list[Judgement]:
    """Return what can be computed of a claim's certainty."""
    found = [_imprecision(claim)]
    if claim.predicate.startswith("factor("):
        # A factor is compared over all places; a model stands in one of them.
        found.append(Judgement("inconsistency", 0, _each(_several_places)))
    else:
        found.append(Judgement("inconsistency", 1, _each(_one_place)))
    found.append(Judgement("publication bias", 0, _each(_registered)))
    return found


def _imprecision(claim: Claim) -> Judgement:
    """Count what the 95 % interval spans: the difference that matters, 0, its opposite."""
    effect = claim.computed.get("effect")
    if not effect:
        close = abs(claim.computed["measure"] - claim.computed["threshold"])
        wide = close <= claim.computed["error"]
        return Judgement("imprecision", 1 if wide else 0, _each(_close if wide else _clear))
    _mean, lower, upper = effect
    by = _by(claim.predicate)
    crossed = sum(lower < edge < upper for edge in {by, -by, 0.0})
    steps = min(crossed, 2)
    return Judgement("imprecision", steps, _each((_clear, _crosses, _crosses_several)[steps]))


def _by(predicate: str) -> float:
    _before, found, rest = predicate.partition("by: ")
    return float(rest.split()[0]) if found else 0.0


def _each(say: Callable[[], str]) -> Text:
    said: dict[str, str] = {}
    for code in CODES:
        with override(code):
            said[code] = say()
    return Text(said)


def _several_places() -> str:
    return _("The factor is compared over all incubators.")


def _one_place() -> str:
    return _("The model was run in one place: how it differs between places cannot be assessed.")


def _registered() -> str:
    return _("The outcome is registered in the plan, and its result is shown whatever it is.")


def _close() -> str:
    return _("The measure lies within the engine's own error of the threshold.")


def _clear() -> str:
    return _("The interval leaves out every difference at which the decision would change.")


def _crosses() -> str:
    return _("The 95% interval spans one difference at which the decision would change.")


def _crosses_several() -> str:
    return _("The 95% interval spans several differences at which the decision would change.")
