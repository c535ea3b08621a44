"""Certainty by GRADE: from high downwards, by the last judgement of each domain."""

from collections.abc import Sequence
from dataclasses import dataclass

from ligzda.findings.models import CertaintyRating

LEVELS = ("high", "moderate", "low", "very low")


@dataclass(frozen=True)
class Certainty:
    """How certain: the level, and the judgement that counts in each domain that has one."""

    level: str
    domains: dict[str, CertaintyRating]


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
