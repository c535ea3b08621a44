"""Read side of the running trial: fidelity by quarter, the flow, what is due."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ligzda.incubators.models import Incubator
from ligzda.kernel.calendar import month_after, quarter_name, quarters
from ligzda.kernel.sorting import sort_key
from ligzda.trial.assignment.queries import CourseRow, courses
from ligzda.trial.running import fidelity
from ligzda.trial.running import flow as diagram
from ligzda.trial.running.fidelity import Score
from ligzda.trial.running.models import (
    FidelityAssessment,
    FlowEvent,
)
from ligzda.trial.running.standing import (
    CourseState,
    Standing,
    course_at,
    overall,
    place_of,
    quarters_of,
    standing,
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
    code: str
    """The model whose quarter this is."""


@dataclass(frozen=True)
class HeatRow:
    """One incubator over the quarters."""

    slug: str
    name: str
    cells: Sequence[HeatCell]


@dataclass(frozen=True)
class Site:
    """Where something is due; with a quarter, the assessment that is to be recorded."""

    name: str
    slug: str = ""
    quarter: datetime.date | None = None


@dataclass(frozen=True)
class Due:
    """Something to be done: what, at which incubators, from when until when."""

    kind: str
    what: str
    incubators: Sequence[Site]
    begin: datetime.date
    end: datetime.date
    state: str
    everywhere: bool = False

    @property
    def overdue(self) -> bool:
        """Whether its time is over and it still has to be done."""
        return self.state == "past" and self.kind == "fidelity"


def excluded() -> set[str]:
    """Return the incubators excluded before allocation, by slug."""
    rows = FlowEvent.objects.filter(stage=FlowEvent.Stage.EXCLUDED)
    return set(rows.values_list("incubator__slug", flat=True))


def score_of(assessment: FidelityAssessment) -> Score:
    """Return the score of a stored assessment."""
    items = {row.item: row for row in assessment.items.all()}
    return fidelity.score(
        {
            part: fidelity.Part(float(items[part].planned or 0), float(items[part].actual))
            for part in fidelity.PARTS
        },
        {name: int(items[name].actual) for name in fidelity.MODERATORS if name in items},
    )


def assessments(until: datetime.date | None = None) -> dict[tuple[str, datetime.date], Score]:
    """Return the scores by incubator and quarter; `until`: those assessed by that day."""
    rows = FidelityAssessment.objects.select_related("incubator").prefetch_related("items")
    if until is not None:
        rows = rows.filter(assessed_on__lte=until)
    return {(row.incubator.slug, row.quarter): score_of(row) for row in rows}


def states(today: datetime.date) -> list[CourseState]:
    """Return where every course is on a day, by incubator and time."""
    rows = courses()
    scores = assessments(today) if rows else {}
    return [standing(row, scores, today) for row in rows]


def states_of_quarters(until: datetime.date) -> list[CourseState]:
    """Return where every course was on a day, by all that is known today of the quarters that had
    begun by then: what was assessed late counts, what was done later does not.
    """
    rows = courses()
    every = assessments() if rows else {}
    scores = {key: score for key, score in every.items() if key[1] <= until}
    return [standing(row, scores, until) for row in rows if row.begin <= until]


def state_of(
    incubator_slug: str, *, model: str, begin: datetime.date, end: datetime.date
) -> fidelity.State:
    """Return what may be said of a model at an incubator over a period.

    Only quarters in which the incubator ran that model count: a course answers for itself. Findings
    must ask this before they say that a model failed.
    """
    scores = assessments()
    return overall([
        scores[incubator_slug, quarter].state
        for row in courses()
        if (row.incubator_slug, row.code) == (incubator_slug, model)
        for quarter in quarters_of(row)
        if begin <= quarter < end and (incubator_slug, quarter) in scores
    ])  # fmt: skip


def heat_map(today: datetime.date) -> list[HeatRow]:
    """Return fidelity by incubator and quarter, each cell with the model that ran then."""
    rows = courses()
    if not rows:
        return []
    every = quarters(min(row.begin for row in rows), max(row.end for row in rows))
    scores = assessments(today)
    found = []
    for slug, name in dict.fromkeys((row.incubator_slug, row.place) for row in rows):
        cells = []
        for quarter in every:
            course = course_at(rows, slug, quarter)
            score = scores.get((slug, quarter))
            cells.append(
                HeatCell(
                    quarter,
                    score.state if score else fidelity.State.UNKNOWN,
                    score.adherence if score else None,
                    score.weakest if score else "",
                    course is not None,
                    course is not None and score is None and month_after(quarter, 3) <= today,
                    course.code if course else "",
                )
            )
        found.append(HeatRow(slug, name, cells))
    return found


def fidelity_rows() -> list[dict[str, Any]]:
    """Return every assessment as a row of the table FIDELITY, with the model that ran."""
    ran = courses()
    found = []
    for (slug, quarter), score in sorted(assessments().items()):
        course = course_at(ran, slug, quarter)
        assert course is not None, "an assessment is of a course"
        found.append({
            "incubator": slug,
            "quarter": quarter,
            "model": course.code,
            "version": course.version,
            "state": score.state.value,
            "adherence": round(score.adherence, 4),
            "weakest": score.weakest,
            **{part: round(score.shares[part], 4) for part in fidelity.PARTS},
            **score.moderators,
        })  # fmt: skip
    return found


def flow(today: datetime.date) -> diagram.Flow:
    """Return the flow as of a day: incubators at the top, below them courses, a column a model.

    Who changes the model counts once in each of its models, with that model's own quarters. An
    event belongs to the course in which it happened; who was lost does not run what came later.
    """
    events: dict[str, list[FlowEvent]] = {}
    for event in FlowEvent.objects.select_related("incubator").order_by("happened_on", "pk"):
        events.setdefault(event.incubator.slug, []).append(event)
    by_incubator: dict[str, list[CourseState]] = {}
    for state in states(today):
        by_incubator.setdefault(state.course.incubator_slug, []).append(state)
    excluded = [
        next((e.reason for e in events.get(slug, []) if e.stage == FlowEvent.Stage.EXCLUDED),
             _("not assigned yet"))
        for slug in Incubator.objects.order_by("slug").values_list("slug", flat=True)
        if slug not in by_incubator
    ]  # fmt: skip
    columns: dict[str, list[tuple[CourseState, dict[str, str], str]]] = {}
    for slug, mine in by_incubator.items():
        left = ""
        own_courses = [state.course for state in mine]
        for number, state in enumerate(mine):
            own = {
                event.stage: event.reason
                for event in events.get(slug, [])
                if place_of(event.happened_on, own_courses) == number
            }
            label = f"{state.course.code} {state.course.name}"
            columns.setdefault(label, []).append((state, own, left))
            left = left or own.get(FlowEvent.Stage.LOST, "")
    arms = tuple(_arm(label, columns[label]) for label in sorted(columns))
    courses_drawn = sum(arm.allocated for arm in arms)
    return diagram.Flow(
        len(excluded) + len(by_incubator),
        _counted(excluded),
        arms,
        changes=courses_drawn - len(by_incubator),
    )


def _arm(label: str, rows: Sequence[tuple[CourseState, dict[str, str], str]]) -> diagram.ArmFlow:
    planned = unknown = running = ended = to_analyse = 0
    reasons: dict[str, list[str]] = {stage: [] for stage in FlowEvent.Stage}
    for state, own, left in rows:
        for stage in (FlowEvent.Stage.LOST, FlowEvent.Stage.DISCONTINUED):
            reasons[stage] += [own[stage]] if stage in own else []
        not_run = own.get(FlowEvent.Stage.NOT_RECEIVED) or left
        if state.fidelity is fidelity.State.NOT_RUN:
            not_run = not_run or _("not run as designed")
        begun = state.standing is not Standing.PLANNED
        if not_run:
            reasons[FlowEvent.Stage.NOT_RECEIVED].append(not_run)
        else:
            planned += not begun
            unknown += begun and state.fidelity is fidelity.State.UNKNOWN
        gone = left or own.keys() & {FlowEvent.Stage.LOST, FlowEvent.Stage.DISCONTINUED}
        running += state.standing is Standing.RUNNING and not gone
        ended += begun and state.standing is not Standing.RUNNING and not gone
        if FlowEvent.Stage.NOT_ANALYSED in own:
            reasons[FlowEvent.Stage.NOT_ANALYSED].append(own[FlowEvent.Stage.NOT_ANALYSED])
        else:
            to_analyse += state.standing is not Standing.ANALYSED
    return diagram.ArmFlow(
        label,
        len(rows),
        not_received=_counted(reasons["not_received"]),
        lost=_counted(reasons["lost"]),
        discontinued=_counted(reasons["discontinued"]),
        not_analysed=_counted(reasons["not_analysed"]),
        planned=planned,
        unknown=unknown,
        running=running,
        ended=ended,
        to_analyse=to_analyse,
    )


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
        Due("start", _("%(code)s starts") % {"code": row.code}, [Site(row.place)], row.begin,
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
                    [Site(row.place)], begin, end, _when(begin, end, today))
            )  # fmt: skip
    scores = assessments(today)
    for row in rows:
        for quarter in quarters_of(row):
            if (row.incubator_slug, quarter) not in scores:
                begin = month_after(quarter, 3)
                end = begin + WINDOW
                what = _("fidelity of %(quarter)s") % {"quarter": quarter_name(quarter)}
                site = Site(f"{row.place} ({row.code})", row.incubator_slug, quarter)
                found.append(Due("fidelity", what, [site], begin, end, _when(begin, end, today)))
    return _together(found)


def _together(rows: Sequence[Due]) -> list[Due]:
    """Join what is due at several incubators at the same time, in order of time."""
    found: dict[tuple[datetime.date, str, str, datetime.date, str], list[Site]] = {}
    every = {site.name for row in rows if row.kind != "fidelity" for site in row.incubators}
    for row in rows:
        key = (row.begin, row.kind, row.what, row.end, row.state)
        found.setdefault(key, []).extend(row.incubators)
    return [
        Due(kind, what, sorted(sites, key=lambda site: sort_key(site.name)), begin, end, state,
            {site.name for site in sites} == every)
        for (begin, kind, what, end, state), sites in sorted(found.items(), key=lambda x: x[0])
    ]  # fmt: skip


def _when(begin: datetime.date, end: datetime.date, today: datetime.date) -> str:
    if today < begin:
        return "coming"
    return "now" if today <= end else "past"
