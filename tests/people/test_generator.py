"""Invented people have the truth that their file states, whatever their number."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import yaml

from ligzda.people.generator import (
    COVARIATES,
    EFFECTS,
    TRUTH,
    WAVES,
    Population,
    Site,
    generate,
    logit_rate,
    people,
)
from ligzda.people.generator.outcomes import STATES, WHO5_MOMENTS


def sites(many: int) -> list[Site]:
    """Return sites, each of the eight models as often as the others."""
    return [
        Site(f"s{at}", f"M{1 + at % 8}", a=bool(at & 4), b=bool(at & 2), c=bool(at & 1))
        for at in range(many)
    ]


@pytest.fixture(scope="module")
def many() -> Population:
    """120,000 participants and 20,000 who wait, at 2,000 sites."""
    return generate(7, sites(2000), per_site=60, comparison=10)


def test_the_numbers_are_those_of_the_facts(shared: Path) -> None:
    facts = yaml.safe_load((shared / "domain" / "outcomes.yaml").read_text("utf-8"))
    assert TRUTH.given == facts["demo_generator"]


def test_the_codes_are_those_of_the_facts(shared: Path) -> None:
    facts = yaml.safe_load((shared / "domain" / "outcomes.yaml").read_text("utf-8"))
    [row] = (each for each in facts["indicators"] if each["id"] == "exit_state")
    assert {*STATES, "unknown"} == set(row["values"])


def test_the_same_seed_gives_the_same_people() -> None:
    first, second = (list(people(generate(3, sites(9)))) for _ in range(2))
    assert first == second
    assert first != list(people(generate(4, sites(9))))


def test_a_site_has_as_many_people_as_the_facts_say() -> None:
    found = generate(5, sites(4000), comparison=0)
    each = np.bincount(found.site)
    assert (each.min() >= 18, each.max() <= 50) == (True, True)
    assert each.mean() == pytest.approx(32, abs=4 * each.std() / np.sqrt(4000))


def logistic(x: np.ndarray, y: np.ndarray, offset: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return coefficients of a logistic regression and their standard errors, by Newton's steps."""
    beta = np.zeros(x.shape[1])
    for _ in range(25):
        rate = logit_rate(x @ beta + offset)
        information = (x * (rate * (1 - rate))[:, None]).T @ x
        beta += np.linalg.solve(information, x.T @ (y - rate))
    return beta, np.sqrt(np.diag(np.linalg.inv(information)))


def test_a_regression_finds_every_true_effect(many: Population) -> None:
    own, waits = many.factor, many.comparison
    columns = [~waits, waits, *(own(name) for name in EFFECTS), *many.covariates.T]
    x = np.column_stack(columns).astype(float)
    found, error = logistic(x, many.after.paid[2], many.site_effect[many.site])
    truth = TRUTH.intercepts
    wanted = [truth["M1"], truth["comparison"], *TRUTH.effects.values(), *TRUTH.covariates.values()]
    assert np.abs((found - wanted) / error).max() < 4
    assert error.max() < 0.06


def test_sites_differ_as_much_as_the_facts_say(many: Population) -> None:
    assert many.site_effect.std() == pytest.approx(TRUTH.site_sd, abs=4 * 0.3 / np.sqrt(4000))
    assert many.site_effect.mean() == pytest.approx(0, abs=4 * 0.3 / np.sqrt(2000))


def test_base_rates_hold_over_people_and_sites(many: Population) -> None:
    rates = TRUTH.given["base_rate_in_paid_activity_12m"]
    assert TRUTH.rate(TRUTH.intercepts["M1"]) == pytest.approx(rates["reference_cell_M1"])
    paid, waits = many.after.paid[2], many.comparison
    # Sites share their deviation: they are the units, 250 of M1 and 2,000 of the comparison.
    reference = np.asarray([site.model == "M1" for site in many.sites])[many.site] & ~waits
    assert paid[waits].mean() == pytest.approx(rates["comparison_group"], abs=0.016)
    assert paid[reference].mean() == pytest.approx(rates["reference_cell_M1"], abs=0.027)


def test_what_people_bring_along_has_its_share(many: Population) -> None:
    wanted = [TRUTH.shares[name] for name in COVARIATES]
    assert many.covariates.mean(axis=0) == pytest.approx(wanted, abs=4 * 0.5 / np.sqrt(len(many)))


def test_an_effect_averaged_over_cells_is_what_a_plan_without_products_estimates() -> None:
    cells = {site.model: TRUTH.cell(a=site.a, b=site.b, c=site.c) for site in sites(8)}
    coded = np.asarray([[1, *(site.a - 0.5, site.b - 0.5, site.c - 0.5)] for site in sites(8)])
    found = np.linalg.lstsq(coded, np.asarray([*cells.values()]), rcond=None)[0][1:]
    assert [TRUTH.averaged(name) for name in "ABC"] == pytest.approx(found.tolist())


@pytest.mark.parametrize(("wave", "missing"), [("m12", 0.18), ("m24", 0.30), ("m6", 0.12)])
def test_answers_are_missing_and_the_unemployed_answer_less_often(
    many: Population, wave: str, missing: float
) -> None:
    at = WAVES.index(wave)
    answered = many.after.answered[at]
    unemployed = many.after.state[at] == STATES.index("unemployed")
    assert 1 - answered.mean() == pytest.approx(missing, abs=0.005)
    less = answered[~unemployed].mean() / answered[unemployed].mean()
    assert less == pytest.approx(1.4, abs=0.02)


def test_who_leaves_early_has_the_share_and_leaves_sooner(many: Population) -> None:
    inside = ~many.comparison
    assert many.dropped_out[inside].mean() == pytest.approx(0.15, abs=0.005)
    days = (many.exit_day - many.entry_day)[inside]
    early = many.dropped_out[inside]
    assert np.median(days[early]) < np.median(days[~early])
    assert days.min() >= 14


@pytest.mark.parametrize(("open_call", "median"), [(False, 75), (True, 35)])
def test_waiting_has_the_median_of_its_queue(
    many: Population, open_call: bool, median: int
) -> None:
    of_it = np.asarray([site.b == open_call for site in many.sites])[many.site]
    assert np.median(many.waiting_days[of_it]) == pytest.approx(median, abs=1)


def test_well_being_starts_and_gains_as_the_facts_say(many: Population) -> None:
    score = many.after.who5_score
    assert score[0].mean() == pytest.approx(46, abs=4 * 19 / np.sqrt(len(many)))
    assert score[0].std() == pytest.approx(19, abs=0.3)
    # Where the scale's ends are out of reach they cut nothing off.
    middle = (score[0] >= 32) & (score[0] <= 60)
    for at, moment in enumerate(WHO5_MOMENTS[1:], start=1):
        paid = many.after.paid[WAVES.index(moment)]
        gain = score[at] - score[0]
        assert gain[middle & ~paid].mean() == pytest.approx(7, abs=0.25)
        assert gain[middle & paid].mean() == pytest.approx(12, abs=0.25)
        assert gain[middle].std() == pytest.approx(11.5, abs=0.6)


def test_items_of_well_being_are_answers_that_can_be_given(many: Population) -> None:
    items = many.after.who5
    assert (items.min(), items.max()) == (0, 5)
    uneven = items.max(axis=2) - items.min(axis=2)
    assert (uneven > 1).mean() > 0.2


def test_the_enterprise_route_registers_and_survives_as_the_facts_say(many: Population) -> None:
    route = many.factor("B")
    registers, alive = many.after.registers, many.after.enterprise_alive
    assert registers[route].mean() == pytest.approx(0.45, abs=0.01)
    assert not registers[~route].any()
    survive = [alive[at][registers].mean() for at in range(4)]
    assert survive == pytest.approx([1, 0.90, 0.78, 0.62], abs=0.015)
    jobs = many.after.jobs_fte[alive[2]]
    assert (jobs.mean(), jobs.std()) == pytest.approx((1.6, 1.4), abs=0.06)


def test_states_agree_with_one_another(many: Population) -> None:
    after = many.after
    assert np.array_equal(after.paid, after.state < 4)
    own = after.state == STATES.index("own_enterprise")
    assert not (own & ~after.enterprise_alive).any()
    assert np.array_equal(after.hours > 0, after.paid)
    assert np.array_equal(after.income_work > 0, after.paid)
    assert (after.income_benefits >= 0).all()


def test_skills_rise_and_participants_rate_themselves_higher(many: Population) -> None:
    mean = many.after.skills.mean(axis=(2, 3), dtype=float)
    assert mean[1] - mean[0] == pytest.approx([0.4, 0.4], abs=0.06)
    assert mean[:, 0] - mean[:, 1] == pytest.approx([0.2, 0.2], abs=0.04)


def test_costs_are_their_models_spread_by_site() -> None:
    found = generate(11, sites(8000), per_site=1, comparison=0)
    for number in range(8):
        costs = found.cost_per_participant_eur[number::8]
        mean = TRUTH.given["cost_per_participant_eur"][f"M{number + 1}"]
        assert costs.mean() / mean == pytest.approx(1, abs=0.02)
        assert costs.std() / mean == pytest.approx(0.15, abs=0.012)


def test_rows_say_what_the_arrays_say() -> None:
    found = generate(13, sites(8))
    rows = list(people(found))
    assert [row.waves["m12"].paid for row in rows] == found.after.paid[2].tolist()
    assert [4 * sum(row.who5["m6"].values()) for row in rows] == found.after.who5_score[2].tolist()
    assert [row.waiting_days for row in rows] == found.waiting_days.tolist()
    unemployed = [row.months_unemployed is not None for row in rows]
    assert unemployed == [row.labour_status == "unemployed" for row in rows]


def test_no_site_is_refused() -> None:
    with pytest.raises(ValueError, match="no site"):
        generate(1, [])


def test_shares_that_do_not_add_up_are_refused() -> None:
    wrong = dataclasses.replace(TRUTH, ours={**TRUTH.ours, "gender": {"woman": 0.5, "man": 0.4}})
    with pytest.raises(ValueError, match="shares add to"):
        generate(1, sites(1), truth=wrong)
