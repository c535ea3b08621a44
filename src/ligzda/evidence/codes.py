"""What the engine says: a code with its figures, and an English sentence for those who use Python.

Steps of the calculation, notes on a result and refusals are :class:`Remark`\\ s. Reports and pages
say a code in their reader's language (``ligzda.wording``); the sentence here is what ``str()``
gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter
from typing import Any


@dataclass(frozen=True)
class Choice:
    """The names that would have been accepted, and the nearest to the one given (“”: none near)."""

    allowed: tuple[str, ...]
    near: str = ""

    def __str__(self) -> str:
        meant = f"Did you mean “{self.near}”? " if self.near else ""
        return f"{meant}Allowed: {', '.join(self.allowed)}."


@dataclass(frozen=True)
class Count:
    """A part of a whole, of an arm (“” without arms)."""

    of: str
    part: float
    whole: float

    def __str__(self) -> str:
        return f"{self.of or 'all'} {self.part:.0f} of {self.whole:.0f}"


@dataclass(frozen=True)
class Island:
    """Arms that the data compare with one another, and with no others."""

    arms: tuple[str, ...]

    def __str__(self) -> str:
        return f"{{{', '.join(self.arms)}}}"


Figure = (
    str | int | float | Choice
    | tuple[str, ...] | tuple[Count, ...] | tuple[Island, ...] | tuple["Remark", ...]
)  # fmt: skip


class Code(StrEnum):
    """A code with the English templates of what is so and, for a refusal, of what to do."""

    problem: str
    remedy: str

    def __new__(cls, code: str, problem: str = "", remedy: str = "") -> Code:
        """Make a member of ``"code", "problem", "remedy"``."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.problem, member.remedy = problem, remedy
        return member

    def of(self, **figures: Figure) -> Remark:
        """Say the code with its figures."""
        return Remark(self, figures)


@dataclass(frozen=True)
class Remark:
    """A code and the figures that its sentence names."""

    code: Code
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def problem(self) -> str:
        """What is so, in English."""
        return _ENGLISH.vformat(self.code.problem, (), self.figures)

    @property
    def remedy(self) -> str:
        """What to do, in English; “” where nothing is to be done."""
        return _ENGLISH.vformat(self.code.remedy, (), self.figures)

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}".rstrip()


class _English(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, tuple):
            between = "; " if any(isinstance(one, Remark) for one in value) else ", "
            return between.join(map(str, value))
        if isinstance(value, float) and not format_spec:
            format_spec = "g"
        return str(super().format_field(value, format_spec))


_ENGLISH = _English()


class Method(StrEnum):
    """What the numbers of an evaluation rest on."""

    NESTED = "nested Gaussian"
    EXACT = "nested Gaussian, exact given the hyperparameters"
    IMPORTANCE = "importance sampling"
    QUADRATURE = "adaptive quadrature with importance sampling"
    NUTS = "NUTS"


class Step(Code):
    """What was done where the first method was not good enough."""

    DENSER_DESIGN = (
        "denser-design",
        "denser design of the hyperparameters (edge mass {edge_mass:.2%})",
    )
    SAMPLED_DESIGN = (
        "sampled-design",
        (
            "sampled design of the hyperparameters, which depend on each other (agreement "
            "{agreement:.2f})"
        ),
    )
    LEVEL_SCALES = (
        "level-scales",
        (
            "sampled how far each site lies out, as its effects are Student-t ({draws:.0f} "
            "effective draws of {points}, k̂ {pareto_k:.2f})"
        ),
    )
    LATTICE = (
        "lattice",
        (
            "a lattice of {points} points of the hyperparameters along the posterior's own axes "
            "(with the product of slices means were off by {mean:.2f} SD, SDs by {sd:.0%}, limits "
            "by {limit:.2f} SD)"
        ),
    )
    IMPORTANCE = (
        "importance-sampling",
        (
            "importance sampling (of the nested Gaussian: k̂ {pareto_k:.2f}, effective draws "
            "{ess:.0%}, means off by {shift:.2f} SD, skewness {skewness:.2f})"
        ),
    )
    QUADRATURE = (
        "adaptive-quadrature",
        (
            "adaptive quadrature with importance sampling (of the nested Gaussian: k̂ "
            "{pareto_k:.2f}, effective draws {ess:.0%}, means off by {shift:.2f} SD, skewness "
            "{skewness:.2f})"
        ),
    )
    KEPT_NESTED = (
        "kept-nested",
        (
            "kept the nested Gaussian: importance sampling did not do better (k̂ "
            "{pareto_k:.2f}, {draws:.0f} effective draws)"
        ),
    )
    NUTS = "nuts", "NUTS (of adaptive quadrature: k̂ {pareto_k:.2f}, {draws:.0f} effective draws)"

    NOT_LOG_CONCAVE = (
        "not-log-concave",
        "NUTS (the likelihood of the family {family} ({link}) is not log-concave)",
    )


class Note(Code):
    """What a reader of the result has to know."""

    IRREGULAR = (
        "irregular",
        "The posterior is too irregular for quadrature and importance sampling.",
        "Sample it (the extra ligzda[nuts]), or give the terms tighter priors.",
    )
    UNBOUNDED = (
        "unbounded",
        (
            "The data leave the SD of a random term to its prior, which gives {share:.0%} to SDs "
            "that no effect has on the scale of the link (beyond {most:.0f})."
        ),
        "Say in the prior how large the SD may be, for instance half-normal(1).",
    )
    RANK = (
        "rank",
        (
            "The data determine {rank} of the {width} coefficients of the fixed terms "
            "({terms}); in the other direction(s) the priors decide."
        ),
    )
    ISLANDS = (
        "islands",
        (
            "The data compare no arm of one of these islands with an arm of another: {islands}. "
            "Their difference rests on the priors alone; there are no ranks across them."
        ),
        "Make the sites' intercept a random term if they are exchangeable, or take each by itself.",
    )
    SINGLE_LEVEL = (
        "single-level",
        "The random term “{term}” has a single level: its SD rests on its prior.",
    )
    VAGUE_EFFECTS = (
        "vague-effects",
        (
            "Of the Student-t effects of “{term}” mean, SD or limits of these are known less well "
            "than those of the rest: {levels}. A limit may be off by up to half an SD."
        ),
    )
    ONE_RULE = (
        "one-rule",
        (
            "How far each site lies out was integrated by one rule, importance sampling, whose own "
            "Monte Carlo errors are what is known of its accuracy; no second rule judged it."
        ),
        "Where much rests on it, evaluate once more with another number of degrees of freedom.",
    )
    EMPTY_CELLS = "empty-cells", "{cells} cell(s) have no participants and carry no information."
    LABEL_SAYS_MISSING = (
        "label-says-missing",
        "The label “{text}” in “{column}” is taken for a name, not for a missing value.",
        "Leave the cell empty where the label is missing.",
    )
    LABELS_BY_CASE = (
        "labels-by-case",
        "“{one}” and “{other}” in “{column}” differ by capitals alone, and are two.",
        "Write them alike where they are one.",
    )
    DESCRIBED_ARMS = (
        "described-arms",
        (
            "The arms are described by {columns}: what an arm does, in contrasts and ranks, is the "
            "sum of those terms and its own."
        ),
    )
    LEFT_OUT = (
        "missing-left-out",
        (
            "Outcomes are missing: {missing}. They are left out, which assumes that they are "
            "missing at random given the plan's terms; a tipping-point analysis says what if "
            "not."
        ),
    )
    IMPUTED = (
        "missing-imputed",
        (
            "Outcomes are missing: {missing}. Imputed through the model they leave the "
            "posterior of the complete cases, shown here; a tipping-point analysis says what if "
            "not."
        ),
    )


class Verdict(StrEnum):
    """What power-scaling found of a quantity (Kallioinen et al. 2024)."""

    NONE = "none"
    CONFLICT = "prior-data conflict"
    STRONG = "strong prior or weak likelihood"


class PriorOn(StrEnum):
    """What a stated prior is a density of."""

    COEFFICIENT = "each coefficient"
    INTERACTIONS = "the SD of the interactions"
    DIFFERENCE = "the SD of a difference of two levels"
    LEVELS = "the SD"
    SCALE = "the scale of the t distribution"
    SCALE_OF_DIFFERENCE = "the scale of the t distribution of a difference of two levels"
    EFFECTS = "the effects, in units of their scale"
    PARAMETER = "the parameter"


class RatioVerdict(StrEnum):
    """What the means of effects and costs say of one option against another."""

    UNDEFINED = "no difference in effect: the ratio is undefined"
    DOMINATES = "better and no dearer on average: dominates"
    DOMINATED = "worse and no cheaper on average: dominated"
    DEARER = "better and dearer on average: EUR for one more unit of effect"
    CHEAPER = "worse and cheaper on average: EUR saved for one unit of effect given up"
