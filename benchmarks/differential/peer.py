"""A structure's own model for NUTS, term by term, with PyMC's own distributions.

Neither the engine's reader nor its design matrix nor its likelihoods are in it. Everything drawn
stands in containers, so that one compiled model serves every structure of its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import numpy as np
from benchmarks.differential.structures import Family, Fixed, Random, Structure, codes

BREAKS = (0.3, 1.0)
INTERVALS = ("0–0.3", "1+")  # the engine takes the one between as the reference
DESCRIBING = ("arm", "host", "money", "route")
Data = dict[str, Any]


def containers(structure: Structure) -> Data:
    """Return the arrays that the sampler's model reads: outcome, places of effects, priors."""
    columns = structure.columns
    data: Data = {key: columns[key] for key in ("y", "n", "se", "event") if key in columns}
    if structure.family.name == "ordinal":
        data["y"] = np.array([int(label) - 1 for label in columns["y"]])
    rows = np.arange(len(columns["site"]))
    if structure.family.name == "survival":
        starts, ends = (0.0, *BREAKS), (*BREAKS, np.inf)
        time_in = np.clip(columns["y"][:, None], starts, ends) - np.array(starts)
        last = (columns["y"][:, None] > starts) & (columns["y"][:, None] <= ends)
        data["n"], data["y"] = time_in.ravel(), (last * columns["event"][:, None]).ravel()
        del data["event"]
        rows = np.repeat(rows, 3)
    for i, term in enumerate(structure.terms):
        if isinstance(term, Random):
            data[f"numbers {i}"] = np.array(term.numbers)
            data[f"at {i}"] = codes(columns, term.columns)[1][rows]
            if term.slope:
                data[f"x {i}"] = columns[term.slope][rows]
        elif term.coding == "numeric":
            data[f"x {i}"] = columns[term.column][rows]
        elif term.column == "interval":
            data[f"at {i}"] = np.tile(np.arange(3), len(columns["site"]))
        elif term.column:
            data[f"at {i}"] = codes(columns, (term.column,))[1][rows]
    return data


def labels(structure: Structure, term: Fixed) -> tuple[str, ...]:
    """Return the labels of a fixed term's coefficients, as an evaluation has them."""
    if term.column == "interval":
        return INTERVALS
    if term.coding == "numeric" or not term.column:
        return (term.column,)
    levels, _at = codes(structure.columns, (term.column,))
    return levels if term.coding == "indicator" else levels[1:]


def asked(structure: Structure) -> list[tuple[str, str]]:
    """Return term and level of everything that the model's ``asked`` holds, in its order."""
    found = [
        (t.name, k) for t in structure.terms if isinstance(t, Fixed) for k in labels(structure, t)
    ]
    found += [(t.name, "") for t in structure.terms if isinstance(t, Random)]
    ordered = structure.family.name == "ordinal"
    names = ("gap 2", "gap 3") if ordered else structure.family.parameters
    return found + [(name, "") for name in names]


def peer(structure: Structure) -> Any:
    """Return the structure's model, effects in units of their SD, its arrays in containers."""
    pm, pt = import_module("pymc"), import_module("pytensor.tensor")
    given = containers(structure)
    has_arms = "arm" in structure.columns
    of_arm = codes(structure.columns, ("arm" if has_arms else "site",))[1]
    first = np.unique(of_arm, return_index=True)[1]
    with pm.Model() as made:
        data = {key: pm.Data(key.replace(" ", "_"), value) for key, value in given.items()}
        eta: Any = 0.0
        by_arm: Any = 0.0
        fixed, sds = [], []
        for i, term in enumerate(structure.terms):
            if isinstance(term, Random):
                sd = _positive(pm, f"sd {i}", term.form, data[f"numbers {i}"])
                levels = codes(structure.columns, term.columns)[0]
                effects = sd * pm.Normal(f"z {i}", 0, 1, shape=len(levels))
                sds.append(pt.atleast_1d(sd))
                part = effects[data[f"at {i}"]]
                eta = eta + (part * data[f"x {i}"] if term.slope else part)
                by_arm = by_arm + effects if term.columns == ("arm",) else by_arm
                continue
            own = labels(structure, term)
            b = pm.Normal(f"b {i}", 0, term.sd, shape=len(own))
            fixed.append(b)
            if term.coding == "numeric":
                eta = eta + b[0] * data[f"x {i}"]
            elif not term.column:
                eta = eta + b[0]
            else:
                at = 1 if term.column == "interval" else 0
                whole = b if term.coding == "indicator" else pt.concatenate([b[:at], [0.0], b[at:]])
                eta = eta + whole[data[f"at {i}"]]
                if term.column in DESCRIBING:
                    by_arm = by_arm + whole[codes(structure.columns, (term.column,))[1][first]]
        extra = _likelihood(pm, pt, structure.family, eta, data)
        pm.Deterministic("asked", pt.concatenate([*fixed, *sds, *extra]))
        if has_arms:
            pm.Deterministic("by arm", by_arm)
    return made


def _positive(pm: Any, name: str, form: str, numbers: Any) -> Any:
    make: Mapping[str, Callable[[], Any]] = {
        "half-normal": lambda: pm.HalfNormal(name, numbers[0]),
        "half-cauchy": lambda: pm.HalfCauchy(name, numbers[0]),
        "exponential": lambda: pm.Exponential(name, numbers[0]),
        "log-normal": lambda: pm.LogNormal(name, numbers[0], numbers[1]),
        "uniform": lambda: numbers[1] * pm.Uniform(name, 0, 1),
        "gamma-precision": lambda: pm.Gamma(name, alpha=numbers[0], beta=numbers[1]) ** -0.5,
    }
    return make[form]()


def _likelihood(pm: Any, pt: Any, family: Family, eta: Any, data: Data) -> list[Any]:
    """Add the outcome; return the family's own parameters."""
    y = data["y"]
    parameters = {
        name: _positive(pm, name, form, np.array(numbers))
        for name, (form, numbers) in family.parameters.items()
        if name != "gap"
    }
    match family.name:
        case "bernoulli":
            pm.Bernoulli("o", logit_p=eta, observed=y)
        case "binomial":
            pm.Binomial("o", n=data["n"], logit_p=eta, observed=y)
        case "cloglog":
            hazard = pt.exp(eta)
            pm.Potential("o", (y * pt.log1mexp(-hazard) - (data["n"] - y) * hazard).sum())
        case "poisson":
            pm.Poisson("o", data["n"] * pt.exp(eta), observed=y)
        case "negative-binomial":
            mu = data["n"] * pt.exp(eta)
            pm.NegativeBinomial("o", mu=mu, alpha=1 / parameters["dispersion"], observed=y)
        case "gamma":
            shape = parameters["variation"] ** -2
            pm.Gamma("o", alpha=shape, beta=shape / pt.exp(eta), observed=y)
        case "normal, known errors":
            pm.Normal("o", eta, data["se"], observed=y)
        case "normal":
            pm.Normal("o", eta, parameters["residual"], observed=y)
        case "ordinal":
            gaps = pm.LogNormal("gaps", *family.parameters["gap"][1], shape=2)
            cuts = pt.concatenate([[0.0], pt.cumsum(gaps)])
            pm.OrderedLogistic("o", eta=eta, cutpoints=cuts, observed=y)
            return [gaps]
        case _:  # survival: constant hazards, every row the part of a life in one interval
            pm.Potential("o", (y * eta - data["n"] * pt.exp(eta)).sum())
    return [pt.atleast_1d(value) for value in parameters.values()]
