"""A trial before it is run: who is compared where, and a truth to draw its outcomes from."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np

from ligzda.evidence.errors import DesignError
from ligzda.evidence.families import FAMILIES, Family
from ligzda.evidence.tables import Floats

# whose trials can be simulated, by the name that a plan writes
SIMULATED = tuple(dict.fromkeys(f.name for f in FAMILIES.values() if f.cells is not None))


@dataclass(frozen=True, eq=False)
class Design:
    """Who is compared where: sites, arms, and participants per cell.

    ``participants`` is a number or (sites, arms) numbers; 0 means that the arm is not run there.
    The first arm is the control. ``mid`` is the minimal important difference of means. Raises
    :class:`DesignError`.
    """

    sites: tuple[str, ...]
    arms: tuple[str, ...]
    participants: int | Floats
    mid: float | None = None
    family: str = "binomial"
    better: str = "higher"

    def __post_init__(self) -> None:
        for name, labels, least in (("sites", self.sites, 1), ("arms", self.arms, 2)):
            if len(labels) < least:
                raise DesignError(name, f"there are {len(labels)} of them, and {least} are needed.")
            twice = next((label for label in labels if list(labels).count(label) > 1), None)
            if twice is not None:
                raise DesignError(name, f"“{twice}” stands there twice. Give each its own name.")
        for name, value, allowed in (
            ("family", self.family, SIMULATED),
            ("better", self.better, ("higher", "lower")),
        ):
            if value not in allowed:
                raise DesignError(name, f"“{value}” is not one of {', '.join(allowed)}.")
        if self.mid is not None and not (math.isfinite(self.mid) and self.mid > 0):
            raise DesignError(
                "mid", f"{self.mid:g} is not above 0. Give the smallest gain that matters."
            )
        try:
            cells = self.cells
        except ValueError:
            raise DesignError(
                "participants",
                f"needs one number, or {len(self.sites)} × {len(self.arms)} of them.",
            ) from None
        if not (np.isfinite(cells) & (cells >= 0) & (cells == np.floor(cells))).all():
            raise DesignError("participants", "every cell needs a whole number, 0 or more.")
        if ((cells > 0).any(axis=0)).sum() < 2:
            raise DesignError("participants", "fewer than two arms have anybody to compare.")

    @property
    def outcome(self) -> Family:
        """The family of the outcomes."""
        return FAMILIES[self.family]

    @property
    def cells(self) -> Floats:
        """Participants per cell, (sites, arms)."""
        shape = (len(self.sites), len(self.arms))
        return np.broadcast_to(np.asarray(self.participants, dtype=np.float64), shape)


@dataclass(frozen=True, eq=False)
class Truth:
    """What is true in the simulated world, on the link scale except ``base``.

    ``base`` is the mean of the first arm in an average site (a probability for binomial outcomes);
    ``effects`` are added arm by arm (default 0), ``arm_sd`` draws further effects anew in every
    experiment. ``residual_sd`` is for normal outcomes. Raises :class:`DesignError`.
    """

    base: float
    effects: tuple[float, ...] = ()
    arm_sd: float = 0.0
    site_sd: float = 0.0
    cell_sd: float = 0.0
    residual_sd: float = 1.0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = np.asarray(getattr(self, field.name), dtype=np.float64)
            if not np.isfinite(value).all():
                raise DesignError(field.name, "holds something that is not a finite number.")
            if field.name.endswith("_sd") and value < 0:
                raise DesignError(field.name, f"an SD of {value:g} is below 0.")
        if self.residual_sd == 0:
            raise DesignError("residual_sd", "without variation between people nothing is random.")


def check(design: Design, truth: Truth, n: int) -> None:
    """Raise :class:`DesignError` where design, truth and a number of experiments do not fit."""
    if n != int(n) or n < 1:
        raise DesignError("n", f"{n} experiments cannot be drawn. Give a whole number above 0.")
    if truth.effects and len(truth.effects) != len(design.arms):
        raise DesignError(
            "effects",
            f"there are {len(truth.effects)} of them for {len(design.arms)} arms. Give one each, "
            "the control's (0) first, or none.",
        )
    if design.outcome.is_share and not 0 < truth.base < 1:
        raise DesignError("base", f"{truth.base:g} is not a probability between 0 and 1.")
