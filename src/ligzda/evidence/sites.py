"""Site by site: shrunken contrasts, variation between sites, and a site that is still to come."""

from __future__ import annotations

import numpy as np

from ligzda.evidence.contrasts import good_sign
from ligzda.evidence.functionals import (
    Functionals,
    average,
    deviation_variance,
    levels_of,
    predictor,
)
from ligzda.evidence.level_scales import variances
from ligzda.evidence.model import Model
from ligzda.evidence.plan import ContrastPlan
from ligzda.evidence.posterior import (
    PROBABILITIES,
    Draws,
    Posterior,
    estimate_from_draws,
    estimate_hyper,
    make_estimate,
)
from ligzda.evidence.results import Contrast, Estimate, Observed, SiteEstimate
from ligzda.evidence.tables import Floats, natural_levels
from ligzda.evidence.terms import joined_labels


def count_sites(model: Model) -> int:
    """Return how many sites have participants; 0 where the plan names no site."""
    site = model.plan.roles.site
    return 0 if site is None else len(np.unique(model.frame.labels[site][model.units > 0]))


def site_estimates(posterior: Posterior, headline: ContrastPlan) -> tuple[SiteEstimate, ...]:
    """Return the headline contrast in every site that has at least one of its two arms.

    ``observed`` is the site's own difference without pooling, where both arms allow one.
    """
    model = posterior.model
    site = model.plan.roles.site
    if site is None:
        return ()
    labels, column = model.frame.labels, headline.column
    parts, kept = [], []
    for name in natural_levels(labels[site]):
        rows = labels[site] == name
        plus = np.flatnonzero(rows & (labels[column] == headline.level))
        minus = np.flatnonzero(rows & (labels[column] == headline.versus))
        n = float(model.units[plus].sum() + model.units[minus].sum())
        if n == 0:
            continue
        own = np.flatnonzero(rows & (model.units > 0))
        frame, weights = model.frame.take(own), model.units[own]
        parts.append(
            _same_levels_cancel(
                average(predictor(model, frame.replace(column, headline.level)), weights),
                average(predictor(model, frame.replace(column, headline.versus)), weights),
                deviation_variance(model, column, headline.level, headline.versus, name),
            )
        )
        kept.append((name, n, _observed(model, plus, minus)))
    if not parts:
        return ()
    f = Functionals(
        np.concatenate([p.x for p in parts]),
        np.concatenate([p.b for p in parts]),
        np.concatenate([p.fresh for p in parts]),
    )
    pooled = posterior.estimates(f, site, [name for name, _, _ in kept], model.plan.outcome.link)
    return tuple(
        SiteEstimate(name, n, observed, estimate)
        for (name, n, observed), estimate in zip(kept, pooled, strict=True)
    )


def heterogeneity(posterior: Posterior, headline: ContrastPlan) -> Estimate | None:
    """Return the SD of the headline contrast between sites; None without such a term.

    None as well where t effects of so few degrees of freedom have no SD.
    """
    model = posterior.model
    size = deviation_variance(model, headline.column, headline.level, headline.versus)
    size = variances(model.scales, size)
    present = np.flatnonzero(size)
    if not len(present) or np.isinf(size).any():
        return None
    scale, term = model.plan.outcome.link, "between sites"
    if len(present) == 1:
        marginal = posterior.hyper.marginals[present[0]]
        return estimate_hyper(marginal, float(np.sqrt(size[present[0]])), scale, term)
    values = np.sqrt(posterior.hyper.theta**2 @ size)
    return estimate_from_draws(term, "", scale, values, posterior.weights)


def new_site(
    posterior: Posterior,
    draws: Draws,
    headline: ContrastPlan,
    weights: Floats,
    rng: np.random.Generator,
) -> Contrast | None:
    """Predict the headline contrast in a site that was not in the data.

    The deviations of the new site are drawn afresh from the random terms; its fixed covariates are
    those of a participant drawn from the table.
    """
    model, plan = posterior.model, posterior.model.plan
    if plan.roles.site is None:
        return None
    levels = [headline.level, headline.versus]
    at = levels_of(model, headline.column, levels, weights)
    size = deviation_variance(model, headline.column, *levels)
    f = at.take([0]) - at.take([1])
    f = Functionals(f.x, f.b, f.fresh + size)
    mixture = posterior.marginals(f)
    name = headline.name
    link = make_estimate(
        headline.column,
        name,
        plan.outcome.link,
        float(mixture.mean[0]),
        float(mixture.sd[0]),
        mixture.quantiles(PROBABILITIES)[0],
    )
    positive = float(1 - mixture.cdf(np.zeros((1, 1)))[0, 0])
    sign, above, probability = good_sign(plan), None, None
    if plan.outcome.link == "identity":
        if headline.mid is not None:
            below = float(mixture.cdf(np.array([[sign * headline.mid]]))[0, 0])
            above = 1 - below if sign > 0 else below
        return Contrast(name, link, None, positive, headline.mid, above)

    # one participant of the table per draw, in a new site: the same site for both arms
    rows = rng.choice(len(weights), size=len(draws), p=weights / weights.sum())
    site = plan.roles.site
    parameters = {
        hyper.name: draws.theta[:, j] for j, hyper in enumerate(model.hypers) if not hyper.is_sd
    }
    designs = [*model.random, *([model.eliminated] if model.eliminated else [])]
    common = np.zeros(len(draws))
    one = model.frame.take(np.zeros(1, dtype=np.intp))
    deviation = {level: np.zeros(len(draws)) for level in levels}
    for design in designs:
        if site not in design.term.columns:
            continue
        sigma = draws.theta[:, model.new_level(design.term.name)] * design.term.multiplier
        columns = design.term.columns
        at_level = [joined_labels(one.replace(headline.column, level), columns) for level in levels]
        shared = at_level[0][0] == at_level[1][0]
        noise = rng.standard_normal(len(draws))
        for level in levels:
            if not shared:
                noise = rng.standard_normal(len(draws))
            multiplier = design.multiplier(model.frame.replace(headline.column, level))[rows]
            deviation[level] = deviation[level] + sigma * noise * multiplier
    means = []
    for level in levels:
        known = predictor(
            model,
            model.frame.replace(headline.column, level),
            lambda term: site not in term.columns,
        )
        eta = np.einsum("np,np->n", draws.x, known.x[rows]) + common + deviation[level]
        if known.b.any():
            eta = eta + np.einsum("ng,ng->n", draws.b, known.b[rows])
        means.append(model.family.mean(eta, parameters))
    values = means[0] - means[1]
    probability = estimate_from_draws(headline.column, name, model.family.mean_scale, values)
    if headline.mid is not None:
        above = float(np.mean(values * sign >= headline.mid))
    return Contrast(name, link, probability, positive, headline.mid, above)


def _same_levels_cancel(plus: Functionals, minus: Functionals, deviation: Floats) -> Functionals:
    """Subtract; a new level that both have cancels, so no more than the deviations stays fresh."""
    difference = plus - minus
    return Functionals(difference.x, difference.b, np.minimum(difference.fresh, deviation))


def _observed(model: Model, plus: np.ndarray, minus: np.ndarray) -> Observed | None:
    if not len(plus) or not len(minus):
        return None
    one, two = model.family.observed(model.data, plus), model.family.observed(model.data, minus)
    if one is None or two is None:
        return None
    return Observed(one[0] - two[0], float(np.sqrt(one[1] + two[1])))
