r"""Regression of net benefits on parameters: additive splines with interactions, smoothed by REML.

All options share one design :math:`X` and one set of smoothing parameters, so the fit is one linear
smoother :math:`\hat G = H Y` for every option: permuting options, or adding the same draw-wise
amount to all of them, passes through it exactly. Each block *m* of penalised columns has
coefficients :math:`b_{mj} \sim N(0, \sigma_j^2 / \lambda_m)`; the :math:`\lambda_m` maximise the
restricted likelihood pooled over the options by the Fellner–Schall fixed point

.. math:: \lambda_m = \gamma_m J / \sum_j (\lVert b_{mj}\rVert^2 / \sigma_j^2), \qquad
          \gamma_m = k_m - \lambda_m \operatorname{tr} (A^{-1})_{mm}, \quad
          A = X^\top X + \Lambda

(Wood & Fasiolo 2017, *Biometrics* 73:1071–1081, for identity penalties). Interactions are
products of small marginal bases, one penalised block a pair (Wood, Scheipl & Faraway 2013,
*Statistics and Computing* 23:341–360). Coefficients have posterior covariance
:math:`\Sigma \otimes A^{-1}` with Σ the residual covariance of the options.

What the splines leave over is regressed on a second basis (`radial`). Where that finds structure,
both bases are fitted together, and what the splines alone say is kept beside it: an error that
holds the difference of the two is honest, one that knows only of noise is not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, pairwise

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.special import fdtrc

from ligzda.evidence.decision.draws import Floats
from ligzda.evidence.decision.faults import DecisionFault
from ligzda.evidence.decision.radial import radial
from ligzda.evidence.decision.splines import standardised, term
from ligzda.evidence.errors import DecisionError

_ITERATIONS = 40
#: Change of a block's effective degrees of freedom below which the smoothing has settled.
_SETTLED = 0.1
#: The fixed point creeps; longer steps on the log scale reach the same point in half the time.
_RELAXATION = 1.6
#: Effective degrees of freedom below which a block's wiggliness counts as none.
_STRAIGHT = 0.05
#: Keeps collinear unpenalised columns solvable; as weak as a millionth of a draw.
_RIDGE = 1e-6
#: Columns of the second basis, of one parameter and of several; and the draws that one needs.
_RADIAL, _RADIALS, _DRAWS_A_COLUMN = 40, 80, 20
#: Structure of the residuals is believed from this probability under none.
_CHANCE = 1e-3


@dataclass(frozen=True, eq=False)
class Smooth:
    """The fit of Y[draw, option] on the parameters.

    ``values`` are the fitted conditional means (less what is common to all options in a draw) and
    ``residuals`` what is left of the response. ``design`` and ``root`` (a square root of A⁻¹) with
    ``residual_root`` (of Σ) give draws of the fit around itself; ``explained`` is the variance
    of each option's conditional mean, without the part that is noise of the fit; ``edf`` the
    effective degrees of freedom.

    ``structure`` is the share of the splines' residual variance that the second basis explains,
    beyond chance, at the option where it explains most; where that is more than chance, ``splines``
    are the conditional means by splines alone, and the fit is that of both bases.
    """

    values: Floats
    residuals: Floats
    design: Floats
    root: Floats
    residual_root: Floats
    explained: Floats
    edf: float
    structure: float = 0.0
    splines: Floats | None = None

    def wobble(self, rows: slice, replicates: int, rng: np.random.Generator) -> Floats:
        """Draw deviations of the fit from its estimate: [replicate, row, option]."""
        size, options = self.root.shape[0], self.residual_root.shape[0]
        normal = rng.standard_normal((size * replicates, options)) @ self.residual_root.T
        deviation = (self.design[rows] @ self.root) @ normal.reshape(size, replicates * options)
        folded = deviation.reshape(-1, replicates, options).transpose(1, 0, 2)
        return np.ascontiguousarray(folded)


def smooth(response: Floats, parameters: Floats) -> Smooth:
    """Fit ``response[draw, option]`` on ``parameters[draw, p]``.

    Raises `DecisionError` for a parameter without variation, and where there are too many
    parameters for the number of draws.
    """
    design, blocks = _design(parameters)
    fit = _fitted(response, design, blocks)
    draws, count = parameters.shape
    size = min(_RADIAL if count == 1 else _RADIALS, draws // _DRAWS_A_COLUMN)
    second = radial(parameters, size)
    if not second.shape[1]:
        return fit
    structure, chance = _structure(fit, second)
    if chance > _CHANCE:
        return replace(fit, structure=structure)
    end = design.shape[1]
    both = np.hstack([design, second])
    whole = _fitted(response, both, [*blocks, slice(end, end + second.shape[1])])
    return replace(whole, structure=structure, splines=fit.values)


def _structure(fit: Smooth, second: Floats) -> tuple[float, float]:
    """Return which share of the residuals' variance ``second`` explains, and by what chance.

    The share is that of the option where it is largest, less what noise explains; the chance is
    that of the F test with the effective degrees of freedom.
    """
    rest = fit.residuals
    total = np.einsum("sj,sj->j", rest, rest)
    if not total.max() > 1e-20 * max(float((fit.values**2).sum()), 1e-300):
        return 0.0, 1.0
    again = _fitted(rest, second, [slice(0, second.shape[1])])
    if again.edf < _STRAIGHT:
        return 0.0, 1.0
    left = np.einsum("sj,sj->j", again.residuals, again.residuals)
    free = len(rest) - 1 - fit.edf - again.edf
    option = int(np.argmax((total - left) / np.maximum(total, 1e-300)))
    explained, noise = float(total[option] - left[option]), float(left[option]) / free
    share = max(explained - noise * again.edf, 0.0) / float(total[option])
    ratio = explained / again.edf / max(noise, 1e-300)
    return share, float(fdtrc(again.edf, free, ratio))


def _fitted(response: Floats, design: Floats, blocks: list[slice]) -> Smooth:
    """Fit ``response[draw, option]`` on the columns, each block with a penalty of its own."""
    y = response - response.mean(axis=1, keepdims=True)
    means = y.mean(axis=0)
    y = y - means
    count, size = design.shape
    gram, cross = design.T @ design, design.T @ y
    total = np.einsum("sj,sj->j", y, y)
    active = total > 1e-20 * max(float((response**2).sum()), 1e-300)
    penalty = np.full(size, _RIDGE)
    for block in blocks:
        penalty[block] = float(count) ** 0.5
    gammas = np.full(len(blocks), np.inf)
    for _ in range(_ITERATIONS):
        inverse = cho_solve(cho_factor(gram + np.diag(penalty)), np.eye(size))
        beta = inverse @ cross
        residual = total - 2 * (beta * cross).sum(axis=0) + (beta * (gram @ beta)).sum(axis=0)
        edf = float(size - penalty @ np.diag(inverse))
        used = 1 - penalty * np.diag(inverse)
        before, gammas = gammas, np.array([used[block].sum() for block in blocks])
        if not active.any() or np.abs(gammas - before).max(initial=0.0) < _SETTLED:
            break
        sigma2 = np.maximum(residual / (count - 1 - edf), 1e-12 * total / count)[active]
        energy = (beta[:, active] ** 2 / sigma2).mean(axis=1)
        penalty = penalty.copy()
        for block, gamma in zip(blocks, gammas, strict=True):
            step = gamma / max(float(energy[block].sum()), 1e-300) / penalty[block]
            # A block that has all but become a straight line would only run away further.
            wanted = penalty[block] * step**_RELAXATION if gamma > _STRAIGHT else 1e9
            penalty[block] = np.clip(wanted, 1e-6, 1e9)
    fitted = design @ beta
    rest = y - fitted
    covariance = rest.T @ rest / (count - 1 - edf)
    explained = np.maximum(total / (count - 1) - np.diag(covariance), 0.0)
    values, vectors = np.linalg.eigh(covariance)
    return Smooth(
        fitted + means,
        rest,
        design,
        np.asarray(np.linalg.cholesky((inverse + inverse.T) / 2), dtype=np.float64),
        vectors * np.sqrt(np.maximum(values, 0.0)),
        explained,
        edf,
    )


def _design(parameters: Floats) -> tuple[Floats, list[slice]]:
    """Build the columns, standardised, and say which of them form a penalised block."""
    draws, count = parameters.shape
    for p in range(count):
        column = parameters[:, p]
        if np.ptp(column) <= 1e-12 * max(abs(float(column[0])), 1e-300):
            raise DecisionError(
                "parameters",
                DecisionFault.CONSTANT.of(p=p + 1),
            )
    size = min(16 if count == 1 else 8 if count <= 4 else 5, draws // 10)
    terms = [term(parameters[:, p], size) for p in range(count)]
    columns = [line for line, _ in terms]
    penalised = [wiggly for _, wiggly in terms if wiggly.shape[1]]
    if 2 <= count <= 4:
        small = [np.hstack([line, wiggly[:, -4:]]) for line, wiggly in terms]
        penalised += [_products(small[a], small[b]) for a, b in combinations(range(count), 2)]
    elif count > 4:
        pairs = combinations(range(count), 2)
        penalised.append(np.hstack([_products(terms[a][0], terms[b][0]) for a, b in pairs]))
    widths = [block.shape[1] for block in penalised]
    fixed = sum(line.shape[1] for line in columns)
    if fixed + sum(widths) > draws / 4:
        raise DecisionError(
            "parameters",
            DecisionFault.TOO_MANY_PARAMETERS.of(
                count=count, fixed=fixed + sum(widths), draws=draws
            ),
        )
    edges = fixed + np.concatenate([[0], np.cumsum(widths)]).astype(int)
    blocks = [slice(int(a), int(b)) for a, b in pairwise(edges)]
    return np.hstack(columns + penalised), blocks


def _products(first: Floats, second: Floats) -> Floats:
    """Return all products of a column of the one with a column of the other, standardised."""
    products = (first[:, :, None] * second[:, None, :]).reshape(len(first), -1)
    centred = products - products.mean(axis=0)
    varied = (centred**2).mean(axis=0) > 1e-20
    return standardised(products[:, varied])
