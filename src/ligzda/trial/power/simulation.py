"""What can this trial show? Answered before it starts, on the engine that will evaluate it.

For each candidate design many trials are drawn from a stated truth and fitted by the plan, with its
priors. In every simulated trial each of the factors A, B, C really makes a difference of exactly
the MID, upwards or downwards at random; models deviate from their main effects by `model_sd`, and
incubators from one another by `site_sd` (both on the logit scale). Pure: no Django.

- *power*: share of factors whose 95 % interval leaves out 0 on the right side (Bayesian power at
  the MID).
- *type S, type M*: among the intervals that leave out 0, the share with the wrong sign, and the
  mean exaggeration |estimate| / |truth| (Gelman & Carlin 2014).
- *correct selection*: share of trials in which the model with the best posterior mean is the best;
  *regret*: how many percentage points worse the chosen model is than the best, on average.
- *standard error, detectable*: the same question to ordinary least squares on the incubators' own
  proportions, no priors: the standard error of a main effect, and the difference found with 80 %
  power at 5 % (t with the error degrees of freedom). They show what the records alone can carry.

There is no trend over time in the simulated world: a stepped start costs what it costs in contrast,
and what it buys against a trend does not show here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ligzda.evidence import DesignError, Plan, PlanError, Table, family_of
from ligzda.evidence.batch import FitMany, fit_many
from ligzda.evidence.plan import FixedTerm
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Arm, Problem, Site
from ligzda.trial.power.faults import SimulationFault
from ligzda.trial.power.questions import Answer, Candidate, Question

Floats = npt.NDArray[np.float64]
Progress = Callable[[int, int], None]
FACTORS = ("A", "B", "C")


def cube() -> tuple[Arm, ...]:
    """Return the eight models by their cells, in the order of models.yaml."""
    signs = [f"{a}{b}{c}" for a in "-+" for b in "-+" for c in "-+"]
    return tuple(
        Arm(f"M{number}", dict(zip(FACTORS, cell, strict=True)))
        for number, cell in enumerate(signs, start=1)
    )


def layout_of(candidate: Candidate) -> list[tuple[str, Arm, float]]:
    """Return (incubator, model, share of its participants) for a typical draw of the layout."""
    arms = cube()
    sites = tuple(Site(f"site {i:02d}") for i in range(1, candidate.sites + 1))
    stepped = candidate.layout == "stepped"
    periods = ("1", "2", "3", "4") if stepped else ("1",)
    most = -(-candidate.sites // 6)
    problem = Problem(
        sites, arms, periods, 1 if stepped else 0, "C" if stepped else None,
        max(2, most) if stepped else None,
    )  # fmt: skip
    found = assign(problem, 1)
    rows = []
    for site, course in found.courses.items():
        rows += [
            (site, problem.arm(code), course.count(code) / len(course))
            for code in dict.fromkeys(course)
        ]
    return rows


@dataclass(frozen=True)
class _World:
    """A candidate's rows and, for every simulated trial, what is true and what was seen."""

    rows: list[tuple[str, Arm, float]]
    size: Floats
    effects: Floats
    models: Floats
    seen: Floats


def effect_on_link(base: float, difference: float) -> float:
    """Return the log odds ratio that moves `base` by `difference`, half to each side of it.

    Raises DesignError where one side is no probability.
    """
    low, high = base - difference / 2, base + difference / 2
    if not 0 < low < high < 1:
        raise DesignError(
            "mid", SimulationFault.NO_PROBABILITY.of(difference=difference, base=base)
        )
    return math.log(high / (1 - high)) - math.log(low / (1 - low))


def _simulate(candidate: Candidate, question: Question, stream: int) -> _World:
    random = np.random.default_rng([question.seed, stream])
    rows, n = layout_of(candidate), question.trials
    arms = cube()
    sites = sorted({site for site, _, _ in rows})
    effect = effect_on_link(question.base, question.mid)
    effects = effect * random.choice([-1.0, 1.0], (n, len(FACTORS)))
    cells = np.array([[1.0 if arm.cell[f] == "+" else -1.0 for f in FACTORS] for arm in arms])
    models = effects @ cells.T / 2 + question.model_sd * random.standard_normal((n, len(arms)))
    own = candidate.site_sd * random.standard_normal((n, len(sites)))
    which_arm = np.array([arms.index(arm) for _, arm, _ in rows])
    which_site = np.array([sites.index(site) for site, _, _ in rows])
    size = np.maximum(1, np.round([share * candidate.participants for _, _, share in rows]))
    logit = math.log(question.base / (1 - question.base))
    eta = logit + models[:, which_arm] + own[:, which_site]
    seen = random.binomial(size.astype(np.int64), 1 / (1 + np.exp(-eta))).astype(np.float64)
    return _World(rows, size, effects, models, seen)


def tables(plan: Plan, world: _World) -> list[Table]:
    """Write the simulated trials as the tables that the plan expects.

    Known columns are those of the plan's outcome and roles, and A, B, C. Raises PlanError for any
    other, because nobody could simulate it.
    """
    outcome, roles = plan.outcome, plan.roles
    family = family_of(outcome)
    parts = (family.outcome_part, family.size_part)
    if not family.is_share or not all(part in outcome.columns for part in parts):
        raise PlanError(
            "outcome.family", SimulationFault.NOT_COUNTS, plan=plan.name,
        )  # fmt: skip
    if roles.site is None or roles.arm is None:
        raise PlanError(
            "roles", SimulationFault.NO_ROLES, plan=plan.name,
        )  # fmt: skip
    numeric = {
        column
        for term in plan.terms
        if isinstance(term, FixedTerm) and term.coding == "numeric"
        for column in term.columns
    }
    columns: dict[str, list[Any]] = {
        roles.site: [site for site, _, _ in world.rows],
        roles.arm: [arm.code for _, arm, _ in world.rows],
    }
    for factor in FACTORS:
        signs = [arm.cell[factor] for _, arm, _ in world.rows]
        columns[factor] = (
            [1.0 if sign == "+" else -1.0 for sign in signs] if factor in numeric else signs
        )
    for term in plan.terms:
        for column in term.columns:
            if column not in columns:
                raise PlanError(
                    f"terms ({term.name})",
                    SimulationFault.COLUMN_NOT_SIMULATED.of(column=column, columns=tuple(columns)),
                    plan=plan.name,
                )
    successes, trials = (outcome.columns[part] for part in parts if part)
    return [
        Table.from_columns(
            {**columns, successes: row, trials: world.size}, source="simulated trial"
        )
        for row in world.seen
    ]


def ask(plan: Plan, question: Question, progress: Progress | None = None) -> list[Answer]:
    """Answer for every candidate; `progress(done, total)` counts simulated trials."""
    sides = _sides(plan)
    total = question.trials * len(question.candidates)
    found = []
    for number, candidate in enumerate(question.candidates):
        before = number * question.trials

        def report(done: int, _of: int, before: int = before) -> None:
            if progress is not None:
                progress(before + done, total)

        world = _simulate(candidate, question, number)
        fits = fit_many(plan, tables(plan, world), progress=report, effects=True)
        if len(fits.failures) == len(fits):
            cause = next(iter(fits.failures.values()))
            raise PlanError("terms", SimulationFault.NONE_FITTED.of(cause=cause), plan=plan.name)
        found.append(_answer(candidate, question, sides, plan, world, fits))
    return found


@dataclass(frozen=True)
class _Side:
    """Where a factor's contrast stands in the plan; times ``sign`` it is "+" minus "-"."""

    at: int
    sign: float


#: The two sides of a factor as names and, in numeric coding, as the numbers −1 and 1.
_PLACES = {"+": 1, "-": -1, "1": 1, "-1": -1}


def _sides(plan: Plan) -> list[_Side]:
    """Find the contrast of each factor, whichever way round and in whichever coding it is written.

    Raises PlanError where the plan does not contrast the two sides of a factor.
    """
    found = []
    for factor in FACTORS:
        for at, contrast in enumerate(plan.contrasts):
            places = [_PLACES.get(level) for level in (contrast.level, contrast.versus)]
            if contrast.column == factor and places in ([1, -1], [-1, 1]):
                found.append(_Side(at, 1.0 if places == [1, -1] else -1.0))
                break
        else:
            raise PlanError(
                "contrasts", SimulationFault.NO_FACTOR_CONTRAST.of(factor=factor),
                plan=plan.name,
            )  # fmt: skip
    return found


def _answer(
    candidate: Candidate,
    question: Question,
    sides: list[_Side],
    plan: Plan,
    world: _World,
    fits: FitMany,
) -> Answer:
    good = np.ones(len(fits), dtype=bool)
    good[list(fits.failures)] = False
    at = [side.at for side in sides]
    mean = (fits.contrasts.mean[:, at] * [side.sign for side in sides])[good]
    low, high = fits.contrasts.limits(95)
    claimed = ((low[:, at] > 0) | (high[:, at] < 0))[good]
    truth = world.effects[good]
    right = claimed & (np.sign(mean) == np.sign(truth))
    slope = question.base * (1 - question.base) * 100
    claims = int(claimed.sum())
    estimate, models = model_means(plan, fits, sides)[good], world.models[good]
    sign = 1.0 if plan.outcome.better == "higher" else -1.0
    chosen, best = (sign * estimate).argmax(axis=1), (sign * models).argmax(axis=1)
    logit = math.log(question.base / (1 - question.base))
    probability = 1 / (1 + np.exp(-(logit + models)))
    each = np.arange(len(models))
    regret = np.abs(probability[each, best] - probability[each, chosen])
    off = (estimate - estimate.mean(axis=1, keepdims=True)) - (
        models - models.mean(axis=1, keepdims=True)
    )
    error, detectable = least_squares(world)
    return Answer(
        candidate=candidate,
        power=float(right.mean()),
        power_by_factor={f: float(right[:, i].mean()) for i, f in enumerate(FACTORS)},
        posterior_sd_pp=float(fits.contrasts.sd[:, at][good].mean() * slope),
        standard_error_pp=error * 100,
        detectable_pp=detectable * 100,
        model_error_pp=float(np.sqrt((off**2).mean()) * slope),
        correct_selection=float((chosen == best).mean()),
        regret_pp=float(regret.mean() * 100),
        type_s=float((claimed & ~right).sum() / claims) if claims else None,
        type_m=float((np.abs(mean) / np.abs(truth))[claimed].mean()) if claims else None,
        simulated=int(good.sum()),
        failed=int((~good).sum()),
    )


def model_means(plan: Plan, fits: FitMany, sides: list[_Side]) -> Floats:
    """Return posterior means of the eight models on the link scale, up to a constant.

    A model's predictor is linear in the effects, so its mean is the sum of half its factors'
    contrasts, with their signs, and of its own random effect.
    """
    arms = cube()
    own = [t.name for t in plan.terms if t.columns == (plan.roles.arm,)]
    result = np.zeros((len(fits), len(arms)))
    for number, arm in enumerate(arms):
        for factor, side in zip(FACTORS, sides, strict=True):
            half = fits.contrasts.mean[:, side.at] * side.sign / 2
            result[:, number] += half if arm.cell[factor] == "+" else -half
        for term in own:
            name = f"{term}: {arm.code}"
            if name in fits.effects.names:
                result[:, number] += fits.effects.mean[:, fits.effects.names.index(name)]
    return result


def least_squares(world: _World) -> tuple[float, float]:
    """Return the standard error of a main effect, and the difference detectable with 80 % power.

    Ordinary least squares on the proportions of the rows (an incubator, or its part before and
    after a step), weighted by people: intercept, A, B, C. The standard error is the spread of the
    estimates over the simulated trials, which is right although parts of one incubator are alike;
    the t distribution has the degrees of freedom of the incubators, not of the rows.
    """
    from scipy.stats import t as student

    X = np.array([
        [1.0, *((0.5 if arm.cell[f] == "+" else -0.5) for f in FACTORS)]
        for _, arm, _ in world.rows
    ])  # fmt: skip
    weighted = X * world.size[:, None]
    estimates = (world.seen / world.size) @ (np.linalg.pinv(X.T @ weighted) @ weighted.T).T
    # What is true points up or down at random: turn all one way, and look at the spread.
    turned = estimates[:, 1:] * np.sign(world.effects)
    error = float(np.sqrt(turned.var(axis=0, ddof=1).mean()))
    free = len({site for site, _, _ in world.rows}) - X.shape[1]
    return error, float(student.ppf(0.975, free) + student.ppf(0.8, free)) * error


def plain(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """Return the answers as JSON holds them."""
    return [asdict(answer) for answer in answers]
