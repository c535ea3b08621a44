"""Contrasts: differences of two levels, on the link scale and on the scale of the mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ligzda.evidence.functionals import (
    Functionals,
    apart_from,
    belongs_to,
    levels_of,
    predictor,
)
from ligzda.evidence.model import Model
from ligzda.evidence.plan import ContrastPlan, Plan, RandomTerm
from ligzda.evidence.posterior import Draws, Posterior, estimate_from_draws
from ligzda.evidence.results import Contrast, Estimate
from ligzda.evidence.tables import Floats, natural_levels


def planned_contrasts(model: Model) -> tuple[ContrastPlan, ...]:
    """Return the plan's contrasts; without any, every arm against the control."""
    plan = model.plan
    if plan.contrasts or plan.roles.arm is None:
        return plan.contrasts
    arms = arm_levels(model)
    control = plan.roles.control or arms[0]
    return tuple(
        ContrastPlan(f"{arm} − {control}", plan.roles.arm, arm, control, plan.mid)
        for arm in arms
        if arm != control
    )


def arm_levels(model: Model) -> tuple[str, ...]:
    """Return the arms, in the plan's order if it gives one."""
    roles = model.plan.roles
    if roles.arm is None:
        return ()
    return roles.arms or natural_levels(model.frame.labels[roles.arm])


@dataclass(frozen=True, eq=False)
class Standardised:
    """Means under each level of a column, averaged over the table's own population.

    ``means[draw, level]`` is :math:`\\sum_i w_i h^{-1}(\\eta_i(level))` with the sites' own
    intercepts and covariates, but with the average effect of the level (deviations of the level
    between sites left out).
    """

    levels: tuple[str, ...]
    means: Floats

    def difference(self, level: str, versus: str) -> Floats:
        """Return draws of the difference of two levels' means."""
        return self.means[:, self.levels.index(level)] - self.means[:, self.levels.index(versus)]


def standardise(
    model: Model, draws: Draws, column: str, levels: tuple[str, ...], weights: Floats
) -> Standardised:
    """Average the inverse link over the population for each level (g-computation)."""

    def include(term: RandomTerm) -> bool:
        return belongs_to(model, column)(term) or apart_from(model, column)(term)

    parameters = {
        hyper.name: draws.theta[:, [j]] for j, hyper in enumerate(model.hypers) if not hyper.is_sd
    }
    result = []
    for level in levels:
        rows = predictor(model, model.frame.replace(column, level), include)
        distinct, place = np.unique(
            np.concatenate([rows.x, rows.b], axis=1), axis=0, return_inverse=True
        )
        p = rows.x.shape[1]
        share = np.bincount(place.ravel(), weights=weights / weights.sum())
        f = Functionals(
            distinct[:, :p], distinct[:, p:], np.zeros((len(distinct), rows.fresh.shape[1]))
        )
        result.append(model.family.mean(draws.functional(f), parameters) @ share)
    return Standardised(levels, np.stack(result, axis=1))


def evaluate_contrasts(posterior: Posterior, draws: Draws, weights: Floats) -> tuple[Contrast, ...]:
    """Return every planned contrast."""
    model, plan = posterior.model, posterior.model.plan
    wanted = planned_contrasts(model)
    result: list[Contrast] = []
    for column in dict.fromkeys(contrast.column for contrast in wanted):
        chosen = [c for c in wanted if c.column == column]
        levels = list(dict.fromkeys(level for c in chosen for level in (c.level, c.versus)))
        at = levels_of(model, column, levels, weights)
        f = at.take([levels.index(c.level) for c in chosen]) - at.take(
            [levels.index(c.versus) for c in chosen]
        )
        mixture = posterior.marginals(f)
        positive = 1 - mixture.cdf(np.zeros((len(chosen), 1)))[:, 0]
        links = posterior.estimates(f, column, [c.name for c in chosen], plan.outcome.link)
        means, sign = None, good_sign(plan)
        if plan.outcome.link != "identity":
            means = standardise(model, draws, column, tuple(levels), weights)
            linear = draws.functional(f)
        for i, contrast in enumerate(chosen):
            probability, above = None, None
            if means is not None:
                control = Control(
                    means.difference(contrast.level, contrast.versus), linear[:, i], links[i]
                )
                probability = control.estimate(column, contrast.name, model.family.mean_scale)
                if contrast.mid is not None:
                    at_mid = control.opposite(sign * contrast.mid)
                    below = mixture.cdf(np.full((len(chosen), 1), at_mid))[i, 0]
                    share = control.share_above(sign * contrast.mid, 1 - float(below))
                    above = share if sign > 0 else 1 - share
            elif contrast.mid is not None:
                below = mixture.cdf(np.full((len(chosen), 1), sign * contrast.mid))[i, 0]
                above = float(1 - below if sign > 0 else below)
            result.append(
                Contrast(
                    contrast.name, links[i], probability, float(positive[i]), contrast.mid, above
                )
            )
    return tuple(sorted(result, key=lambda c: [w.name for w in wanted].index(c.name)))


@dataclass(frozen=True, eq=False)
class Control:
    """Draws of a difference of means, with the contrast on the link scale as control variate.

    Of the latter mean, SD and limits are known without drawing (``exact``). The two go almost
    together, so what the draws of the one are off by tells what those of the other are off by
    (Owen 2013, *Monte Carlo theory, methods and examples*, section 8.9).
    """

    values: Floats
    linear: Floats
    exact: Estimate

    @cached_property
    def slope(self) -> float:
        """Change of the difference of means with the contrast, by least squares; not below 0."""
        centred = self.linear - self.linear.mean()
        return max(float(centred @ self.values) / max(float(centred @ centred), 1e-300), 0.0)

    def estimate(self, term: str, level: str, scale: str) -> Estimate:
        """Return the Estimate of the difference of means."""
        found = estimate_from_draws(term, level, scale, self.values)
        drawn = estimate_from_draws(term, level, scale, self.linear)
        corrected = {
            name: getattr(found, name)
            + self.slope * (getattr(self.exact, name) - getattr(drawn, name))
            for name in ("mean", "sd", "lower", "lower80", "median", "upper80", "upper")
        }
        return replace(found, **corrected)

    def opposite(self, value: float) -> float:
        """Return the contrast that lies opposite a difference of means, by the same line."""
        step = (value - float(self.values.mean())) / max(self.slope, 1e-300)
        return float(self.linear.mean()) + float(np.clip(step, -1e3, 1e3))

    def share_above(self, value: float, exact: float) -> float:
        """Return P(difference of means ≥ value), given P(contrast ≥ its opposite) exactly."""
        above, control = self.values >= value, self.linear >= self.opposite(value)
        share, drawn = float(above.mean()), float(control.mean())
        spread = drawn * (1 - drawn)
        together = float((above & control).mean()) - share * drawn
        slope = min(max(together / spread, 0.0), 1.0) if spread > 0 else 0.0
        return float(np.clip(share + slope * (exact - drawn), 0.0, 1.0))


def good_sign(plan: Plan) -> float:
    """Return +1 where more of the outcome is better, −1 where less is."""
    return 1.0 if plan.outcome.better == "higher" else -1.0
