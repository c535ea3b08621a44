"""Time nested random terms of the shapes of published tables: ours, and nutpie in the same run.

    PYTHONPATH=src:. .venv/bin/python benchmarks/bench_nested.py

Writes its table to docs/performance.md. nutpie's time is that of sampling alone, 4 chains of
1,000 + 1,000 draws on two cores, without its compilation; ours is the whole of ``evaluate``.
"""

from __future__ import annotations

import time
from typing import Any

from pages import machine, table, write
from tests.evidence.nested_sets import SETS

from ligzda.evidence import evaluate, nuts
from ligzda.evidence.model import build_model

NAMES = {
    "ticks": "counts: 403 rows in 118 broods in 63 places",
    "children": "yes/no: 2,159 children of 1,595 mothers in 161 communities",
}


def ours(name: str) -> float:
    """Time one evaluation."""
    data, plan = SETS[name]()
    start = time.perf_counter()
    assert evaluate(data, plan).diagnosis.good
    return time.perf_counter() - start


def nutpie(name: str) -> tuple[float, str]:
    """Time a warm run, and say its smallest effective number of draws of an SD."""
    import arviz
    import nutpie as engine

    az: Any = arviz
    data, plan = SETS[name]()
    compiled = engine.compile_pymc_model(nuts.pymc_model(build_model(data, plan)))
    options = {"chains": 4, "cores": 2, "seed": 5, "progress_bar": False, "target_accept": 0.9}
    engine.sample(compiled, draws=20, tune=20, **options)
    start = time.perf_counter()
    trace = engine.sample(compiled, draws=1000, tune=1000, **options)
    took = time.perf_counter() - start
    return took, f"{float(az.ess(trace, var_names=['theta'])['theta'].min()):,.0f}"


def main() -> None:
    """Measure, and write the table."""
    rows = []
    ours("ticks")  # reads the compiled loops from disk
    for name, shape in NAMES.items():
        before = ours(name)
        peer, ess = nutpie(name)
        own = (before + ours(name)) / 2
        rows.append([shape, f"{own:.1f} s", f"{peer:.1f} s", f"{peer / own:.1f} ×", ess])
    header = ["table", "Ligzda, `evaluate`", "nutpie, warm", "ratio", "nutpie's smallest ESS"]
    write("nested", f"{machine()}\n\n{table(header, rows)}")


if __name__ == "__main__":
    main()
