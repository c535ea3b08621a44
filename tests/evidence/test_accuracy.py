"""The engine against exact integration, in any clone: sets that the repository carries.

``python -m tests.evidence.make_accuracy`` makes them again; CONTRIBUTING.md says when.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.accuracy_recipes import RECIPES, Recipe
from tests.evidence.evaluated import evaluate
from tests.evidence.make_accuracy import FOLDER, integrate

from ligzda.evidence import Estimate, Evaluation, Table, family_of, parse_plan
from ligzda.evidence.batch import fit_many
from ligzda.evidence.families import BY_LINK

# what the engine may be off, in posterior SDs: means and SDs, and limits of 95 % intervals
MEAN, SPREAD, LIMIT = 0.01, 0.01, 0.03

SETS = {path.stem: path for path in sorted(FOLDER.glob("*.json"))}
every_set = pytest.mark.parametrize("path", SETS.values(), ids=SETS)


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def said(evaluation: Evaluation, parameter: str) -> dict[str, Estimate]:
    """Return the engine's estimates under the names of the sets."""
    sds = {estimate.term: estimate for estimate in evaluation.sds}
    intercept, arm = evaluation.fixed
    named = {"mu": intercept, "beta": arm, "tau": sds["site"]}
    return named | ({"phi": sds[parameter]} if parameter else {})


def test_every_family_and_link_has_a_set_and_every_set_a_recipe() -> None:
    outcomes = [family_of(parse_plan(read(path)["plan"]).outcome) for path in SETS.values()]
    assert {(family.name, family.link) for family in outcomes} == set(BY_LINK)
    assert set(SETS) == {recipe.name for recipe in RECIPES}


@every_set
def test_posterior_is_that_of_exact_integration(path: Path) -> None:
    made = read(path)
    evaluation = evaluate(Table.from_columns(made["columns"]), parse_plan(made["plan"]))
    assert evaluation.diagnosis.good
    found = said(evaluation, made["parameter"])
    assert found.keys() == made["expected"].keys()
    for name, wanted in made["expected"].items():
        estimate, sd = found[name], wanted["sd"]
        assert abs(estimate.mean - wanted["mean"]) < MEAN * sd, name
        assert abs(estimate.sd / sd - 1) < SPREAD, name
        for limit in ("lower", "median", "upper"):
            assert abs(getattr(estimate, limit) - wanted[limit]) < LIMIT * sd, (name, limit)
    (contrast,) = evaluation.contrasts
    assert abs(contrast.link.mean - made["expected"]["beta"]["mean"]) < MEAN * contrast.link.sd


@every_set
def test_a_batch_says_the_same(path: Path) -> None:
    made = read(path)
    fits = fit_many(parse_plan(made["plan"]), [Table.from_columns(made["columns"])], workers=1)
    assert not fits.failures
    wanted = made["expected"]["beta"]
    assert abs(fits.contrasts.mean[0, 0] - wanted["mean"]) < 0.04 * wanted["sd"]
    assert fits.contrasts.sd[0, 0] == pytest.approx(wanted["sd"], rel=0.04)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_tables_are_those_of_their_seeds(recipe: Recipe) -> None:
    made = read(SETS[recipe.name])
    assert (made["columns"], made["plan"]) == (recipe.columns(), recipe.plan)


@pytest.mark.slow
def test_the_command_makes_the_same_numbers_again() -> None:
    """For one set: what stands in the files is what the integration gives."""
    recipe = next(recipe for recipe in RECIPES if not recipe.parameter)
    made = read(SETS[recipe.name])
    for name, summary in integrate(recipe, made["columns"]).items():
        assert summary == pytest.approx(made["expected"][name], rel=1e-9), name
