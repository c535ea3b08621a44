r"""What a municipality is told: per model outcome, cost, net benefit, regret – or nothing. Pure.

Net benefit of a participant is :math:`\lambda (p - p_0) - c`: λ what one more person in paid
activity is worth, :math:`p_0` the share that would be without an incubator – the trial has no group
that says so, hence the municipality does. To open none is an option too, of net benefit 0.

Beyond the trial's hull nobody knows whether what the moderators do goes on or stops: each draw
takes one or the other, with even odds (`docs/claims.md` holds what that buys).
"""

from dataclasses import dataclass

import numpy as np

from ligzda.evidence.abstention import Answer as Spoken
from ligzda.evidence.abstention import Reach, Trial, reach
from ligzda.evidence.codes import Remark
from ligzda.evidence.decision import (
    BinomialStudy,
    Choice,
    Interval,
    MonteCarlo,
    best_within_budget,
    evpi,
    evsi,
)
from ligzda.evidence.decision.draws import Record
from ligzda.evidence.tables import Floats
from ligzda.methodology.advice.basis import GROUPS, MODERATORS, NONE, Basis
from ligzda.methodology.advice.fitting import DRAWS, SEED, Effects, Fitted

TRIED = {"premises": frozenset({"workshop"}), "group": frozenset(GROUPS)}
"""Categories that were in the trial; every incubator had a workshop."""
ASSURANCE, MID = 0.8, 500.0
"""A model is affordable with this probability; the smallest net benefit that matters, EUR."""


@dataclass(frozen=True)
class Asked(Record):
    """A municipality as it describes itself.

    `values`: moderators in their own units, None where not known; `people`: places a year by
    target group; `cannot`: sides of factors such as "A+"; `budget` EUR for those places; `worth`:
    λ in EUR; `otherwise`: p₀, from 0 to 1.
    """

    values: tuple[float | None, float | None]
    people: tuple[tuple[str, int], ...]
    premises: str
    budget: float
    cannot: frozenset[str]
    worth: float
    otherwise: float

    @property
    def places(self) -> int:
        """How many are to be taken in a year."""
        return sum(count for _, count in self.people)


@dataclass(frozen=True)
class ModelAnswer(Record):
    """What is expected of a model here, for a participant; `outcome` is a share."""

    model: str
    outcome: Interval
    cost: Interval
    benefit: Interval


@dataclass(frozen=True)
class Refusal(Record):
    """Why nothing is said of a model: "not-run" as designed, or a side that they "cannot" do."""

    model: str
    why: str
    sides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer(Record):
    """The whole answer. Where `reach` refuses, there are no models and no choice.

    `choice` is among the models and to open none, by net benefit within the budget. `more_data`:
    what one more year of the trial's records is worth, EUR a participant, and
    `perfect` what knowing everything would be. `held` of `sites` left-out places had their share
    within the 80 % interval.
    """

    spoken: str
    q: float | None
    odd: str
    reasons: tuple[Remark, ...]
    nearest: tuple[tuple[str, float], ...]
    effective: float | None
    models: tuple[ModelAnswer, ...]
    refused: tuple[Refusal, ...]
    choice: Choice | None
    more_data: MonteCarlo | None
    perfect: MonteCarlo | None
    held: int
    sites: int


@dataclass(frozen=True, eq=False)
class Drawn:
    """Draws behind an answer, `[draw, model]`: shares, EUR, and WHO-5 points if any."""

    models: tuple[str, ...]
    outcome: Floats
    cost: Floats
    wellbeing: Floats | None


def trial_of(basis: Basis) -> Trial:
    """Return the trial's places for the rule of abstention."""
    sites = basis.used
    values = np.array([basis.at(site.place) for site in sites])
    return Trial(tuple(site.place for site in sites), MODERATORS, values, basis.national, TRIED)


def reached(basis: Basis, asked: Asked) -> Reach:
    """Say whether the trial reaches a municipality."""
    strange = next((g for g, count in asked.people if count and g not in GROUPS), GROUPS[0])
    categories = {"premises": asked.premises, "group": strange}
    return reach(trial_of(basis), dict(zip(MODERATORS, asked.values, strict=True)), categories)


def refused(found: Fitted, asked: Asked) -> tuple[Refusal, ...]:
    """Return the models of which nothing is said: not run as designed, or not possible here."""
    ran = {site.model for site in found.basis.used}
    rows = []
    for code, sides in found.models:
        odd = sorted({f"{f}{side}" for f, side in zip("ABC", sides, strict=True)} & asked.cannot)
        if code not in ran:
            rows.append(Refusal(code, "not-run"))
        elif odd:
            rows.append(Refusal(code, "cannot", tuple(odd)))
    return tuple(rows)


def drawn(found: Fitted, asked: Asked, reach: Reach) -> Drawn:
    """Put the draws together for a municipality: standardised over its own people."""
    out = {one.model for one in refused(found, asked)}
    kept = [j for j, (code, _) in enumerate(found.models) if code not in out]
    rng = np.random.default_rng(SEED)
    values = np.array(asked.values, dtype=float)
    stopped = trial_of(found.basis).nearest_within(reach)
    goes_on = rng.random(DRAWS) < 0.5
    z = (np.where(goes_on[:, None], values, stopped) - found.basis.centre) / found.basis.national
    shares = np.array([dict(asked.people).get(group, 0) for group in GROUPS], dtype=float)
    shares /= shares.sum()

    def eta(effects: Effects) -> Floats:
        moved = np.einsum("ij,ij->i", z, effects.slopes)
        noise = effects.spread[:, None] * rng.standard_normal((DRAWS, len(found.models)))
        return np.asarray((effects.base + (moved[:, None] + noise)[:, :, None])[:, kept])

    outcome = (1 / (1 + np.exp(-eta(found.outcome)))) @ shares
    cost = np.exp(eta(found.cost)) @ shares
    wellbeing = None if found.wellbeing is None else eta(found.wellbeing) @ shares
    return Drawn(tuple(found.models[j][0] for j in kept), outcome, cost, wellbeing)


def advise(found: Fitted, asked: Asked) -> tuple[Answer, Drawn | None]:
    """Answer a municipality; the draws go to `weighing`, and are None where nothing is said."""
    near = reached(found.basis, asked)
    out = refused(found, asked)
    if near.answer is Spoken.REFUSE or len(out) == len(found.models):
        return _answer(found, near, out), None
    draws = drawn(found, asked, near)
    benefit = asked.worth * (draws.outcome - asked.otherwise) - draws.cost
    models = tuple(
        ModelAnswer(
            name, Interval.of(draws.outcome[:, j]), Interval.of(draws.cost[:, j]),
            Interval.of(benefit[:, j]),
        )
        for j, name in enumerate(draws.models)
    )  # fmt: skip
    nothing = np.zeros((DRAWS, 1))
    values, costs = np.hstack([benefit, nothing]), np.hstack([draws.cost, nothing])
    choice = best_within_budget(
        values, costs, asked.budget, places=asked.places, mid=MID, assurance=ASSURANCE,
        options=(*draws.models, NONE),
    )  # fmt: skip
    year, perfect = _knowing(found, values[:, [one.within for one in choice.candidates]])
    return _answer(found, near, out, models, choice, year, perfect), draws


def _knowing(found: Fitted, values: Floats) -> tuple[MonteCarlo | None, MonteCarlo | None]:
    """Value a further year of the trial's records, and everything, among affordable options."""
    if values.shape[1] < 2:
        return None, None
    own = 1 / (1 + np.exp(-found.outcome.own))
    study = BinomialStudy(own, [max(1.0, site.yearly) for site in found.basis.used])
    seen = study.simulate(1, np.random.default_rng(SEED))
    return evsi(values, seen, seed=SEED), evpi(values, seed=SEED)


def _answer(
    found: Fitted, near: Reach, out: tuple[Refusal, ...], models: tuple[ModelAnswer, ...] = (),
    choice: Choice | None = None, year: MonteCarlo | None = None,
    perfect: MonteCarlo | None = None,
) -> Answer:  # fmt: skip
    return Answer(
        near.answer.value, near.q, near.odd, near.reasons, near.nearest, near.effective, models,
        out, choice, year, perfect, found.held, len(found.basis.used),
    )  # fmt: skip
