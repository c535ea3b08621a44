"""The numbers that invented people are drawn from: a file, read once. No Django."""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import yaml

FILE = Path(__file__).resolve().parents[1] / "data" / "generator.yaml"

EFFECTS = ("A", "B", "C", "AB", "AC", "BC", "ABC")
COVARIATES = (
    "disability_group_I",
    "unemployed_over_24m",
    "age_over_54",
    "secondary_or_higher_education",
    "supportive_family",
)
WAVES = ("exit", "m6", "m12", "m24")
"""When a state is known, after the last day."""


@dataclass(frozen=True)
class Truth:
    """`given`: of outcomes.yaml; `ours`: what it leaves open. Effects are on the logit scale.

    Effects are coded 0/1: M1 is the reference cell, `A` what the host adds to it alone.
    """

    given: Mapping[str, Any]
    ours: Mapping[str, Any]

    @property
    def effects(self) -> dict[str, float]:
        """True effects of the factors and their products."""
        return {name: float(self.given["true_effects_logit"][name]) for name in EFFECTS}

    @property
    def covariates(self) -> dict[str, float]:
        """True effects of what somebody brings along, each 0 or 1."""
        return {name: float(self.given["covariates_logit"][name]) for name in COVARIATES}

    @property
    def site_sd(self) -> float:
        """SD of sites around their cell."""
        return float(self.given["site_sd_logit"])

    def cell(self, *, a: bool, b: bool, c: bool) -> float:
        """Return what a model adds to the reference cell M1."""
        on = {"A": a, "B": b, "C": c}
        return sum(
            value for name, value in self.effects.items() if all(on[factor] for factor in name)
        )

    def averaged(self, factor: str) -> float:
        """Return a factor's effect averaged over the four pairs of cells that differ by it alone:
        what a plan with the coding ±½ and no products estimates."""
        others = [name for name in "abc" if name != factor.lower()]
        found = []
        for levels in itertools.product((False, True), repeat=2):
            rest = dict(zip(others, levels, strict=True))
            plus, minus = ({**rest, factor.lower(): level} for level in (True, False))
            found.append(self.cell(**plus) - self.cell(**minus))
        return sum(found) / len(found)

    @property
    def shares(self) -> dict[str, float]:
        """Return the share of people with each covariate, as they are drawn."""
        ours = self.ours
        months = ours["months_unemployed"]
        longer = _upper_tail(math.log(24.5 / months["median"]) / months["log_sd"])
        education = ours["education"]
        return {
            "disability_group_I": ours["disability"]["1."],
            "unemployed_over_24m": ours["labour_status"]["unemployed"] * longer,
            "age_over_54": sum(row["share"] for row in ours["ages"] if row["from"] > 54),
            "secondary_or_higher_education": education["isced_3_4"] + education["isced_5_8"],
            "supportive_family": ours["household"]["family"],
        }

    @cached_property
    def intercepts(self) -> dict[str, float]:
        """Logits at which the base rates hold over people and sites, as shares of people.

        The rate of a group is averaged over what its people bring along and over its sites, so the
        logit of the rate itself would be off by the mean and the spread of these.
        """
        base = self.given["base_rate_in_paid_activity_12m"]
        return {
            "M1": self._intercept(base["reference_cell_M1"]),
            "comparison": self._intercept(base["comparison_group"]),
        }

    def rate(self, intercept: float) -> float:
        """Return the share in paid activity at an intercept, over people and sites."""
        nodes, weights = np.polynomial.hermite_e.hermegauss(40)
        sites = self.site_sd * nodes
        effects, shares = self.covariates, self.shares
        total = 0.0
        for has in itertools.product((False, True), repeat=len(COVARIATES)):
            shift, likely = 0.0, 1.0
            for name, present in zip(COVARIATES, has, strict=True):
                shift += effects[name] * present
                likely *= shares[name] if present else 1 - shares[name]
            rates = 1 / (1 + np.exp(-(intercept + shift + sites)))
            total += likely * float(weights @ rates) / float(weights.sum())
        return total

    def _intercept(self, wanted: float) -> float:
        low, high = -8.0, 8.0
        while high - low > 1e-10:
            middle = (low + high) / 2
            low, high = (middle, high) if self.rate(middle) < wanted else (low, middle)
        return (low + high) / 2

    def median_wait(self, *, open_call: bool) -> float:
        """Return the median of days from application to contract."""
        queue = "open_call" if open_call else "referral_queue"
        return float(self.given["waiting_days"][queue]["median"])


def weights(shares: Mapping[str, float]) -> tuple[Sequence[str], list[float]]:
    """Return codes and their shares, which add to 1. Raises ValueError for others."""
    total = sum(shares.values())
    if abs(total - 1) > 1e-9:
        raise ValueError(f"shares add to {total}, not to 1: {dict(shares)}")
    return tuple(shares), [value / total for value in shares.values()]


def _upper_tail(z: float) -> float:
    return 0.5 * math.erfc(z / math.sqrt(2))


@cache
def _read() -> Truth:
    data = yaml.safe_load(FILE.read_text("utf-8"))
    return Truth(data["demo_generator"], data["ours"])


TRUTH = _read()
"""That of the file; read when the module is."""
