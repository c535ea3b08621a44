"""Normal outcomes: participants, cells (n, mean, SD), or summaries with known standard errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ligzda.evidence.errors import TableError
from ligzda.evidence.families.base import Data, Family, Parameters, ones, sums
from ligzda.evidence.families.cells import MeanCells
from ligzda.evidence.families.kernels import GAUSSIAN, GAUSSIAN_KNOWN, Kernel
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Ints, Table


class Normal(Family):
    r"""Identity link. Known standard errors :math:`s_i`, or an unknown residual SD :math:`\phi`.

    Known: :math:`\ell = -\tfrac12 (\bar y - \eta)^2 / s^2`. Unknown, from a cell of :math:`n`
    participants with mean :math:`\bar y` and sum of squares :math:`Q = (n-1)\,\mathrm{SD}^2`:

    .. math:: \ell = -n\log\phi - \frac{Q + n(\bar y - \eta)^2}{2\phi^2}.

    The likelihood is quadratic in :math:`\eta`: the Gaussian conditional is exact.
    """

    name = "normal"
    link = "identity"
    columns = ("value", "n", "sd", "se")
    required = ("value",)
    parameters = ("residual",)
    outcome_part = "value"
    size_part = "n"
    common = ("value", "")
    aggregates = ("n", "sd", "se")
    log_concave = True
    exactly_gaussian = True
    adds_up = False
    cells = MeanCells()

    def parameters_for(
        self, columns: Mapping[str, str], categories: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Return the parameters left to estimate."""
        return () if "se" in columns else self.parameters

    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Check and return the rows' data."""
        columns = outcome.columns
        value = table.numbers(columns["value"], Fault.OUTCOME_NOT_FINITE)
        n = table.numbers(columns["n"]) if "n" in columns else np.ones_like(value)
        if "n" in columns:
            table.refuse(
                (n < 1) | (n != np.rint(n)),
                columns["n"],
                Fault.NOT_PARTICIPANTS,
            )
        if "se" in columns:
            se = table.numbers(columns["se"])
            table.refuse(
                se <= 0,
                columns["se"],
                Fault.SE_NOT_POSITIVE,
            )
            return {"mean": value, "se": se, "n": n}
        if ("sd" in columns) != ("n" in columns):
            given, absent = ("sd", "n") if "sd" in columns else ("n", "sd")
            raise TableError(
                Fault.HALF_A_CELL.of(given=given, absent=absent),
                source=table.source,
            )
        if "sd" not in columns:
            if (value == value[0]).all():
                raise TableError(
                    Fault.NO_VARIATION.of(value=value[0]),
                    source=table.source,
                    column=columns["value"],
                )
            return {"mean": value, "n": n, "ss": np.zeros_like(value)}
        # a cell of one participant has no SD: the column may be empty there
        raw = table.column(columns["sd"])
        if raw.dtype.kind == "f":
            sd = np.where(n == 1, np.nan_to_num(raw), raw)
            table.refuse(
                ~np.isfinite(sd),
                columns["sd"],
                Fault.SD_MISSING,
            )
        else:
            sd = table.numbers(columns["sd"])
        table.refuse(sd < 0, columns["sd"], Fault.NEGATIVE_SD)
        return {"mean": value, "n": n, "ss": (n - 1) * sd**2}

    def reduce(self, data: Data, cell: Ints, n_cells: int) -> dict[str, Floats]:
        """Return the sufficient statistics of each cell."""
        n = sums(data["n"], cell, n_cells)
        weight = data["n"] if "ss" in data else data["se"] ** -2
        total = sums(weight, cell, n_cells)
        # centred sums: 10⁷ equal values must not lose their digits
        centre = sums(data["mean"], cell, n_cells) / np.bincount(cell, minlength=n_cells)
        mean = centre + sums(weight * (data["mean"] - centre[cell]), cell, n_cells) / total
        if "ss" not in data:
            return {"mean": mean, "se": total**-0.5, "n": n}
        between = data["n"] * (data["mean"] - mean[cell]) ** 2
        return {"mean": mean, "n": n, "ss": sums(data["ss"] + between, cell, n_cells)}

    def units(self, data: Data) -> Floats:
        """Return participants per row or cell."""
        return data["n"]

    def total(self, data: Data) -> Floats:
        """Return the sum of the participants' values."""
        return data["n"] * data["mean"]

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        return self.expected(eta, np.zeros(1), data, parameters, low, high)

    def expected(
        self, m: Floats, v: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the expectations under η ~ N(m, v), in closed form."""
        off = data["mean"] - m
        if "ss" in data:
            phi = np.maximum(parameters["residual"], 1e-120)
            precision = data["n"] / phi**2 + np.zeros_like(m)
            level = -data["n"] * np.log(phi) - 0.5 * data["ss"] / phi**2
        else:
            precision = data["se"] ** -2 + np.zeros_like(m)
            level = np.log(precision) * 0.5
        zero = np.zeros_like(m)
        level = level - 0.5 * precision * (off**2 + v)
        return (level, precision * off, -precision, zero, zero)[low : high + 1]

    def log_base_measure(self, data: Data) -> Floats:
        r"""Return the constants of the normal density, and of the SD's where a cell has one.

        :math:`Q/\phi^2` is :math:`\chi^2` with n − 1 degrees of freedom, and the table holds the SD
        :math:`\sqrt{Q/(n-1)}`.
        """
        from scipy.special import gammaln, xlogy

        level: Floats = np.full_like(data["mean"], -0.5 * np.log(2 * np.pi))
        if "ss" not in data:
            return level
        n, degrees = data["n"], np.maximum(data["n"] - 1, 1)
        of_sd = 0.5 * xlogy(degrees - 1, data["ss"] / degrees) + 0.5 * degrees * np.log(degrees)
        of_sd = of_sd + (1 - 0.5 * degrees) * np.log(2) - gammaln(0.5 * degrees)
        return np.asarray(np.where(n > 1, level + 0.5 * np.log(n) + of_sd, level))

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        if "se" in data:
            return -0.5 * ((data["mean"] - eta) / data["se"]) ** 2
        phi = parameters["residual"]
        squares = data["ss"] + data["n"] * (data["mean"] - eta) ** 2
        return -data["n"] * pt.log(phi) - 0.5 * squares / phi**2

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw values; for cells with an SD also that."""
        if "se" in outcome.columns:
            return {"value": eta + ones(parts, "se", eta) * rng.standard_normal(len(eta))}
        residual, n = parameters["residual"], ones(parts, "n", eta)
        value = eta + residual * rng.standard_normal(len(eta)) / np.sqrt(n)
        if "sd" not in outcome.columns:
            return {"value": value}
        degrees = np.maximum(n - 1, 1)
        sd = residual * np.sqrt(rng.chisquare(degrees) / degrees)
        return {"value": value, "sd": np.where(n > 1, sd, 0.0)}

    def kernel(self, data: Data) -> Kernel | None:
        """Return the Gaussian likelihood, with the SD known or not."""
        if "ss" in data:
            return Kernel(GAUSSIAN, data["mean"], data["n"], data["ss"])
        return Kernel(GAUSSIAN_KNOWN, data["mean"], data["se"], data["se"])

    def parameter_slope(
        self, name: str, m: Floats, v: Floats, data: Data, parameters: Parameters
    ) -> tuple[Floats, Floats]:
        """Return slope and curvature (its expectation) in the log of the residual SD."""
        n = data["n"]
        square = data["ss"] + n * ((data["mean"] - m) ** 2 + v)
        return (square / parameters[name] ** 2 - n).sum(axis=1), 2 * n.sum(axis=1)

    def start(self, data: Data) -> Floats:
        """Return a rough η per cell."""
        return data["mean"]

    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the inverse link."""
        return eta

    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return the unpooled estimate and variance of some cells."""
        if "se" in data:
            weight = data["se"][cells] ** -2.0
            return float(np.average(data["mean"][cells], weights=weight)), float(1 / weight.sum())
        n = float(data["n"][cells].sum())
        mean = float((data["n"] * data["mean"])[cells].sum() / n)
        ss = float(data["ss"][cells].sum() + (data["n"] * (data["mean"] - mean) ** 2)[cells].sum())
        return (mean, ss / (n - 1) / n) if n > 1 and ss > 0 else None

    def predictor_scale(self, data: Data) -> float:
        """Return the order of size of η."""
        return _spread(data)

    def parameter_scale(self, parameter: str, data: Data) -> float:
        """Return the order of size of a parameter."""
        return _spread(data)


def _spread(data: Data) -> float:
    n = data["n"]
    mean = np.average(data["mean"], weights=n)
    total = float((n * (data["mean"] - mean) ** 2).sum() + data.get("ss", np.zeros(1)).sum())
    if total > 0:
        return float((total / float(n.sum())) ** 0.5)
    return float(np.max(data["se"])) if "se" in data else 1.0
