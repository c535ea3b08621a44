"""Cells of simulated trials: whole cells of participants drawn at once, from a truth."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np

from ligzda.evidence.tables import Floats


class Cells(ABC):
    """How the cells of a simulated trial are drawn, and which plan reads them by itself."""

    # the plan's columns, by part of the outcome
    columns: ClassVar[dict[str, str]]
    # SD of the prior of an intercept, in units of the scale below
    intercept_sd: ClassVar[float]

    @abstractmethod
    def made_up(self, size: Floats) -> dict[str, Floats]:
        """Return an outcome by part that any model takes, for cells of ``size`` participants."""

    @abstractmethod
    def draw(
        self, eta: Floats, size: Floats, residual_sd: float, rng: np.random.Generator
    ) -> dict[str, Floats]:
        """Draw the statistics of cells of ``size`` (N,), beside that, with predictors (…, N)."""

    @abstractmethod
    def predictor(self, mean: float) -> float:
        """Return the link function of a mean."""

    @abstractmethod
    def mean(self, eta: Floats) -> Floats:
        """Return the inverse of the link function."""

    @abstractmethod
    def scale(self, residual_sd: float) -> float:
        """Return the order of size of effects on the predictor."""

    @abstractmethod
    def centre(self, base: float) -> float:
        """Return where the prior of an intercept is centred, given a control arm's mean."""


class ShareCells(Cells):
    """Successes among participants, logit link."""

    columns: ClassVar[dict[str, str]] = {"successes": "y", "trials": "n"}
    intercept_sd = 1.5

    def made_up(self, size: Floats) -> dict[str, Floats]:
        """Return successes of half the participants."""
        return {"successes": np.floor(size / 2), "trials": size}

    def draw(
        self, eta: Floats, size: Floats, residual_sd: float, rng: np.random.Generator
    ) -> dict[str, Floats]:
        """Draw successes."""
        y = rng.binomial(size.astype(np.int64), self.mean(eta)).astype(np.float64)
        return {"y": y}

    def predictor(self, mean: float) -> float:
        """Return log odds."""
        return float(np.log(mean / (1 - mean)))

    def mean(self, eta: Floats) -> Floats:
        """Return probabilities."""
        result: Floats = 1 / (1 + np.exp(-eta))
        return result

    def scale(self, residual_sd: float) -> float:
        """Return one logit."""
        return 1.0

    def centre(self, base: float) -> float:
        """Return even odds: the prior does not know the truth."""
        return 0.0


class MeanCells(Cells):
    """Means and SDs of participants, identity link: everything in the outcome's own unit."""

    columns: ClassVar[dict[str, str]] = {"value": "mean", "n": "n", "sd": "sd"}
    intercept_sd = 10.0

    def made_up(self, size: Floats) -> dict[str, Floats]:
        """Return means that differ, with an SD of 1."""
        return {
            "value": np.arange(len(size), dtype=np.float64) % 2,
            "n": size,
            "sd": np.ones(len(size)),
        }

    def draw(
        self, eta: Floats, size: Floats, residual_sd: float, rng: np.random.Generator
    ) -> dict[str, Floats]:
        """Draw means and sums of squares."""
        mean = eta + residual_sd * rng.standard_normal(eta.shape) / np.sqrt(size)
        degrees = np.maximum(size - 1, 0)
        ss = residual_sd**2 * np.where(
            degrees > 0, rng.chisquare(np.maximum(degrees, 1), eta.shape), 0.0
        )
        return {"mean": mean, "ss": ss}

    def predictor(self, mean: float) -> float:
        """Return the mean itself."""
        return mean

    def mean(self, eta: Floats) -> Floats:
        """Return the predictor itself."""
        return eta

    def scale(self, residual_sd: float) -> float:
        """Return the residual SD."""
        return residual_sd

    def centre(self, base: float) -> float:
        """Return the control arm's mean, whose unit the engine cannot know."""
        return base
