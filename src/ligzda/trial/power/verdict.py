"""What the answer means for a decision: how often a difference is missed, and what would do.

Pure: no Django.
"""

import math
from dataclasses import dataclass
from typing import Any

Z95 = 1.96
"""Standard deviations that hold 95 % of a normal density."""


@dataclass(frozen=True)
class Verdict:
    """A design in figures: shares of simulated trials from 0 to 1; `enough`: incubators.

    `low` and `high` hold `missed` with 95 %: what simulating only so many trials leaves open.
    """

    missed: float
    low: float
    high: float
    sites: int
    enough: int

    @property
    def does(self) -> bool:
        """Whether the design's own number of incubators is enough."""
        return self.enough <= self.sites


def verdict(answer: dict[str, Any], mid: float) -> Verdict:
    """Judge an answer of the simulation (`questions.Answer` as JSON) to a difference of `mid`.

    `enough`: the variance of a main effect is proportional to 1 / incubators, so ordinary least
    squares detects `mid` with 80 % power from about sites · (detectable / mid)² on.
    """
    missed, sites = 1 - answer["power"], answer["candidate"]["sites"]
    low, high = wilson(missed, answer["simulated"])
    enough = math.ceil(sites * (answer["detectable_pp"] / (100 * mid)) ** 2 - 1e-9)
    return Verdict(missed, low, high, sites, enough)


def wilson(share: float, n: int, z: float = Z95) -> tuple[float, float]:
    """Return the score interval of a share of n (Wilson 1927, *JASA* 22:209–212); 95 % as it is.

    Never of no width, whatever the share.
    """
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * math.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return max(0.0, centre - half), min(1.0, centre + half)
