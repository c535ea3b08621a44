r"""Which option to recommend within a budget – or none.

With values :math:`\theta_{sj}` (more is better) and *F* the options whose cost stays within the
budget with at least the stated assurance, the expected loss of choosing *j* is

.. math:: L_j = E \big[ \max_{k \in F} \theta_k - \theta_j \big]

(Raiffa & Schlaifer 1961: expected opportunity loss; Claxton 1999: the decision with the greatest
expected value is the one with the least L, however small its probability of being best). Nothing is
recommended where even the least loss exceeds the smallest difference that matters (MID): then a
wrong choice costs more, in expectation, than what anybody would call important. min L is the EVPI
within the budget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.decision.draws import (
    Interval,
    Record,
    intervals,
    matrix,
    number,
    option_names,
)
from ligzda.evidence.decision.draws import effects_and_costs as values_and_costs


class Reason(Code):
    """Why an option is recommended, or none."""

    LEAST_LOSS = (
        "least-loss",
        (
            "least expected loss, {loss:.3g}, which is not above the smallest difference that "
            "matters ({mid:.3g})"
        ),
    )
    NONE_AFFORDABLE = (
        "none-affordable",
        (
            "no option stays within the budget with a probability of {assurance:.0%}; nearest is "
            "“{option}” with {probability:.0%}"
        ),
    )
    TOO_CLOSE = (
        "too-close",
        (
            "even the best choice, “{option}”, has an expected loss of {loss:.3g}, more than the "
            "smallest difference that matters ({mid:.3g}): the data do not tell the options apart"
        ),
    )


@dataclass(frozen=True)
class Candidate(Record):
    """One option within the budget.

    ``total_cost`` in EUR for all places; ``p_affordable`` the probability that it stays within the
    budget; ``p_best_within_budget`` the probability of being the best of those that do so in the
    same draw. ``expected_loss`` (in the unit of the values) is None where the option is left out.
    """

    option: str
    value: Interval
    total_cost: Interval
    p_affordable: float
    within: bool
    p_best_within_budget: float
    expected_loss: float | None
    expected_loss_se: float | None


@dataclass(frozen=True)
class Choice(Record):
    """A recommendation or an abstention, with its reason.

    ``p_nothing_affordable`` completes the probabilities of being best within the budget to one.
    """

    recommended: str | None
    reason: Remark
    candidates: tuple[Candidate, ...]
    p_nothing_affordable: float
    budget: float
    places: float
    assurance: float
    mid: float


def best_within_budget(
    values: npt.ArrayLike,
    costs: npt.ArrayLike,
    budget: float,
    *,
    places: float,
    mid: float,
    assurance: float = 0.8,
    options: Sequence[str] | None = None,
) -> Choice:
    """Choose among options by ``values[draw, option]`` within ``budget`` EUR for ``places`` people.

    ``costs[draw, option]`` are EUR a place; ``values`` may be an effect or a net benefit, and
    ``mid`` is in their unit. Of equal options the first named is recommended.
    """
    value, cost = values_and_costs(matrix("values", values), costs)
    names = option_names(value.shape[1], options)
    number("budget", budget, least=0.0)
    number("places", places, least=0.0)
    number("mid", mid, least=0.0)
    number("assurance", assurance, least=0.0, most=1.0)
    total = places * cost
    affordable = total <= budget
    p_affordable = affordable.mean(axis=0)
    within = p_affordable >= assurance
    reachable = np.where(affordable, value, -np.inf)
    top = reachable.max(axis=1, keepdims=True)
    best = affordable & (reachable == top)
    count = best.sum(axis=1, keepdims=True)
    p_best = (best / np.maximum(count, 1)).mean(axis=0)
    loss = np.zeros_like(value)
    if within.any():
        loss = value[:, within].max(axis=1, keepdims=True) - value
    expected, error = loss.mean(axis=0), loss.std(axis=0, ddof=1) / np.sqrt(len(value))
    own, spent = intervals(value), intervals(total)
    candidates = tuple(
        Candidate(
            name,
            own[j],
            spent[j],
            float(p_affordable[j]),
            bool(within[j]),
            float(p_best[j]),
            float(expected[j]) if within[j] else None,
            float(error[j]) if within[j] else None,
        )
        for j, name in enumerate(names)
    )
    recommended, reason = _decide(candidates, mid, assurance)
    nothing = float((count == 0).mean())
    return Choice(recommended, reason, candidates, nothing, budget, places, assurance, mid)


def _decide(
    candidates: tuple[Candidate, ...], mid: float, assurance: float
) -> tuple[str | None, Remark]:
    losses = [(c.expected_loss, c) for c in candidates if c.expected_loss is not None]
    if not losses:
        likeliest = max(candidates, key=lambda c: c.p_affordable)
        return None, Reason.NONE_AFFORDABLE.of(
            assurance=assurance, option=likeliest.option, probability=likeliest.p_affordable
        )
    loss, chosen = min(losses, key=lambda pair: pair[0])
    if loss > mid:
        return None, Reason.TOO_CLOSE.of(option=chosen.option, loss=loss, mid=mid)
    return chosen.option, Reason.LEAST_LOSS.of(loss=loss, mid=mid)
