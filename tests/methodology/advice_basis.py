"""An invented trial of eight sites, one of which did not run its model as designed."""

from ligzda.methodology.advice.answering import Asked
from ligzda.methodology.advice.basis import Basis, Moments, Site

_ROWS = (
    ("a", "M1", "---", "clients", 2, 8, 5800.0, (230.0, 7.8)),
    ("b", "M2", "--+", "unemployed", 6, 14, 4900.0, (130.0, 7.8)),
    ("c", "M3", "-+-", "mixed", 4, 10, 7000.0, (80.0, 7.9)),
    ("d", "M4", "-++", "mixed", 3, 8, 5300.0, (130.0, 8.1)),
    ("e", "M5", "+--", "mixed", 2, 15, 6600.0, (55.0, 7.6)),
    ("f", "M6", "+-+", "unemployed", 3, 12, 8100.0, (76.0, 7.4)),
    ("g", "M7", "++-", "mixed", 3, 11, 7500.0, (99.0, 7.9)),
    ("h", "M8", "+++", "unemployed", 4, 14, 6000.0, (188.0, 7.4)),
)
_OTHERS = tuple((f"o{i}", (5.0 + 25 * i, 4.0 + i % 5)) for i in range(10))

BASIS = Basis(
    tuple(
        Site(place, model, sides, group, working, people, people / 2, cost,
             Moments(people, 55.0, 22.0), as_designed=model != "M7")
        for place, model, sides, group, working, people, cost, _ in _ROWS
    ),
    (*((row[0], row[-1]) for row in _ROWS), *_OTHERS),
    "0" * 64, "2026-11-28", True,
)  # fmt: skip


def asked(
    values: tuple[float | None, float | None] = (120.0, 7.75),
    people: tuple[tuple[str, int], ...] = (("clients", 6), ("mixed", 6)),
    *, premises: str = "workshop", budget: float = 120_000.0, cannot: frozenset[str] = frozenset(),
) -> Asked:  # fmt: skip
    """Return a municipality inside the trial's hull, but for what is said otherwise."""
    return Asked(values, people, premises, budget, cannot, 40_000.0, 0.1)
