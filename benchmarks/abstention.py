"""What does the rule of abstention buy? Simulated municipalities inside and outside the trial.

    PYTHONPATH=src .venv/bin/python benchmarks/abstention.py

Writes the table of docs/claims.md (seed 20261128; two minutes). In each world 119 municipalities
have correlated moderators, nine are in the trial, and effects are linear in the moderators with an
SD left over; outside the hull of the nine an effect goes on (linear), shrinks by exp(−q) (fades),
or falls by five of those SDs for each SD of distance (collapses). The model is the
hierarchical normal one with its SD between sites integrated on a grid; the slopes' prior is right.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from claims_looks import PAGE, written
from pages import table
from scipy.special import ndtr

from ligzda.evidence.abstention import Answer, Trial, national_sds, reach

SEED, WORLDS, PLACES, SITES = 20261128, 300, 119, 9
SLOPE, TAU, SE, FALL = 0.3, 0.3, 0.3, 1.5
"""SDs of slopes, of effects left over, of a site's estimate; fall for 1 SD outside (collapse)."""
TAUS = np.linspace(0.02, 1.2, 40)
Floats = npt.NDArray[np.float64]


def predictive(x: Floats, y: Floats, new: Floats) -> tuple[Floats, Floats, Floats]:
    """Return weights of the grid of τ, and mean and SD (τ, place) of an effect in new places."""
    design = np.column_stack([np.ones(len(x)), x])
    places = np.column_stack([np.ones(len(new)), new])
    prior = np.diag([1.0, *[SLOPE**2] * x.shape[1]])
    logs, means, sds = [], [], []
    for tau in TAUS:
        noise = (SE**2 + tau**2) * np.eye(len(x))
        whole = design @ prior @ design.T + noise
        inverse = np.linalg.inv(whole)
        _, size = np.linalg.slogdet(whole)
        logs.append(-(size + y @ inverse @ y) / 2 - tau**2 / (2 * 0.5**2))
        gain = places @ prior @ design.T @ inverse
        kept = np.einsum("ij,jk,ik->i", places, prior, places)
        means.append(gain @ y)
        sds.append(np.sqrt(kept - np.einsum("ij,ij->i", gain @ design @ prior, places) + tau**2))
    weights = np.exp(np.array(logs) - max(logs))
    return weights / weights.sum(), np.array(means), np.array(sds)


def world(d: int, kind: str, rng: np.random.Generator) -> list[tuple[float, bool, bool, bool]]:
    """Return for each place outside: q, spoken, covered by its 90 % interval, warned."""
    shared = rng.standard_normal((PLACES, 1))
    x = np.sqrt(0.7) * rng.standard_normal((PLACES, d)) + np.sqrt(0.3) * shared
    x[-20:] *= 2.5  # places unlike the rest, as capitals are
    chosen = rng.choice(PLACES, SITES, replace=False)
    names = tuple(f"m{j}" for j in range(d))
    trial = Trial(tuple(map(str, chosen)), names, x[chosen], national_sds(x), {})
    scaled = x / trial.national
    effects = 0.5 + scaled @ (SLOPE * rng.standard_normal(d)) + TAU * rng.standard_normal(PLACES)
    y = effects[chosen] + SE * rng.standard_normal(SITES)
    others = np.setdiff1d(np.arange(PLACES), chosen)
    found = [reach(trial, dict(zip(names, map(float, x[i]), strict=True)), {}) for i in others]
    nearest = np.array([trial.nearest_within(one) for one in found]) / trial.national
    weights, mean, sd = predictive(scaled[chosen], y, scaled[others])
    _, mean_within, sd_within = predictive(scaled[chosen], y, nearest)
    rows = []
    for j, (i, one) in enumerate(zip(others, found, strict=True)):
        q = one.q or 0.0
        spoken = one.answer is not Answer.REFUSE
        outside = {"linear": effects[i], "fades": effects[i] * np.exp(-q)}
        truth = outside.get(kind, effects[i] - FALL * q)
        goes_on = float(weights @ ndtr((truth - mean[:, j]) / sd[:, j]))
        stops = float(weights @ ndtr((truth - mean_within[:, j]) / sd_within[:, j]))
        # Had it spoken where it is silent, it would have been with the model's own interval.
        below = (goes_on + stops) / 2 if spoken else goes_on
        rows.append((q, spoken, 0.05 <= below <= 0.95, one.answer is Answer.WARN))
    return rows


def main() -> None:
    """Simulate, and write the table."""
    rows, rng = [], np.random.default_rng(SEED)
    for d in (2, 3):
        for kind in ("linear", "fades", "collapses"):
            found = np.array([row for _ in range(WORLDS) for row in world(d, kind, rng)])
            q, spoken, covered, warned = found[:, 0], *found[:, 1:].T.astype(bool)
            inside, outside = q < 1e-4, q >= 1
            rows.append([
                str(d), kind,
                f"{spoken[inside].mean():.0%}", f"{(~spoken)[outside].mean():.0%}",
                f"{spoken.mean():.0%}", f"{covered[spoken].mean():.1%}",
                f"{covered[warned].mean():.1%}", f"{covered[outside].mean():.1%}",
            ])  # fmt: skip
    header = ["moderators", "effect outside", "speaks inside", "silent ≥ 1 SD outside",
              "speaks of any", "covers when it speaks", "… when it warns",
              "had it spoken ≥ 1 SD outside"]  # fmt: skip
    text = written(PAGE.read_text("utf-8"), "abstention", table(header, rows))
    PAGE.write_text(text, "utf-8")
    print(table(header, rows))


if __name__ == "__main__":
    main()
