r"""The value of more data (EVSI), for one design and over sample sizes.

.. math:: EVSI = E_X \max_j E[NB_j \mid X] - \max_j E[NB_j]

*One design*: simulate one data set for every draw, and regress the net benefits on its sufficient
statistics T(X) (Strong, Oakley, Brennan & Breeze 2015, *Medical Decision Making* 35:570–583):
`evsi`. Any data-generating process will do, so long as T(X) keeps what the data say.

*Many sizes*: moment matching (Heath, Manolopoulou & Baio 2018, *Medical Decision Making*
38:163–173; 2019, 39:347–359). With :math:`\hat g(\phi)` the fitted conditional mean given perfect
knowledge of what the study measures, the distribution of :math:`E[NB \mid X_n]` is taken to be that
of ĝ shrunk to its mean by :math:`\sqrt{\rho(n)}`, where

.. math:: \rho(n) = \frac{\mathrm{Var}\, E[NB \mid X_n]}{\mathrm{Var}\, E[NB \mid \phi]}
          = \frac{n}{n + h}

(the form of the 2019 paper). Heath et al. find the variances by refitting the model to some 50
future data sets; here they come from the regression of the first method at a few sizes, and *h* by
weighted least squares. *h* reads: the posterior is worth that many units. The curve rises with n,
stays below the EVPPI of φ and reaches it as n grows, by construction. The same *h* for all
comparisons is an approximation where arms are learnt about at different speeds; the regression
estimates at the design sizes stand beside the curve so that it can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.optimize import least_squares

from ligzda.evidence.decision.draws import Floats, MonteCarlo, Record, matrix, number, stream
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.perfect_information import checked, gain, value_of, wobble_of
from ligzda.evidence.decision.smoothing import Smooth, smooth
from ligzda.evidence.decision.studies import Study
from ligzda.evidence.errors import DecisionError


def evsi(net_benefit: npt.ArrayLike, summaries: npt.ArrayLike, *, seed: int = 1) -> MonteCarlo:
    """Return the EVSI of one design from ``summaries[draw, q]`` of its simulated data.

    The unit is that of ``net_benefit[draw, option]``, for one decision. A column of summaries that
    is the same in every draw is refused, as by `evppi`.
    """
    value = checked(net_benefit)
    statistics = matrix("summaries", summaries, rows=len(value), column_name="summary")
    fit = smooth(value, statistics)
    return value_of(fit, wobble=wobble_of(fit, seed=seed))


@dataclass(frozen=True)
class SizeValue(Record):
    """EVSI at one size: by moment matching, and by regression where it was computed."""

    size: float
    evsi: MonteCarlo
    by_regression: MonteCarlo | None


@dataclass(frozen=True)
class SampleInformation(Record):
    """EVSI over sizes, for one decision, in the unit of NB.

    ``ceiling`` is the EVPPI of what the study measures; ``half_size`` is *h*, the size at which
    half of its variance is learnt (None: the study cannot change the net benefits at all), with its
    standard error on the log scale.
    """

    sizes: tuple[SizeValue, ...]
    ceiling: MonteCarlo
    half_size: float | None
    half_size_log_se: float | None


def evsi_over_sizes(
    net_benefit: npt.ArrayLike,
    parameters: npt.ArrayLike,
    study: Study,
    sizes: Sequence[float],
    *,
    designs: int = 4,
    seed: int = 1,
) -> SampleInformation:
    """Return the EVSI of a study of each of ``sizes`` (rising, in the study's units).

    ``parameters[draw, p]`` are what the study measures (its arms' probabilities or means).
    ``designs`` of the sizes, spread evenly over the list, are simulated and regressed; the others
    are read off the fitted curve.
    """
    value = checked(net_benefit)
    phi = matrix("parameters", parameters, rows=len(value), column_name="parameter")
    grid = [number("sizes", size, least=0.0) for size in sizes]
    if not grid or any(a >= b for a, b in pairwise(grid)) or grid[-1] <= 0:
        raise DecisionError("sizes", DecisionFault.SIZES)
    perfect = smooth(value, phi)
    positive = [size for size in grid if size > 0]
    picks = np.unique(np.linspace(0, len(positive) - 1, min(designs, len(positive))).round())
    tried = [positive[int(index)] for index in picks]
    shares, influence = np.empty(len(tried)), np.empty((len(value), len(tried)))
    by_size: dict[float, MonteCarlo] = {}
    wobble = wobble_of(perfect, seed=seed)
    ceiling = value_of(perfect, wobble=wobble)
    if float(perfect.explained.sum()) <= 1e-9 * float(value.var(axis=0).sum()):
        nothing = MonteCarlo(0.0, ceiling.se, 0.0, True, len(value))
        return SampleInformation(
            tuple(SizeValue(size, nothing, None) for size in grid), ceiling, None, None
        )
    for index, size in enumerate(tried):
        # The same random numbers for every size: differences between sizes are then less noisy.
        drawn = study.simulate(size, stream("study", seed))
        fit = smooth(value, matrix("summaries", drawn, rows=len(value), column_name="summary"))
        shares[index], influence[:, index] = _share_learnt(value, fit, perfect)
        by_size[size] = value_of(fit, wobble=wobble_of(fit, seed=seed))
    half, log_se = _half_size(np.array(tried), shares, influence)
    rows = [
        SizeValue(size, _shrunken(perfect, wobble, size, half, log_se), by_size.get(size))
        for size in grid
    ]
    return SampleInformation(tuple(rows), ceiling, half, log_se)


def _share_learnt(value: Floats, fit: Smooth, perfect: Smooth) -> tuple[float, Floats]:
    """Return ρ = Var E[NB | X] / Var E[NB | φ] and every draw's influence on this ratio."""
    y = value - value.mean(axis=1, keepdims=True)
    y = y - y.mean(axis=0)
    learnt, known = (_contribution(y, one) for one in (fit, perfect))
    total = float(perfect.explained.sum())
    ratio = float(fit.explained.sum()) / total
    influence: Floats = (learnt - ratio * known) / total
    return ratio, influence - influence.mean()


def _contribution(y: Floats, fit: Smooth) -> Floats:
    """Return what each draw adds to the explained variance: y² − (y − ŷ)², summed over options."""
    fitted = fit.values - fit.values.mean(axis=0)
    contribution: Floats = (2 * y * fitted - fitted**2).sum(axis=1)
    return contribution


def _half_size(sizes: Floats, shares: Floats, influence: Floats) -> tuple[float, float]:
    """Fit ρ(n) = n / (n + h) by weighted least squares on log h, with its standard error.

    The shares of different sizes err together, since they rest on the same draws; the error of h
    takes their covariance into account and is widened where the curve misses them by more.
    """
    covariance = influence.T @ influence / len(influence) ** 2
    errors = np.sqrt(np.diag(covariance)) + 1e-6
    bounded = np.clip(shares, 0.01, 0.99)
    start = float(np.median(np.log(sizes * (1 - bounded) / bounded)))

    def misfit(log_h: Floats) -> Floats:
        residual: Floats = (shares - sizes / (sizes + np.exp(log_h[0]))) / errors
        return residual

    found = least_squares(misfit, [start], bounds=(start - 12, start + 12))
    half = float(np.exp(found.x[0]))
    # dρ / d log h = −n h / (n + h)²; the estimate is `lever` times the errors of the shares.
    slope = sizes * half / (sizes + half) ** 2 / errors
    lever = slope / errors / max(float(slope @ slope), 1e-12)
    inflation = max(1.0, 2 * float(found.cost) / max(len(sizes) - 1, 1))
    log_se = float(np.sqrt(inflation * max(float(lever @ covariance @ lever), 0.0)))
    return half, min(log_se, 10.0)


def _shrunken(fit: Smooth, wobble: Floats, size: float, half: float, log_se: float) -> MonteCarlo:
    """Return the value of ĝ shrunk by √(n / (n + h)), with the error of h carried along."""
    share = size / (size + half)
    here = value_of(fit, wobble=wobble, scale=float(np.sqrt(share)))
    # d log √ρ / d log h = −(1 − ρ) / 2; the value changes with the scale at most linearly.
    step = 0.01
    means = fit.values.mean(axis=0)
    spread = float(np.sqrt(share)) * (fit.values - means)
    slope = (gain(means + (1 + step) * spread) - gain(means + spread)) / step * (1 - share) / 2
    se = float(np.hypot(here.se, slope * log_se))
    return MonteCarlo(here.value, se, here.bias, True, here.draws)
