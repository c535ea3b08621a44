"""Published tables of employment programmes, and what may be computed of them. Pure.

Every number is as somebody typed it from the paper that the page names; nobody here has seen the
papers, which `texts.yaml` says beside each table. What is computed here says so.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from ligzda.findings.published.intervals import Estimate, estimate
from ligzda.kernel.tables import delimited

DATA = Path(__file__).parent / "data"


@cache
def _rows(name: str) -> list[dict[str, str]]:
    text = (DATA / name).read_text("utf-8")
    head, *found = (cells for _number, _line, cells in delimited.rows(text, ","))
    return [dict(zip(head, cells, strict=True)) for cells in found]


@cache
def texts() -> dict[str, Any]:
    """Return title, question, source, trap and what is learnt of each table, by language."""
    found: dict[str, Any] = yaml.safe_load((DATA / "texts.yaml").read_text("utf-8"))
    return found


@dataclass(frozen=True)
class Programme:
    """A welfare-to-work programme, dollars a person: what people and the government gain or pay.

    `mvpf`: what people gain for a dollar of the government's; None where the government saves, for
    then the quotient means nothing. `net`: of both together.
    """

    place: str
    approach: str
    people: int
    government: int
    net: int
    mvpf: float | None

    @property
    def taken_from_people(self) -> bool:
        """Whether the government saves while participants lose: nothing pays for itself then."""
        return self.mvpf is None and self.people < 0


def welfare_to_work() -> list[Programme]:
    """Return the 27 programmes (Greenberg, Deitch & Hamilton 2010). None has a standard error."""
    found = []
    for row in _rows("welfare_to_work.csv"):
        people, government = int(row["net_to_participants"]), int(row["net_cost_to_government"])
        mvpf = people / government if government > 0 else None
        found.append(
            Programme(row["place"], row["approach"], people, government, people - government, mvpf)
        )
    return found


@dataclass(frozen=True)
class Enrollees:
    """JTPA, dollars an enrollee over 30 months: gain with what its p allows, cost, net."""

    who: str
    people: int
    earnings: Estimate
    cost: int
    net: int


_RANGES = {"below .01": (0.0, 0.01), "between .05 and .1": (0.05, 0.1), "above .1": (0.1, 1.0)}


def jtpa() -> list[Enrollees]:
    """Return women and men of JTPA (after Bloom et al. 1997, as a do-file of others has them)."""
    whole: Mapping[str, Any] = json.loads((DATA / "jtpa_costs.json").read_text("utf-8"))
    found = []
    for who in ("women", "men"):
        row = whole[who]
        gain = row["earnings_gain_with_wage_subsidy"]
        cost = row["programme_cost_with_wage_subsidy"] - row["less_private_spending"]
        given = estimate(gain, p_range=_RANGES[row["p_of_earnings"]])
        found.append(Enrollees(who, row["n"], given, cost, gain - cost))
    return found


ASSIGNED_GAIN = 1243
"""Dollars a woman *assigned* to JTPA gained: means of all women of `examples/jtpa` by arm."""


@dataclass(frozen=True)
class Arm:
    """Project GATE: people assigned to an arm, and how many answered after months."""

    treated: bool
    assigned: int
    answered: Mapping[int, int]

    def share(self, months: int) -> float:
        """The share of those assigned who answered."""
        return self.answered[months] / self.assigned


MONTHS = (6, 18, 60)


def gate() -> list[Arm]:
    """Return programme and comparison of Project GATE, all five sites together."""
    found = []
    for treated in ("1", "0"):
        rows = [row for row in _rows("gate_flow.csv") if row["treatment"] == treated]
        answered = {each: sum(int(row[f"answered_{each}m"]) for row in rows) for each in MONTHS}
        found.append(Arm(treated == "1", sum(int(row["assigned"]) for row in rows), answered))
    return found


def gate_sites() -> list[tuple[str, dict[str, float]]]:
    """Return by site how much the two arms differ at the start, in shares of people."""
    found = []
    rows = _rows("gate_flow.csv")
    for site in dict.fromkeys(row["site"] for row in rows):
        none, some = sorted(
            (row for row in rows if row["site"] == site), key=lambda row: row["treatment"]
        )
        found.append((site, {name: _share(some, name) - _share(none, name) for name in STARTS}))
    return found


STARTS = ("with_disability", "on_unemployment_benefit", "self_employed_at_start",
          "has_business_plan")  # fmt: skip


def _share(row: Mapping[str, str], name: str) -> float:
    return int(row[name]) / int(row["assigned"])


@dataclass(frozen=True)
class Summary:
    """A benefit-cost summary of WSIPP as read on two dates: what changed, what did not."""

    programme: str
    name: str
    methods: str
    literature: str
    benefits_minus_cost: int


def wsipp() -> list[Summary]:
    """Return the summaries, by programme and by when the model behind them was updated."""
    return [
        Summary(
            row["programme_id"],
            row["programme"],
            row["methods_updated"],
            row["literature_updated"],
            int(row["benefits_minus_cost"]),
        )
        for row in sorted(
            _rows("wsipp.csv"), key=lambda row: (row["programme_id"], row["methods_updated"])
        )
    ]


def turned() -> list[tuple[Summary, Summary]]:
    """Return the programmes whose sign turned while the literature behind it was the same."""
    rows = wsipp()
    return [
        (one, two)
        for one, two in pairwise(rows)
        if one.programme == two.programme
        and one.literature == two.literature
        and (one.benefits_minus_cost > 0) != (two.benefits_minus_cost > 0)
    ]
