r"""What is asked of the replicates: uniform ranks, coverage, and a calibrated P(best).

Talts, S., Betancourt, M., Simpson, D., Vehtari, A. & Gelman, A. (2018) Validating Bayesian
inference algorithms with simulation-based calibration, arXiv:1804.06788. Modrák, M. et al. (2023)
Simulation-based calibration checking for Bayesian computation: the choice of test quantities shapes
sensitivity, *Bayesian Analysis*. Säilynoja, T., Bürkner, P.-C. & Vehtari, A. (2022) Graphical test
for discrete uniformity, *Statistics and Computing* 32:32.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from benchmarks.calibration.replicates import Ranks
from scipy.stats import chi2

PERCENTS = (50, 80, 95)
SIGNIFICANCE = 0.01
COVERAGE_MARGIN = 0.015
BEST_MARGIN = 0.02
ENOUGH = 1900  # replicates from which a miss of coverage is not put down to chance


@dataclass(frozen=True)
class Coverage:
    """Share of truths inside the central interval; ``mcse`` counts a replicate as one draw."""

    kind: str
    percent: int
    share: float
    mcse: float
    replicates: int

    @property
    def miss(self) -> float:
        """Share minus what it should be."""
        return self.share - self.percent / 100

    @property
    def within(self) -> bool:
        """Return whether the miss is within the margin; of few replicates, but for chance."""
        chance = 2.6 * self.mcse if self.replicates < ENOUGH else 0.0
        return abs(self.miss) <= COVERAGE_MARGIN + chance


@dataclass(frozen=True)
class Bin:
    """Arms whose P(best) is in a tenth: how probable they were said to be, and how often right."""

    said: float
    found: float
    mcse: float
    count: int

    @property
    def miss(self) -> float:
        """How often minus how probable."""
        return self.found - self.said


def uniformity(ranks: Ranks) -> np.ndarray:
    r"""Return the p-value of each quantity: χ² of the counts between the posterior's quantiles."""
    shares = np.diff(np.concatenate([[0.0], ranks.levels, [1.0]]))
    expected = len(ranks.places) * shares
    bins = np.arange(len(shares))
    counts = (ranks.places[:, :, None] == bins).sum(axis=0)
    statistic = ((counts - expected) ** 2 / expected).sum(axis=1)
    result: np.ndarray = chi2.sf(statistic, len(shares) - 1)
    return result


def holm(p: np.ndarray) -> np.ndarray:
    """Return p-values adjusted by Holm (1979): the chance of one false alarm among all."""
    order = np.argsort(p)
    adjusted = np.maximum.accumulate(p[order] * (len(p) - np.arange(len(p))))
    result = np.empty_like(p)
    result[order] = np.minimum(adjusted, 1.0)
    return result


def deviations(ranks: Ranks) -> np.ndarray:
    """Return the ECDF of the truths' places minus the levels, (levels, q)."""
    below = np.arange(len(ranks.levels))
    ecdf = (ranks.places[:, :, None] <= below).mean(axis=0).T
    return np.asarray(ecdf - ranks.levels[:, None])


def band(levels: np.ndarray, replicates: int, *, draws: int = 20_000) -> np.ndarray:
    """Half-width at each level of a band that 95 % of exact ECDFs never leave."""
    rng = np.random.default_rng(1)
    steps = np.diff(np.concatenate([[0.0], levels, [1.0]]))
    counts = rng.multinomial(replicates, steps, size=draws)
    ecdf = np.cumsum(counts[:, :-1], axis=1) / replicates
    unit = np.sqrt(levels * (1 - levels) / replicates)
    worst = np.abs((ecdf - levels) / unit).max(axis=1)
    return np.asarray(np.quantile(worst, 0.95) * unit)


def coverage(ranks: Ranks, kind: str | None = None) -> list[Coverage]:
    """Return the coverage of 50, 80 and 95 % intervals, over the quantities of a kind or all."""
    own = [i for i, k in enumerate(ranks.kinds) if kind in (None, k)]
    result = []
    for percent in PERCENTS:
        half = percent / 200
        low = int(np.argmin(np.abs(ranks.levels - (0.5 - half))))
        high = int(np.argmin(np.abs(ranks.levels - (0.5 + half))))
        places = ranks.places[:, own]
        inside = ((places > low) & (places <= high)).mean(axis=1)
        result.append(
            Coverage(
                kind or "all", percent, float(inside.mean()),
                float(inside.std() / np.sqrt(len(inside))), len(inside),
            )
        )  # fmt: skip
    return result


def reliability(ranks: Ranks) -> list[Bin]:
    """Return how often arms were best that were said to be so with a probability in each tenth."""
    truth = np.zeros_like(ranks.p_best)
    truth[np.arange(len(truth)), ranks.best] = 1.0
    tenth = np.minimum((ranks.p_best * 10).astype(int), 9)
    result = []
    for i in range(10):
        own = tenth == i
        count = int(own.sum())
        if count:
            said, found = float(ranks.p_best[own].mean()), float(truth[own].mean())
            spread = float(np.sqrt(max(said * (1 - said), 1e-12) / count))
            result.append(Bin(said, found, spread, count))
    return result


def best_error(bins: list[Bin]) -> float:
    """Return the mean distance between said and found, weighted by arms."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.miss) for b in bins) / total


def best_within(bins: list[Bin], replicates: int) -> bool:
    """Return whether P(best) is within the margin, on average and, but for chance, in every tenth.

    2.8 Monte Carlo errors leave one false alarm in twenty among ten tenths. Of few replicates the
    mean distance may be larger by what chance alone gives it: E|N(0, mcse²)|, half as much again.
    """
    total = sum(b.count for b in bins)
    chance = sum(b.count * b.mcse for b in bins) / total * (2 / np.pi) ** 0.5
    allowed = BEST_MARGIN + (1.5 * chance if replicates < ENOUGH else 0.0)
    return best_error(bins) <= allowed and all(
        abs(b.miss) <= BEST_MARGIN + 2.8 * b.mcse for b in bins
    )
