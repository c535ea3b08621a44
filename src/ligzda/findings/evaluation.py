"""One evaluation, from two files to a record, and from a record to a folder."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ligzda.evidence import ENGINE_VERSION, Evaluation, PlanError, evaluate, parse_plan
from ligzda.findings.provenance import Provenance, provenance
from ligzda.findings.records import read_records
from ligzda.publishing import Language

# Larger tables are named by their hash only.
LARGEST_ATTACHMENT = 5_000_000

REPORT_NAMES = {"html": "index.html", "pdf": "report.pdf", "docx": "report.docx"}
_MARKER = "evaluation.json"


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
        return {"provenance": origin, "rows": self.rows, "evaluation": self.evaluation.to_dict()}

    def to_json(self) -> str:
        """Give everything as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


class ReportError(Exception):
    """A report cannot be written; `str()` says why and what to do."""


def evaluate_files(
    data: Path, plan: Path, *, seed: int = 1, step: Callable[[str], None] = lambda name: None
) -> EvaluationRecord:
    """Evaluate a CSV or Parquet table by a plan.

    `step` is told what begins, for whoever waits. Raises EvidenceError (TableError, PlanError)
    with a sentence for people.
    """
    step("Reading the plan")
    plan_bytes = _read(plan)
    parsed = parse_plan(_text(plan_bytes, plan.name), name=plan.name)
    step("Reading the records")
    records = read_records(data, parsed)
    step("Computing the posterior")
    evaluation = evaluate(records.table, records.plan, seed=seed)
    travels = records.aggregate and data.stat().st_size <= LARGEST_ATTACHMENT
    return EvaluationRecord(
        evaluation=replace(evaluation, plan=parsed, n_rows=records.rows),
        provenance=provenance(data, plan, engine_version=ENGINE_VERSION, seed=seed),
        plan=plan_bytes,
        rows=records.rows,
        aggregate=records.aggregate,
        data=data.read_bytes() if travels else None,
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise PlanError(
            "file", "there is no such file.", "Check the name.", plan=str(path)
        ) from None
    except IsADirectoryError:
        raise PlanError("file", "this is a folder.", "Name the file.", plan=str(path)) from None


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError("file", "the text is not UTF-8.", "Save it as UTF-8.", plan=name) from None


def write_report(record: EvaluationRecord, folder: Path, language: Language = "lv") -> None:
    """Write page, PDF, DOCX, the numbers, the plan and (cells only) the data into a folder.

    All or nothing: the files are made beside the folder and put in its place by renaming. A
    folder that holds anything but an earlier report is refused with ReportError.
    """
    from ligzda.findings.report import compose
    from ligzda.publishing import render

    folder = folder.resolve()
    check_folder(folder)
    document, files = compose(record, language)
    contents = {REPORT_NAMES[name]: data for name, data in render(document, files=files).items()}
    contents |= {item.name: item.content for item in document.attachments}
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in contents.items():
            (made / name).write_bytes(content)
        made.chmod(0o755)
        _replace(folder, made)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier report."""
    if folder.exists() and not folder.is_dir():
        raise ReportError(f"{folder}: this is a file, not a folder. Name another folder.")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not _is_ours(folder):
        raise ReportError(
            f"{folder}: the folder holds files that are not from a report of Ligzda. "
            "Name an empty or a new folder."
        )


def _is_ours(folder: Path) -> bool:
    try:
        origin = json.loads((folder / _MARKER).read_text(encoding="utf-8"))["provenance"]
        names = {origin["data_name"], origin["plan_name"], _MARKER, *REPORT_NAMES.values()}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return {path.name for path in folder.iterdir()} <= names


def _replace(folder: Path, made: Path) -> None:
    """Put a finished folder in the place of an earlier one."""
    if not folder.exists():
        made.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.replace(old)
    try:
        made.rename(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old)
