"""Verbs of releases: let out what of a finished run may be public, and what stands beside it.

Both leave by the ledger of all rooms (indicators.releasing).
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from ligzda.disclosure import Entry, Ledger, Rules
from ligzda.errors import LigzdaError
from ligzda.evidence import parse_plan
from ligzda.findings.models import EvaluationRun, Release
from ligzda.findings.releasing.cells import added_up, counted, leaving, left_before
from ligzda.findings.releasing.plans import factors, on_sums
from ligzda.findings.releasing.queries import earlier_ledger
from ligzda.findings.runs import rules
from ligzda.findings.runs.beside import beside, steady
from ligzda.findings.runs.computing import computed
from ligzda.indicators.releasing.actions import let_out
from ligzda.indicators.releasing.tables import BESIDE, population
from ligzda.kernel.hashing import sha256
from ligzda.network.audit import record
from ligzda.network.models import User


@dataclass(frozen=True)
class _Found:
    """What may leave: the ledger's line, the cells, what they say, and the plan where it is not the
    run's own.
    """

    entry: Entry
    cells: str
    result: str
    plan: str = ""


@transaction.atomic
def release(*, by: User, run: EvaluationRun) -> Release | None:
    """Let out the cells of a finished run, or their sums over one factor; None where nothing may.

    Sums are evaluated by the same plan without that factor. One run is released once, and attacked
    together with all that left before it: other runs, what stands beside them, open data.
    """
    rules.check_ask(by=by)
    there = Release.objects.filter(run=run).first()
    if there or run.finished_at is None or run.data_set is None:
        return there
    left: list[_Found] = []

    def choose(ledger: Ledger) -> Entry | None:
        found = _may_leave(run, ledger)
        left.extend([found] if found else [])
        return found.entry if found else None

    let_out(by=by, choose=choose)
    if not left:
        return None
    [found] = left
    row = Release.objects.create(
        number=Release.objects.count() + 1,
        run=run,
        added_up=bool(found.plan),
        cells=found.cells,
        plan=found.plan or run.plan,
        result=found.result,
        result_sha256=sha256(found.result),
        line=Ledger((found.entry,)).lines()[0],
        released_at=timezone.now(),
    )
    told = {"number": row.number, "cells": sha256(row.cells), "plan": sha256(row.plan)}
    record(by=by, action="run.release", about=run, after=told)
    return row


@transaction.atomic
def release_beside(*, by: User, run: EvaluationRun) -> dict[str, Any]:
    """Let out what stands beside a run, and return it: what stood beside an earlier run where few
    have moved since, and then nothing leaves.
    """
    rules.check_ask(by=by)
    assert run.data_set is not None
    day = run.data_set.as_of
    rows = EvaluationRun.objects.exclude(beside={}).order_by("-finished_at")
    earlier = list(rows.values_list("beside", flat=True))
    told: dict[str, Any] = {}

    def choose(ledger: Ledger) -> Entry | None:
        found, tables = beside(day, ledger)
        told.update(steady(found, earlier))
        return Entry(BESIDE, day.isoformat(), tables) if told == found else None

    let_out(by=by, choose=choose, what=BESIDE)
    return told


@transaction.atomic
def join_ledger(*, by: User) -> None:
    """Take what left before all rooms had one ledger into it, each release once."""
    rules.check_ask(by=by)
    for row in earlier_ledger().select_related("run__data_set").order_by("number"):
        data = row.run.data_set
        assert data is not None
        fine = counted(data.content, parse_plan(row.run.plan).columns)
        assert fine is not None
        kept = row.cells.splitlines()[0].split(",")[1:-2] if row.added_up else None
        whom = population(data.outcome, data.moment)
        _take_in(by, left_before(whom, data.as_of.isoformat(), fine, kept))


def _take_in(by: User, entry: Entry) -> None:
    let_out(by=by, choose=lambda _ledger: entry)


def _may_leave(run: EvaluationRun, ledger: Ledger) -> _Found | None:
    """Return the finest groups that may leave: the plan's own, else those without one factor."""
    assert run.data_set is not None
    data, allowed = run.data_set, Rules()
    fine = counted(data.content, parse_plan(run.plan).columns)
    if fine is None:
        return None
    whom = population(data.outcome, data.moment)
    day = data.as_of.isoformat()
    if entry := leaving(whom, day, fine, None, ledger, allowed):
        return _Found(entry, fine.csv(), run.result)
    names = factors(run.plan)
    for left_out in reversed(names):
        kept = [name for name in names if name != left_out]
        plan = on_sums(run.plan, kept)
        if plan and (entry := leaving(whom, day, fine, kept, ledger, allowed)):
            cells = added_up(fine, kept).csv()
            with suppress(LigzdaError):  # the engine may refuse what is left; the next may do
                return _Found(entry, cells, computed(cells, plan, run.seed, lambda _: None), plan)
    return None
