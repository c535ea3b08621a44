"""What a published estimate lets us say of its error: an interval, or that there is none.

Papers give a standard error, a t, a p, or only stars: a range of p. A range says how small the
error cannot be larger than: the interval is then the widest that the range allows, so that a vague
number widens it and is never dropped. Where nothing is given there is no interval. Pure.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

_Z = NormalDist().inv_cdf
Z95 = _Z(0.975)


class Basis(StrEnum):
    """Where a standard error comes from."""

    GIVEN = "given"
    T = "t"
    P = "p"
    RANGE = "range of p"
    NONE = "none"


@dataclass(frozen=True)
class Estimate:
    """A published estimate; `se` None where nothing bounds its error: it has no interval."""

    point: float
    se: float | None
    basis: Basis

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of a normal estimate; of a range of p the widest that it allows."""
        if self.se is None:
            return None
        return self.point - Z95 * self.se, self.point + Z95 * self.se


def estimate(
    point: float,
    *,
    se: float | None = None,
    t: float | None = None,
    p: float | None = None,
    p_range: tuple[float, float] | None = None,
) -> Estimate:
    """Return an estimate with what is known of its error; the first that is given counts.

    `p`, `p_range`: two-sided, of no effect. A range up to 1 bounds nothing.
    """
    if se is not None:
        return Estimate(point, se, Basis.GIVEN)
    if t:
        return Estimate(point, abs(point / t), Basis.T)
    if p is not None and 0 < p < 1:
        return Estimate(point, abs(point) / _Z(1 - p / 2), Basis.P)
    if p_range is not None and 0 < p_range[1] < 1:
        return Estimate(point, abs(point) / _Z(1 - p_range[1] / 2), Basis.RANGE)
    return Estimate(point, None, Basis.NONE)
