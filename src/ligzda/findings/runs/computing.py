"""Carry out a plan on cells: the same inputs give the same bytes."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from ligzda.kernel.hashing import canonical_json

CELLS, PLAN = "cells.csv", "plan.toml"


def computed(cells: str, plan: str, seed: int, step: Callable[[str], None]) -> str:
    """Return the evaluation of cells (CSV) by a plan (TOML) as canonical JSON.

    What is of the day or of the machine – names, dates, versions – stands beside it in the run, not
    in it. Raises EvidenceError.
    """
    # Late, because a web process only reads what is stored.
    from ligzda.findings.evaluation import evaluate_files

    with tempfile.TemporaryDirectory() as folder:
        data, planned = Path(folder) / CELLS, Path(folder) / PLAN
        data.write_bytes(cells.encode())
        planned.write_bytes(plan.encode())
        record = evaluate_files(data, planned, seed=seed, step=step)
    return canonical_json(record.to_dict()["evaluation"])
