"""Nine incubators (Ogre among them) and the eight cells, for the tests of the assignment."""

from itertools import product
from typing import Any

from ligzda.trial.assignment.types import Arm, Problem, Site

ARMS = tuple(
    Arm(f"M{number}", dict(zip("ABC", signs, strict=True)), places)
    for number, (signs, places) in enumerate(
        zip(product("-+", repeat=3), (12, 12, 10, 10, 14, 18, 15, 10), strict=True), start=1
    )
)
OGRE = Site("ogre", frozenset({"M1", "M2"}), places=12, applicants=30)
SITES = (OGRE, *(Site(f"site-{i}", places=20, applicants=16 + 2 * i) for i in range(8)))


def problem(**changed: Any) -> Problem:
    """Return the reference problem: stepped start of C over four periods, two sites a step."""
    facts: dict[str, Any] = {
        "sites": SITES,
        "arms": ARMS,
        "periods": ("2017-1", "2017-2", "2018-1", "2018-2"),
        "changes": 1,
        "stepped": "C",
        "per_step": 2,
        "waiting": 3,
    }
    return Problem(**(facts | changed))
