"""Thousands of full Bayesian refits of one plan, and simulated trials fitted the same way.

:func:`fit_many` refits one plan to many tables; :func:`simulate` draws experiments from a stated
truth, fits them all and says how the design does::

    design = Design(sites=("Ogre", "Cēsis"), arms=("control", "hub"), participants=30, mid=0.1)
    result = simulate(design, Truth(base=0.4, effects=(0, 0.5), site_sd=0.4), 1000, seed=1)
    result.power(), result.coverage(95), result.p_correct_selection

Read it in this order: ``shape`` (what tables share), ``conditionals`` (one value of the
hyperparameters; ``compiled`` is its fast twin), ``surface`` (where to look) and ``interpolant``
(integration over them), ``summary`` (limits and ranks; ``compiled_summary``), ``designs``,
``results``, ``fit``, ``executors``; ``worlds`` (what is simulated), ``simulate``.
"""

from ligzda.evidence.batch.fit import fit_many
from ligzda.evidence.batch.results import Bands, FitMany
from ligzda.evidence.batch.simulate import Simulated, default_plan, simulate
from ligzda.evidence.batch.worlds import Design, Truth

__all__ = [
    "Bands",
    "Design",
    "FitMany",
    "Simulated",
    "Truth",
    "default_plan",
    "fit_many",
    "simulate",
]
