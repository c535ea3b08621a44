r"""Where every row is a published effect with its standard error: the average is the answer.

Such a table has no arms to compare; each row is a comparison already. The headline is the effect
averaged over the rows with the deviations of single sites left out, the variation between sites is
the SD of those deviations, and a new site draws them afresh – the random-effects meta-analysis of
Higgins, Thompson & Spiegelhalter (2009, *JRSS A* 172:137–159), whose predictive interval is asked
for beside the average, not instead of it.
"""

from __future__ import annotations

import numpy as np

from ligzda.evidence.contrasts import good_sign
from ligzda.evidence.functionals import Functionals, average, everything, predictor, stack
from ligzda.evidence.level_scales import variances
from ligzda.evidence.model import Model
from ligzda.evidence.plan import Plan
from ligzda.evidence.posterior import Posterior, estimate_from_draws, estimate_hyper
from ligzda.evidence.results import Contrast, Estimate, Observed, SiteEstimate
from ligzda.evidence.tables import natural_levels


def asks_for_average(plan: Plan) -> bool:
    """Whether the rows are effects with known errors, and nothing else is to be contrasted."""
    return plan.outcome.of_estimates and plan.roles.arm is None and not plan.contrasts


def average_effect(model: Model) -> Functionals:
    """Return the average over the rows, every random term left out."""
    return average(predictor(model, model.frame, lambda term: False), model.units)


def average_contrast(posterior: Posterior) -> Contrast:
    """Return the average effect, compared with none."""
    return _contrast(posterior, average_effect(posterior.model), posterior.model.plan.outcome.name)


def average_by_site(posterior: Posterior) -> tuple[SiteEstimate, ...]:
    """Return the effect in every site: as published, and among the others."""
    model = posterior.model
    site = model.plan.roles.site
    if site is None:
        return ()
    labels = model.frame.labels[site]
    names = natural_levels(labels)
    rows = [np.flatnonzero(labels == name) for name in names]
    f = stack([average(predictor(model, model.frame.take(own)), model.units[own]) for own in rows])
    pooled = posterior.estimates(f, site, list(names), model.plan.outcome.link)
    return tuple(
        SiteEstimate(name, float(model.units[own].sum()), _published(model, own), estimate)
        for name, own, estimate in zip(names, rows, pooled, strict=True)
    )


def between_sites(posterior: Posterior) -> Estimate | None:
    """Return the SD of the effect between sites; None without a random term that has one."""
    size = variances(posterior.model.scales, _fresh(posterior.model).fresh[0])
    present = np.flatnonzero(size)
    if not len(present) or np.isinf(size).any():
        return None
    scale, term = posterior.model.plan.outcome.link, "between sites"
    if len(present) == 1:
        marginal = posterior.hyper.marginals[present[0]]
        return estimate_hyper(marginal, float(np.sqrt(size[present[0]])), scale, term)
    values = np.sqrt(posterior.hyper.theta**2 @ size)
    return estimate_from_draws(term, "", scale, values, posterior.weights)


def average_in_new_site(posterior: Posterior) -> Contrast | None:
    """Predict the effect in a site that was not in the table."""
    plan = posterior.model.plan
    if plan.roles.site is None:
        return None
    return _contrast(posterior, _fresh(posterior.model), plan.outcome.name)


def _fresh(model: Model) -> Functionals:
    """The average with every random term drawn anew; its variance is the rows' average."""
    f = predictor(model, model.frame, everything, everything)
    share = model.units / model.units.sum()
    return Functionals((share @ f.x)[None], (share @ f.b)[None], (share @ f.fresh)[None])


def _published(model: Model, rows: np.ndarray) -> Observed | None:
    found = model.family.observed(model.data, rows)
    return Observed(found[0], float(np.sqrt(found[1]))) if found else None


def _contrast(posterior: Posterior, f: Functionals, name: str) -> Contrast:
    plan = posterior.model.plan
    (estimate,) = posterior.estimates(f, "", [name], plan.outcome.link)
    marginals, sign, above = posterior.marginals(f), good_sign(plan), None
    positive = float(1 - marginals.cdf(np.zeros((1, 1)))[0, 0])
    if plan.mid is not None:
        below = float(marginals.cdf(np.array([[sign * plan.mid]]))[0, 0])
        above = 1 - below if sign > 0 else below
    return Contrast(name, estimate, None, positive, plan.mid, above)
