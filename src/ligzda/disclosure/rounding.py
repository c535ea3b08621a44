"""Published numbers of evaluations, so rounded that they undo no suppressed cell.

An exact posterior computed from the full data is an equation on the cells, too: with a published
prior, a mean of .3517 tells 13 of 37 from 12 of 37. A share is therefore rounded to a grid so wide
that moving `threshold` people changes less than one step.
"""

from __future__ import annotations

import math


def step(people: float, threshold: int = 5) -> float:
    """Return the step for a share among so many people: of 1, 2 and 5 times a power of ten.

    The smallest that is at least `threshold / people`; 1 for fewer people than the threshold.
    """
    if people < threshold:
        return 1.0
    least = threshold / people
    power = 10.0 ** math.floor(math.log10(least))
    return next(each * power for each in (1, 2, 5, 10) if each * power >= least - 1e-12)


def rounded(value: float, people: float, threshold: int = 5) -> float:
    """Round a share, an effect on the share's scale or a limit of either to its step."""
    width = step(people, threshold)
    return round(round(value / width) * width, 10)
