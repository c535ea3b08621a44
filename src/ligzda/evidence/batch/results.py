"""What a batch of fits returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from ligzda.evidence.batch.shape import Shape
from ligzda.evidence.batch.summary import PROBABILITIES
from ligzda.evidence.plan import Plan
from ligzda.evidence.tables import Floats


@dataclass(frozen=True, eq=False)
class Bands:
    """Posterior of q quantities in R tables: ``mean``, ``sd`` (R, q), ``quantiles`` (R, q, 7).

    The quantiles are at 2.5, 10, 25, 50, 75, 90 and 97.5 %.
    """

    names: tuple[str, ...]
    mean: Floats
    sd: Floats
    quantiles: Floats

    def limits(self, percent: int = 95) -> tuple[Floats, Floats]:
        """Return lower and upper equal-tailed limits (R, q) at 95, 80 or 50 %."""
        i = {95: 0, 80: 1, 50: 2}[percent]
        return self.quantiles[:, :, i], self.quantiles[:, :, 6 - i]

    @property
    def median(self) -> Floats:
        """Posterior medians (R, q)."""
        return self.quantiles[:, :, 3]


@dataclass(frozen=True, eq=False)
class FitMany:
    """Posteriors of R tables; a table that could not be fitted is NaN and named in ``failures``.

    ``effects`` (names “term: level”) and ``contrasts`` are on the link scale, ``differences`` are
    the contrasts on the scale of the mean, standardised over the table's population; ``sds`` the
    hyperparameters. ``p_positive`` (R, C) is P(contrast > 0), ``p_above_mid`` the probability of a
    difference of at least the MID in the good direction (NaN without a MID). ``rank_matrix``
    (R, A, A), ``p_best``, ``sucra``, ``expected_regret`` as in :class:`ligzda.evidence.Ranks`.

    The approximation's own error: ``misfit``, the worst residual of the interpolated log posterior
    (nats); ``edge_mass``, hyperparameter mass beyond the outermost node; ``negative_weight``, the
    sum of the negative integration weights; ``skewness``, the largest conditional skewness of a
    contrast or effect; ``correction``, the range over the design of the second-order correction of
    log Z. ``doubtful`` marks tables where one of them is beyond its limit, or an iteration did not
    end: fit those with :func:`ligzda.evidence.evaluate`.
    """

    plan: Plan
    arms: tuple[str, ...]
    effects: Bands
    contrasts: Bands
    p_positive: Floats
    differences: Bands
    p_above_mid: Floats
    sds: Bands
    rank_matrix: Floats
    expected_regret: Floats
    arm_means: Floats
    misfit: Floats
    edge_mass: Floats
    negative_weight: Floats
    skewness: Floats
    correction: Floats
    doubtful: np.ndarray
    failures: Mapping[int, str]

    def __len__(self) -> int:
        return len(self.misfit)

    @property
    def p_best(self) -> Floats:
        """P(arm is best), (R, A)."""
        return self.rank_matrix[:, :, 0]

    @property
    def sucra(self) -> Floats:
        """Surface under the cumulative ranking curve, (R, A)."""
        k = len(self.arms)
        mean_rank = self.rank_matrix @ np.arange(1, k + 1)
        result: Floats = (k - mean_rank) / max(k - 1, 1)
        return result


@dataclass(eq=False)
class Arrays:
    """Results while they come in; see :class:`FitMany`."""

    mean: Floats
    sd: Floats
    quantiles: Floats
    below: Floats
    hyper_mean: Floats
    hyper_sd: Floats
    hyper_quantiles: Floats
    misfit: Floats
    edge_mass: Floats
    negative_weight: Floats
    skewness: Floats
    correction: Floats
    doubtful: Floats
    rank_matrix: Floats
    expected_regret: Floats
    arm_means: Floats
    difference_mean: Floats
    difference_sd: Floats
    difference_quantiles: Floats
    above: Floats

    @classmethod
    def empty(cls, shape: Shape, total: int) -> Arrays:
        """Make arrays of NaN for ``total`` tables."""
        q, d = len(shape.gx) - shape.joint, len(shape.model.hypers)
        a = len(shape.panel.levels) if shape.panel else 0
        c = len(shape.contrasts)
        n = len(PROBABILITIES)
        sizes = [
            (q,), (q,), (q, n), (q, 2), (d,), (d,), (d, n), (), (), (), (), (), (),
            (a, a), (a,), (a,), (c,), (c,), (c, n), (c,),
        ]  # fmt: skip
        blank = (np.full((total, *size), np.nan) for size in sizes)
        return cls(**dict(zip((f.name for f in fields(cls)), blank, strict=True)))

    def to_fit(self, plan: Plan, shape: Shape, failures: dict[int, str]) -> FitMany:
        """Name the columns; blank the tables that failed."""
        for i in failures:
            for f in fields(self):
                getattr(self, f.name)[i] = np.nan
        e = len(shape.effects)
        names = tuple(f"{term}: {level}" if level else term for term, level in shape.effects)
        panel, contrasts = shape.panel, shape.contrasts
        has_mid = np.array([c.mid is not None for c in contrasts], dtype=bool)
        told = tuple(c.name for c in contrasts)
        if plan.outcome.link == "identity":
            sign = panel.sign if panel else 1.0
            low = self.below[:, e:, 1]
            above = 1 - low if sign > 0 else low
            differences = Bands(told, self.mean[:, e:], self.sd[:, e:], self.quantiles[:, e:])
        else:
            above = self.above
            differences = Bands(
                told, self.difference_mean, self.difference_sd, self.difference_quantiles
            )
        return FitMany(
            plan=plan,
            arms=panel.levels if panel else (),
            effects=Bands(names, self.mean[:, :e], self.sd[:, :e], self.quantiles[:, :e]),
            contrasts=Bands(
                told,
                self.mean[:, e:], self.sd[:, e:], self.quantiles[:, e:],
            ),
            p_positive=1 - self.below[:, e:, 0],
            differences=differences,
            p_above_mid=np.where(has_mid, above, np.nan),
            sds=Bands(
                tuple(h.name for h in shape.model.hypers),
                self.hyper_mean, self.hyper_sd, self.hyper_quantiles,
            ),
            rank_matrix=self.rank_matrix,
            expected_regret=self.expected_regret,
            arm_means=self.arm_means,
            misfit=self.misfit,
            edge_mass=self.edge_mass,
            negative_weight=self.negative_weight,
            skewness=self.skewness,
            correction=self.correction,
            doubtful=self.doubtful != 0,
            failures=dict(sorted(failures.items())),
        )  # fmt: skip
