"""Time what is decided on top of the draws, against brute force and against its targets.

    PYTHONPATH=src python benchmarks/bench_decision.py

Every figure is the fastest of several runs in this process, on 4,000 joint draws of 8 models; the
median stands beside it and shows how busy the machine was. The
peer of EVPPI and EVSI is nested Monte Carlo on a model whose inner posterior can be drawn directly,
with as many inner draws as bring it to the standard error of the regression estimate.
"""

from __future__ import annotations

import os

# As the command `ligzda` does: on matrices this small, threads only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from collections.abc import Callable
from statistics import median

import numpy as np

from ligzda.evidence.decision import (
    BinomialStudy,
    ValueFunction,
    WeightSpace,
    acceptability,
    evpi,
    evppi,
    evsi,
    evsi_over_sizes,
    smaa,
)

DRAWS, MODELS = 4000, 8
WORTH = 20_000.0
COSTS = np.linspace(5_000, 9_000, MODELS)
# Beta posteriors of eight models' probabilities: conjugate, so brute force is exact inside.
A, B = np.linspace(14, 20, MODELS), np.linspace(36, 30, MODELS)


def seconds(run: Callable[[], object], repeat: int = 9) -> tuple[float, float]:
    """Return the fastest and the median time."""
    run()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times), median(times)


def nested_evppi(rng: np.random.Generator, outer: int, inner: int) -> tuple[float, float]:
    """EVPPI of the first model's probability by two nested loops; value and standard error."""
    values = np.empty(outer)
    prior = WORTH * A / (A + B) - COSTS
    for s in range(outer):
        p = rng.beta(A, B, (inner, MODELS))
        p[:, 0] = rng.beta(A[0], B[0])
        values[s] = (WORTH * p - COSTS).mean(axis=0).max() - prior.max()
    return float(values.mean()), float(values.std(ddof=1) / outer**0.5)


def nested_evsi(rng: np.random.Generator, outer: int, inner: int, n: int) -> tuple[float, float]:
    """EVSI of n more participants a model: draw data, then the posterior given them."""
    values = np.empty(outer)
    prior = WORTH * A / (A + B) - COSTS
    for s in range(outer):
        x = rng.binomial(n, rng.beta(A, B))
        p = rng.beta(A + x, B + n - x, (inner, MODELS))
        values[s] = (WORTH * p - COSTS).mean(axis=0).max() - prior.max()
    return float(values.mean()), float(values.std(ddof=1) / outer**0.5)


def main() -> None:
    rng = np.random.default_rng(2016)
    p = rng.beta(A, B, (DRAWS, MODELS))
    benefit = WORTH * p - COSTS
    study = BinomialStudy(p)
    data = study.simulate(40, rng)
    criteria = rng.random((DRAWS, MODELS, 5))
    functions = [ValueFunction(name, "points", 0, 1) for name in "abcde"]
    disputed = WeightSpace(tuple("abcde")).ranked("a", "b").between("c", 0.1, 0.4)
    grid = np.linspace(0, 60_000, 61).tolist()

    rows: list[tuple[str, tuple[float, float], float | None]] = [
        (
            "EVPI + EVPPI of one parameter",
            seconds(lambda: (evpi(benefit), evppi(benefit, p[:, 0]))),
            0.1,
        ),
        ("SMAA, 5 criteria, any weights", seconds(lambda: smaa(criteria, functions)), 0.05),
        (
            "SMAA, 5 criteria, constrained weights",
            seconds(lambda: smaa(criteria, functions, disputed)),
            0.05,
        ),
        ("EVPPI of all 8 probabilities together", seconds(lambda: evppi(benefit, p)), None),
        ("EVSI of one design, 8 arms", seconds(lambda: evsi(benefit, data)), None),
        (
            "EVSI over 10 sizes, 8 arms",
            seconds(
                lambda: evsi_over_sizes(
                    benefit, p, study, [5, 10, 20, 30, 40, 60, 80, 120, 200, 400]
                ),
                3,
            ),
            None,
        ),
        (
            "acceptability curve and frontier, 61 prices",
            seconds(lambda: acceptability(p, np.broadcast_to(COSTS, p.shape), grid)),
            None,
        ),
    ]
    print(f"{DRAWS} draws x {MODELS} models")
    for name, (took, middle), target in rows:
        verdict = "met" if target is not None and took <= target else "MISSED"
        aim = "" if target is None else f"  target {target * 1e3:.0f} ms: {verdict}"
        print(f"  {name:<44}{took * 1e3:7.1f} ms (median {middle * 1e3:7.1f}){aim}")

    print("against nested Monte Carlo (value, standard error, time)")
    for name, fast, slow in (
        ("EVPPI, one of 8", lambda: evppi(benefit, p[:, 0]), lambda: nested_evppi(rng, 4000, 1000)),
        (
            "EVSI, 40 more an arm",
            lambda: evsi(benefit, data),
            lambda: nested_evsi(rng, 4000, 1000, 40),
        ),
    ):
        start = time.perf_counter()
        value, se = slow()
        brute = time.perf_counter() - start
        ours, (took, _) = fast(), seconds(fast)
        print(
            f"  {name:<22} ours {ours.value:7.1f} ({ours.se:4.1f}) {took * 1e3:7.1f} ms | "
            f"nested {value:7.1f} ({se:4.1f}) {brute * 1e3:8.0f} ms | ratio {brute / took:5.0f}x"
        )


if __name__ == "__main__":
    main()
