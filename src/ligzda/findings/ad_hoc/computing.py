"""An ad hoc evaluation, computed in a process with limits (trial.confined). Pure: no Django."""

import base64
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ligzda.findings.evaluation import Stage, evaluate_files
from ligzda.findings.report import compose
from ligzda.languages import CODES
from ligzda.publishing import to_html_fragment

STAGES: tuple[Stage, ...] = ("plan", "records", "posterior", "tails")


def question(name: str, table: bytes, plan: str) -> dict[str, str]:
    """Return what the process is asked."""
    return {"name": name, "table": base64.b64encode(table).decode(), "plan": plan}


def answer(asked: dict[str, str], report: Callable[[int, int], None]) -> dict[str, Any]:
    """Return the report as HTML by language and the result as JSON. Raises EvidenceError."""
    table = base64.b64decode(asked["table"])
    with tempfile.TemporaryDirectory() as folder:
        suffix = ".parquet" if table.startswith(b"PAR1") else ".csv"
        data = Path(folder) / (Path(asked["name"]).stem + suffix)
        plan = Path(folder) / "plan.toml"
        data.write_bytes(table)
        plan.write_text(asked["plan"], "utf-8")
        found = evaluate_files(
            data, plan, step=lambda stage: report(STAGES.index(stage), len(STAGES))
        )
        reports = {each: to_html_fragment(compose(found, each)[0], files=()) for each in CODES}
    return {"reports": reports, "result": found.to_json()}
