"""τ-Argus judges: its audit finds nothing inside the ranges that our patterns keep.

By night, with the Python of the benchmarks' peers (`.venv-bench`), in a process of its own that is
ended after a while: a native call cannot be interrupted. What is audited is the system of equations
of everything released, as a file of its own format (JJ): it knows nothing of how ours was made.
"""

import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from tests.disclosure.tables import random_table
from tests.effort import amount

from ligzda.disclosure import Effort, Ledger, Release, protect
from ligzda.disclosure.proposals import leave_out
from ligzda.disclosure.system import System, build

PYTHON = Path(
    os.environ.get("LIGZDA_JUDGE") or Path(__file__).parents[2] / ".venv-bench" / "bin" / "python"
)
TABLES, LIMIT = amount(20, nightly=1_000), amount(60, nightly=1_800)
AUDIT = """
import json, sys
from pytauargus._tauargus import audit_jj
print(json.dumps([audit_jj(file) for file in sys.argv[1:]]))
"""

pytestmark = pytest.mark.skipif(
    not PYTHON.exists() or amount(not os.environ.get("LIGZDA_JUDGE"), nightly=False),
    reason="τ-Argus is asked by night, where make bench has installed it",
)


def jj(system: System) -> str:
    """Write a system as τ-Argus reads it: u has a range to keep, m is hidden for others."""
    hidden, most = ~system.fixed, 2 * system.truth.max() + 10
    lines = ["0", str(len(system.truth))]
    for at, value in enumerate(system.truth):
        need = system.needs.get(at) if hidden[at] else None
        state = "u" if need else "m" if hidden[at] else "s"
        low, high = (value - need.low, need.high - value) if need else (0, 0)
        low, high = max(low, 0), max(high, 0)
        lines.append(f"{at} {value:g} 1 {state} 0 {most:g} {low:.3f} {high:.3f} 0")
    matrix = system.matrix.tocsr()
    lines.append(str(matrix.shape[0]))
    for row in range(matrix.shape[0]):
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        terms = zip(matrix.indices[span], matrix.data[span], strict=True)
        lines.append(
            f"0 {span.stop - span.start} : "
            + " ".join(f"{cell} ({round(weight)})" for cell, weight in terms)
        )
    return "\n".join(lines) + "\n"


def released(seed: int) -> System:
    """Return everything released of a random table; a third come after a coarser release."""
    table, ledger = random_table(seed), Ledger()
    if seed % 3 == 0:
        before = leave_out(table, table.dimensions[-1].name)
        ledger = ledger.with_entry(protect(Release("before", (before,))).entry)
    made = protect(Release("now", (table,)), ledger, effort=Effort(closings=20))
    assert made.possible, seed
    return build([*ledger.of(table), *made.tables], [])


def audited(files: list[Path]) -> list[list[dict[str, float]]]:
    done = subprocess.run(
        [PYTHON, "-c", AUDIT, *map(str, files)],
        capture_output=True, text=True, timeout=LIMIT, check=True,
    )  # fmt: skip
    found: list[list[dict[str, float]]] = json.loads(done.stdout.splitlines()[-1])
    return found


def narrowed(system: System, rows: list[dict[str, float]]) -> list[dict[str, float]]:
    """Return the audited cells whose range is inside the one that they need."""
    needs = {at: need for at, need in system.needs.items() if not system.fixed[at]}
    wanted = [(needs[int(row["cell"])], row) for row in rows if int(row["cell"]) in needs]
    return [
        row for need, row in wanted if row["min"] > need.low + 1e-3 or row["max"] < need.high - 1e-3
    ]


def test_the_audit_of_tau_argus_finds_nothing_inside_the_ranges(tmp_path: Path) -> None:
    systems = [released(seed) for seed in range(TABLES)]
    files = [tmp_path / f"{seed}.jj" for seed in range(TABLES)]
    for file, system in zip(files, systems, strict=True):
        file.write_text(jj(system), "ascii")
    answers = audited(files)
    assert sum(map(len, answers)) > TABLES
    for seed, (system, rows) in enumerate(zip(systems, answers, strict=True)):
        hidden = {int(at) for at in np.flatnonzero(~system.fixed)}
        assert {int(row["cell"]) for row in rows} == hidden, seed
        assert narrowed(system, rows) == [], seed


def test_the_audit_finds_a_cell_that_is_hidden_alone(tmp_path: Path) -> None:
    system = released(1)
    [alone, *_others] = [at for at, need in system.needs.items() if not system.fixed[at]]
    for at in range(len(system.truth)):
        system.fixed[at] = at != alone
    (tmp_path / "alone.jj").write_text(jj(system), "ascii")
    [rows] = audited([tmp_path / "alone.jj"])
    assert [int(row["cell"]) for row in narrowed(system, rows)] == [alone]
