"""All that the page of a model tells, from the rooms that keep it. Nothing here counts people anew.

Outcomes are those of what is public of the newest run; people and enterprises come from what was
kept beside it (`runs.beside`). Of a model that was not run as designed there are no outcomes: it
did not fail, it was not tried.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ligzda.blueprints.queries import ModelDetail, model
from ligzda.findings.claims.registry import NOT_RUN
from ligzda.findings.claims_register.functioning import (
    Functioned,
    ModelRow,
    Published,
    functioned,
)
from ligzda.findings.models import Quote
from ligzda.findings.quotes.queries import public_quotes
from ligzda.incubators.costs.open_data import yearly_costs
from ligzda.languages import Language
from ligzda.trial.registry.models import Deviation
from ligzda.trial.registry.queries import standing_deviations
from ligzda.trial.running.fidelity import PARTS, Score
from ligzda.trial.running.models import Adaptation, FlowEvent
from ligzda.trial.running.queries import assessments, states_of_quarters
from ligzda.trial.running.standing import CourseState, quarters_of


@dataclass(frozen=True)
class Done:
    """How a model was run at an incubator: state, share of the plan done in each part (0–1, None
    before an assessment), how many of its quarters were assessed and not run as designed.
    """

    state: CourseState
    shares: Mapping[str, float] | None
    assessed: int
    not_run: int


@dataclass(frozen=True)
class Cost:
    """What an incubator cost in a year, EUR, in how many closed months; `shared`: in that year it
    ran another model, too.
    """

    place: str
    year: int
    months: int
    spent: Decimal
    shared: bool


@dataclass(frozen=True)
class Functioning:
    """How a model functioned. `day`: that of the cells, or today before there are any.

    `flow`: how it stands with people → how many, None where that is not public; `figures`: rows as
    `runs.beside` keeps them. `silent`: it was not run as designed, so nothing is said of outcomes.
    """

    planned: ModelDetail
    row: ModelRow | None
    day: datetime.date
    done: Sequence[Done]
    flow: Mapping[str, int | None]
    figures: Sequence[Mapping[str, Any]]
    run: Published
    costs: Sequence[Cost]
    quotes: Sequence[Quote]
    deviations: Sequence[Deviation]
    events: Sequence[FlowEvent]
    changes: Sequence[Adaptation]
    silent: bool


@dataclass(frozen=True)
class Known:
    """What the page of every model begins with, asked once where somebody tells of them all."""

    found: Functioned
    states: Sequence[CourseState]
    scores: Mapping[tuple[str, datetime.date], Score]


def known(language: Language) -> Known:
    """Return it as of the day of the newest cells."""
    found = functioned(language)
    return Known(found, states_of_quarters(found.day), assessments())


def functioning(code: str, language: Language, *, given: Known | None = None) -> Functioning:
    """Return how a model functioned. Raises NotFoundError where there is none of this code."""
    planned = model(code)
    given = given or known(language)
    found, scores, day = given.found, given.scores, given.found.day
    mine = [one for one in given.states if one.course.code == code]
    done = []
    for state in mine:
        quarters = [day_of for day_of in quarters_of(state.course) if day_of <= day]
        assessed = [
            scores[state.course.incubator_slug, each]
            for each in quarters
            if (state.course.incubator_slug, each) in scores
        ]
        shares = (
            {part: sum(one.shares[part] for one in assessed) / len(assessed) for part in PARTS}
            if assessed
            else None
        )
        bad = sum(one.state.value == NOT_RUN for one in assessed)
        done.append(Done(state, shares, len(assessed), bad))
    silent = bool(mine) and all(one.fidelity.value == NOT_RUN for one in mine)
    slugs = {one.course.incubator_slug for one in mine}
    return Functioning(
        planned=planned,
        row=next((row for row in found.rows if row.code == code), None),
        day=day,
        done=done,
        flow=found.published.beside.get("flow", {}).get(code, {}),
        figures=found.published.beside.get("figures", {}).get(code, ()),
        run=found.published,
        costs=_costs(mine, given.states),
        quotes=public_quotes(code),
        deviations=list(standing_deviations().filter(approved_at__isnull=False)),
        events=list(
            FlowEvent.objects.filter(incubator__slug__in=slugs)
            .exclude(stage=FlowEvent.Stage.EXCLUDED)
            .select_related("incubator")
            .order_by("happened_on", "pk")
        ),
        changes=list(
            Adaptation.objects.filter(
                version__model__code=code,
                incubator__slug__in=slugs,
                kind=Adaptation.Kind.MODIFIED,
            ).select_related("incubator")
        ),
        silent=silent,
    )


def _costs(mine: Sequence[CourseState], every: Sequence[CourseState]) -> list[Cost]:
    """Return the published sums of the years in which the model ran."""
    found = []
    for row in yearly_costs():
        here = [one.course for one in every if one.course.incubator_slug == row["incubator"]]
        year = int(str(row["year"]))
        ran = [course for course in here if course.begin.year <= year <= course.last.year]
        own = [one.course for one in mine if one.course in ran]
        if own:
            others = {course.code for course in ran} - {own[0].code}
            found.append(
                Cost(own[0].place, year, int(str(row["months"])), Decimal(str(row["spent"])),
                     bool(others))
            )  # fmt: skip
    return sorted(found, key=lambda one: (one.place, one.year))
