"""How much a test does: what `make test` has time for, or what a night has (`make nightly`).

The checks are the same. A night draws more examples, more seeds and more simulated trials, and so
sees what is rarer. By day the examples are the same in every run: whoever's tests turn red changed
something; the search for what nobody has seen yet is the night's.
"""

import os
from typing import TypeVar

from hypothesis import settings

Amount = TypeVar("Amount")

EFFORT = os.environ.get("LIGZDA_EFFORT", "ci")

# No deadline: no test asserts a time.
settings.register_profile("ci", deadline=None, max_examples=100, print_blob=True, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(EFFORT)


def amount(ci: Amount, *, nightly: Amount) -> Amount:
    """Return how many, or which, for this run."""
    return nightly if EFFORT == "nightly" else ci
