"""A report as a folder: from a record to files, all or nothing."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from ligzda.errors import LigzdaError
from ligzda.findings.evaluation import EvaluationRecord
from ligzda.findings.file_faults import FileFault
from ligzda.kernel.files import write_folder
from ligzda.languages import DEFAULT, Language

if TYPE_CHECKING:
    from ligzda.findings.decision import DecisionRecord
    from ligzda.publishing import Document

REPORT_NAMES = {"html": "index.html", "pdf": "report.pdf", "docx": "report.docx"}


class ReportError(LigzdaError):
    """A report cannot be written into a folder; `remark` says why and what to do."""

    def __init__(self, folder: Path, fault: FileFault) -> None:
        self.remark = fault.of(folder=str(folder))
        super().__init__(str(self.remark))


def write_report(record: EvaluationRecord, folder: Path, language: Language = DEFAULT) -> None:
    """Write page, PDF, DOCX, the numbers, the plan and (cells only) the data into a folder.

    All or nothing: the files are made beside the folder and put in its place by renaming. A
    folder that holds anything but an earlier report is refused with ReportError.
    """
    # Late: a refusal of the folder should not wait for the drawing library.
    from ligzda.findings.report import compose

    check_folder(folder)
    _write(*compose(record, language), folder)


def draw_ahead(record: EvaluationRecord, language: Language = DEFAULT) -> None:
    """Draw the pictures of a report, which `write_report` then finds kept."""
    from ligzda.findings.report import compose
    from ligzda.publishing import to_html

    document, files = compose(record, language)
    to_html(document, files=files)


def write_decision(record: "DecisionRecord", folder: Path, language: Language = DEFAULT) -> None:
    """Write page, PDF, DOCX, the numbers, the plan and its inputs; as `write_report` does."""
    from ligzda.findings.decision_report import compose_decision

    check_folder(folder)
    _write(*compose_decision(record, language), folder)


def _write(document: "Document", files: tuple[tuple[str, str], ...], folder: Path) -> None:
    from ligzda.publishing import render

    contents = {REPORT_NAMES[name]: data for name, data in render(document, files=files).items()}
    contents |= {item.name: item.content for item in document.attachments}
    write_folder(folder, contents, replace=True)


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds anything but an earlier report."""
    if folder.exists() and not folder.is_dir():
        raise ReportError(folder, FileFault.REPORT_INTO_FILE)
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not _is_ours(folder):
        raise ReportError(folder, FileFault.REPORT_OVER_OTHERS)


def _is_ours(folder: Path) -> bool:
    found = {path.name for path in folder.iterdir()}
    try:
        if "decision.json" in found:
            origin = json.loads((folder / "decision.json").read_text("utf-8"))["provenance"]
            inputs = {name for name, _ in origin["inputs"]}
            names = {*inputs, origin["plan_name"], "decision.json"}
        else:
            origin = json.loads((folder / "evaluation.json").read_text("utf-8"))["provenance"]
            names = {origin["data_name"], origin["plan_name"], "evaluation.json"}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return found <= {*names, *REPORT_NAMES.values()}
