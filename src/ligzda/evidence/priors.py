r"""Prior densities, by the names of the literature.

Coefficients have a normal prior. Every other parameter (the SD of a random term, the residual SD,
a dispersion) is positive and has one of the densities below; all are densities *on that parameter*,
whatever quantity they are customarily written for.

===================  ====================================================  =========================
written              density on :math:`\sigma > 0`, up to a constant        source
===================  ====================================================  =========================
half-normal(s)       :math:`\exp(-\sigma^2 / 2 s^2)`                        Gelman (2006)
half-cauchy(s)       :math:`(1 + \sigma^2/s^2)^{-1}`                        Gelman (2006)
uniform(a, b)        :math:`1` on :math:`[a, b]`                            Gelman (2006)
exponential(r)       :math:`\exp(-r \sigma)`: penalised complexity          Simpson et al. (2017)
pc(U, p)             exponential with :math:`P(\sigma > U) = p`             Simpson et al. (2017)
log-normal(m, s)     :math:`\sigma^{-1}\exp(-(\log\sigma - m)^2 / 2 s^2)`   Turner et al. (2015)
gamma-precision(a,b) :math:`\sigma^{-2a-1} \exp(-b / \sigma^2)`             BUGS examples
===================  ====================================================  =========================

Gelman, A. (2006) *Bayesian Analysis* 1:515–534. Simpson, D. et al. (2017) *Statistical Science*
32:1–28. Turner, R. M. et al. (2015) *Statistics in Medicine* 34:984–998.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from ligzda.errors import LigzdaError
from ligzda.evidence.codes import Code, Remark
from ligzda.evidence.faults import Fault
from ligzda.evidence.tables import Floats

_FORM = re.compile(r"^\s*([a-z][a-z-]*)\s*\(([^()]*)\)\s*$")

# name → (names of the arguments, how many may be left out because a location of 0 is meant)
NORMAL_FORM = "normal"
STUDENT_FORM = "student-t"
POSITIVE_FORMS: dict[str, tuple[str, ...]] = {
    "half-normal": ("scale",),
    "half-cauchy": ("scale",),
    "uniform": ("lower", "upper"),
    "exponential": ("rate",),
    "pc": ("U", "probability"),
    "log-normal": ("meanlog", "sdlog"),
    "gamma-precision": ("shape", "rate"),
}


class PriorError(LigzdaError, ValueError):
    """A prior that cannot be read: ``remark`` says why and what is allowed."""

    def __init__(self, said: Code | Remark) -> None:
        self.remark = said.of() if isinstance(said, Code) else said
        super().__init__(str(self.remark))


@dataclass(frozen=True)
class NormalPrior:
    """``normal(mean, sd)`` on a coefficient."""

    mean: float
    sd: float

    def __str__(self) -> str:
        return f"normal({self.mean:g}, {self.sd:g})"


@dataclass(frozen=True)
class PositivePrior:
    """A density on a positive parameter; see the table in this module's docstring."""

    form: str
    arguments: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.form}({', '.join(f'{a:g}' for a in self.arguments)})"

    @property
    def support(self) -> tuple[float, float]:
        """The closed interval outside which the density is 0."""
        if self.form == "uniform":
            return self.arguments[0], self.arguments[1]
        return 0.0, math.inf

    @property
    def scale(self) -> float:
        """A magnitude to start looking at: the order of size of the parameter a priori."""
        a = self.arguments
        match self.form:
            case "uniform":
                return 0.5 * (a[0] + a[1])
            case "exponential":
                return 1.0 / a[0]
            case "pc":
                return a[0] / -math.log(a[1])
            case "log-normal":
                return math.exp(a[0])
            case "gamma-precision":
                return math.sqrt(a[1] / a[0])
            case _:
                return a[0]

    def log_density(self, sigma: Floats) -> Floats:
        r"""Return :math:`\log p(\sigma)` with its constant; −∞ outside the support."""
        a = self.arguments
        with np.errstate(divide="ignore"):
            log_sigma = np.log(sigma)
        match self.form:
            case "half-normal":
                return 0.5 * math.log(2 / math.pi) - math.log(a[0]) - 0.5 * (sigma / a[0]) ** 2
            case "half-cauchy":
                return math.log(2 / math.pi / a[0]) - np.log1p((sigma / a[0]) ** 2)
            case "uniform":
                inside = (sigma >= a[0]) & (sigma <= a[1])
                return np.where(inside, -math.log(a[1] - a[0]), -np.inf)
            case "exponential":
                return math.log(a[0]) - a[0] * sigma
            case "pc":
                rate = 1.0 / self.scale
                return math.log(rate) - rate * sigma
            case "log-normal":
                z = (np.maximum(log_sigma, -1e100) - a[0]) / a[1]
                constant = -math.log(a[1]) - 0.5 * math.log(2 * math.pi)
                return np.where(
                    sigma > 0, constant - 0.5 * z**2 - np.maximum(log_sigma, -700), -np.inf
                )
            case _:  # gamma-precision: density of τ = σ⁻² times the Jacobian 2σ⁻³
                shape, rate = a
                constant = shape * math.log(rate) - math.lgamma(shape) + math.log(2)
                safe = np.maximum(sigma, 1e-150)
                with np.errstate(over="ignore"):  # a precision beyond numbers: density 0
                    kernel = -(2 * shape + 1) * np.log(safe) - rate / safe**2
                return np.where(sigma > 0, constant + kernel, -np.inf)


@dataclass(frozen=True)
class Hyper:
    """One positive hyperparameter: the SD of a random term, or a parameter of the family.

    ``start`` is the order of size at which to begin looking for it. ``around`` is the place of the
    hyperparameter whose multiples the prior is a density of: the scale of a Student-t term, of
    which this is the SD of one level; −1 where the prior is of the parameter itself.
    """

    name: str
    prior: PositivePrior
    start: float
    is_sd: bool
    around: int = -1


def parse_normal(text: str) -> NormalPrior:
    """Read ``normal(mean, sd)``; PriorError says what is wrong."""
    name, numbers = _parts(text)
    if name != NORMAL_FORM or len(numbers) != 2:
        raise PriorError(Fault.NOT_A_COEFFICIENT_PRIOR.of(text=text))
    if not numbers[1] > 0:
        raise PriorError(Fault.PRIOR_SD.of(text=text))
    return NormalPrior(*numbers)


def parse_positive(text: str) -> PositivePrior:
    """Read the prior of a positive parameter; PriorError says what is wrong and what is allowed.

    ``half-normal(0, s)`` and ``half-cauchy(0, s)`` are accepted for ``half-normal(s)``.
    """
    name, numbers = _parts(text)
    if name not in POSITIVE_FORMS:
        forms = ", ".join(f"{n}({', '.join(a)})" for n, a in POSITIVE_FORMS.items())
        raise PriorError(Fault.NOT_A_POSITIVE_PRIOR.of(text=text, forms=forms))
    if name.startswith("half-") and len(numbers) == 2 and numbers[0] == 0:
        numbers = numbers[1:]
    wanted = POSITIVE_FORMS[name]
    if len(numbers) != len(wanted):
        raise PriorError(
            Fault.PRIOR_NUMBERS.of(text=text, wanted=len(wanted), name=name, wanted2=tuple(wanted))
        )
    if name == "uniform":
        if not 0 <= numbers[0] < numbers[1]:
            raise PriorError(Fault.PRIOR_BOUNDS.of(text=text))
    elif name == "pc":
        if not (numbers[0] > 0 and 0 < numbers[1] < 1):
            raise PriorError(Fault.PRIOR_PC.of(text=text))
    elif not all(number > 0 for number in (numbers[1:] if name == "log-normal" else numbers)):
        raise PriorError(Fault.PRIOR_NOT_POSITIVE.of(text=text))
    return PositivePrior(name, tuple(numbers))


def _parts(text: str) -> tuple[str, list[float]]:
    found = _FORM.match(text)
    if not found:
        raise PriorError(Fault.NOT_A_PRIOR.of(text=text))
    try:
        numbers = [float(part) for part in found[2].split(",")] if found[2].strip() else []
    except ValueError:
        raise PriorError(Fault.PRIOR_NOT_NUMBERS.of(text=text)) from None
    if not all(map(math.isfinite, numbers)):
        raise PriorError(Fault.PRIOR_NOT_FINITE.of(text=text))
    return found[1], numbers
