"""Binomial counts or 0/1 outcomes, logit or complementary log-log link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np

from ligzda.evidence.families.base import Data, Family, Parameters, logistic, ones
from ligzda.evidence.families.cells import Cells, ShareCells
from ligzda.evidence.families.kernels import LOGISTIC, Kernel
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Ints, Table


class Binomial(Family):
    r"""Successes :math:`y \sim \mathrm{Bin}(n, p)`, :math:`\mathrm{logit}\,p = \eta`.

    :math:`\ell = y\eta - n\log(1 + e^\eta)`; with :math:`w = p(1-p)` the derivatives are
    :math:`y - np,\; -nw,\; -nw(1-2p),\; -nw(1-6w)`.
    """

    name = "binomial"
    link = "logit"
    aliases = ("bernoulli",)
    columns = ("successes", "trials")
    required = ("successes",)
    outcome_part = "successes"
    size_part = "trials"
    aggregates = ("trials",)
    log_concave = True
    mean_scale = "probability"
    common: ClassVar[tuple[str, str] | None] = ("successes", "trials")
    logistic_mean = True
    cells: ClassVar[Cells | None] = ShareCells()

    def is_yes_or_no(self, outcome: Outcome) -> bool:
        """Return whether the plan names no column of participants."""
        return "trials" not in outcome.columns

    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Check and return the rows' data."""
        successes = outcome.columns["successes"]
        y = table.numbers(successes, Fault.OUTCOME_NOT_FINITE)
        if "trials" not in outcome.columns:
            table.refuse(
                (y != 0) & (y != 1),
                successes,
                Fault.NOT_ZERO_OR_ONE,
            )
            return {"y": y, "n": np.ones_like(y)}
        trials = outcome.columns["trials"]
        n = table.numbers(trials)
        for column, values in ((successes, y), (trials, n)):
            table.refuse(values < 0, column, Fault.NEGATIVE_COUNT)
            table.refuse(
                values != np.rint(values),
                column,
                Fault.BROKEN_COUNT,
            )
        table.refuse(
            y > n,
            successes,
            Fault.MORE_SUCCESSES.of(trials=trials),
        )
        return {"y": y, "n": n}

    def units(self, data: Data) -> Floats:
        """Return participants per row or cell."""
        return data["n"]

    def total(self, data: Data) -> Floats:
        """Return successes per row or cell."""
        return data["y"]

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        y, n = data["y"], data["n"]
        # one exponential of −|η| serves the logistic function and log(1 + e^η) without overflow
        e = np.exp(-np.abs(eta))
        result = []
        if low == 0:
            result.append(y * eta - n * (np.maximum(eta, 0) + np.log1p(e)))
        if high > 0:
            tail = 1 / (1 + e)
            p = np.where(eta >= 0, tail, e * tail)
            w = e * tail * tail
            nw = n * w
            result += [y - n * p, -nw][max(low - 1, 0) : high]
            if high > 2:
                result += [-nw * (1 - 2 * p), -nw * (1 - 6 * w)][max(low - 3, 0) : high - 2]
        return tuple(result)

    def log_base_measure(self, data: Data) -> Floats:
        """Return the log of the binomial coefficient."""
        from scipy.special import gammaln

        y, n = data["y"], data["n"]
        return np.asarray(gammaln(n + 1) - gammaln(y + 1) - gammaln(n - y + 1))

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        return data["y"] * eta - data["n"] * pt.softplus(eta)

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw successes."""
        trials = ones(parts, "trials", eta).astype(np.int64)
        return {"successes": rng.binomial(trials, self.mean(eta)).astype(np.float64)}

    def kernel(self, data: Data) -> Kernel | None:
        """Return the logistic likelihood."""
        return Kernel(LOGISTIC, data["y"], data["n"], data["n"])

    def start(self, data: Data) -> Floats:
        """Return a rough η per cell."""
        return np.log((data["y"] + 0.5) / (data["n"] - data["y"] + 0.5))

    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the inverse link."""
        return logistic(eta)

    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return the unpooled estimate and variance of some cells."""
        y, n = float(data["y"][cells].sum()), float(data["n"][cells].sum())
        if y <= 0 or y >= n:
            return None
        return float(np.log(y / (n - y))), 1 / y + 1 / (n - y)
