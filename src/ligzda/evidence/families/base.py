r"""What a family of outcomes must know: its log-likelihood in one linear predictor per cell.

Every family is written as :math:`\ell_i(\eta_i;\phi)`, a function of one linear predictor per cell
and of positive parameters :math:`\phi`. Inference needs the first four derivatives in
:math:`\eta`, and their expectations under :math:`\eta \sim N(m, v)`:

.. math:: \ell^{(k)}(m, v) = E\,[\,\partial^k \ell(m + \sqrt v z)\,],\quad z \sim N(0, 1),

by closed form where there is one and by Gauss–Hermite quadrature otherwise.

A family owns all that the rest of the engine, and the rooms that report, must know of it: they ask
it and never match on its name (``tests/evidence/test_family_names.py`` holds them to that).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Literal

import numpy as np

from ligzda.evidence.families.cells import Cells
from ligzda.evidence.families.kernels import LOGISTIC, Kernel
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Ints, Table

Data = Mapping[str, Floats]
Parameters = Mapping[str, Floats]
MeanScale = Literal["mean", "probability", "rate"]

# points of the rule of an expectation, and the variance of η up to which they are enough
RULES = ((7, 0.3), (13, 2.0), (21, 6.0), (31, np.inf))


@cache
def gauss_hermite(n: int) -> tuple[Floats, Floats]:
    """Nodes and weights for the standard normal density (weights sum to 1)."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(n)
    return nodes, weights / weights.sum()


class Family(ABC):
    """One family of outcomes with one link. Subclasses are stateless; the registry holds one each.

    In a plan: ``name`` (and ``aliases``), ``link``; ``columns`` are the parts of the outcome that
    the plan may name, ``required`` those that it must; ``labels`` are parts whose columns hold
    labels, not numbers; ``keys`` are further keys of ``[outcome]``; ``parameters`` want a prior.

    ``outcome_part`` holds the outcome itself, which may be missing and is drawn; None where nothing
    of a row can be missing. ``size_part`` counts a row's participants; ``aggregates`` are parts
    that, where named, say that a row is a cell of several.

    ``log_concave`` claims that ℓ is concave in η for every data and parameters. The nested solver
    has one mode to look for then, and refuses a family that does not claim it.
    """

    name: ClassVar[str]
    link: ClassVar[str]
    aliases: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar[tuple[str, ...]] = ()
    required: ClassVar[tuple[str, ...]] = ()
    labels: ClassVar[tuple[str, ...]] = ()
    keys: ClassVar[tuple[str, ...]] = ()
    parameters: ClassVar[tuple[str, ...]] = ()
    outcome_part: ClassVar[str | None]
    size_part: ClassVar[str | None] = None
    aggregates: ClassVar[tuple[str, ...]] = ()
    log_concave: ClassVar[bool] = False
    # ℓ is quadratic in η: a Gaussian conditional is exact
    exactly_gaussian: ClassVar[bool] = False
    mean_scale: ClassVar[MeanScale] = "mean"
    # the mean is the standard logistic function of η, which the compiled ranks know
    logistic_mean: ClassVar[bool] = False
    # the parts that a form of the common plan asks for: what is counted or measured, and out of
    # what (“” where out of nothing); None where only TOML says such a plan
    common: ClassVar[tuple[str, str] | None] = None
    # columns for use in terms that ``split`` adds: no file has them
    makes: ClassVar[tuple[str, ...]] = ()
    # a participant is split into rows by the outcome: tables of one design differ in their rows
    splits: ClassVar[bool] = False
    # a cell's statistics are the sums of its rows'
    adds_up: ClassVar[bool] = True
    # how whole cells of a simulated trial are drawn; None where such trials are not simulated
    cells: ClassVar[Cells | None] = None

    @property
    def is_share(self) -> bool:
        """Whether a mean is a share of participants, told in percent and percentage points."""
        return self.mean_scale == "probability"

    def is_yes_or_no(self, outcome: Outcome) -> bool:
        """Whether a row is one participant with 0 or 1, so that equal rows may be counted."""
        return False

    def split(self, table: Table, outcome: Outcome) -> Table:
        """Return the rows that the likelihood is of: for most families those of the table."""
        return table

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

    def reduce(self, data: Data, cell: Ints, n_cells: int) -> dict[str, Floats]:
        """Return the sufficient statistics of each cell (rows with equal predictors)."""
        return {key: sums(values, cell, n_cells) for key, values in data.items()}

    @abstractmethod
    def units(self, data: Data) -> Floats:
        """Return the participants (or time at risk) of each row or cell, to weight means by."""

    @abstractmethod
    def total(self, data: Data) -> Floats:
        """Return the sum of the outcome over the participants of each row or cell.

        Its expectation is :meth:`mean` times :meth:`units`.
        """

    @abstractmethod
    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the derivatives of ℓ in η of orders ``low`` to ``high`` (0 is ℓ; at most 4)."""

    @abstractmethod
    def log_base_measure(self, data: Data) -> Floats:
        """Return what log p(row) has beside ℓ: free of η and the parameters, so left out of it.

        The density is that of the outcome as the table holds it, with respect to counting where
        it is discrete and to length where it is continuous.
        """

    @abstractmethod
    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ of every cell for NUTS, up to a constant, with the functions of ``pt``.

        ``pt`` is ``pytensor.tensor``, or any namespace with exp, log, expm1, softplus, gammaln.
        """

    @abstractmethod
    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw the outcome of rows with predictor ``eta`` (N,); return its columns by part.

        ``parts`` has the columns of the plan's other parts (trials, exposure, n, …).
        """

    def kernel(self, data: Data) -> Kernel | None:
        """Return the compiled arithmetic for batches, and its statistics; None without one."""
        return None

    def level_kernel(self, data: Data) -> Kernel | None:
        """Return the compiled ℓ for integrals over nested effects; None without one."""
        kernel = self.kernel(data)
        return kernel if kernel is not None and kernel.code == LOGISTIC else None

    def parameter_slope(
        self, name: str, m: Floats, v: Floats, data: Data, parameters: Parameters
    ) -> tuple[Floats, Floats]:
        r"""Return (M,) slope and curvature of Σ E[ℓ] in the log of a parameter.

        η ~ N(m, v), both (M, N). The curvature is minus the second derivative, at least 0. Here by
        differences; a family with closed forms gives those.
        """
        step, values = 1e-3, []
        for sign in (-1, 0, 1):
            moved = {**parameters, name: parameters[name] * np.exp(sign * step)}
            values.append(self.expected(m, v, data, moved, 0, 0)[0].sum(axis=1))
        rise = (values[2] - values[0]) / (2 * step)
        bend = -(values[2] - 2 * values[1] + values[0]) / step**2
        return rise, np.maximum(bend, 0.0)

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
        nodes, weights = gauss_hermite(next(size for size, below in RULES if widest < below))
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


def logistic(eta: Floats) -> Floats:
    """Return 1 / (1 + exp(−η)), without overflow."""
    result: Floats = 0.5 * (1 + np.tanh(0.5 * eta))
    return result


def mean_count(exposure: Floats, eta: Floats) -> Floats:
    """Return the mean of a count with a log link, held below what the generator can draw."""
    result: Floats = np.minimum(exposure * np.exp(np.minimum(eta, 300.0)), 1e15)
    return result


def ones(parts: Mapping[str, Column], name: str, like: Floats) -> Floats:
    """Return the column of a part, and ones where the plan does not name it."""
    return np.asarray(parts[name], dtype=np.float64) if name in parts else np.ones(len(like))


def sums(values: Floats, cell: Ints, n_cells: int) -> Floats:
    """Return the sum of ``values`` per cell, independent of the order of the rows.

    Rows are added in ascending order of their value, so that reordering a table cannot change the
    last bit of a sum.
    """
    order = np.lexsort((values, cell))
    total: Floats = np.bincount(cell[order], weights=values[order], minlength=n_cells).astype(float)
    return total
