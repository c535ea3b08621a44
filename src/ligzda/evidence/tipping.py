r"""Tipping points: how wrong would MAR have to be to change a conclusion?

Outcomes may be missing not at random (MNAR): those who are not found may do worse. A missing
participant of arm a then has the linear predictor :math:`\eta + \delta_a` on the link scale (a
difference of log odds for a binomial outcome), and multiple imputation
(:mod:`ligzda.evidence.missing`) is repeated over a range of δ: delta-based controlled imputation
(Carpenter & Kenward 2013, ch. 10; Cro et al. 2020). The tipping point is the δ at which the
conclusion changes; whether so large a δ is plausible is for people to say.

Carpenter, J. R. & Kenward, M. G. (2013) *Multiple Imputation and its Application*, Wiley. Cro, S.,
Morris, T. P., Kenward, M. G. & Carpenter, J. R. (2020) *Statistics in Medicine* 39:2815–2842.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, get_args

import numpy as np

from ligzda.evidence.errors import PlanError, nearest
from ligzda.evidence.faults import Fault
from ligzda.evidence.gaussian import normal_quantile
from ligzda.evidence.missing import Imputed, Imputer, MissingCount, pool
from ligzda.evidence.missing_plan import IMPUTATIONS, SHIFTS, Conclusion
from ligzda.evidence.plan import Plan
from ligzda.evidence.results import plain
from ligzda.evidence.tables import Table


@dataclass(frozen=True)
class Tipping:
    """How a conclusion depends on the missing.

    ``arms`` are shifted by each δ of ``shifts`` on the link scale; ``values`` is what the
    conclusion rests on – P(difference ≥ MID) or P(contrast > 0) – ``means`` the contrast itself,
    and ``holds`` whether the conclusion is that of δ = 0. ``below`` and ``above`` are the δ
    nearest to 0 on either side where it changes, interpolated; None where it does not within the
    range. ``concluded`` says whether anything is concluded at δ = 0.
    """

    contrast: str
    conclusion: Conclusion
    certainty: float
    concluded: bool
    arms: tuple[str, ...]
    shifts: tuple[float, ...]
    values: tuple[float, ...]
    means: tuple[float, ...]
    holds: tuple[bool, ...]
    below: float | None
    above: float | None
    missing: tuple[MissingCount, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain JSON values."""
        result = plain(self)
        assert isinstance(result, dict)
        return result


def tipping_point(
    table: Table,
    plan: Plan,
    *,
    arms: Sequence[str] | None = None,
    contrast: str | None = None,
    conclusion: Conclusion | None = None,
    certainty: float = 0.95,
    shifts: Sequence[float] = SHIFTS,
    imputations: int = IMPUTATIONS,
    seed: int = 1,
) -> Tipping:
    """Find how far the missing would have to differ from those seen to change a conclusion.

    ``arms`` whose missing are shifted: by default the headline contrast's own level alone, which
    moves the contrast most directly; give all arms for a shift of everybody. ``contrast`` is its
    name, the first by default. ``conclusion``: “above mid” (P(difference ≥ MID in the good
    direction) ≥ ``certainty``; the default where there is a MID) or “excludes zero” (the central
    interval of probability ``certainty``).

    Raises :class:`PlanError` for an unknown arm, contrast or conclusion.
    """
    imputer = Imputer.of(table, plan, imputations, seed)
    return tipping_of(
        imputer,
        pool(imputer, {}),
        arms=arms,
        contrast=contrast,
        conclusion=conclusion,
        certainty=certainty,
        shifts=shifts,
    )


def tipping_of(
    imputer: Imputer,
    start: Imputed,
    *,
    arms: Sequence[str] | None,
    contrast: str | None,
    conclusion: Conclusion | None,
    certainty: float,
    shifts: Sequence[float],
) -> Tipping:
    """Find the tipping point from what is known already: ``start`` is the answer under MAR."""
    grid, plan = _grid(shifts), imputer.plan
    if not 0.5 < certainty < 1:
        raise PlanError("certainty", Fault.NOT_A_CERTAINTY.of(certainty=certainty), plan=plan.name)
    known = get_args(Conclusion)
    if conclusion is not None and conclusion not in known:
        raise PlanError(
            "conclusion",
            Fault.UNKNOWN_CONCLUSION.of(conclusion=conclusion, choice=nearest(conclusion, known)),
        )
    names = [c.name for c in start.contrasts]
    wanted = contrast or names[0]
    if wanted not in names:
        raise PlanError(
            "contrast", Fault.NO_SUCH_CONTRAST.of(wanted=wanted, choice=nearest(wanted, names))
        )
    place = names.index(wanted)
    kind: Conclusion = conclusion or (
        "excludes zero" if start.contrasts[place].mid is None else "above mid"
    )
    if kind == "above mid" and start.contrasts[place].mid is None:
        raise PlanError("mid", Fault.CONCLUSION_WITHOUT_MID)
    moved = tuple(arms) if arms is not None else (imputer.level_of(place),)
    points = []
    for delta in grid:
        found = start if delta == 0 else pool(imputer, dict.fromkeys(moved, delta))
        points.append(found.contrasts[place])
    if kind == "above mid":
        values = tuple(float(point.p_above_mid or 0.0) for point in points)
        verdict = _Verdict(-np.inf, certainty)
    else:
        values = tuple(point.p_positive for point in points)
        verdict = _Verdict((1 - certainty) / 2, (1 + certainty) / 2)
    zero = grid.index(0.0)
    state = verdict.of(values[zero])
    return Tipping(
        wanted, kind, certainty, state != 0, moved, grid, values,
        tuple(point.link.mean for point in points),
        tuple(verdict.of(value) == state for value in values),
        verdict.crossing(grid[zero::-1], values[zero::-1]),
        verdict.crossing(grid[zero:], values[zero:]),
        start.missing,
    )  # fmt: skip


def _grid(shifts: Sequence[float]) -> tuple[float, ...]:
    values = {float(value) for value in shifts}
    if not all(np.isfinite(value) for value in values):
        raise PlanError("shifts", Fault.SHIFTS_NOT_FINITE)
    return tuple(sorted(values | {0.0}))


@dataclass(frozen=True)
class _Verdict:
    """What is concluded from a probability: 1 from ``upper``, −1 up to ``lower``, else 0."""

    lower: float
    upper: float

    def of(self, value: float) -> int:
        return 1 if value >= self.upper else -1 if value <= self.lower else 0

    def crossing(self, grid: Sequence[float], values: Sequence[float]) -> float | None:
        """Return where the verdict first differs from that at the start of the grid.

        Between two points the normal score of the probability is taken as linear: the contrast
        moves nearly linearly with a small shift, its SD hardly.
        """
        start = self.of(values[0])
        for (d0, v0), (d1, v1) in pairwise(zip(grid, values, strict=True)):
            if self.of(v1) != start:
                bound = (
                    self.upper if start == 1 or (start == 0 and v1 >= self.upper) else self.lower
                )
                z = normal_quantile(np.clip([v0, bound, v1], 1e-9, 1 - 1e-9))
                share = float((z[1] - z[0]) / (z[2] - z[0]))
                return float(d0 + min(max(share, 0.0), 1.0) * (d1 - d0))
        return None
