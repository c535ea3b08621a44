"""The verb of releases: let out what of a finished run may be public."""

from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from ligzda.disclosure import Entry, Ledger, Rules
from ligzda.errors import LigzdaError
from ligzda.evidence import parse_plan
from ligzda.findings.models import EvaluationRun, Release
from ligzda.findings.releasing.cells import added_up, counted, leaving
from ligzda.findings.releasing.plans import factors, on_sums
from ligzda.findings.runs import rules
from ligzda.findings.runs.computing import computed
from ligzda.kernel.hashing import sha256
from ligzda.kernel.turns import take_turn
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

    Sums are evaluated by the same plan without that factor. One run is released once; releases wait
    for one another, because each is attacked together with all releases of runs before it. Open
    data have a ledger of their own (indicators.releasing; docs/claims.md).
    """
    rules.check_ask(by=by)
    there = Release.objects.filter(run=run).first()
    if there or run.finished_at is None or run.data_set is None:
        return there
    take_turn("findings.release")  # its rows are only added, so none can be locked
    rows = list(Release.objects.order_by("number"))
    ledger = Ledger.read(row.line for row in rows)
    found = _may_leave(run, ledger)
    if found is None:
        return None
    row = Release.objects.create(
        number=len(rows) + 1,
        run=run,
        added_up=bool(found.plan),
        cells=found.cells,
        plan=found.plan or run.plan,
        result=found.result,
        result_sha256=sha256(found.result),
        line=ledger.with_entry(found.entry).lines()[-1],
        released_at=timezone.now(),
    )
    told = {"number": row.number, "cells": sha256(row.cells), "plan": sha256(row.plan)}
    record(by=by, action="run.release", about=run, after=told)
    return row


def _may_leave(run: EvaluationRun, ledger: Ledger) -> _Found | None:
    """Return the finest groups that may leave: the plan's own, else those without one factor."""
    assert run.data_set is not None
    data, allowed = run.data_set, Rules()
    fine = counted(data.content, parse_plan(run.plan).columns)
    if fine is None:
        return None
    population = f"{data.outcome}/{data.moment}"
    day = data.as_of.isoformat()
    if entry := leaving(population, day, fine, None, ledger, allowed):
        return _Found(entry, fine.csv(), run.result)
    names = factors(run.plan)
    for left_out in reversed(names):
        kept = [name for name in names if name != left_out]
        plan = on_sums(run.plan, kept)
        if plan and (entry := leaving(population, day, fine, kept, ledger, allowed)):
            cells = added_up(fine, kept).csv()
            with suppress(LigzdaError):  # the engine may refuse what is left; the next may do
                return _Found(entry, cells, computed(cells, plan, run.seed, lambda _: None), plan)
    return None
