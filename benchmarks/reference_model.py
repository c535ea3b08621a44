"""The model that all engines fit: nine sites × eight models × a cell effect, about 2,000 people.

logit p[s, m] = a + u[s] + v[m] + w[s, m];  a ~ N(0, 1.5²), u ~ N(0, su²), v ~ N(0, sv²),
w ~ N(0, sw²);  su, sv, sw ~ half-normal(0, 1).
"""

from __future__ import annotations

from typing import Any

import numpy as np

SITES, MODELS = 9, 8
SEED = 20_250_101

PLAN = """
[outcome]
name = "paid work"
family = "binomial"
successes = "y"
trials = "n"
[roles]
site = "site"
arm = "model"
""" + "".join(
    f'[[terms]]\nname = "{name}"\nkind = "{kind}"\n{columns}{key} = "{prior}"\n'
    for name, kind, columns, key, prior in (
        ("intercept", "fixed", "", "prior", "normal(0, 1.5)"),
        ("site", "random", 'columns = ["site"]\n', "sd", "half-normal(1)"),
        ("model", "random", 'columns = ["model"]\n', "sd", "half-normal(1)"),
        ("cell", "random", 'columns = ["site", "model"]\n', "sd", "half-normal(1)"),
    )
)


def experiment(i: int, sites: int = SITES, models: int = MODELS) -> dict[str, Any]:
    """Return experiment i: y and n, (sites, models)."""
    rng = np.random.default_rng(SEED + i)
    n = rng.integers(18, 38, size=(sites, models))
    u = 0.45 * rng.normal(size=sites)
    v = 0.35 * rng.normal(size=models)
    w = 0.20 * rng.normal(size=(sites, models))
    eta = -0.2 + u[:, None] + v[None, :] + w
    return {"y": rng.binomial(n, 1 / (1 + np.exp(-eta))), "n": n}


def columns(data: dict[str, Any]) -> dict[str, Any]:
    """Return an experiment as the columns of a table."""
    sites, models = data["y"].shape
    s, m = np.divmod(np.arange(sites * models), models)
    return {
        "site": [f"site {i:03d}" for i in s],
        "model": [f"model {i:02d}" for i in m],
        "n": data["n"].ravel().astype(float),
        "y": data["y"].ravel().astype(float),
    }
