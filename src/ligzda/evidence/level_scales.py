r"""Student-t effects as a scale mixture of normals: every site has an SD of its own.

An effect of a term with ``effects = "student-t"`` and scale σ is

.. math:: b_g \mid \tau_{s(g)} \sim N(0, \tau_{s(g)}^2), \qquad
          \tau_s = \sigma\kappa_s, \qquad \kappa_s^{-2} \sim \mathrm{gamma}(\nu/2, \nu/2),

which is :math:`t_\nu(0, \sigma)` (West 1984, *JRSS B* 46:431–439). Given σ and the τ the model is
a normal one, so conditionals, corrections and checks are those of every other model; what is new
are hyperparameters τ, one a *unit*, and their integral (:mod:`ligzda.evidence.heavy_tails`).

A unit is a site, where the term's columns include that of ``roles.site``: all effects of a site
share κ, they are jointly (multivariate) t, and a site is unlike the others in all its arms. So a
difference of two effects of one site is t as well, with √2 times the scale, as network
meta-analysis has it. Elsewhere every level is a unit of its own.

The last τ of a term is that of a unit that was not in the data: known by σ alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ligzda.evidence.plan import RandomTerm
from ligzda.evidence.priors import Hyper, PositivePrior
from ligzda.evidence.tables import Column, Floats, Ints, natural_levels
from ligzda.evidence.terms import SEPARATOR, Frame, RandomDesign, joined_labels


@dataclass(frozen=True)
class LevelScales:
    """Where the SDs of a term's units stand among the hyperparameters.

    ``centre`` is the place of σ, ``places[unit]`` that of each τ, ``new`` that of a new unit.
    ``by`` are the columns whose labels name the units, ``df`` the degrees of freedom.
    """

    df: float
    centre: int
    places: Mapping[str, int]
    new: int
    by: tuple[str, ...]

    def owner(self, frame: Frame) -> Ints:
        """Return the place of the τ of every row of ``frame``, of a known level or not."""
        labels = joined_labels(frame, self.by)
        return np.array([self.places.get(str(label), self.new) for label in labels], dtype=np.intp)


def units_of(term: RandomTerm, site: str | None) -> tuple[str, ...]:
    """Return the columns whose labels are the units of a Student-t term."""
    return (site,) if site in term.columns else term.columns


def level_scales(
    designs: list[RandomDesign], frame: Frame, site: str | None, hypers: tuple[Hyper, ...]
) -> tuple[dict[str, LevelScales], tuple[Hyper, ...]]:
    """Return the scales of every Student-t term by its name, and the hyperparameters to add."""
    found: dict[str, LevelScales] = {}
    added: list[Hyper] = []
    names = [hyper.name for hyper in hypers]
    for design in designs:
        term = design.term
        if term.df is None:
            continue
        by = units_of(term, site)
        units = natural_levels(joined_labels(frame, by))
        centre, first = names.index(term.name), len(hypers) + len(added)
        # κ⁻² ~ gamma(ν/2, ν/2) is a prior of κ that the plan language has
        prior = PositivePrior("gamma-precision", (0.5 * term.df, 0.5 * term.df))
        start = hypers[centre].start
        added += [
            Hyper(f"{term.name}{SEPARATOR}{unit}", prior, start, is_sd=True, around=centre)
            for unit in (*units, "new")
        ]
        places = {unit: first + i for i, unit in enumerate(units)}
        found[term.name] = LevelScales(term.df, centre, places, first + len(units), by)
    return found, tuple(added)


def owners_of_levels(design: RandomDesign, frame: Frame, scales: LevelScales) -> Ints:
    """Return the place of the τ of every level of a design, each of which has rows in ``frame``."""
    index, owner = design.index(frame), scales.owner(frame)
    first = np.searchsorted(np.sort(index), np.arange(len(design.levels)))
    return np.asarray(owner[np.argsort(index, kind="stable")[first]])


def centres_of(hypers: tuple[Hyper, ...]) -> Ints | None:
    """Return for every hyperparameter the σ that it is a multiple of, or itself; None: no such."""
    if all(hyper.around < 0 for hyper in hypers):
        return None
    return np.array([j if h.around < 0 else h.around for j, h in enumerate(hypers)], dtype=np.intp)


def variances(scales: Mapping[str, LevelScales], size: Floats) -> Floats:
    """Turn squared multipliers (d,) of new effects' SDs into those of the hyperparameters.

    The variance of t effects is that of their scale times ν / (ν − 2): infinite up to ν = 2.
    """
    size = size.copy()
    for own in scales.values():
        if size[own.new]:
            size[own.centre] += size[own.new] * (own.df / (own.df - 2) if own.df > 2 else np.inf)
            size[own.new] = 0.0
    return size


def sds_of_new(
    theta: Floats, scales: LevelScales, labels: Column, rng: np.random.Generator
) -> Floats:
    """Return the SDs (S, rows) of new effects of the units ``labels``, some of them new as well."""
    units, place = np.unique(labels.astype(str), return_inverse=True)
    sds = np.empty((len(theta), len(units)))
    for i, unit in enumerate(units):
        if unit in scales.places:
            sds[:, i] = theta[:, scales.places[unit]]
        else:
            kappa = (rng.chisquare(scales.df, len(theta)) / scales.df) ** -0.5
            sds[:, i] = theta[:, scales.centre] * kappa
    return sds[:, place]
