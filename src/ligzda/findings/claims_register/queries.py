"""Read side of the claims that are public: how each stands, its turns, the run behind it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from ligzda.findings.claims.lifecycle import Cause, State
from ligzda.findings.claims_register import rules
from ligzda.findings.claims_register.grading import Certainty, certainty
from ligzda.findings.models import Claim, EvaluationRun
from ligzda.findings.releasing.queries import public_result, released
from ligzda.kernel.texts import Text
from ligzda.languages import CODES, Language
from ligzda.network.rules import Viewer

PUBLIC_PARTS = (
    "outcome", "plan", "contrasts", "ranks", "league", "priors", "sensitivity", "diagnosis",
)  # fmt: skip
"""Parts of an evaluation in which no single incubator stands."""
SAID = ("rests_on", "problem", "public")
"""What is told of a claim whose numbers are not public."""

DUE = datetime.timedelta(days=14)
"""Within which a person looks at a claim that turned."""
HOURS_EACH = 0.5
"""What looking at one takes, so that the load can be told beforehand."""


@dataclass(frozen=True)
class TurnRow:
    """A turn: on which day, from what to what, why, and what happened, by language."""

    on: datetime.date
    before: State
    after: State
    cause: Cause
    told: Text
    run: int | None = None


@dataclass(frozen=True)
class RunRow:
    """The run that a claim rests on, as far as it left by the disclosure room.

    `cells_csv`, `plan_text` and `evaluation` are what left: the cells, the plan that they are
    evaluated by, and parts of what it gives. Where nothing left, cells and evaluation are empty.
    `added_up`: the cells are sums over a factor, and the plan is the registered one without it.
    """

    number: int
    outcome: str
    moment: str
    data_sha256: str
    plan_sha256: str
    engine_version: str
    seed: int
    cells_csv: str
    plan_text: str
    evaluation: Mapping[str, Any]
    added_up: bool


@dataclass(frozen=True)
class ClaimRow:
    """A public claim. `verdict`: of the last check, “” before it; `computed`: its numbers, where
    public cells give them.
    """

    number: int
    predicate: str
    sha256: str
    state: State
    sentences: Mapping[Language, str]
    verdict: str
    certainty: Certainty
    checked_on: datetime.date | None
    turned: list[TurnRow]
    run: RunRow | None
    computed: Mapping[str, Any]

    @property
    def public(self) -> bool:
        """Whether its numbers are those of cells that are public."""
        return bool(self.computed.get("public"))


def claims() -> list[ClaimRow]:
    """Return the public claims by number."""
    return [_row(row) for row in _public()]


def claim(number: int) -> ClaimRow | None:
    """Return one public claim; None where there is none of that number."""
    row = _public().filter(number=number).first()
    return _row(row) if row else None


def _public() -> QuerySet[Claim]:
    rows = Claim.objects.filter(approved_at__isnull=False).select_related(
        "run__data_set", "run__release"
    )
    return rows.prefetch_related("turns", "ratings").order_by("number")


def _row(row: Claim) -> ClaimRow:
    return ClaimRow(
        number=row.number,
        predicate=row.predicate,
        sha256=row.sha256,
        state=State(row.state),
        sentences={each: getattr(row, each) for each in CODES},
        verdict=row.verdict,
        certainty=certainty(list(row.ratings.all())),
        checked_on=timezone.localdate(row.checked_at) if row.checked_at else None,
        turned=[
            TurnRow(
                turn.on,
                State(turn.before),
                State(turn.after),
                Cause(turn.cause),
                turn.told,
                turn.run_id,
            )
            for turn in row.turns.all()
        ],
        run=_run(row.run) if row.run else None,
        computed=_computed(row.computed),
    )


def _computed(found: Mapping[str, Any]) -> Mapping[str, Any]:
    return found if found.get("public") else {name: found[name] for name in SAID if name in found}


def _run(run: EvaluationRun) -> RunRow:
    left, whole = released(run), public_result(run)
    return RunRow(
        number=run.pk,
        outcome=run.data_set.outcome if run.data_set else "",
        moment=run.data_set.moment if run.data_set else "",
        data_sha256=run.data_sha256,
        plan_sha256=run.plan_sha256,
        engine_version=run.engine_version,
        seed=run.seed,
        cells_csv=left.cells if left else "",
        plan_text=left.plan if left else run.plan,
        evaluation={name: whole[name] for name in PUBLIC_PARTS if name in whole},
        added_up=bool(left and left.added_up),
    )


@dataclass(frozen=True)
class Queue:
    """What waits for a person: what lost support and by when it is looked at; drafts that nobody
    has approved; claims of which no run can say anything. `hours`: what looking takes in all.
    """

    turned: list[tuple[ClaimRow, datetime.date]]
    drafts: list[Claim]
    unanswered: list[ClaimRow]
    last_turn: datetime.date | None

    @property
    def hours(self) -> float:
        """Hours expected, at half an hour a claim."""
        return HOURS_EACH * (len(self.turned) + len(self.drafts) + len(self.unanswered))


def queue(viewer: Viewer) -> Queue:
    """Return what waits for a person. Raises NotAllowedError."""
    rules.check_write_claims(by=viewer)
    rows = claims()
    waits = (State.NO_LONGER, State.UNDER_REVIEW)
    turned = [(row, row.turned[-1].on + DUE) for row in rows if row.state in waits and row.turned]
    drafts = Claim.objects.filter(approved_at__isnull=True, state=State.DRAFT.value)
    return Queue(
        turned,
        list(drafts.select_related("drafted_by")),
        [row for row in rows if row.computed.get("problem")],
        max((row.turned[-1].on for row in rows if row.turned), default=None),
    )
