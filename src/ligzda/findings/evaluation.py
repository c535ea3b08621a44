"""One evaluation: from two files to a record."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from ligzda.evidence import (
    ENGINE_VERSION,
    Evaluation,
    Plan,
    PlanError,
    evaluate,
    parse_plan,
    tail_sensitivity,
)
from ligzda.evidence.missing_plan import MissingPlan, TippingPlan, scenario
from ligzda.findings.file_faults import FileFault
from ligzda.findings.inputs import read_input
from ligzda.findings.labels import remarks
from ligzda.findings.provenance import Provenance, provenance
from ligzda.findings.records import read_data, read_records

Stage = Literal["plan", "records", "posterior", "tails"]
"""What takes time, for whoever waits; the words are `step_…` in phrases.toml."""


@dataclass(frozen=True)
class EvaluationRecord:
    """An evaluation with where it comes from; what a report is made of.

    `plan` is the plan's file. `data` is the data's where it holds cells and is small enough to
    travel with a report, None where its rows are people.
    """

    evaluation: Evaluation
    provenance: Provenance
    plan: bytes
    rows: int
    aggregate: bool
    data: bytes | None

    def to_dict(self) -> dict[str, Any]:
        """Give everything as JSON values, in full precision."""
        origin = asdict(self.provenance) | {"date": self.provenance.date.isoformat()}
        if not origin["options"]:
            del origin["options"]
        return {"provenance": origin, "rows": self.rows, "evaluation": self.evaluation.to_dict()}

    def to_json(self) -> str:
        """Give everything as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def evaluate_files(
    data: Path,
    plan: Path,
    *,
    seed: int = 1,
    tipping: bool = False,
    shifts: Sequence[Mapping[str, float]] = (),
    step: Callable[[Stage], None] = lambda stage: None,
    meanwhile: Callable[[EvaluationRecord], None] = lambda record: None,
) -> EvaluationRecord:
    """Evaluate a CSV or Parquet table by a plan.

    `tipping` and `shifts` (scenarios by arm) ask for what the plan does not register; the report
    says so. What the plan registers is carried out without asking.

    `step` is told what begins, for whoever waits; `meanwhile` is given the record before the look
    at heavy tails, for what a thread can make of it until that is done. Raises EvidenceError
    (TableError, PlanError) with a sentence for people.
    """
    step("plan")
    plan_file = read_input(plan, lambda fault: PlanError("file", fault, plan=str(plan)))
    plan_bytes = plan_file.content or b""
    parsed = parse_plan(_text(plan_bytes, plan.name), name=plan.name)
    if (tipping or shifts) and parsed.outcome.missing == "refuse":
        raise PlanError(
            "outcome.missing",
            FileFault.NOTHING_TO_SHIFT,
            plan=plan.name,
        )
    step("records")
    data_file = read_data(data)
    records = read_records(data_file, parsed)
    step("posterior")
    asked = _asked(records.engine_plan, tipping, shifts)
    evaluation = evaluate(records.table, asked, seed=seed)
    diagnosis = evaluation.diagnosis
    told = replace(diagnosis, notes=(*diagnosis.notes, *remarks(parsed, records.table)))
    record = EvaluationRecord(
        evaluation=replace(evaluation, plan=parsed, n_rows=records.rows, diagnosis=told),
        provenance=provenance(
            data_file,
            plan_file,
            engine_version=ENGINE_VERSION,
            seed=seed,
            options=_options(tipping, shifts),
        ),
        plan=plan_bytes,
        rows=records.rows,
        aggregate=records.aggregate,
        data=data_file.attachment if records.aggregate else None,
    )
    step("tails")
    meanwhile(record)
    tails = tail_sensitivity(records.table, asked, seed=seed)
    return replace(record, evaluation=replace(record.evaluation, tails=tails))


def _asked(plan: Plan, tipping: bool, shifts: Sequence[Mapping[str, float]]) -> Plan:
    """Add to what a plan registers what was asked for beside it; nothing of the plan is lost."""
    if not tipping and not shifts:
        return plan
    registered = plan.missing or MissingPlan()
    scenarios = dict.fromkeys((*registered.shifts, *(scenario(one) for one in shifts)))
    wanted = registered.tipping or (TippingPlan() if tipping else None)
    return replace(plan, missing=replace(registered, shifts=tuple(scenarios), tipping=wanted))


def _options(tipping: bool, shifts: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Write down as options of the command what was asked for beside the plan."""
    named = (",".join(f"{arm}={delta:g}" for arm, delta in scenario(one)) for one in shifts)
    return (*(("--tipping",) if tipping else ()), *(f"--shifts={text}" for text in named))


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError("file", FileFault.PLAN_NOT_UTF_8, plan=name) from None
