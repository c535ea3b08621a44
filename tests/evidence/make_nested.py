"""Sample the nested sets by NUTS, once: ``python -m tests.evidence.make_nested NAME DRAWS``.

Writes means, SDs and 95 % limits with their Monte Carlo errors to ``nested/NAME.json``. The model
goes to PyMC with nutpie as the plan states it (``ligzda.evidence.nuts``): nothing of the
integration along the forest is used.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from tests.evidence.nested_sets import SETS

from ligzda.evidence import nuts
from ligzda.evidence.model import build_model
from ligzda.evidence.terms import FixedDesign

FOLDER = Path(__file__).parent / "nested"
DECIMALS = 5


def main(name: str, draws: int) -> None:
    """Sample one set."""
    table, plan = SETS[name]()
    model = build_model(table, plan)
    start = time.perf_counter()
    sample, agree = nuts.sample_nuts(model, 5, draws)
    found: dict[str, Any] = {}

    def add(key: str, values: np.ndarray) -> None:
        found[key] = figures_of(values.reshape(nuts.CHAINS, draws))

    for j, hyper in enumerate(model.hypers):
        add(f"{hyper.name}|", sample.theta[:, j])
    for design, columns in model.blocks():
        if isinstance(design, FixedDesign):
            effects = (sample.x[:, columns] + model.prior_mean[columns]) @ design.reported.T
            for level, values in zip(design.names, effects.T, strict=True):
                add(f"{design.term.name}|{level}", values)
    how = f"NUTS (PyMC, nutpie), {nuts.CHAINS} × {draws} draws after {nuts.TUNE}, seed 5"
    seconds = round(time.perf_counter() - start)
    text = {"how": how, "seconds": seconds, "agree": agree, "posterior": found}
    (FOLDER / f"{name}.json").write_text(json.dumps(text, indent=1) + "\n", "utf-8")


def figures_of(chains: np.ndarray) -> dict[str, dict[str, float]]:
    """Return mean, SD and 95 % limits of draws (chains, draws) with their Monte Carlo errors."""
    az: Any = import_module("arviz")
    values = chains.ravel()
    sd = float(values.std())
    figures = {
        "mean": (float(values.mean()), sd / float(az.ess(chains, method="mean")) ** 0.5),
        "sd": (sd, sd / (2 * float(az.ess(chains, method="sd"))) ** 0.5),
    }
    for side, p in (("lower", 0.025), ("upper", 0.975)):
        # what one standard error of the share below it moves a limit
        error = (p * (1 - p) / float(az.ess(chains, method="quantile", prob=p))) ** 0.5
        low, at, high = np.quantile(values, [max(p - error, 0.0), p, min(p + error, 1.0)])
        figures[side] = (float(at), float(high - low) / 2)
    return {
        figure: {"value": round(value, DECIMALS), "mcse": round(error, DECIMALS)}
        for figure, (value, error) in figures.items()
    }


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
