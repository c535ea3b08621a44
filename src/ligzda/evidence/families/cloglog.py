"""Binomial counts with a complementary log-log link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ligzda.evidence.families.base import Data, Parameters
from ligzda.evidence.families.binomial import Binomial
from ligzda.evidence.families.kernels import Kernel
from ligzda.evidence.tables import Floats, Ints


class ComplementaryLogLog(Binomial):
    r"""Successes with :math:`p = 1 - e^{-\lambda}`, :math:`\lambda = e^\eta`: a hazard.

    :math:`\ell = y \log(1 - e^{-\lambda}) - (n - y)\lambda`. With
    :math:`r = \lambda/(e^\lambda - 1)` and :math:`s = 1 - \lambda - r` the first term has the
    derivatives :math:`r`, :math:`r s`, :math:`r(s^2 + s')`, …, where :math:`s' = -\lambda - r s`.
    """

    link = "cloglog"
    logistic_mean = False
    cells = None
    common = None

    def kernel(self, data: Data) -> Kernel | None:
        """Return None: nothing is compiled for this link."""
        return None

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        rate = pt.exp(eta)
        return data["y"] * pt.log(-pt.expm1(-rate)) - (data["n"] - data["y"]) * rate

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        y, n = data["y"], data["n"]
        rate = np.exp(np.minimum(eta, 300.0))
        absent = (n - y) * rate
        capped = np.minimum(rate, 700.0)
        failing = -np.expm1(-np.maximum(capped, 1e-300))
        result = []
        if low == 0:
            result.append(y * np.log(failing) - absent)
        if high > 0:
            r = capped * np.exp(-capped) / failing
            s = 1 - capped - r
            s1 = -capped - r * s
            s2 = -capped - r * (s * s + s1)
            terms = [r, r * s, r * (s * s + s1), r * (s**3 + 3 * s * s1 + s2)]
            result += [y * term - absent for term in terms][max(low - 1, 0) : high]
        return tuple(result)

    def start(self, data: Data) -> Floats:
        """Return a rough η per cell."""
        p = (data["y"] + 0.5) / (data["n"] + 1)
        return np.log(-np.log1p(-p))

    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the inverse link."""
        return -np.expm1(-np.exp(np.minimum(eta, 300.0)))

    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return the unpooled estimate and variance of some cells."""
        y, n = float(data["y"][cells].sum()), float(data["n"][cells].sum())
        if y <= 0 or y >= n:
            return None
        p = y / n
        hazard = -np.log1p(-p)
        return float(np.log(hazard)), float(p / (n * (1 - p) * hazard**2))
