"""Read side of the running trial: fidelity by quarter, the flow, what is due."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.calendar import month_after, quarters
from ligzda.kernel.sorting import sort_key
from ligzda.trial.assignment.queries import CourseRow, courses
from ligzda.trial.running import fidelity
from ligzda.trial.running import flow as diagram
from ligzda.trial.running.models import (
    FidelityAssessment,
    FlowEvent,
)


@dataclass(frozen=True)
class HeatCell:
    """Fidelity of an incubator in a quarter; `due`: the quarter is over and not assessed."""

    quarter: datetime.date
    state: fidelity.State
    adherence: float | None
    weakest: str
    running: bool
    due: bool


@dataclass(frozen=True)
class HeatRow:
    """One incubator over the quarters."""

    slug: str
    name: str
    cells: Sequence[HeatCell]


@dataclass(frozen=True)
class Due:
    """Something to be done: what, at which incubators, from when until when."""

    kind: str
    what: str
    incubators: Sequence[str]
    begin: datetime.date
    end: datetime.date
    state: str
    everywhere: bool = False


def excluded() -> set[str]:
    """Return the incubators excluded before allocation, by slug."""
    rows = FlowEvent.objects.filter(stage=FlowEvent.Stage.EXCLUDED)
    return set(rows.values_list("incubator__slug", flat=True))


def score_of(assessment: FidelityAssessment) -> fidelity.Score:
    """Return the score of a stored assessment."""
    items = {row.item: row for row in assessment.items.all()}
    return fidelity.score(
        {
            part: fidelity.Part(float(items[part].planned or 0), float(items[part].actual))
            for part in fidelity.PARTS
        },
        {name: int(items[name].actual) for name in fidelity.MODERATORS if name in items},
    )


def assessments() -> dict[tuple[str, datetime.date], fidelity.Score]:
    """Return the scores by incubator and quarter."""
    rows = FidelityAssessment.objects.select_related("incubator").prefetch_related("items")
    return {(row.incubator.slug, row.quarter): score_of(row) for row in rows}


def heat_map(today: datetime.date) -> list[HeatRow]:
    """Return fidelity by incubator and quarter, over all courses."""
    rows = courses()
    if not rows:
        return []
    every = quarters(min(row.begin for row in rows), max(row.end for row in rows))
    scores = assessments()
    found = []
    for slug, name in dict.fromkeys((row.incubator_slug, row.incubator) for row in rows):
        mine = [row for row in rows if row.incubator_slug == slug]
        cells = []
        for quarter in every:
            running = any(row.begin <= quarter < row.end for row in mine)
            score = scores.get((slug, quarter))
            cells.append(
                HeatCell(
                    quarter,
                    score.state if score else fidelity.State.UNKNOWN,
                    score.adherence if score else None,
                    score.weakest if score else "",
                    running,
                    running and score is None and month_after(quarter, 3) <= today,
                )
            )
        found.append(HeatRow(slug, name, cells))
    return found


def state_of(incubator_slug: str) -> fidelity.State:
    """Return what may be said of an incubator's model over all assessed quarters.

    "The model failed" must not be said where the answer is NOT_RUN: most of its assessed quarters
    were not run as designed.
    """
    states = [s.state for (slug, _q), s in assessments().items() if slug == incubator_slug]
    if not states:
        return fidelity.State.UNKNOWN
    if states.count(fidelity.State.NOT_RUN) * 2 > len(states):
        return fidelity.State.NOT_RUN
    if all(state is fidelity.State.AS_DESIGNED for state in states):
        return fidelity.State.AS_DESIGNED
    return fidelity.State.IN_PART


def flow() -> diagram.Flow:
    """Return the flow of the incubators from the records, one column for each model at the end."""
    events: dict[str, dict[str, str]] = {}
    for event in FlowEvent.objects.select_related("incubator"):
        events.setdefault(event.incubator.slug, {})[event.stage] = event.reason
    final: dict[str, CourseRow] = {}
    for row in courses():
        final[row.incubator_slug] = row
    excluded = [
        events.get(slug, {}).get("excluded", _("not assigned yet"))
        for slug in Incubator.objects.order_by("slug").values_list("slug", flat=True)
        if slug not in final
    ]
    columns: dict[str, list[str]] = {}
    for slug, row in final.items():
        columns.setdefault(f"{row.code} {row.name}", []).append(slug)
    arms = []
    for label in sorted(columns):
        members = columns[label]

        def reasons(stage: str, members: list[str] = members) -> tuple[tuple[str, int], ...]:
            return _counted(
                [events[slug][stage] for slug in members if stage in events.get(slug, {})]
            )

        not_run = [
            _("not run as designed")
            for slug in members
            if "not_received" not in events.get(slug, {})
            and state_of(slug) is fidelity.State.NOT_RUN
        ]
        arms.append(
            diagram.ArmFlow(
                label,
                len(members),
                not_received=reasons("not_received") + _counted(not_run),
                lost=reasons("lost"),
                discontinued=reasons("discontinued"),
                not_analysed=reasons("not_analysed"),
            )
        )
    return diagram.Flow(len(excluded) + len(final), _counted(excluded), tuple(arms))


def _counted(reasons: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((reason, list(reasons).count(reason)) for reason in dict.fromkeys(reasons))


# Months after the beginning of a course at which outcomes are asked (domain: 0, 6, 12, 24), and how
# long before and after the day an answer still counts.
FOLLOW_UPS = (0, 6, 12, 24)
WINDOW = datetime.timedelta(days=30)


def due(today: datetime.date) -> list[Due]:
    """Return step starts, follow-up windows and fidelity assessments in order of time."""
    rows = courses()
    found = [
        Due("start", _("%(code)s starts") % {"code": row.code}, [row.incubator], row.begin,
            row.begin, _when(row.begin, row.begin, today))
        for row in rows
    ]  # fmt: skip
    first: Mapping[str, CourseRow] = {row.incubator_slug: row for row in reversed(rows)}
    for row in first.values():
        for months in FOLLOW_UPS:
            day = month_after(row.begin, months)
            begin, end = day - WINDOW, day + WINDOW
            found.append(
                Due("follow-up", _("outcomes after %(months)s months") % {"months": months},
                    [row.incubator], begin, end, _when(begin, end, today))
            )  # fmt: skip
    for heat in heat_map(today):
        for cell in heat.cells:
            if cell.running and cell.state is fidelity.State.UNKNOWN:
                begin = month_after(cell.quarter, 3)
                end = begin + WINDOW
                found.append(
                    Due("fidelity", _("fidelity of the quarter before"), [heat.name], begin, end,
                        _when(begin, end, today))
                )  # fmt: skip
    return _together(found)


def _together(rows: Sequence[Due]) -> list[Due]:
    """Join what is due at several incubators at the same time, in order of time."""
    found: dict[tuple[datetime.date, str, str, datetime.date, str], list[str]] = {}
    every = {name for row in rows for name in row.incubators}
    for row in rows:
        key = (row.begin, row.kind, row.what, row.end, row.state)
        found.setdefault(key, []).extend(row.incubators)
    return [
        Due(kind, what, sorted(names, key=sort_key), begin, end, state, set(names) == every)
        for (begin, kind, what, end, state), names in sorted(found.items())
    ]


def _when(begin: datetime.date, end: datetime.date, today: datetime.date) -> str:
    if today < begin:
        return "coming"
    return "now" if today <= end else "past"
