"""Verbs of ad hoc evaluations: ask, carry out, keep, forget."""

import datetime
import json
import secrets
from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.exceptions import JobAborted

from ligzda.evidence import PlanError, parse_plan
from ligzda.findings.ad_hoc import rules
from ligzda.findings.models import AdHocEvaluation, EvaluationRun
from ligzda.kernel.errors import BadDataError
from ligzda.kernel.turns import take_turn
from ligzda.languages import Language
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.trial.confined import MOST_BYTES, STOPPED, ComputationError, confined
from ligzda.wording import wording

Stage = EvaluationRun.Stage
KEPT_FOR = datetime.timedelta(hours=1)
MOST_SECONDS = 10 * 60
"""Of processor time, for a table on the page."""


@transaction.atomic
def ask(*, by: User, name: str, table: bytes, plan: bytes, language: Language) -> AdHocEvaluation:
    """Take a table and a plan to be evaluated. Raises BadDataError that says what is wrong."""
    rules.check_evaluate(by=by)
    take_turn(f"findings.ad_hoc {by.pk}")
    waiting = AdHocEvaluation.objects.filter(asked_by=by, keep=False).count()
    rules.check_size(table=table, plan=plan, waiting=waiting)
    try:
        text = plan.decode("utf-8-sig")
        parse_plan(text, name="plan.toml")
    except UnicodeDecodeError:
        raise BadDataError(_("The plan is not text in UTF-8.")) from None
    except PlanError as error:
        raise BadDataError(wording(language).refusal(error)) from None
    row = AdHocEvaluation.objects.create(
        key=secrets.token_urlsafe(16),
        asked_by=by,
        asked_at=timezone.now(),
        name=Path(name).name[:120] or "table.csv",
        table=table,
        plan=text,
    )
    record(by=by, action="ad_hoc.ask", about=row, after={"bytes": len(table)})
    return row


def carry_out(
    *,
    key: str,
    language: Language,
    stop: Callable[[], bool] = lambda: False,
    most_bytes: int = MOST_BYTES,
) -> None:
    """Evaluate a table that waits; then the table is gone, and the report or the failure is there.

    Not one transaction: the stage is there for whoever waits. Nobody knows beforehand what a table
    and a plan cost, so they are computed in a process with limits. Raises JobAborted where `stop`
    says so first.
    """
    # Late, because a web process only shows what is ready.
    from ligzda.findings.ad_hoc.computing import STAGES, question

    row = AdHocEvaluation.objects.filter(key=key).first()
    if row is None or not row.table:
        return
    mine = AdHocEvaluation.objects.filter(pk=row.pk)

    def reached(done: int, _of: int) -> None:
        mine.update(stage=STAGES[done])

    try:
        answer = confined(
            "ligzda.findings.ad_hoc.computing:answer",
            question(row.name, bytes(row.table), row.plan),
            reached,
            stop,
            most_bytes=most_bytes,
            most_seconds=MOST_SECONDS,
        )
    except ComputationError as error:
        mine.update(stage=Stage.FAILED, failure=_said(error.problem, language), table=b"")
        return
    if answer is STOPPED:
        raise JobAborted
    mine.update(stage=Stage.FINISHED, table=b"", **answer)


def _said(problem: str, language: Language) -> str:
    """Return why there is no report, for whoever reads it."""
    if not problem:
        with override(language):
            return _(
                "This takes more time or memory than a table on this page may: "
                "ligzda evaluate has no such limit."
            )
    try:
        return str(json.loads(problem)[language])
    except ValueError:
        return problem


@transaction.atomic
def keep(*, by: User, row: AdHocEvaluation) -> None:
    """Keep the report until its owner forgets it. Raises WrongStateError before there is one."""
    row = AdHocEvaluation.objects.select_for_update().get(pk=row.pk)
    rules.check_keep(by=by, row=row)
    AdHocEvaluation.objects.filter(pk=row.pk).update(keep=True)
    record(by=by, action="ad_hoc.keep", about=row, after={"keep": True})


@transaction.atomic
def forget(*, by: User, row: AdHocEvaluation) -> None:
    """Delete it, report and all."""
    rules.check_own(by=by, row=row)
    record(by=by, action="ad_hoc.forget", about=row, before={"stage": row.stage}, after=None)
    AdHocEvaluation.objects.filter(pk=row.pk).delete()


def forget_old() -> int:
    """Delete what nobody asked to keep and is older than an hour; return how many."""
    old = AdHocEvaluation.objects.filter(keep=False, asked_at__lt=timezone.now() - KEPT_FOR)
    return old.delete()[0]
