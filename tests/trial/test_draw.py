import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.trial.world import problem

from ligzda.trial.assignment.draw import (
    SeedMismatchError,
    check,
    commitment,
    fresh_seed,
    problem_hash,
    seed_of,
)
from ligzda.trial.assignment.problems import from_json, to_json

PROBLEM = problem_hash(problem())


def test_what_was_published_is_accepted() -> None:
    seed, salt = fresh_seed()
    check(commitment(seed, salt, PROBLEM), seed, salt, PROBLEM)


@given(st.integers(0, 2**53 - 1), st.integers(0, 2**53 - 1))
def test_another_seed_is_refused(seed: int, other: int) -> None:
    assume(seed != other)
    published = commitment(seed, "salt", PROBLEM)
    with pytest.raises(SeedMismatchError, match=published):
        check(published, other, "salt", PROBLEM)


def test_another_salt_and_another_problem_are_refused() -> None:
    published = commitment(1, "salt", PROBLEM)
    with pytest.raises(SeedMismatchError):
        check(published, 1, "sand", PROBLEM)
    with pytest.raises(SeedMismatchError):
        check(published, 1, "salt", problem_hash(problem(changes=2)))


def test_anybody_can_remake_the_hash_with_sha256sum() -> None:
    remade = subprocess.run(
        ["sha256sum"], input=f"42\nsalt\n{PROBLEM}\n".encode(), capture_output=True, check=True
    )
    assert remade.stdout.decode().split()[0] == commitment(42, "salt", PROBLEM)


def test_the_public_number_changes_the_seed_and_blanks_around_it_do_not() -> None:
    assert seed_of(1, "salt", "3 5 1") == seed_of(1, "salt", " 3 5 1\n")
    assert len({seed_of(1, "salt", str(i)) for i in range(1000)}) == 1000
    assert all(0 <= seed_of(i, "salt", "6") < 2**53 for i in range(1000))


def test_the_order_of_a_set_does_not_change_the_problem() -> None:
    assert problem_hash(problem()) == PROBLEM


def test_sha256sum_of_the_file_is_the_hash_of_the_problem(tmp_path: Path) -> None:
    file = tmp_path / "problem.json"
    file.write_text(to_json(problem()), "utf-8")
    printed = subprocess.run(["sha256sum", file], capture_output=True, check=True).stdout.decode()
    assert printed.split()[0] == PROBLEM


@pytest.mark.parametrize(
    "given", [{}, {"stepped": "C", "per_step": 2}, {"replicate": "M3", "waiting": 1, "changes": 2}]
)
def test_a_problem_read_from_its_file_is_the_same(given: Any) -> None:
    one = problem(**given)
    assert from_json(to_json(one)) == one
    assert to_json(from_json(to_json(one))) == to_json(one)
