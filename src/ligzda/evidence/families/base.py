r"""What a family of outcomes must know: its log-likelihood in one linear predictor per cell.

Every family is written as :math:`\ell_i(\eta_i;\phi)`, a function of one linear predictor per cell
and of positive parameters :math:`\phi`. Inference needs the first four derivatives in
:math:`\eta`, and their expectations under :math:`\eta \sim N(m, v)`:

.. math:: \ell^{(k)}(m, v) = E\,[\,\partial^k \ell(m + \sqrt v z)\,],\quad z \sim N(0, 1),

by closed form where there is one and by Gauss–Hermite quadrature otherwise.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cache

import numpy as np

from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Floats, Ints, Table

Data = Mapping[str, Floats]
Parameters = Mapping[str, Floats]


@cache
def gauss_hermite(n: int) -> tuple[Floats, Floats]:
    """Nodes and weights for the standard normal density (weights sum to 1)."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(n)
    return nodes, weights / weights.sum()


class Family(ABC):
    """One family of outcomes. Subclasses are stateless; the registry holds one of each."""

    name: str
    links: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    exactly_gaussian = False

    def parameters_for(
        self, columns: Mapping[str, str], categories: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Names of the parameters that need a prior, given what the plan names."""
        return self.parameters

    def expand_parameters(self, outcome: Outcome) -> dict[str, str]:
        """Return the single parameters to estimate, each with the name of its prior."""
        return {name: name for name in outcome.parameters}

    @abstractmethod
    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Check and return the rows' data; raises :class:`TableError` naming row and column."""

    def distinct(self, data: Data) -> list[Floats]:
        """Arrays that must be equal for two rows to share a cell."""
        return []

    @abstractmethod
    def reduce(self, data: Data, cell: Ints, n_cells: int) -> dict[str, Floats]:
        """Return the sufficient statistics of each cell (rows with equal predictors)."""

    @abstractmethod
    def units(self, data: Data) -> Floats:
        """Return the number of participants in each row or cell."""

    @abstractmethod
    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the derivatives of ℓ in η of orders ``low`` to ``high`` (0 is ℓ; at most 4)."""

    @abstractmethod
    def start(self, data: Data) -> Floats:
        """Return a rough η per cell to start Newton's method from."""

    @abstractmethod
    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the inverse link: the mean of one participant's outcome."""

    @abstractmethod
    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return link-scale estimate and variance of some cells alone, if there is one."""

    def predictor_scale(self, data: Data) -> float:
        """Return the order of size of η: 1 for a log or logit link."""
        return 1.0

    def parameter_scale(self, parameter: str, data: Data) -> float:
        """Return the order of size at which to begin looking for a parameter."""
        return 1.0

    def expected(
        self, m: Floats, v: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the expectations of those derivatives under η ~ N(m, v)."""
        widest = float(np.max(v)) if v.size else 0.0
        nodes, weights = gauss_hermite(7 if widest < 0.3 else 13 if widest < 2 else 31)
        root = np.sqrt(v)
        total: list[Floats] = []
        for node, weight in zip(nodes, weights, strict=True):
            values = self.pointwise(m + root * node, data, parameters, low, high)
            if not total:
                total = [weight * value for value in values]
            else:
                for running, value in zip(total, values, strict=True):
                    running += weight * value
        return tuple(total)


def sums(values: Floats, cell: Ints, n_cells: int) -> Floats:
    """Return the sum of ``values`` per cell, independent of the order of the rows.

    Rows are added in ascending order of their value, so that reordering a table cannot change the
    last bit of a sum.
    """
    order = np.lexsort((values, cell))
    total: Floats = np.bincount(cell[order], weights=values[order], minlength=n_cells).astype(float)
    return total
