"""Studies that could be run next: what each joint draw says their data would look like.

A study draws one future data set for every joint posterior draw and returns its sufficient
statistics ``summaries[draw, arm]``. Its size counts in *units*; ``per_unit`` says how many
participants with a known outcome one unit brings to each arm. Two ways of use:

- n more participants an arm: ``per_unit`` left out, size = n;
- one more year of data: ``per_unit`` = the followed-up intake of each arm (or site and model) in a
  year – intake times the share with a known outcome –, size = years.

The probabilities (or means) must be those of the people who would be observed: for more data from
the incubators there are, the draws of their own cells; for a new site, predictive draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import Floats, matrix
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.errors import DecisionError


class Study(Protocol):
    """Anything that simulates the summaries of a data set of a given size for every draw."""

    def simulate(self, size: float, rng: np.random.Generator) -> Floats:
        """Return ``summaries[draw, q]``."""


@dataclass(frozen=True, eq=False)
class BinomialStudy:
    """Yes/no outcomes: the share of successes in each arm, given ``probabilities[draw, arm]``."""

    probabilities: npt.ArrayLike
    per_unit: npt.ArrayLike | None = None

    def simulate(self, size: float, rng: np.random.Generator) -> Floats:
        """Draw x ~ Binomial(n, p) for every arm and draw, and return x / n."""
        p = matrix("probabilities", self.probabilities, column_name="arm")
        if (p < 0).any() or (p > 1).any():
            raise DecisionError("probabilities", DecisionFault.PROBABILITIES)
        n = np.rint(_participants(size, self.per_unit, p.shape[1])).astype(np.int64)
        if not (n > 0).all():
            raise DecisionError("per_unit", DecisionFault.EMPTY_ARM.of(size=size))
        shares: Floats = rng.binomial(n, p) / n
        return shares


@dataclass(frozen=True, eq=False)
class NormalStudy:
    """Measured outcomes: the mean of each arm, given ``means[draw, arm]`` and individuals' SDs."""

    means: npt.ArrayLike
    sds: npt.ArrayLike
    per_unit: npt.ArrayLike | None = None

    def simulate(self, size: float, rng: np.random.Generator) -> Floats:
        """Draw the sample mean ~ Normal(mean, sd² / n) for every arm and draw."""
        means = matrix("means", self.means, column_name="arm")
        sds = np.broadcast_to(np.asarray(self.sds, dtype=np.float64), means.shape)
        if not (np.isfinite(sds).all() and (sds >= 0).all()):
            raise DecisionError("sds", DecisionFault.SDS)
        n = _participants(size, self.per_unit, means.shape[1])
        drawn: Floats = means + sds / np.sqrt(n) * rng.standard_normal(means.shape)
        return drawn


def _participants(size: float, per_unit: npt.ArrayLike | None, arms: int) -> Floats:
    each = np.ones(arms) if per_unit is None else np.asarray(per_unit, dtype=np.float64)
    if each.shape != (arms,) or not np.isfinite(each).all() or (each <= 0).any():
        raise DecisionError("per_unit", DecisionFault.PER_UNIT.of(arms=arms))
    return size * each
