"""What is asked of the simulation of trials, and what it answers. Pure: no Django."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LAYOUTS = ("parallel", "stepped")
TRIALS = 1000


@dataclass(frozen=True)
class Candidate:
    """One design in one world. `participants` at one incubator over the whole trial."""

    layout: str
    sites: int
    participants: int
    site_sd: float


@dataclass(frozen=True)
class Question:
    """What is asked. `base`: probability of the outcome at an average incubator and model."""

    candidates: tuple[Candidate, ...]
    base: float = 0.35
    mid: float = 0.10
    model_sd: float = 0.0
    trials: int = TRIALS
    seed: int = 1


@dataclass(frozen=True)
class Answer:
    """What a candidate can show; percentage points are named `_pp`, shares are from 0 to 1."""

    candidate: Candidate
    power: float
    power_by_factor: Mapping[str, float]
    posterior_sd_pp: float
    standard_error_pp: float
    detectable_pp: float
    model_error_pp: float
    correct_selection: float
    regret_pp: float
    type_s: float | None
    type_m: float | None
    simulated: int
    failed: int


def candidates(
    participants: Sequence[int] = (30, 60),
    site_sds: Sequence[float] = (0.2, 0.4),
    sites: Sequence[int] = (9,),
    layouts: Sequence[str] = LAYOUTS,
) -> tuple[Candidate, ...]:
    """Return all combinations, the default being eight designs for nine incubators."""
    return tuple(
        Candidate(layout, site, people, sd)
        for layout in layouts
        for site in sites
        for people in participants
        for sd in site_sds
    )
