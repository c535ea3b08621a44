"""Positive amounts with a long right tail (costs): gamma, log link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ligzda.evidence.families.base import Data, Family, Parameters
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Ints, Table

_TOP = 300.0


class Gamma(Family):
    r"""Amounts with mean :math:`\mu = e^\eta` and coefficient of variation :math:`\phi`.

    Shape :math:`\kappa = \phi^{-2}`. A cell of n amounts needs their sum and the sum of logs:

    .. math:: \ell = -\kappa\,(n\eta + e^{-\eta}\textstyle\sum y) + (\kappa - 1)\sum\log y
              + n\,(\kappa\log\kappa - \log\Gamma(\kappa)).

    The parameter is ``variation`` (:math:`\phi`); expectations are closed.
    """

    name = "gamma"
    link = "log"
    columns = ("value",)
    required = ("value",)
    outcome_part = "value"
    log_concave = True
    parameters = ("variation",)

    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Check and return the rows' data."""
        column = outcome.columns["value"]
        y = table.numbers(column, Fault.OUTCOME_NOT_FINITE)
        table.refuse(
            y <= 0, column, Fault.NO_GAMMA_AT_ZERO,
        )  # fmt: skip
        return {"sum": y, "logs": np.log(y), "n": np.ones_like(y)}

    def units(self, data: Data) -> Floats:
        """Return participants per row or cell."""
        return data["n"]

    def total(self, data: Data) -> Floats:
        """Return the sum of the amounts."""
        return data["sum"]

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        return self.expected(eta, np.zeros(1), data, parameters, low, high)

    def expected(
        self, m: Floats, v: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the expectations under η ~ N(m, v), in closed form."""
        shape = np.maximum(parameters["variation"], 1e-6) ** -2.0
        n = data["n"]
        amount = shape * data["sum"] * np.exp(np.minimum(0.5 * v - m, _TOP))
        result = []
        if low == 0:
            from scipy.special import gammaln

            constant = (shape - 1) * data["logs"] + n * (shape * np.log(shape) - gammaln(shape))
            result.append(constant - shape * n * m - amount)
        derivatives = [amount - shape * n, -amount, amount, -amount]
        return tuple(result + derivatives[max(low - 1, 0) : high])

    def log_base_measure(self, data: Data) -> Floats:
        """Return 0: ℓ is the whole density."""
        return np.zeros_like(data["sum"])

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        shape = parameters["variation"] ** -2
        constant = (shape - 1) * data["logs"]
        constant += data["n"] * (shape * pt.log(shape) - pt.gammaln(shape))
        return constant - shape * (data["n"] * eta + data["sum"] * pt.exp(-eta))

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw amounts."""
        shape = max(parameters["variation"], 1e-6) ** -2.0
        amount = rng.gamma(shape, np.exp(eta) / shape)
        return {"value": np.maximum(amount, np.finfo(float).tiny)}

    def start(self, data: Data) -> Floats:
        """Return a rough η per cell."""
        return np.log(data["sum"] / data["n"])

    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the inverse link."""
        return np.exp(np.minimum(eta, _TOP))

    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return the unpooled estimate and variance of some cells."""
        n, total = float(data["n"][cells].sum()), float(data["sum"][cells].sum())
        mean = total / n
        # moment-free estimate of the variation: log(mean) − mean(log) ≈ φ²/2
        gap = float(np.log(mean) - data["logs"][cells].sum() / n)
        return (float(np.log(mean)), 2 * gap / n) if n > 1 and gap > 0 else None
