"""A public draw: nobody can say that the assignment was arranged.

1. Before the draw the evaluator publishes the problem to be drawn as a file, `problem.json`, its
   SHA-256 (`problem_hash`), and that of a secret seed with a salt and this hash (`commitment`).
2. In public, somebody else adds a number nobody could know: dice, a lottery's result of that day.
3. The seed and salt are revealed. `check` refuses them unless they give the published hash; the
   seed of the assignment is the hash of all three (`seed_of`).

The second step is what keeps the evaluator honest: with the hash alone one could try seeds at home
until the assignment pleases, and publish the hash of that one (ADR 0062). The salt keeps anybody
from finding the seed by trying out hashes.
"""

from __future__ import annotations

import secrets

from ligzda.errors import LigzdaError
from ligzda.kernel.hashing import sha256
from ligzda.trial.assignment.problems import to_json
from ligzda.trial.assignment.types import Problem

SALT_BYTES = 16


class SeedMismatchError(LigzdaError, ValueError):
    """The revealed seed and salt do not give the hash that was published."""

    def __init__(self, published: str, found: str) -> None:
        super().__init__(
            f"the seed and salt give the hash {found}, but {published} was published before the "
            "draw; the draw does not count"
        )
        self.published = published
        self.found = found


def fresh_seed() -> tuple[int, str]:
    """Return a secret seed and salt from the operating system's source of randomness."""
    return secrets.randbits(53), secrets.token_hex(SALT_BYTES)


def problem_hash(problem: Problem) -> str:
    """Return the SHA-256 of `problem.json`: what is drawn is fixed too."""
    return sha256(to_json(problem))


def commitment(seed: int, salt: str, problem: str) -> str:
    """Return the hash that is published; anybody can remake it with sha256sum."""
    return sha256(f"{seed}\n{salt}\n{problem}\n")


def check(published: str, seed: int, salt: str, problem: str) -> None:
    """Raise SeedMismatchError unless seed, salt and problem give the published hash."""
    found = commitment(seed, salt, problem)
    if not secrets.compare_digest(found, published):
        raise SeedMismatchError(published, found)


def seed_of(seed: int, salt: str, public: str) -> int:
    """Return the seed of the assignment: 53 bits of the hash of the secret and public parts."""
    return int(sha256(f"{seed}\n{salt}\n{public.strip()}\n")[:16], 16) >> 11
