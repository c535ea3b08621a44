"""The last rung: the same model sampled by NUTS (the extra ``ligzda[nuts]``: PyMC with nutpie).

Used by itself where neither the nested Gaussian nor adaptive quadrature is good enough and the
extra is installed. Effects are in units of their SD (non-centred), as in
:mod:`ligzda.evidence.latent`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from ligzda.evidence.errors import InferenceError
from ligzda.evidence.faults import Fault
from ligzda.evidence.model import Model
from ligzda.evidence.priors import PositivePrior
from ligzda.evidence.refine import RefinedSample
from ligzda.evidence.tables import Floats

DRAWS = 2000
TUNE = 1000
CHAINS = 4
MAX_RHAT = 1.01


def available() -> bool:
    """Return whether the extra is installed."""
    return find_spec("pymc") is not None and find_spec("nutpie") is not None


def sample_nuts(model: Model, seed: int, draws: int = DRAWS) -> tuple[RefinedSample, bool]:
    """Return equally weighted draws, and whether the chains agree (R̂ ≤ 1.01 throughout).

    Raises :class:`InferenceError` where the extra is not installed.
    """
    if not available():
        raise InferenceError(Fault.NO_SAMPLER)
    with recursion_limit_kept():
        nutpie = import_module("nutpie")
        compiled = nutpie.compile_pymc_model(pymc_model(model))
        trace = nutpie.sample(
            compiled, draws=draws, tune=TUNE, chains=CHAINS, cores=2, seed=seed, target_accept=0.95,
            progress_bar=False,
        )  # fmt: skip
    posterior = trace.posterior
    flat = {
        name: np.asarray(posterior[name].values).reshape(CHAINS * draws, -1)
        for name in ("theta", "x", "b")
        if name in posterior
    }
    total = CHAINS * draws
    none = np.zeros((total, 0))
    agree = all(
        split_rhat(np.asarray(posterior[name].values).reshape(CHAINS, draws, -1)) <= MAX_RHAT
        for name in flat
    )
    b = flat.get("b", none)
    zero = np.zeros_like(b)
    weights = np.full(total, 1 / total)
    return RefinedSample(flat.get("theta", none), flat["x"], b, zero, zero, weights, -np.inf), agree


@contextmanager
def recursion_limit_kept() -> Iterator[None]:
    """Put the process's recursion limit back: importing PyMC raises it to 10,000 for everybody."""
    limit = sys.getrecursionlimit()
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)


def split_rhat(chains: Floats) -> float:
    """Return the largest split R̂ of draws (chains, draws, k) (Gelman et al. 2013, section 11.4)."""
    half = chains.shape[1] // 2
    parts = np.concatenate([chains[:, :half], chains[:, half : 2 * half]])
    within = parts.var(axis=1, ddof=1).mean(axis=0)
    between = half * parts.mean(axis=1).var(axis=0, ddof=1)
    total = (half - 1) / half * within + between / half
    return float(np.sqrt(np.max(total / np.maximum(within, 1e-300), initial=1.0)))


def pymc_model(model: Model) -> Any:
    """Return the model for PyMC, effects in units of their SD."""
    pm, pt = import_module("pymc"), import_module("pytensor.tensor")
    with pm.Model() as result:
        hypers: list[Any] = []
        for j, hyper in enumerate(model.hypers):
            value = _positive(pm, f"hyper {j}", hyper.prior)
            hypers.append(value if hyper.around < 0 else hypers[hyper.around] * value)
        theta: Any = pm.Deterministic("theta", pt.stack(hypers)) if hypers else None
        scale = pt.as_tensor(model.multiplier)
        owned = np.flatnonzero(model.owner >= 0)
        if len(owned):
            scale = pt.set_subtensor(scale[owned], scale[owned] * theta[model.owner[owned]])
        z = pm.Normal("z", 0, 1, shape=model.A.shape[1])
        x = pm.Deterministic("x", scale * z)
        eta = pt.dot(model.A, model.prior_mean + x)
        if model.eliminated is not None:
            beta = pm.Normal("beta", 0, 1, shape=model.n_groups)
            owner = model.group_owner if model.level_owner is None else model.level_owner
            b = pm.Deterministic("b", model.group_multiplier * theta[owner] * beta)
            eta = eta + model.slope * b[model.group]
        parameters = {
            hyper.name: hypers[j] for j, hyper in enumerate(model.hypers) if not hyper.is_sd
        }
        level = model.family.expression(pt, eta, model.data, parameters)
        pm.Potential("likelihood", level.sum())
    return result


def _positive(pm: Any, name: str, prior: PositivePrior) -> Any:
    a = prior.arguments
    match prior.form:
        case "half-normal":
            return pm.HalfNormal(name, sigma=a[0])
        case "half-cauchy":
            return pm.HalfCauchy(name, beta=a[0])
        case "uniform":
            return pm.Uniform(name, a[0], a[1])
        case "exponential" | "pc":
            return pm.Exponential(name, scale=prior.scale)
        case "log-normal":
            return pm.LogNormal(name, mu=a[0], sigma=a[1])
        case _:
            return pm.Gamma(name, alpha=a[0], beta=a[1]) ** -0.5
