"""The engine against ../shared/cases: kinds of models that came out wrong once, and silently."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.cases import case
from tests.evidence.evaluated import evaluate

from ligzda.evidence import Estimate, Evaluation, Table, parse_plan
from ligzda.evidence.codes import Island, Note

EXACT = Path(__file__).parent / "exact"


def close(found: Estimate, wanted: dict[str, float], sd: float = 0.03, limit: float = 0.1) -> None:
    """Hold an estimate to means within .05 SD and what is asked of SDs and limits."""
    names = {"q025": "lower", "q975": "upper"}
    size = wanted["sd"]
    error = 3 * wanted.get("mcse", 0.0)
    for key, value in wanted.items():
        name = names.get(key, key)
        if name == "mcse":
            continue
        own = getattr(found, name)
        if name == "sd":
            assert own == pytest.approx(value, rel=sd), (found.term, name)
        else:
            allowed = 0.05 if name == "mean" else limit
            assert abs(own - value) < allowed * size + error, (found.term, name, own, value)


def term(evaluation: Evaluation, name: str) -> Estimate:
    return next(e for e in (*evaluation.sds, *evaluation.fixed) if e.term == name)


def test_log_normal_prior_of_an_sd() -> None:
    """A density that is 0 at the end of its support, and one hyperparameter: nothing to compare."""
    given = case("02-log-normal-prior-of-an-sd")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.diagnosis.good
    assert evaluation.diagnosis.mean_error
    close(term(evaluation, "average"), given.expected["average"])
    close(term(evaluation, "study"), given.expected["sd"])
    assert evaluation.new_site is not None
    new = given.expected["new_site"]
    assert evaluation.new_site.link.lower == pytest.approx(new["lower"], abs=0.03)
    assert evaluation.new_site.link.upper == pytest.approx(new["upper"], abs=0.03)


@pytest.mark.parametrize("name", ["data.csv", "sites.csv"])
def test_sparse_counts(name: str) -> None:
    given = case("10-sparse-counts")
    plan = "plan.toml" if name == "data.csv" else "sites.toml"
    evaluation = evaluate(given.table(name), given.plan(plan))
    assert evaluation.diagnosis.good
    for key, wanted in given.expected[name].items():
        if key != "good":
            close(term(evaluation, key), wanted, sd=0.04)


def test_a_covariate_with_a_long_tail() -> None:
    given = case("12-a-covariate-with-a-long-tail")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.diagnosis.good
    for key, wanted in given.expected.items():
        if isinstance(wanted, dict):
            close(term(evaluation, key), wanted)


@pytest.mark.parametrize("name", ["some", "all"])
def test_very_small_standard_errors(name: str) -> None:
    given = case("13-very-small-standard-errors")
    evaluation = evaluate(given.table(f"{name}.csv"), given.plan(f"{name}.toml"))
    wanted = given.expected[f"{name}.csv"]
    assert evaluation.diagnosis.good
    close(term(evaluation, "average"), wanted["average"])
    close(term(evaluation, "study"), wanted["sd"])


@pytest.mark.parametrize("people", [480_000, 3_000_000])
def test_a_residual_known_to_a_thousandth(people: int) -> None:
    given = case("engine-large-n-normal")
    evaluation = evaluate(given.table(f"data-{people}.csv"), given.plan())
    wanted: dict[str, Any] = given.expected[f"data-{people}.csv"]
    assert evaluation.diagnosis.good
    close(term(evaluation, "arm"), wanted["arm_new"])
    for key in ("intercept", "site", "residual"):
        close(term(evaluation, key), wanted[key])


def test_a_spike_of_an_sd_beside_its_mode() -> None:
    given = case("engine-spike-at-zero")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.diagnosis.good
    for key, wanted in given.expected["plan.toml with data.csv"].items():
        close(term(evaluation, key), wanted)


def test_a_spike_with_known_errors() -> None:
    given = case("engine-spike-at-zero")
    plan, table = "plan-known-errors.toml", "data-known-errors.csv"
    evaluation = evaluate(given.table(table), given.plan(plan))
    assert evaluation.diagnosis.good
    for key, wanted in given.expected[f"{plan} with {table}"].items():
        close(term(evaluation, key), wanted)


@pytest.mark.slow
def test_few_yes_or_no_records_a_family() -> None:
    given = case("engine-binary-families")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.diagnosis.good
    for key in ("a", "older"):
        close(term(evaluation, key), given.expected[key])
    for key in ("family", "village"):
        close(term(evaluation, key), given.expected[f"sd {key}"], sd=0.05)


@pytest.mark.slow
def test_vague_intercepts_of_trials_without_events() -> None:
    given = case("engine-sparse-network")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.diagnosis.good
    for found in evaluation.contrasts:
        close(found.link, given.expected[found.name])
    close(term(evaluation, "heterogeneity"), given.expected["tau (SD of a contrast)"])


@pytest.mark.slow
def test_gaps_that_grow_with_the_sd_of_people() -> None:
    """Two gaps and an SD that scale together, turned before they are integrated."""
    given = case("26-ordinal-with-many-people")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.diagnosis.good
    kept = json.loads(EXACT.joinpath("ordinal.json").read_text("utf-8"))["posterior"]
    for name, wanted in kept.items():
        close(term(evaluation, name), wanted)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pairs", "wanted"),
    [
        ((42, 32, 18, 8), None),
        ((20, 15, 12, 3), {"mean": 1.506, "sd": 0.671, "upper": 2.93}),
    ],
)
def test_a_yes_or_no_in_each_half_of_a_pair(
    pairs: tuple[int, ...], wanted: dict[str, float] | None
) -> None:
    """Neither, both, the treated alone, the control alone; right values by the case's page."""
    given = case("11-matched-pairs")
    halves = [(0, 0), (1, 1), (1, 0), (0, 1)]
    rows = [half for half, count in zip(halves, pairs, strict=True) for _ in range(count)]
    table = Table.from_columns(
        {
            "pair": [str(i) for i in range(len(rows)) for _ in range(2)],
            "arm": ["treated", "control"] * len(rows),
            "event": [float(event) for row in rows for event in row],
        }
    )
    evaluation = evaluate(table, given.plan())
    assert evaluation.diagnosis.good
    (found,) = evaluation.contrasts
    close(found.link, wanted or given.expected["treated − control"])
    if wanted is None:
        close(term(evaluation, "pair"), given.expected["pair"])


def test_islands_of_options_are_named_and_not_ranked() -> None:
    given = case("14-islands-of-options")
    evaluation = evaluate(given.table(), given.plan())
    assert evaluation.ranks is None
    assert evaluation.league is None
    (note,) = (n for n in evaluation.diagnosis.notes if n.code == Note.ISLANDS)
    assert note.figures["islands"] == (Island(("A", "B")), Island(("D", "E")))
    assert "{A, B}, {D, E}" in str(note)


def test_exchangeable_trials_connect_islands() -> None:
    """The same trials with a random intercept: the plan says what connects them."""
    given = case("14-islands-of-options")
    fixed = 'kind = "fixed"\ncolumns = ["study"]\ncoding = "indicator"\nprior = "normal(0, 10)"'
    random = 'kind = "random"\ncolumns = ["study"]\nsd = "half-normal(5)"'
    text = given.text().replace(fixed, random)
    assert random in text
    evaluation = evaluate(given.table(), parse_plan(text, name="connected"))
    assert evaluation.ranks is not None
    assert not any(note.code == Note.ISLANDS for note in evaluation.diagnosis.notes)
