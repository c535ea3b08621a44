"""Does the engine agree with what NUTS draws of a structure's own model, and which is quicker?

Two warm runs of nutpie judge, each 4 chains of 1,000 + 1,000 draws on two cores; the first is timed
beside ``evaluate`` in the same process. Times are the processor's, nutpie's halved: what each would
take on two quiet cores, of which ``evaluate`` uses one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
from benchmarks.differential.compare import BEST, LIMIT, MEAN, SD, Verdict
from benchmarks.differential.kinds import KINDS, draw_structure
from benchmarks.differential.peer import Data, asked, containers, peer
from benchmarks.differential.structures import Structure, codes

from ligzda.evidence import Evaluation, EvidenceError, evaluate
from ligzda.evidence.nuts import split_rhat
from ligzda.evidence.results import Estimate
from ligzda.evidence.tables import Floats

RUN = {"draws": 1000, "tune": 1000, "chains": 4, "cores": 2, "target_accept": 0.95}
TOO_FEW = 400  # effective draws below which NUTS itself is no judge
RANK_DRAWS = 8192  # of the engine's ranks


@cache
def _compiled(kind: int) -> Any:
    """Compile a kind once; what is drawn is put in later."""
    return import_module("nutpie").compile_pymc_model(peer(draw_structure(kind)))


def judge_structure(number: int, seed: int = 1) -> Verdict:
    """Evaluate a structure and hold it against the draws of NUTS."""
    nutpie = import_module("nutpie")
    structure = draw_structure(number, seed)
    given = {key.replace(" ", "_"): value for key, value in containers(structure).items()}
    compiled = _compiled(number % len(KINDS)).with_data(**given)
    options = {**RUN, "progress_bar": False}
    begin = time.process_time()
    runs = [nutpie.sample(compiled, seed=3, **options)]
    peer_seconds = (time.process_time() - begin) / RUN["cores"]
    runs.append(nutpie.sample(compiled, seed=4, **options))
    draws = {
        name: np.concatenate([np.asarray(run.posterior[name].values) for run in runs])
        for name in ("asked", "by arm")
        if name in runs[0].posterior
    }
    begin = time.process_time()
    try:
        evaluation = evaluate(structure.table, structure.plan)
    except EvidenceError as error:
        seconds = time.process_time() - begin
        return Verdict(number, structure.kind, False, str(error), "", 0.0, seconds, peer_seconds)
    seconds = time.process_time() - begin
    worst, excess, unsure = held(structure, evaluation, draws)
    good = evaluation.diagnosis.good
    return Verdict(number, structure.kind, good, "", worst, excess, seconds, peer_seconds, unsure)


def held(structure: Structure, evaluation: Evaluation, draws: Data) -> tuple[str, float, bool]:
    """Return what is furthest off, by how much beyond its bound, and whether NUTS is no judge.

    ``draws`` are chains (chains, draws, k) of what :func:`asked` names and of the arms' effects.
    """
    off: dict[str, float] = {}
    unsure = False
    d = evaluation.diagnosis
    noise = [m or 0.0 for m in (d.mean_error_mcse, d.sd_error_mcse, d.limit_error_mcse)]
    for name, own, chains in _pairs(structure, evaluation, draws):
        effective = _effective(chains)
        unsure = unsure or effective < TOO_FEW
        found = _distances(own, structure.unit, chains, max(effective, 1.0), noise)
        off |= {f"{what} of {name}": value for what, value in found.items()}
    if evaluation.ranks is not None:
        arms = draws["by arm"]
        best = (arms == arms.max(axis=2, keepdims=True)).astype(float)
        for j, label in enumerate(evaluation.ranks.labels):
            p, own_p = float(best[:, :, j].mean()), float(evaluation.ranks.p_best[j])
            spread = max(p * (1 - p), 1e-4)
            error = np.sqrt(spread / max(_effective(best[:, :, j]), 1.0) + spread / RANK_DRAWS)
            off[f"P(best) of {label}"] = abs(own_p - p) - BEST - 3 * error
    worst = max(off, key=lambda name: off[name])
    return worst, float(off[worst]), unsure


def _pairs(
    structure: Structure, evaluation: Evaluation, draws: Data
) -> Iterator[tuple[str, Estimate, Floats]]:
    """Go through what both have: name, the engine's estimate, the sampler's chains."""
    found = {(e.term, e.level): e for e in (*evaluation.fixed, *evaluation.sds)}
    for j, key in enumerate(asked(structure)):
        yield " ".join(key).strip(), found[key], draws["asked"][:, :, j]
    for contrast in evaluation.contrasts:
        arms, _at = codes(structure.columns, ("arm",))
        level, versus = (arms.index(name) for name in contrast.name.split(" − "))
        yield contrast.name, contrast.link, np.diff(draws["by arm"][:, :, [versus, level]])[:, :, 0]


def _distances(
    own: Estimate, unit: float, chains: Floats, effective: float, noise: list[float]
) -> dict[str, float]:
    """Return how far an estimate is off, beyond the bounds and three Monte Carlo errors of both."""
    mean, sd = float(chains.mean()), float(chains.std())
    kurtosis = float(((chains - mean) ** 4).mean() / sd**4)
    found = {
        "mean": abs(own.mean / unit - mean) / sd - MEAN - 3 * np.hypot(effective**-0.5, noise[0]),
        "SD": abs(own.sd / unit / sd - 1)
        - SD
        - 3 * np.hypot(np.sqrt((kurtosis - 1) / 4 / effective), noise[1]),
    }
    for side, q, limit in (("lower", 0.025, own.lower), ("upper", 0.975, own.upper)):
        by = np.sqrt(q * (1 - q) / effective)
        low, at, high = np.quantile(chains, np.clip([q - by, q, q + by], 0, 1))
        error = np.hypot((high - low) / 2 / sd, noise[2])
        found[side] = abs(limit / unit - at) / sd - LIMIT - 3 * error
    return found


def _effective(chains: Floats) -> float:
    """Return the effective draws of chains (chains, draws); 0 where they disagree."""
    if chains.std() == 0:
        return float(chains.size)
    return (
        float(import_module("arviz").ess(chains)) if split_rhat(chains[:, :, None]) <= 1.02 else 0.0
    )
