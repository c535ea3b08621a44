"""Invented people with known truth: for the demonstration, for benchmarks, for judging estimates.

Pure: the same seed, sites and truth give the same people, at any size. Nobody is meant by them.

    population = generate(2016, [Site("aluksne", "M1", a=False, b=False, c=False, months=24)])
    for person in people(population): ...
"""

from ligzda.people.generator.population import Population, Site, generate, logit_rate
from ligzda.people.generator.rows import InventedPerson, Moment, people
from ligzda.people.generator.truth import COVARIATES, EFFECTS, TRUTH, WAVES, Truth

__all__ = [
    "COVARIATES",
    "EFFECTS",
    "TRUTH",
    "WAVES",
    "InventedPerson",
    "Moment",
    "Population",
    "Site",
    "Truth",
    "generate",
    "logit_rate",
    "people",
]
