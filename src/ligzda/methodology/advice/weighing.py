"""Disputed weights: how often is a model first, over weights near those that were set? Pure."""

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.decision import Acceptance, ValueFunction, WeightSpace, smaa
from ligzda.methodology.advice.answering import Drawn
from ligzda.methodology.advice.fitting import SEED

OUTCOME, COST, WELLBEING = "outcome", "cost", "wellbeing"
FUNCTIONS = {
    OUTCOME: ValueFunction(OUTCOME, "share", 0.0, 0.8),
    COST: ValueFunction(COST, "EUR", 15_000.0, 0.0),
    WELLBEING: ValueFunction(WELLBEING, "points", 30.0, 80.0),
}
"""What is worth 0 and what 1; in the criteria's own units, not by the models at hand."""
MOST = 10
"""How far a slider goes."""


@dataclass(frozen=True)
class Sliders:
    """How important each criterion is, 0 to 10, and by how much the weights may be otherwise.

    `give`, percentage points: every weight within so many of the one set is held possible.
    """

    outcome: int = 6
    cost: int = 4
    wellbeing: int = 3
    give: int = 15

    def space(self, criteria: tuple[str, ...]) -> WeightSpace:
        """Return the weights held possible. All sliders at 0 say nothing: all weights."""
        space = WeightSpace(criteria)
        set_to = np.array([getattr(self, name) for name in criteria], dtype=float)
        if set_to.sum() == 0:
            return space
        give = self.give / 100
        for name, weight in zip(criteria, set_to / set_to.sum(), strict=True):
            space = space.between(name, max(0.0, weight - give), min(1.0, weight + give))
        return space


def weighed(draws: Drawn, sliders: Sliders) -> Acceptance | None:
    """Return acceptability of ranks over the weights; None where a single model is left."""
    if len(draws.models) < 2:
        return None
    layers = {OUTCOME: draws.outcome, COST: draws.cost}
    if draws.wellbeing is not None:
        layers[WELLBEING] = draws.wellbeing
    criteria = tuple(layers)
    return smaa(
        np.stack(list(layers.values()), axis=2),
        [FUNCTIONS[name] for name in criteria],
        sliders.space(criteria),
        options=draws.models,
        seed=SEED,
    )
