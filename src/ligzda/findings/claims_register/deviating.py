"""Deviations from the plan that take support from a claim.

Who records a deviation names the claims that it touches, by their numbers; once another person has
approved it, a claim that it touches is no longer supported until somebody has looked, unless no
bias is expected.
"""

import re
from collections.abc import Sequence

from ligzda.findings.claims.lifecycle import State
from ligzda.findings.models import Claim
from ligzda.trial.registry.models import Deviation
from ligzda.trial.registry.queries import standing_deviations

NUMBERS = re.compile(r"\s*\d{1,4}(\s*,\s*\d{1,4})*\s*", re.ASCII)


def approved() -> list[Deviation]:
    """Return the approved deviations, as they stand, that name any claim."""
    return list(standing_deviations().filter(approved_at__isnull=False).exclude(claims=""))


def touching(claim: Claim, rows: Sequence[Deviation]) -> list[Deviation]:
    """Return those that name a claim by its number."""
    return [row for row in rows if claim.number in named(row.claims)]


def named(text: str) -> set[int]:
    """Return the numbers in a list of them; none in a text that says more, like “H1, 12 months”."""
    return {int(one) for one in text.split(",")} if NUMBERS.fullmatch(text) else set()


def takes_support(claim: Claim, rows: Sequence[Deviation]) -> bool:
    """Whether a deviation was approved since a claim became supported, and bias is expected."""
    found = [row for row in touching(claim, rows) if row.bias != Deviation.Bias.NONE]
    turn = claim.turns.filter(after=State.SUPPORTED.value).last() if found else None
    return turn is not None and any(row.approved_at and row.approved_at >= turn.at for row in found)
