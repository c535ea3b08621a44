from collections import Counter
from typing import Any

import numpy as np
import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import amount
from tests.trial.world import ARMS, OGRE, SITES, problem

from ligzda.trial.assignment.clashes import clash_sentence
from ligzda.trial.assignment.constraints import Constraints, changes, constrain, courses, solution
from ligzda.trial.assignment.exchange import course_information, criterion
from ligzda.trial.assignment.solve import assign
from ligzda.trial.assignment.types import Assignment, Clash, Problem, Site, UnsatisfiableError


def broken(the: Problem, assignment: Assignment) -> list[str]:
    """Check every constraint anew, in words of its own, not by the solver's rows."""
    found = []
    places = {arm.code: arm.places for arm in the.arms}
    sign = {arm.code: arm.cell["C"] for arm in the.arms}
    for site in the.sites:
        course = assignment.courses[site.code]
        if site.models and not set(course) <= site.models:
            found.append(f"{site.code} runs what it cannot")
        if site.places is not None and max(places[c] for c in course) > site.places:
            found.append(f"{site.code} has too few places")
        if changes(course) > the.changes:
            found.append(f"{site.code} changes too often")
        if the.stepped and sign[course[0]] == "+":
            found.append(f"{site.code} starts with C")
    final = Counter(course[-1] for course in assignment.courses.values())
    if set(final) != {arm.code for arm in the.arms} or max(final.values()) > 2:
        found.append(f"models run {final}")
    if the.stepped and the.per_step:
        steps = Counter(
            [sign[c] for c in course].index("+")
            for course in assignment.courses.values()
            if sign[course[-1]] == "+"
        )
        if max(steps.values()) > the.per_step:
            found.append(f"steps {steps}")
    listed = sum(
        site.applicants is not None
        and all(places[c] < site.applicants for c in assignment.courses[site.code])
        for site in the.sites
    )
    if listed < the.waiting:
        found.append(f"only {listed} waiting lists")
    return found


@pytest.mark.slow
def test_ogre_runs_m1_or_m2_whatever_the_seed() -> None:
    the = problem()
    drawn: Counter[str] = Counter()
    seeds = amount(200, nightly=1000)
    for seed in range(seeds):
        assignment = assign(the, seed)
        assert broken(the, assignment) == []
        assert set(assignment.courses["ogre"]) <= {"M1", "M2"}
        drawn[assignment.courses["ogre"][-1]] += 1
    # Both are really drawn: neither falls under a quarter.
    assert min(drawn["M1"], drawn["M2"]) > seeds / 4


@settings(max_examples=amount(10, nightly=200))
@given(st.integers(0, 2**53 - 1))
def test_without_steps_every_model_runs_and_one_runs_twice(seed: int) -> None:
    the = problem(periods=("all",), stepped=None, changes=0, waiting=0)
    assignment = assign(the, seed)
    assert broken(the, assignment) == []
    assert assignment == assign(the, seed)


@pytest.mark.slow
def test_the_site_a_model_falls_to_is_open_to_chance() -> None:
    # Eight free incubators alike: M8 must not favour one of them (chi-squared, p > .001).
    sites = (OGRE, *(Site(f"site-{i}") for i in range(8)))
    the = problem(sites=sites, periods=("all",), stepped=None, changes=0, waiting=0)
    where: Counter[str] = Counter()
    for seed in range(240):
        courses = assign(the, seed).courses
        where.update(code for code, course in courses.items() if course == ("M8",))
    counts = np.array([where[site.code] for site in sites[1:]])
    expected = counts.sum() / 8
    assert ((counts - expected) ** 2 / expected).sum() < 24.3  # 7 degrees of freedom


def test_the_replicate_is_the_one_asked_for() -> None:
    the = problem(replicate="M1")
    final = [course[-1] for course in assign(the, 5).courses.values()]
    assert final.count("M1") == 2


def test_exchange_never_makes_the_drawn_start_less_informative() -> None:
    the = problem()
    constraints = constrain(the)
    each = course_information(the, constraints.courses)
    for seed in range(10):
        start = solution(constraints, seed)
        assert assign(the, seed).information >= criterion(each[start].sum(axis=0)) - 1e-9


def test_stepping_estimates_c_best() -> None:
    errors = assign(problem(), 1).standard_errors
    assert errors["C"] < min(errors["A"], errors["B"])


CLASHES = [
    (
        {"sites": (OGRE, Site("x", frozenset({"M1"}), places=11), *SITES[1:8])},
        {Clash("feasible", "x"), Clash("capacity", "x")},
    ),
    ({"changes": 0}, {Clash("changes"), Clash("stepped start", "C")}),
    (
        {"periods": ("a", "b"), "per_step": 3},
        {Clash("per step", "C"), Clash("stepped start", "C")},
    ),
    ({"waiting": 10}, {Clash("waiting list")}),
    (
        {"sites": tuple(Site(s.code, frozenset({"M1", "M2"})) for s in SITES), "waiting": 0},
        None,
    ),
]


@pytest.mark.parametrize(("changed", "expected"), CLASHES)
def test_constraints_that_clash_are_named(changed: Any, expected: Any) -> None:
    the = problem(**changed)
    with pytest.raises(UnsatisfiableError) as refused:
        assign(the, 1)
    named = set(refused.value.clashes)
    assert named
    assert expected is None or expected <= named
    # Minimal: every one of them is needed.
    constraints = constrain(the)
    chosen = [g for g in constraints.groups if g.name in named or g.name.kind == "one course"]
    for left_out in named:
        rest = tuple(g for g in chosen if g.name != left_out)
        without = Constraints(constraints.courses, constraints.sites, rest)
        assert solution(without, None) is not None, f"{left_out} is not part of the conflict"


def test_too_few_incubators_for_the_models() -> None:
    with pytest.raises(UnsatisfiableError) as refused:
        assign(problem(sites=SITES[:7], stepped=None, waiting=0), 1)
    assert {clash.about for clash in refused.value.clashes} == {arm.code for arm in ARMS}


def test_six_periods_without_steps_let_a_model_change() -> None:
    the = problem(periods=tuple("abcdef"), stepped=None, per_step=None, changes=1)
    found = courses(the)
    assert len(found) == 8 + 5 * 8 * 7
    assert all(changes(course) <= 1 and len(course) == 6 for course in found)
    assert assign(the, 1).courses


def test_more_courses_than_can_be_decided_among_are_said_with_their_number() -> None:
    the = problem(periods=tuple("abcdef"), stepped=None, per_step=None, changes=3)
    with pytest.raises(UnsatisfiableError) as refused:
        assign(the, 1)
    (clash,) = refused.value.clashes
    assert clash == Clash("courses", str(8 * (1 + 5 * 7 + 10 * 49 + 10 * 343)))
    with override("en"):
        assert "31,648 courses" in clash_sentence(clash, {}, the)
    with override("lv"):
        assert "31\xa0648" in clash_sentence(clash, {}, the)
