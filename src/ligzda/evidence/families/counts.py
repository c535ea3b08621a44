"""Counts of events: Poisson and negative binomial, with exposure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np

from ligzda.evidence.families.base import (
    Data,
    Family,
    MeanScale,
    Parameters,
    mean_count,
    ones,
    sums,
)
from ligzda.evidence.families.kernels import LOG_LINEAR, Kernel
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Ints, Table

_TOP = 300.0  # largest exponent; exp(300) is beyond any count


class Poisson(Family):
    r"""Events :math:`y \sim \mathrm{Poisson}(E e^\eta)` in an exposure E (person-months, say).

    :math:`\ell = y\eta - E e^\eta`; expectations are closed: :math:`E[e^\eta] = e^{m + v/2}`.
    """

    name = "poisson"
    link = "log"
    columns = ("count", "exposure")
    required: ClassVar[tuple[str, ...]] = ("count",)
    outcome_part: ClassVar[str | None] = "count"
    log_concave = True
    mean_scale: ClassVar[MeanScale] = "rate"
    common: ClassVar[tuple[str, str] | None] = ("count", "exposure")

    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Check and return the rows' data."""
        count = outcome.columns["count"]
        y = table.numbers(count, Fault.OUTCOME_NOT_FINITE)
        table.refuse(y < 0, count, Fault.NEGATIVE_COUNT)
        table.refuse(y != np.rint(y), count, Fault.BROKEN_COUNT)
        if "exposure" not in outcome.columns:
            return {"y": y, "exposure": np.ones_like(y)}
        exposure = outcome.columns["exposure"]
        e = table.numbers(exposure)
        table.refuse(e < 0, exposure, Fault.NEGATIVE_EXPOSURE)
        table.refuse(
            (e == 0) & (y > 0), exposure, Fault.EVENTS_WITHOUT_EXPOSURE,
        )  # fmt: skip
        return {"y": y, "exposure": e}

    def units(self, data: Data) -> Floats:
        """Return the exposure: what an average over the population is weighted by."""
        return data["exposure"]

    def total(self, data: Data) -> Floats:
        """Return events per row or cell."""
        return data["y"]

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        return self.expected(eta, np.zeros(1), data, parameters, low, high)

    def expected(
        self, m: Floats, v: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the expectations under η ~ N(m, v), in closed form."""
        rate = data["exposure"] * np.exp(np.minimum(m + 0.5 * v, _TOP))
        return (data["y"] * m - rate, data["y"] - rate, -rate, -rate, -rate)[low : high + 1]

    def log_base_measure(self, data: Data) -> Floats:
        """Return y log E − log y!."""
        from scipy.special import gammaln, xlogy

        return np.asarray(xlogy(data["y"], data["exposure"]) - gammaln(data["y"] + 1))

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        return data["y"] * eta - data["exposure"] * pt.exp(eta)

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw events."""
        mean = mean_count(ones(parts, "exposure", eta), eta)
        return {"count": rng.poisson(mean).astype(np.float64)}

    def level_kernel(self, data: Data) -> Kernel | None:
        """Return the compiled ℓ."""
        return Kernel(LOG_LINEAR, data["y"], data["exposure"], data["exposure"])

    def start(self, data: Data) -> Floats:
        """Return a rough η per cell."""
        total = data["y"].sum() / np.maximum(data["exposure"].sum(), 1e-300)
        return np.asarray(
            np.log((data["y"] + 0.5 * total + 1e-6) / (data["exposure"] + 0.5 + 1e-6))
        )

    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the inverse link: the rate per unit of exposure."""
        return np.exp(np.minimum(eta, _TOP))

    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return the unpooled estimate and variance of some cells."""
        y, e = float(data["y"][cells].sum()), float(data["exposure"][cells].sum())
        return (float(np.log(y / e)), 1 / y) if y > 0 and e > 0 else None


class NegativeBinomial(Poisson):
    r"""Overdispersed events: mean :math:`\mu = E e^\eta`, variance :math:`\mu + \alpha\mu^2`.

    :math:`\alpha` is the parameter ``dispersion``; 0 is the Poisson distribution. With
    :math:`t = \eta + \log \alpha E`,

    .. math:: \ell = y t - (y + 1/\alpha)\log(1 + e^t)
              + \log\Gamma(y + 1/\alpha) - \log\Gamma(1/\alpha).

    Rows do not sum to cells; equal rows are counted once, with their number.
    """

    name = "negative-binomial"
    parameters = ("dispersion",)
    mean_scale = "mean"
    adds_up = False
    common = None

    def distinct(self, data: Data) -> list[Floats]:
        """Return what must be equal within a cell."""
        return [data["y"], data["exposure"]]

    def reduce(self, data: Data, cell: Ints, n_cells: int) -> dict[str, Floats]:
        """Return the distinct rows and how often each occurs."""
        times = np.bincount(cell, minlength=n_cells).astype(np.float64)
        kept = {key: sums(data[key], cell, n_cells) / times for key in ("y", "exposure")}
        return kept | {"times": times}

    def units(self, data: Data) -> Floats:
        """Return the exposure of each cell."""
        return np.asarray(data["exposure"] * data.get("times", np.ones(1)))

    def total(self, data: Data) -> Floats:
        """Return the events of each cell."""
        return np.asarray(data["y"] * data.get("times", np.ones(1)))

    def log_base_measure(self, data: Data) -> Floats:
        """Return −log y!, as often as the row occurs."""
        from scipy.special import gammaln

        return np.asarray(-data.get("times", np.ones(1)) * gammaln(data["y"] + 1))

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        alpha, y = parameters["dispersion"], data["y"]
        t = eta + pt.log(alpha * data["exposure"])
        constant = pt.gammaln(y + 1 / alpha) - pt.gammaln(1 / alpha)
        return data["times"] * (y * t - (y + 1 / alpha) * pt.softplus(t) + constant)

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw Poisson counts whose rate has a gamma factor of mean 1 and variance α."""
        alpha = max(parameters["dispersion"], 1e-9)
        factor = rng.gamma(1 / alpha, alpha, len(eta))
        mean = mean_count(ones(parts, "exposure", eta), eta)
        return {"count": rng.poisson(mean * factor).astype(np.float64)}

    def level_kernel(self, data: Data) -> Kernel | None:
        """Return None: it is not compiled."""
        return None

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        from scipy.special import gammaln

        y, times = data["y"], data["times"]
        alpha = np.maximum(parameters["dispersion"], 1e-6)
        with np.errstate(divide="ignore"):
            t = np.maximum(eta + np.log(alpha * data["exposure"]), -700.0)
        size = y + 1 / alpha
        e = np.exp(-np.abs(t))
        result = []
        if low == 0:
            constant = gammaln(size) - gammaln(1 / alpha)
            level = y * t - size * (np.maximum(t, 0) + np.log1p(e)) + constant
            result.append(times * level)
        if high > 0:
            tail = 1 / (1 + e)
            p = np.where(t >= 0, tail, e * tail)
            w = e * tail * tail
            nw = times * size * w
            derivatives = [
                times * (y - size * p), -nw, -nw * (1 - 2 * p), -nw * (1 - 6 * w),
            ]  # fmt: skip
            result += derivatives[max(low - 1, 0) : high]
        return tuple(result)

    def expected(
        self, m: Floats, v: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the expectations under η ~ N(m, v), by Gauss–Hermite quadrature."""
        return Family.expected(self, m, v, data, parameters, low, high)
