"""Verbs of ad hoc evaluations: ask, carry out, keep, forget."""

import datetime
import secrets
import tempfile
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ligzda.evidence import EvidenceError, PlanError, parse_plan
from ligzda.findings.ad_hoc import rules
from ligzda.findings.models import AdHocEvaluation, EvaluationRun
from ligzda.kernel.errors import BadDataError
from ligzda.languages import CODES, Language
from ligzda.network.audit import record
from ligzda.network.models import User
from ligzda.wording import wording

Stage = EvaluationRun.Stage
KEPT_FOR = datetime.timedelta(hours=1)


@transaction.atomic
def ask(*, by: User, name: str, table: bytes, plan: bytes, language: Language) -> AdHocEvaluation:
    """Take a table and a plan to be evaluated. Raises BadDataError that says what is wrong."""
    rules.check_evaluate(by=by)
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


def carry_out(*, key: str, language: Language) -> None:
    """Evaluate a table that waits; then the table is gone, and the report or the failure is there.

    Not one transaction: the stage is there for whoever waits.
    """
    # Late, because a web process only shows what is ready.
    from ligzda.findings.evaluation import evaluate_files
    from ligzda.findings.report import compose
    from ligzda.publishing import to_html_fragment

    row = AdHocEvaluation.objects.filter(key=key).first()
    if row is None or not row.table:
        return
    mine = AdHocEvaluation.objects.filter(pk=row.pk)
    with tempfile.TemporaryDirectory() as folder:
        suffix = ".parquet" if bytes(row.table).startswith(b"PAR1") else ".csv"
        data = Path(folder) / (Path(row.name).stem + suffix)
        planned = Path(folder) / "plan.toml"
        data.write_bytes(bytes(row.table))
        planned.write_bytes(row.plan.encode())
        try:
            found = evaluate_files(data, planned, step=lambda stage: mine.update(stage=stage))
        except EvidenceError as error:
            said = wording(language).refusal(error)
            mine.update(stage=Stage.FAILED, failure=said, table=b"")
            return
        reports = {}
        for each in CODES:
            document, _files = compose(found, each)
            reports[each] = to_html_fragment(document, files=())
    mine.update(stage=Stage.FINISHED, table=b"", reports=reports, result=found.to_json())


@transaction.atomic
def keep(*, by: User, row: AdHocEvaluation) -> None:
    """Keep the report until its owner forgets it."""
    rules.check_own(by=by, row=row)
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
