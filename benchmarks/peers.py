"""Fit the reference model with PyMC or nutpie, warm, and print one line of JSON.

    python benchmarks/peers.py nutpie 5      (with the packages of requirements/bench.txt)

Run by bench_fit.py in an environment of its own. The model is compiled once, one fit is thrown
away, and then every fit is of new data of the same shape: 4 chains of 1,000 + 1,000 draws on two
cores, target acceptance .9.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
import time
from typing import Any

import numpy as np
import pymc as pm
from reference_model import MODELS, SITES, experiment

DRAWS = {"draws": 1000, "tune": 1000, "chains": 4, "cores": 2, "target_accept": 0.9}


def model() -> pm.Model:
    """Return the model, non-centred, with data containers."""
    data = experiment(0)
    site, arm = np.divmod(np.arange(SITES * MODELS), MODELS)
    with pm.Model() as made:
        y = pm.Data("y_data", data["y"].ravel().astype("int64"))
        n = pm.Data("n_data", data["n"].ravel().astype("int64"))
        a = pm.Normal("a", 0, 1.5)
        su, sv, sw = (pm.HalfNormal(name, 1) for name in ("su", "sv", "sw"))
        zu = pm.Normal("zu", 0, 1, shape=SITES)
        zv = pm.Normal("zv", 0, 1, shape=MODELS)
        zw = pm.Normal("zw", 0, 1, shape=SITES * MODELS)
        v = pm.Deterministic("v", sv * zv)
        pm.Binomial("y", n=n, logit_p=a + su * zu[site] + v[arm] + sw * zw, observed=y)
    return made


def data_of(i: int) -> dict[str, Any]:
    """Return experiment i for the model's data containers."""
    data = experiment(i)
    return {f"{k}_data": data[k].ravel().astype("int64") for k in ("y", "n")}


def main() -> None:
    """Time the engine named on the command line."""
    engine, repeats = sys.argv[1], int(sys.argv[2])
    import arviz as az

    made = model()
    seconds, ess = [], []
    compiled = None
    if engine == "nutpie":
        import nutpie

        compiled = nutpie.compile_pymc_model(made)
    for i in range(repeats + 1):
        start = time.perf_counter()
        if compiled is not None:
            fit = nutpie.sample(
                compiled.with_data(**data_of(i)), seed=1, progress_bar=False, **DRAWS
            )
        else:
            with made:
                pm.set_data(data_of(i))
                fit = pm.sample(random_seed=1, progressbar=False, **DRAWS)
        seconds.append(time.perf_counter() - start)
        ess.append(float(az.ess(fit, var_names=["v"])["v"].values.min()))
    version = importlib.metadata.version(engine)
    print(json.dumps({"seconds": seconds[1:], "ess": ess[1:], "version": version}))


if __name__ == "__main__":
    main()
