"""Ordered categories: cumulative logit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from ligzda.evidence.errors import nearest
from ligzda.evidence.families.base import (
    RULES,
    Data,
    Family,
    Parameters,
    gauss_hermite,
    logistic,
)
from ligzda.evidence.faults import Fault
from ligzda.evidence.plan import Outcome
from ligzda.evidence.tables import Column, Floats, Ints, Table

COMPILED_FROM = 400  # cells times categories: below, loading takes longer than it saves


class Ordinal(Family):
    r"""Categories :math:`1 < \dots < C` with :math:`P(Y > k) = \mathrm{logit}^{-1}(\eta - c_k)`.

    The first cutpoint is 0 (the model has an intercept), the others are sums of positive gaps
    :math:`\delta_2, \delta_3, \dots`, the parameters (``gap``). With :math:`n_k` in category k,

    .. math:: \ell = \sum_{k=1}^{C-1} \left[ n_{k+1}(\eta - c_k)
              - (n_k + n_{k+1}) \log(1 + e^{\eta - c_k}) \right]
              + \sum_{k=2}^{C-1} n_k \log(1 - e^{-\delta_k}),

    a sum of logistic terms: :math:`\log(F(a) - F(b)) = a + \log(1 - e^{b-a}) - \log(1+e^a) -
    \log(1+e^b)`. The mean of an ordinal outcome is its expected category number, 1 to C.
    """

    name = "ordinal"
    link = "logit"
    columns = ("category", "n")
    required = ("category",)
    labels = ("category",)
    keys = ("categories",)
    parameters = ("gap",)
    outcome_part = "category"
    size_part = "n"
    aggregates = ("n",)
    log_concave = True

    def parameters_for(
        self, columns: Mapping[str, str], categories: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Return the parameters left to estimate: no gap where there are two categories."""
        return self.parameters if len(categories) != 2 else ()

    def expand_parameters(self, outcome: Outcome) -> dict[str, str]:
        """Return the names of the single gaps, each with the name of its prior."""
        return {f"gap {k}": "gap" for k in range(2, len(outcome.categories))}

    def read(self, table: Table, outcome: Outcome) -> dict[str, Floats]:
        """Check and return the rows' data."""
        column = outcome.columns["category"]
        labels = table.labels(column)
        categories = outcome.categories
        known = np.isin(labels, categories)
        choice = nearest(str(labels[np.argmin(known)]), categories)
        table.refuse(~known, column, Fault.UNKNOWN_CATEGORY.of(choice=choice))
        n = np.ones(len(labels))
        if "n" in outcome.columns:
            n = table.numbers(outcome.columns["n"])
            table.refuse(
                (n < 0) | (n != np.rint(n)), outcome.columns["n"],
                Fault.NOT_PARTICIPANTS,
            )  # fmt: skip
        return {f"n{k}": n * (labels == category) for k, category in enumerate(categories, 1)}

    def units(self, data: Data) -> Floats:
        """Return participants per row or cell."""
        total: Floats = np.sum(list(data.values()), axis=0)
        return total

    def total(self, data: Data) -> Floats:
        """Return the sum of the category numbers, 1 to C."""
        total: Floats = np.sum([k * n for k, n in enumerate(data.values(), 1)], axis=0)
        return total

    def pointwise(
        self, eta: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return ℓ and its derivatives in η."""
        if _compiled(eta, data):
            none = np.zeros_like(eta)
            at = np.zeros(1), np.ones(1), np.array([[0, 1]]), none.astype(np.intp)
            return _sums(eta, none, data, parameters, at, low, high)
        total: list[Floats] = []
        for k, cut in enumerate(_cuts(parameters), 1):
            below, above = data[f"n{k}"], data[f"n{k + 1}"]
            n = below + above
            t = eta - cut
            e = np.exp(-np.abs(t))
            tail = 1 / (1 + e)
            p = np.where(t >= 0, tail, e * tail)
            w = e * tail * tail
            part = [above - n * p, -n * w] if high <= 2 else [
                above - n * p, -n * w, -n * w * (1 - 2 * p), -n * w * (1 - 6 * w)
            ]  # fmt: skip
            part = part[max(low - 1, 0) : high]
            if low == 0:
                level = above * t - n * (np.maximum(t, 0) + np.log1p(e))
                if k > 1:
                    gap = np.maximum(parameters[f"gap {k}"], 1e-12)
                    level = level + below * np.log(-np.expm1(-gap))
                part = [level, *part]
            total = part if not total else [a + b for a, b in zip(total, part, strict=True)]
        return tuple(total)

    def expected(
        self, m: Floats, v: Floats, data: Data, parameters: Parameters, low: int, high: int
    ) -> tuple[Floats, ...]:
        """Return the expectations of those derivatives under η ~ N(m, v)."""
        if not _compiled(m, data):
            return super().expected(m, v, data, parameters, low, high)
        rules = [gauss_hermite(size) for size, _ in RULES]
        ends = np.cumsum([0, *(size for size, _ in RULES)])
        places = np.concatenate([z for z, _ in rules])
        weights = np.concatenate([w for _, w in rules])
        span = np.stack([ends[:-1], ends[1:]], axis=1)
        rule = np.searchsorted([below for _, below in RULES[:-1]], v, side="right")
        return _sums(m, v, data, parameters, (places, weights, span, rule), low, high)

    def log_base_measure(self, data: Data) -> Floats:
        """Return 0: a row has one category, of all its participants alike."""
        return np.zeros_like(data["n1"])

    def expression(self, pt: Any, eta: Any, data: Data, parameters: Mapping[str, Any]) -> Any:
        """Return ℓ for NUTS."""
        total, cut = 0.0, 0.0
        for k in range(1, len(data)):
            below, above = data[f"n{k}"], data[f"n{k + 1}"]
            if k > 1:
                gap = parameters[f"gap {k}"]
                cut = cut + gap
                total = total + below * pt.log(-pt.expm1(-gap))
            total = total + above * (eta - cut) - (below + above) * pt.softplus(eta - cut)
        return total

    def draw(
        self,
        outcome: Outcome,
        eta: Floats,
        parts: Mapping[str, Column],
        parameters: Mapping[str, float],
        rng: np.random.Generator,
    ) -> dict[str, Column]:
        """Draw categories."""
        gaps = [parameters[f"gap {k}"] for k in range(2, len(outcome.categories))]
        cuts = np.concatenate([[0.0], np.cumsum(gaps)])
        place = (rng.random((len(eta), 1)) < logistic(eta[:, None] - cuts)).sum(axis=1)
        return {"category": np.array(outcome.categories)[place]}

    def start(self, data: Data) -> Floats:
        """Return a rough η per cell."""
        more: Floats = np.sum([v for k, v in data.items() if k != "n1"], axis=0)
        return np.log((more + 0.5) / (data["n1"] + 0.5))

    def mean(self, eta: Floats, parameters: Parameters | None = None) -> Floats:
        """Return the expected category number."""
        total = np.ones_like(eta)
        for cut in _cuts(parameters or {}):
            total = total + logistic(eta - cut)
        return total

    def observed(self, data: Data, cells: Ints) -> tuple[float, float] | None:
        """Return None: a cumulative logit has no estimate for one arm alone."""
        return None


def _compiled(eta: Floats, data: Data) -> bool:
    """Whether sums over the cells of one table are worth loading compiled code for."""
    n = data["n1"]
    return n.ndim == 1 and eta.shape[1:] == n.shape and n.size * len(data) >= COMPILED_FROM


def _sums(
    m: Floats,
    v: Floats,
    data: Data,
    parameters: Parameters,
    rule: tuple[Floats, Floats, Ints, Ints],
    low: int,
    high: int,
) -> tuple[Floats, ...]:
    """Return expected derivatives by rules: their nodes, weights, parts, and each cell's rule."""
    # Late: its import costs more than a small table.
    from ligzda.evidence.families.compiled_cutpoints import add_expected

    counts = np.stack(list(data.values()))
    n = counts[:-1] + counts[1:]
    cut, cell = np.nonzero(n)
    ones = np.ones((len(m), 1))
    cuts = np.concatenate([ones * c for c in _cuts(parameters)], axis=1)
    out = np.zeros((5, *m.shape))
    add_expected(
        np.ascontiguousarray(m), np.ascontiguousarray(v), cell, cut, counts[1:][cut, cell],
        n[cut, cell], cuts, *rule, low, high, out,
    )  # fmt: skip
    if low == 0:
        for k in range(2, len(data)):
            gap = np.maximum(parameters[f"gap {k}"], 1e-12)
            out[0] += data[f"n{k}"] * np.log(-np.expm1(-gap))
    return tuple(out[low : high + 1])


def _cuts(parameters: Parameters) -> list[Floats]:
    """Return the cutpoints: 0 and the running sums of the gaps."""
    cuts = [np.zeros(1)]
    k = 2
    while f"gap {k}" in parameters:
        cuts.append(cuts[-1] + parameters[f"gap {k}"])
        k += 1
    return cuts
