"""Time the ordinal trial of ../shared/cases/26: processor seconds of `evaluate`, the least of six.

    PYTHONPATH=src:. OPENBLAS_NUM_THREADS=1 .venv/bin/python benchmarks/bench_ordinal.py

Processor time is what can be compared on a machine that others keep busy; run it in turn with an
earlier version there.
"""

from __future__ import annotations

import time

from tests.evidence.cases import case

from ligzda.evidence import evaluate


def main() -> None:
    """Evaluate once to load what is compiled, then six times."""
    trial = case("26-ordinal-with-many-people")
    table, plan = trial.table(), trial.plan()
    evaluate(table, plan)
    found = []
    for _ in range(6):
        start = time.process_time()
        assert evaluate(table, plan).diagnosis.good
        found.append(time.process_time() - start)
    print(f"{min(found):.2f} s of the processor ({', '.join(f'{one:.2f}' for one in found)})")


if __name__ == "__main__":
    main()
