r"""The value of knowing: everything (EVPI), or some parameters (EVPPI).

.. math::
    EVPI = E_\theta \max_j NB_j(\theta) - \max_j E_\theta NB_j(\theta), \qquad
    EVPPI_\phi = E_\phi \max_j E[NB_j \mid \phi] - \max_j E_\theta NB_j(\theta)

(Raiffa & Schlaifer 1961, *Applied Statistical Decision Theory*; Claxton 1999, *Journal of Health
Economics* 18:341–364). The inner conditional mean comes from one regression of the net benefits on
φ over the draws there are, without nested simulation, and standard error and upward bias come from
draws of its coefficients (Strong, Oakley & Brennan 2014, *Medical Decision Making* 34:311–326).

Both plug-in estimates are means of maxima less the maximum of means of one array, so they are never
negative (Jensen) – without being cut off. What noise does to them instead, and what is done:

- EVPI is too *low* on average, because the option with the highest sample mean is partly so by
  luck. The reckoned bias is stated, not taken off: it vanishes with 1/√draws.
- EVPPI is too *high*, because a noisy fit has higher maxima. The reckoned bias, the mean rise over
  draws of the fit's coefficients, *is* taken off; only this correction is floored at 0.
- EVPPI is too *low* where the regression misses what the parameters do. Two bases are compared
  (`smoothing`); where they differ, the difference is part of the standard error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ligzda.evidence.decision.draws import (
    Floats,
    MonteCarlo,
    Record,
    matrix,
    option_names,
    shares_of_best,
    stream,
)
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.smoothing import Smooth, smooth
from ligzda.evidence.errors import DecisionError

#: Draws of the fit's coefficients for standard error and bias: both known to about 7 %.
_REPLICATES = 100
#: Rows on which these are reckoned; the value itself uses every draw.
_ROWS = 500


def checked(net_benefit: npt.ArrayLike) -> Floats:
    """Check NB[draw, option] with at least two options."""
    value = matrix("net_benefit", net_benefit)
    option_names(value.shape[1], None)
    return value


def gain(values: Floats) -> float:
    """Return mean of row maxima less the maximum of column means; not below 0."""
    # The subtraction happens inside the mean so that rounding cannot turn a zero negative.
    chosen = int(values.mean(axis=0).argmax())
    return float((values.max(axis=1) - values[:, chosen]).mean())


def evpi(net_benefit: npt.ArrayLike, *, seed: int = 1) -> MonteCarlo:
    """Return the expected value of perfect information, in the unit of NB, for one decision.

    ``bias`` (not above 0) is the mean of what choosing the option by its sample mean takes away,
    reckoned by redrawing the means from their normal sampling distribution.
    """
    value = checked(net_benefit)
    means = value.mean(axis=0)
    chosen = int(means.argmax())
    loss = value.max(axis=1) - value[:, chosen]
    centred = (value - value[:, [chosen]]) - (means - means[chosen])
    eigenvalues, vectors = np.linalg.eigh(centred.T @ centred / len(value) ** 2)
    noise = stream("fit", seed).standard_normal((2000, means.size))
    noise = np.concatenate([noise, -noise]) @ (vectors * np.sqrt(np.maximum(eigenvalues, 0.0))).T
    rise = float(np.maximum((means - means[chosen] + noise).max(axis=1).mean(), 0.0))
    se = float(loss.std(ddof=1) / np.sqrt(len(value)))
    return MonteCarlo(float(loss.mean()), se, -rise, False, len(value))


@dataclass(frozen=True)
class Regressed(MonteCarlo):
    """A value of information by regression, with what the regression did not catch.

    ``structure`` is the share (0–1) of the residual variance that a second, differently made basis
    still explains. Where that is more than chance, ``value`` is by both bases, ``by_splines`` by
    the first alone, and ``se`` holds their difference; elsewhere ``by_splines`` is ``None``.
    """

    structure: float
    by_splines: float | None


def evppi(net_benefit: npt.ArrayLike, parameters: npt.ArrayLike, *, seed: int = 1) -> Regressed:
    """Return the expected value of learning ``parameters[draw, p]`` (together) perfectly.

    The unit is that of ``net_benefit[draw, option]``. A group of two to four parameters is fitted
    with smooth interactions, five and more with products of straight lines; where the residuals
    show that this is not enough, with functions of all of them.
    """
    value = checked(net_benefit)
    phi = matrix("parameters", parameters, rows=len(value), column_name="parameter")
    fit = smooth(value, phi)
    return value_of(fit, wobble=wobble_of(fit, seed=seed))


def wobble_of(fit: Smooth, *, seed: int = 1) -> Floats:
    """Draw deviations of the fit on the thinned rows, for `value_of`."""
    return fit.wobble(_thinned(fit), _REPLICATES, stream("fit", seed))


def _thinned(fit: Smooth) -> slice:
    return slice(None, None, max(len(fit.values) // _ROWS, 1))


def value_of(fit: Smooth, *, wobble: Floats, scale: float = 1.0) -> Regressed:
    """Return the value of information of a fitted conditional mean, with standard error and bias.

    ``wobble`` comes from `wobble_of`; ``scale`` shrinks the fit towards its mean (moment matching
    of a finite sample). The variance is that of the fit's coefficients plus that of the draws; a
    draw moves the value by its own loss and, through the options' means, by the probability that
    another option than the chosen one is best (its influence function). Where the residuals of the
    splines had structure, the difference that the second basis made is added.
    """
    means = fit.values.mean(axis=0)
    value = means + scale * (fit.values - means)
    chosen = int(means.argmax())
    loss = value.max(axis=1) - value[:, chosen]
    plug_in = float(loss.mean())
    slopes = shares_of_best(value).mean(axis=0)
    slopes[chosen] -= 1.0
    influence = loss + (fit.residuals + (1 - scale) * (fit.values - means)) @ slopes
    rows = _thinned(fit)
    # Antithetic pairs: the odd part of the noise gives the error, the even part the bias.
    around = [_gains(value[rows] + sign * scale * wobble) for sign in (1.0, -1.0)]
    here = gain(value[rows])
    bias = max(float((around[0] + around[1]).mean() / 2) - here, 0.0)
    of_fit = float(np.concatenate(around).var(ddof=1))
    variance = influence.var(ddof=1) / len(value) + of_fit
    found = max(plug_in - bias, 0.0)
    by_splines = None
    if fit.splines is not None:
        by_splines = gain(means + scale * (fit.splines - fit.splines.mean(axis=0)))
        variance += (found - by_splines) ** 2
    return Regressed(
        found, float(np.sqrt(variance)), bias, True, len(value), fit.structure, by_splines
    )


def _gains(values: Floats) -> Floats:
    """Return the plug-in gain of each of values[replicate, draw, option]."""
    gains: Floats = values.max(axis=2).mean(axis=1) - values.mean(axis=1).max(axis=1)
    return gains


@dataclass(frozen=True)
class ParameterValue(Record):
    """EVPPI of a named parameter or group, and its share of the EVPI (None if that is 0)."""

    name: str
    evppi: Regressed
    share_of_evpi: float | None


@dataclass(frozen=True)
class PerfectInformation(Record):
    """EVPI and the EVPPI of named groups, the most valuable first; unit of NB, for one decision."""

    evpi: MonteCarlo
    parameters: tuple[ParameterValue, ...]


def perfect_information(
    net_benefit: npt.ArrayLike,
    parameters: Mapping[str, npt.ArrayLike],
    *,
    seed: int = 1,
) -> PerfectInformation:
    """Value each of the named parameters (vectors) or groups (matrices), and everything at once."""
    value = checked(net_benefit)
    if not parameters:
        raise DecisionError("parameters", DecisionFault.NO_PARAMETER)
    whole = evpi(value, seed=seed)
    found = []
    for name, draws in parameters.items():
        try:
            part = evppi(value, draws, seed=seed)
        except DecisionError as error:
            raise DecisionError("parameters,", error.said, of=name) from None
        share = part.value / whole.value if whole.value > 0 else None
        found.append(ParameterValue(name, part, share))
    return PerfectInformation(whole, tuple(sorted(found, key=lambda row: -row.evppi.value)))
