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


ANSWER: dict[str, Any] = {
    "candidate": {"layout": "parallel", "sites": 11, "participants": 60, "site_sd": 0.2},
    "power": 0.23, "power_by_factor": {"A": 0.2, "B": 0.2, "C": 0.3}, "posterior_sd_pp": 4.0,
    "standard_error_pp": 6.0, "detectable_pp": 20.5, "model_error_pp": 9.0,
    "correct_selection": 0.5, "regret_pp": 3.0, "type_s": 0.01, "type_m": 1.8, "simulated": 1000,
    "failed": 0,
}  # fmt: skip
"""What the simulation answered to one design, as it is kept."""
