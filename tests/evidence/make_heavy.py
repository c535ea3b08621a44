"""Sample the sets with Student-t effects, once: ``python -m tests.evidence.make_heavy NAME DRAWS``.

Writes means, SDs and 95 % limits with their Monte Carlo errors to ``heavy/NAME.json``. The models
are written for PyMC here, with nothing of the engine: a site's effects are normal given a scale of
its own, whose precision is gamma(ν/2, ν/2), which makes them jointly t.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from tests.evidence.heavy_sets import SETS
from tests.evidence.make_nested import figures_of

FOLDER = Path(__file__).parent / "heavy"
CHAINS, TUNE, SEED, DF = 4, 2000, 5, 4.0
SITE, INCUBATOR = np.repeat(np.arange(9), 2), np.tile([1.0, 0.0], 9)


def main(name: str, draws: int) -> None:
    """Sample one set."""
    nutpie = import_module("nutpie")
    compiled = nutpie.compile_pymc_model(_model(name))
    trace = nutpie.sample(
        compiled, draws=draws, tune=TUNE, chains=CHAINS, cores=2, seed=SEED, target_accept=0.97,
        progress_bar=False,
    )  # fmt: skip
    found = {}
    for key in ("intercept", "incubator", "site", "cell", "residual"):
        if key in trace.posterior:
            found[key] = figures_of(np.asarray(trace.posterior[key].values))
    how = f"NUTS (PyMC, nutpie), {CHAINS} × {draws} draws after {TUNE}, seed {SEED}"
    text = {"how": how, "posterior": found}
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.json").write_text(json.dumps(text, indent=1) + "\n", "utf-8")


def _model(name: str) -> Any:
    pm, pt = import_module("pymc"), import_module("pytensor.tensor")
    table, _ = SETS[name]()
    n = table.column("n")
    with pm.Model() as model:
        eta = pm.Normal("intercept", 0, 2) + pm.Normal("incubator", 0, 1) * INCUBATOR
        for term, prior, index in (("site", 1.0, SITE), ("cell", 0.5, np.arange(18))):
            scale = pm.HalfNormal(term, prior)
            precision = pm.Gamma(f"{term} precision", DF / 2, DF / 2, shape=9)
            z = pm.Normal(f"{term} z", 0, 1, shape=int(index.max()) + 1)
            eta = eta + scale * z[index] / pt.sqrt(precision[SITE])
        if name == "yes_no":
            pm.Binomial("y", n, logit_p=eta, observed=table.column("y"))
        else:
            mean, sd = table.column("mean"), table.column("sd")
            residual = pm.HalfNormal("residual", 2)
            pm.Normal("mean", eta, residual / np.sqrt(n), observed=mean)
            pm.Potential(  # of the sums of squares within the cells
                "sd", (-(n - 1) * pt.log(residual) - (n - 1) * sd**2 / (2 * residual**2)).sum()
            )
    return model


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
