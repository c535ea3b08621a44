"""A trial before it is run: who is compared where, and a truth to draw its outcomes from."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

import numpy as np

from ligzda.evidence.batch.faults import DesignFault
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
                raise DesignError(name, DesignFault.TOO_FEW.of(labels=len(labels), least=least))
            twice = next((label for label in labels if list(labels).count(label) > 1), None)
            if twice is not None:
                raise DesignError(name, DesignFault.TWICE.of(twice=twice))
        for name, value, allowed in (
            ("family", self.family, SIMULATED),
            ("better", self.better, ("higher", "lower")),
        ):
            if value not in allowed:
                raise DesignError(
                    name, DesignFault.NOT_ONE_OF.of(value=value, allowed=tuple(allowed))
                )
        if self.mid is not None and not (math.isfinite(self.mid) and self.mid > 0):
            raise DesignError("mid", DesignFault.MID.of(mid=self.mid))
        try:
            cells = self.cells
        except ValueError:
            raise DesignError(
                "participants",
                DesignFault.SHAPE.of(sites=len(self.sites), arms=len(self.arms)),
            ) from None
        if not (np.isfinite(cells) & (cells >= 0) & (cells == np.floor(cells))).all():
            raise DesignError("participants", DesignFault.NOT_WHOLE)
        if ((cells > 0).any(axis=0)).sum() < 2:
            raise DesignError("participants", DesignFault.NOBODY_TO_COMPARE)

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
                raise DesignError(field.name, DesignFault.NOT_FINITE)
            if field.name.endswith("_sd") and value < 0:
                raise DesignError(field.name, DesignFault.NEGATIVE_SD.of(value=float(value)))
        if self.residual_sd == 0:
            raise DesignError("residual_sd", DesignFault.NO_VARIATION)


def check(design: Design, truth: Truth, n: int) -> None:
    """Raise :class:`DesignError` where design, truth and a number of experiments do not fit."""
    if n != int(n) or n < 1:
        raise DesignError("n", DesignFault.NO_EXPERIMENTS.of(n=n))
    if truth.effects and len(truth.effects) != len(design.arms):
        raise DesignError(
            "effects",
            DesignFault.EFFECTS.of(effects=len(truth.effects), arms=len(design.arms)),
        )
    if design.outcome.is_share and not 0 < truth.base < 1:
        raise DesignError("base", DesignFault.NOT_A_PROBABILITY.of(base=truth.base))
