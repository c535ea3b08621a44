"""Every family in every form that its contract allows, with outcomes drawn from it.

Nothing here knows a family by name: which columns there are, which may be left out, which hold
labels and which parameters want a prior is asked of the family.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ligzda.evidence import EvidenceError, Family, Table
from ligzda.evidence.families import BY_LINK
from ligzda.evidence.plan import Outcome
from ligzda.evidence.priors import parse_positive

# what a part is where it is not drawn; a time is how long somebody is seen
PARTS = {"trials": 9.0, "exposure": 2.5, "n": 7.0, "se": 0.6, "time": 4.0}
PARAMETER = 0.8
CATEGORIES = ("none", "some", "full")


@dataclass(frozen=True)
class Case:
    """A family with an outcome as a plan would state it."""

    family: Family
    outcome: Outcome

    @property
    def name(self) -> str:
        """Family, link and parts, for people."""
        return f"{self.family.name} {self.family.link} {'+'.join(self.outcome.columns)}"

    @property
    def parameters(self) -> dict[str, np.ndarray]:
        """Values of the parameters that are left to estimate, each (1, 1)."""
        names = self.family.expand_parameters(self.outcome)
        return {name: np.full((1, 1), PARAMETER + 0.1 * i) for i, name in enumerate(names)}

    def parts(self, n: int) -> dict[str, np.ndarray]:
        """Return the columns of n rows before any outcome is drawn."""
        values = dict.fromkeys(self.outcome.columns, 1.0) | PARTS
        if self.family.outcome_part in self.family.labels:
            # a row with a label stands for n participants with that label each
            values["n"] = 1.0
        return {part: np.full(n, values[part]) for part in self.outcome.columns}

    def draw(self, eta: np.ndarray, rng: np.random.Generator) -> dict[str, np.ndarray]:
        """Draw the outcome of rows with predictor eta; return what is drawn, by part."""
        single = {name: float(value[0, 0]) for name, value in self.parameters.items()}
        return self.family.draw(self.outcome, eta, self.parts(len(eta)), single, rng)

    def read(self, drawn: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return the data of rows with a drawn outcome, every row its own cell, each (1, N)."""
        n = len(next(iter(drawn.values())))
        table = Table.from_columns({**self.parts(n), **drawn})
        table = self.family.split(table, self.outcome)
        data = self.family.read(table, self.outcome)
        reduced = self.family.reduce(data, np.arange(n), n)
        return {name: values[None] for name, values in reduced.items()}

    def density(self, eta: float, drawn: dict[str, np.ndarray]) -> np.ndarray:
        """Return the density of rows of outcomes."""
        data = self.read(drawn)
        (level,) = self.family.pointwise(
            np.full((1, len(next(iter(drawn.values())))), eta), data, self.parameters, 0, 0
        )
        result: np.ndarray = np.exp(level + self.family.log_base_measure(data))[0]
        return result


def cases_of(family: Family) -> list[Case]:
    """Return every set of columns with which the family can be drawn and read back."""
    optional = [part for part in family.columns if part not in family.required]
    found = []
    for size in range(len(optional) + 1):
        for chosen in combinations(optional, size):
            columns = {part: part for part in (*family.required, *chosen)}
            categories = CATEGORIES if "categories" in family.keys else ()
            wanted = family.parameters_for(columns, categories)
            outcome = Outcome(
                "outcome", family.name, family.link, columns, categories=categories,
                parameters={name: parse_positive("half-normal(1)") for name in wanted},
            )  # fmt: skip
            case = Case(family, outcome)
            try:
                case.read(case.draw(np.zeros(5), np.random.default_rng(1)))
            except EvidenceError:
                continue  # these columns do not go together
            found.append(case)
    return found


CASES = [case for family in BY_LINK.values() for case in cases_of(family)]


def plan_of(case: Case, terms: str) -> str:
    """Return the text of a plan with this outcome."""
    outcome = case.outcome
    lines = ["[outcome]", 'name = "outcome"', f'family = "{outcome.family}"']
    lines += [f'link = "{outcome.link}"', *(f'{p} = "{c}"' for p, c in outcome.columns.items())]
    lines += [f'{name}_prior = "{prior}"' for name, prior in outcome.parameters.items()]
    if outcome.categories:
        quoted = ", ".join(f'"{category}"' for category in outcome.categories)
        lines.append(f"categories = [{quoted}]")
    return "\n".join(lines) + "\n" + terms
