"""Fitting, the engine's reckoning of its own error, and what it does about it.

A model with hundreds of nested effects is integrated along its forest and sampled in what is left
(:mod:`ligzda.evidence.nested`). Else the ladder: nested Gaussian, its integral over the
hyperparameters checked by a second rule and taken from that where the first is wrong
(:mod:`ligzda.evidence.settle`) → importance sampling where the conditionals are a little off →
adaptive quadrature with importance sampling where they are far from Gaussian → NUTS where that
fails too and the extra is installed. No rung is believed for its own sake: each is judged by draws
that did not adapt it, and where none is good the best is returned and says so. What was done, and
how good the result is, stands in the :class:`~ligzda.evidence.results.Diagnosis`.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ligzda.evidence import nuts
from ligzda.evidence.checks import Shift, corrected_marginals, monte_carlo, shifts
from ligzda.evidence.codes import Figure, Method, Note, Remark, Step
from ligzda.evidence.forest import MOST_IN_BORDER, forest_of
from ligzda.evidence.heavy_tails import integrate_heavy_tails
from ligzda.evidence.hyper import HyperMarginal, HyperPosterior, integrate
from ligzda.evidence.importance import WeightedSample, exact_evidence, is_small, sample
from ligzda.evidence.lattice import STEP
from ligzda.evidence.mixture import MixturePosterior
from ligzda.evidence.model import Model
from ligzda.evidence.nested import sample_nested
from ligzda.evidence.posterior import Posterior
from ligzda.evidence.refine import RefinedSample, refine, reweighted
from ligzda.evidence.results import Diagnosis
from ligzda.evidence.sampled import SampledPosterior
from ligzda.evidence.settle import FAR_SD, MAX_FAR, Settled, settle
from ligzda.evidence.tables import Floats
from ligzda.evidence.terms import RandomDesign

SAMPLE = 1000
MANY = 16_000
MAX_PARETO_K = 0.7
MIN_ESS_FRACTION = 0.5
MAX_EDGE_MASS = 1e-3
MAX_SKEWNESS = 0.5
MAX_LOSS = 0.01  # −log(effective share of draws) per effect
MIN_DRAWS = 4000  # effective, of the nested Gaussian
MIN_REFINED = 1000  # effective, of adaptive proposals …
MIN_SHARE = 0.1  # … and their share of the draws


Fitted = tuple[Posterior, Diagnosis]


def fit_model(model: Model, seed: int = 1, *, effort: float = 1.0) -> Fitted:
    """Return the posterior to a stated accuracy, and the statement.

    ``effort`` is the share of the usual number of draws of a model with Student-t effects; with
    less than 1 the ladder ends at importance sampling.

    A family whose likelihood is not log-concave is sampled by NUTS; without that extra
    :class:`InferenceError` names it. Never good is a posterior that leaves much of an SD where
    nothing but its prior is known.
    """
    posterior, diagnosis = _fit(model, seed, effort)
    if model.scales and diagnosis.method is not Method.NUTS:
        diagnosis = replace(diagnosis, notes=(*diagnosis.notes, Note.ONE_RULE.of()))
    if model.family.exactly_gaussian or not model.family.log_concave or not model.hypers:
        return posterior, diagnosis
    beyond = model.problem().reach(posterior.hyper.theta) > FAR_SD
    return posterior, _bounded(diagnosis, float(posterior.weights @ beyond))


def _bounded(diagnosis: Diagnosis, share: float) -> Diagnosis:
    """Say so where a share of the posterior lies at SDs of which only the prior speaks."""
    if share <= MAX_FAR or any(note.code == Note.UNBOUNDED for note in diagnosis.notes):
        return diagnosis
    note = Note.UNBOUNDED.of(share=share, most=FAR_SD)
    return replace(diagnosis, good=False, notes=(*diagnosis.notes, note))


def _fit(model: Model, seed: int, effort: float) -> Fitted:
    if not model.family.log_concave and nuts.available():
        drawn, agree = nuts.sample_nuts(model, seed)
        step = Step.NOT_LOG_CONCAVE.of(family=model.family.name, link=model.family.link)
        return _sampled(model, drawn, Method.NUTS, agree, 0.0, [step], seed)
    rng = np.random.default_rng([seed, 20])
    problem = model.problem()
    steps: list[Remark] = []
    exactly = model.family.exactly_gaussian
    # the levels of a forest have one SD each, not one a site
    forest = None if exactly or model.scales else forest_of(model, problem)
    if forest is not None and forest.comes_first:
        along = sample_nested(forest, model.hypers, rng)
        if _enough(along):
            return _sampled(model, along, Method.QUADRATURE, True, 0.0, steps, seed)
    # of a small table log Z can be had exactly, at every point: if it is wanted at all
    small = not exactly and len(model.hypers) in STEP and is_small(problem)
    if model.scales:
        small = False
        settled = integrate_heavy_tails(problem, model.hypers, model.new_levels, effort=effort)
    else:
        first = integrate(problem, model.hypers)
        if first.edge_mass > MAX_EDGE_MASS:
            steps.append(Step.DENSER_DESIGN.of(edge_mass=first.edge_mass))
            first = integrate(problem, model.hypers, dense=True)
        settled = settle(problem, model.hypers, first, once=small)
    steps += settled.steps
    hyper = settled.hyper
    nested = MixturePosterior(model, hyper)
    if exactly:
        return nested, _exact(model, settled, steps)
    skewness = largest_skewness(hyper)
    checked = sample(problem, hyper, int(SAMPLE * max(effort, 0.5)), rng)
    shift = shifts(nested, checked)
    # what is lost per effect; a sum over many well-determined effects is harmless
    loss = -float(np.log(checked.ess_fraction)) / max(checked.x.shape[1], 1)
    usable = settled.good and trusted(checked.pareto_k, checked.ess_fraction) and shift.sure
    as_it_is = nested, _nested(model, settled, checked, shift, skewness, steps)
    if usable and skewness <= MAX_SKEWNESS and loss <= MAX_LOSS:
        return as_it_is
    found: dict[str, Figure] = {
        "pareto_k": checked.pareto_k,
        "ess": checked.ess_fraction,
        "shift": shift.mean.size,
        "skewness": skewness,
    }
    exact = False
    if small:
        # the conditionals are off, so is their evidence: integrate over the hyperparameters anew
        again = settle(problem, model.hypers, hyper, exact_evidence)
        if again.far > MAX_FAR:
            return nested, _bounded(replace(as_it_is[1], steps=tuple(steps)), again.far)
        exact = again.good and again.hyper is not hyper
        if exact:
            settled, hyper = again, again.hyper
            steps += again.steps
            nested = MixturePosterior(model, hyper)
            checked = sample(problem, hyper, SAMPLE, rng)
    many, weighted = checked, False
    if checked.ess_fraction >= MIN_ESS_FRACTION / 2:
        many = sample(problem, hyper, int(MANY * effort), rng)
        enough = many.ess_fraction * len(many.weights) > MIN_DRAWS * effort
        weighted = settled.good and enough and trusted(many.pareto_k, many.ess_fraction)
    if weighted:
        shift = shifts(nested, many)
        if shift.sure and skewness <= MAX_SKEWNESS:
            return nested, _nested(model, settled, many, shift, skewness, steps)
        marginals = hyper.marginals if exact else corrected_marginals(hyper, many)
        if many.pareto_k < MAX_PARETO_K:
            steps.append(Step.IMPORTANCE.of(**found))
            return _weighted(model, marginals, many, True, skewness, steps, seed)
        # weights with a tail: adaptive proposals know a limit better, where they come about
    if effort < 1:  # further rungs cost more than a look at another model is worth
        return nested, replace(as_it_is[1], good=usable, steps=tuple(steps))
    steps.append(Step.QUADRATURE.of(**found))
    if forest is not None and not forest.comes_first and len(forest.border) <= MOST_IN_BORDER:
        refined = sample_nested(forest, model.hypers, rng)
    else:
        refined = refine(problem, model.hypers, checked, rng)
    if _enough(refined):
        return _sampled(model, refined, Method.QUADRATURE, True, skewness, steps, seed)
    if weighted:
        steps.append(Step.IMPORTANCE.of(**found))
        return _weighted(model, marginals, many, True, skewness, steps, seed)
    if usable:
        steps.append(Step.KEPT_NESTED.of(pareto_k=refined.pareto_k, draws=refined.ess))
        return nested, replace(as_it_is[1], steps=tuple(steps))
    if nuts.available():
        steps.append(Step.NUTS.of(pareto_k=refined.pareto_k, draws=refined.ess))
        drawn, agree = nuts.sample_nuts(model, seed)
        return _sampled(model, drawn, Method.NUTS, agree, skewness, steps, seed)
    if many.ess_fraction * len(many.weights) > refined.ess:
        marginals = corrected_marginals(hyper, many)
        return _weighted(model, marginals, many, False, skewness, steps, seed)
    return _sampled(model, refined, Method.QUADRATURE, False, skewness, steps, seed)


def _enough(refined: RefinedSample) -> bool:
    """Whether adaptive proposals gave draws enough, and not by luck."""
    share = refined.ess / len(refined.weights)
    return refined.ess > MIN_REFINED and trusted(refined.pareto_k, share)


def trusted(pareto_k: float, share: float) -> bool:
    """Whether weights can be trusted: by k̂, or because most draws count.

    A heavy tail of weights matters only where they vary; k̂ of a tail that hardly weighs is noise.
    """
    return share >= MIN_ESS_FRACTION or (pareto_k < MAX_PARETO_K and share >= MIN_SHARE)


def _exact(model: Model, settled: Settled, steps: list[Remark]) -> Diagnosis:
    """The conditionals are exact: all error is in the integral over the hyperparameters."""
    hyper, error = settled.hyper, settled.error
    good = settled.good
    notes = (*model.notes, *(vague_effects(model, settled) if good else [Note.IRREGULAR.of()]))
    mean, sd, limit = error or (None, None, None)
    noise = error if model.scales and error else (None, None, None)  # a sampled design's own
    return Diagnosis(
        Method.EXACT, good, None, None, mean, noise[0], hyper.edge_mass, 0.0,
        len(hyper.weights), tuple(steps), notes, sd, noise[1], limit, noise[2], error,
    )  # fmt: skip


def _nested(
    model: Model,
    settled: Settled,
    checked: WeightedSample,
    shift: Shift,
    skewness: float,
    steps: list[Remark],
) -> Diagnosis:
    hyper, error = settled.hyper, settled.error
    return Diagnosis(
        Method.NESTED, True, checked.pareto_k, checked.ess_fraction, *shift.mean,
        hyper.edge_mass, skewness, len(hyper.weights), tuple(steps),
        (*model.notes, *vague_effects(model, settled)), *shift.sd, *shift.limit, error,
    )  # fmt: skip


def vague_effects(model: Model, settled: Settled) -> list[Remark]:
    """Name the Student-t effects that are known less well than the rest, a note a term."""
    if settled.vague is None:
        return []
    of_x, of_b = settled.vague
    found = [(design, of_x[columns]) for design, columns in model.blocks()]
    found += [(model.eliminated, of_b)] if model.eliminated is not None and of_b.size else []
    return [
        Note.VAGUE_EFFECTS.of(
            term=design.term.name,
            levels=tuple(design.levels[i] for i in np.flatnonzero(vague)),
        )
        for design, vague in found
        if isinstance(design, RandomDesign) and vague.any()
    ]


def _weighted(
    model: Model,
    marginals: tuple[HyperMarginal, ...],
    many: WeightedSample,
    good: bool,
    skewness: float,
    steps: list[Remark],
    seed: int,
) -> Fitted:
    """The nested Gaussian's draws, weighted; its hyperparameters by the same weights."""
    refined = reweighted(model.problem(), many)
    return _sampled(
        model, refined, Method.IMPORTANCE, good, skewness, steps, seed,
        replace(refined.as_hyper(model.hypers), marginals=marginals),
    )  # fmt: skip


def _sampled(
    model: Model,
    refined: RefinedSample,
    method: Method,
    good: bool,
    skewness: float,
    steps: list[Remark],
    seed: int,
    hyper: HyperPosterior | None = None,
) -> Fitted:
    posterior = SampledPosterior(
        model, hyper or refined.as_hyper(model.hypers), refined.x + model.prior_mean,
        refined.b_mean, refined.b_variance, refined.b_third, seed,
    )  # fmt: skip
    notes = model.notes if good else (*model.notes, Note.IRREGULAR.of())
    pareto_k = refined.pareto_k if np.isfinite(refined.pareto_k) else None
    error = monte_carlo(refined.ess)
    return posterior, Diagnosis(
        method, good, pareto_k, refined.ess / len(refined.weights), *error.mean,
        0.0, skewness, len(refined.weights), tuple(steps), notes, *error.sd, *error.limit,
    )  # fmt: skip


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
