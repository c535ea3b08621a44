"""Fitting, the engine's reckoning of its own error, and what it does about it.

The ladder: nested Gaussian → a denser design where the hyperparameters' posterior meets its edge, a
sampled one where they depend on each other → importance sampling where the conditionals are a
little off → adaptive quadrature with importance sampling where they are far from Gaussian → NUTS
where that fails too and the extra is installed. What was done, and how good the result is, stands
in the :class:`~ligzda.evidence.results.Diagnosis`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ligzda.evidence import nuts
from ligzda.evidence.codes import Figure, Method, Note, Remark, Step
from ligzda.evidence.dependent import integrate_dependent
from ligzda.evidence.forest import FEW_EFFECTS, forest_of
from ligzda.evidence.hyper import HyperPosterior, integrate
from ligzda.evidence.importance import WeightedSample, sample
from ligzda.evidence.mixture import MixturePosterior
from ligzda.evidence.model import Model
from ligzda.evidence.nested import sample_nested
from ligzda.evidence.posterior import Posterior
from ligzda.evidence.refine import RefinedSample, refine, reweighted
from ligzda.evidence.results import Diagnosis
from ligzda.evidence.sampled import SampledPosterior
from ligzda.evidence.tables import Floats

SAMPLE = 1000
MANY = 16_000
MAX_PARETO_K = 0.7
MIN_ESS_FRACTION = 0.5
MAX_MEAN_ERROR = 0.05
MAX_EDGE_MASS = 1e-3
MAX_SKEWNESS = 0.5
MAX_LOSS = 0.01  # −log(effective share of draws) per effect
MIN_ESS = 400
MIN_AGREEMENT = 0.4


@dataclass(frozen=True)
class Shift:
    """Largest shift of a mean that importance weighting reveals, in posterior SDs, and its MCSE."""

    size: float
    mcse: float


def fit_model(model: Model, seed: int = 1) -> tuple[Posterior, Diagnosis]:
    """Return the posterior to a stated accuracy, and the statement.

    A family whose likelihood is not log-concave is sampled by NUTS; without that extra
    :class:`InferenceError` names it.
    """
    if not model.family.log_concave and nuts.available():
        drawn, agree = nuts.sample_nuts(model, seed)
        step = Step.NOT_LOG_CONCAVE.of(family=model.family.name, link=model.family.link)
        return _sampled(model, drawn, Method.NUTS, agree, 0.0, [step], seed)
    rng = np.random.default_rng([seed, 20])
    problem = model.problem()
    steps: list[Remark] = []
    forest = None if model.family.exactly_gaussian else forest_of(model, problem)
    if forest is not None and forest.width > FEW_EFFECTS:
        along = sample_nested(forest, model.hypers, rng)
        if along.pareto_k < MAX_PARETO_K and along.ess > MIN_ESS:
            return _sampled(model, along, Method.QUADRATURE, True, 0.0, steps, seed)
    hyper = integrate(problem, model.hypers)
    if hyper.edge_mass > MAX_EDGE_MASS:
        steps.append(Step.DENSER_DESIGN.of(edge_mass=hyper.edge_mass))
        hyper = integrate(problem, model.hypers, dense=True)
    if hyper.agreement < MIN_AGREEMENT:
        steps.append(Step.SAMPLED_DESIGN.of(agreement=hyper.agreement))
        hyper = integrate_dependent(problem, model.hypers, hyper)
    skewness = largest_skewness(hyper)
    if model.family.exactly_gaussian:
        good = hyper.edge_mass <= MAX_EDGE_MASS and hyper.agreement >= MIN_AGREEMENT
        return MixturePosterior(model, hyper), Diagnosis(
            Method.EXACT, good, None, None, None, None,
            hyper.edge_mass, 0.0, len(hyper.weights), tuple(steps), model.notes,
        )  # fmt: skip
    checked = sample(problem, hyper, SAMPLE, rng)
    shift = mean_shift(checked)
    usable = _usable(checked, shift) and hyper.agreement >= MIN_AGREEMENT
    nested = MixturePosterior(model, hyper)
    # what is lost per effect; a sum over many well-determined effects is harmless
    loss = -float(np.log(checked.ess_fraction)) / max(checked.x.shape[1], 1)
    if usable and skewness <= MAX_SKEWNESS and loss <= MAX_LOSS:
        return nested, _nested_diagnosis(model, hyper, checked, shift, skewness, steps)
    found: dict[str, Figure] = {
        "pareto_k": checked.pareto_k,
        "ess": checked.ess_fraction,
        "shift": shift.size,
        "skewness": skewness,
    }
    if checked.ess_fraction >= MIN_ESS_FRACTION and hyper.agreement >= MIN_AGREEMENT:
        many = sample(problem, hyper, MANY, rng)
        if many.ess_fraction * len(many.weights) > 10 * MIN_ESS and many.pareto_k < MAX_PARETO_K:
            steps.append(Step.IMPORTANCE.of(**found))
            weighted = reweighted(problem, many)
            return _sampled(model, weighted, Method.IMPORTANCE, True, skewness, steps, seed)
    steps.append(Step.QUADRATURE.of(**found))
    refined = refine(problem, model.hypers, checked, rng)
    good = refined.pareto_k < MAX_PARETO_K and refined.ess > MIN_ESS
    if usable and not good:
        steps.append(Step.KEPT_NESTED.of(pareto_k=refined.pareto_k, draws=refined.ess))
        return nested, _nested_diagnosis(model, hyper, checked, shift, skewness, steps)
    if not good and nuts.available():
        steps.append(Step.NUTS.of(pareto_k=refined.pareto_k, draws=refined.ess))
        drawn, agree = nuts.sample_nuts(model, seed)
        return _sampled(model, drawn, Method.NUTS, agree, skewness, steps, seed)
    return _sampled(model, refined, Method.QUADRATURE, good, skewness, steps, seed)


def _sampled(
    model: Model,
    refined: RefinedSample,
    method: Method,
    good: bool,
    skewness: float,
    steps: list[Remark],
    seed: int,
) -> tuple[Posterior, Diagnosis]:
    posterior = SampledPosterior(
        model, refined.as_hyper(model.hypers), refined.x + model.prior_mean, refined.b_mean,
        refined.b_variance, refined.b_third, seed,
    )  # fmt: skip
    notes = model.notes if good else (*model.notes, Note.IRREGULAR.of())
    pareto_k = refined.pareto_k if np.isfinite(refined.pareto_k) else None
    return posterior, Diagnosis(
        method, good, pareto_k, refined.ess / len(refined.weights), 0.0,
        float(refined.ess**-0.5), 0.0, skewness, len(refined.weights), tuple(steps), notes,
    )  # fmt: skip


def _nested_diagnosis(
    model: Model,
    hyper: HyperPosterior,
    checked: WeightedSample,
    shift: Shift,
    skewness: float,
    steps: list[Remark],
) -> Diagnosis:
    return Diagnosis(
        Method.NESTED, True, checked.pareto_k, checked.ess_fraction, shift.size, shift.mcse,
        hyper.edge_mass, skewness, len(hyper.weights), tuple(steps), model.notes,
    )  # fmt: skip


def mean_shift(checked: WeightedSample) -> Shift:
    """Compare weighted with unweighted means of every effect and hyperparameter."""
    values = np.concatenate([checked.theta, checked.x], axis=1)
    sd = values.std(axis=0)
    values = (values - values.mean(axis=0)) / np.where(sd > 0, sd, 1.0)
    change = checked.weights - 1 / len(values)
    shifts = np.abs(change @ values)
    worst = int(shifts.argmax())
    return Shift(float(shifts[worst]), float(np.sqrt(change**2 @ values[:, worst] ** 2)))


def largest_skewness(hyper: HyperPosterior) -> float:
    """Return the largest skewness of an effect's conditional, averaged over the design."""
    total: Floats | None = None
    low = 0
    for part in hyper.parts:
        p = part.x.shape[1]
        _, variance, third = part.functional(np.eye(p), np.zeros((p, part.b.shape[1])))
        weights = hyper.weights[low : low + len(part.theta)]
        skew = weights @ (third / np.maximum(variance, 1e-200) ** 1.5)
        total = skew if total is None else total + skew
        low += len(part.theta)
    return float(np.abs(total).max()) if total is not None and total.size else 0.0


def _usable(checked: WeightedSample, shift: Shift) -> bool:
    if checked.ess_fraction < MIN_ESS_FRACTION:
        return False
    # a heavy tail of weights matters only where they vary at all
    if checked.pareto_k > MAX_PARETO_K and checked.ess_fraction < 0.9:
        return False
    return shift.size <= MAX_MEAN_ERROR + 3 * shift.mcse
