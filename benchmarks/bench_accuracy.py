"""How far from long NUTS runs is the posterior? Freshly simulated sets, and published ones.

    make accuracy

Each world of the calibration (`benchmarks/calibration/worlds.py`) gives SETS tables, drawn from its
plan's own priors with a seed that nothing was tuned on; `benchmarks/published.py` gives sets from
the literature. The same model is sampled by NUTS (PyMC with nutpie, 4 chains). Differences are in
posterior SDs, of the worst quantity of a table, beside the largest Monte Carlo error of the sample.
Writes docs/performance.md between its markers.
"""

from __future__ import annotations

import argparse
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from benchmarks.calibration.replicates import draw_world
from benchmarks.calibration.worlds import worlds
from benchmarks.pages import machine, table, write
from benchmarks.published import published

from ligzda.evidence import Plan, Table
from ligzda.evidence.diagnosis import fit_model
from ligzda.evidence.functionals import Functionals
from ligzda.evidence.model import Model, build_model
from ligzda.evidence.nuts import sample_nuts
from ligzda.evidence.posterior import Draws
from ligzda.evidence.ranks import rank_arms
from ligzda.evidence.tables import Floats

SEED, SETS, DRAWS = 20261125, 2, 20_000
BATCHES = 100
MUST = {"mean": 0.05, "sd": 0.03, "limit": 0.1, "rank": 0.01, "hyper sd": 0.05}
LIMITS = np.array([0.025, 0.975])


@dataclass(frozen=True)
class Difference:
    """Of one table: the worst quantities, and the worst Monte Carlo error of the reference.

    `beyond` counts the figures beyond their bound by more than three Monte Carlo errors.
    """

    mean: float
    mean_error: float
    sd: float
    sd_error: float
    limit: float
    limit_error: float
    rank: float
    hyper_mean: float
    hyper_sd: float
    method: str
    good: bool
    beyond: tuple[str, ...]


def moments(draws: Floats) -> tuple[Floats, Floats, Floats]:
    """Return means, SDs and limits, each (q,) or (2, q), of draws (n, q)."""
    return draws.mean(axis=0), draws.std(axis=0), np.quantile(draws, LIMITS, axis=0)


def errors(draws: Floats, sd: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the Monte Carlo errors of means and limits, in SDs, and of the SDs, as shares.

    By batch means (Flegal, Haran & Jones 2008, Statistical Science 23:250–260).
    """
    parts = np.array_split(draws, BATCHES)
    each = [moments(part) for part in parts]
    scale = BATCHES**0.5
    mean, spread, limits = (np.std([e[i] for e in each], axis=0) / scale for i in range(3))
    return mean / sd, spread / sd, limits.max(axis=0) / sd


def compare(data: Table, plan: Plan, seed: int) -> Difference:
    """Fit one table twice."""
    model: Model = build_model(data, plan)
    posterior, diagnosis = fit_model(model, 1)
    sample, agree = sample_nuts(model, seed, draws=DRAWS)
    if not agree:
        raise SystemExit("the chains do not agree; draw more")
    p, groups, d = model.A.shape[1], model.n_groups, len(model.hypers)
    f = Functionals(
        np.eye(p + groups, p), np.eye(p + groups, groups, -p), np.zeros((p + groups, d))
    )
    found = posterior.marginals(f)
    draws = np.concatenate([sample.x + model.prior_mean, sample.b_mean], axis=1)
    mean, sd, limits = moments(draws)
    mean_error, sd_error, limit_error = errors(draws, sd)
    off = {
        "mean": (np.abs(found.mean - mean) / sd, mean_error),
        "sd": (np.abs(found.sd / sd - 1), sd_error),
        "limit": ((np.abs(found.quantiles(LIMITS).T - limits) / sd).max(axis=0), limit_error),
    }
    hyper_mean = hyper_sd = 0.0
    if d:
        theta_mean, theta_sd, _ = moments(sample.theta)
        theta_mean_error, theta_sd_error, _ = errors(sample.theta, theta_sd)
        own = posterior.hyper.marginals
        of_means = np.abs(np.array([m.mean for m in own]) - theta_mean) / theta_sd
        of_sds = np.abs(np.array([m.sd for m in own]) / theta_sd - 1)
        hyper_mean, hyper_sd = float(of_means.max()), float(of_sds.max())
        off["hyper mean"] = (of_means, theta_mean_error)
        off["hyper sd"] = (of_sds, theta_sd_error)
    ranks = rank_difference(model, posterior.draws(200_000, np.random.default_rng(2)), Draws(
        sample.theta, sample.x + model.prior_mean, sample.b_mean
    ))  # fmt: skip
    bounds = {**MUST, "hyper mean": MUST["hyper sd"]}
    beyond = [
        name for name, (size, error) in off.items() if (size > bounds[name] + 3 * error).any()
    ]
    # the shares of two samples of this size differ by up to .004 where neither errs
    beyond += ["rank"] if ranks > MUST["rank"] + 0.004 else []
    return Difference(
        float(off["mean"][0].max()), float(mean_error.max()),
        float(off["sd"][0].max()), float(sd_error.max()),
        float(off["limit"][0].max()), float(limit_error.max()),
        ranks, hyper_mean, hyper_sd, diagnosis.method, diagnosis.good, tuple(beyond),
    )  # fmt: skip


def rank_difference(model: Model, ours: Draws, theirs: Draws) -> float:
    """Return the largest difference of P(best) and SUCRA, 0 where arms are not ranked."""
    one, other = (
        rank_arms(model, draws, Draws(draws.theta[:100], draws.x[:100], draws.b[:100]), model.units)
        for draws in (ours, theirs)
    )
    if one is None or other is None:
        return 0.0
    return float(
        max(np.abs(one.p_best - other.p_best).max(), np.abs(one.sucra - other.sucra).max())
    )


def cases(seed: int) -> Iterator[tuple[str, Table, Plan]]:
    """Yield (name, table, plan)."""
    for place, world in enumerate(worlds()):
        tables = draw_world(world, SETS, np.random.default_rng([seed, place])).tables
        yield from ((f"{world.name} {i + 1}", data, world.plan) for i, data in enumerate(tables))
    yield from published()


def main() -> int:
    """Compare every set, write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="+", metavar="NAME")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    rows, failed = [], 0
    for seed, (name, data, plan) in enumerate(cases(options.seed)):
        if options.only and not any(name.startswith(wanted) for wanted in options.only):
            continue
        with warnings.catch_warnings(action="ignore", category=FutureWarning):
            got = compare(data, plan, seed)
        failed += bool(got.beyond)
        rows.append([
            name,
            f"{got.mean:.3f} ({got.mean_error:.3f})",
            f"{100 * got.sd:.1f} % ({100 * got.sd_error:.1f})",
            f"{got.limit:.3f} ({got.limit_error:.3f})",
            f"{got.rank:.3f}" if got.rank else "–",
            f"{got.hyper_mean:.3f}",
            f"{100 * got.hyper_sd:.1f} %",
            got.method + ("" if got.good else ", doubtful"),
            "✗ " + ", ".join(got.beyond) if got.beyond else "✓",
        ])  # fmt: skip
        print(" | ".join(rows[-1]), flush=True)
    header = [
        "set", "means, SDs off (MCSE)", "SDs off (MCSE)", "95 % limits, SDs off (MCSE)",
        "P(best), SUCRA", "SDs of terms: means, SDs off", "their SDs", "rests on", "",
    ]  # fmt: skip
    if not options.only:
        write("accuracy", f"{machine()}\n\n{table(header, rows)}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
