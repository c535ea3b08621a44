"""Two made-up tables of nine sites, one of them far out, and plans with Student-t effects."""

from __future__ import annotations

from typing import Any

import numpy as np

from ligzda.evidence import Plan, Table, parse_plan

TERMS = """
[roles]
site = "site"
arm = "arm"
control = "usual"
[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(0, 2)"
[[terms]]
name = "incubator"
kind = "fixed"
columns = ["arm"]
reference = "usual"
prior = "normal(0, 1)"
[[terms]]
name = "site"
kind = "random"
columns = ["site"]
sd = "half-normal(1)"
effects = "student-t"
[[terms]]
name = "cell"
kind = "random"
columns = ["site", "arm"]
sd = "half-normal(0.5)"
effects = "student-t"
"""
COUNTS = '[outcome]\nfamily = "binomial"\nsuccesses = "y"\ntrials = "n"\n' + TERMS
MEANS = (
    '[outcome]\nfamily = "normal"\nvalue = "mean"\nn = "n"\nsd = "sd"\n'
    'residual_prior = "half-normal(2)"\n' + TERMS
)
#: Participants and successes of the incubator and of usual help, site by site; then means and SDs.
YES_NO = np.array([
    (60, 27, 60, 21), (50, 24, 52, 19), (64, 27, 60, 22), (48, 21, 50, 18), (70, 33, 66, 25),
    (55, 25, 54, 19), (62, 28, 61, 22), (58, 27, 60, 21), (80, 76, 80, 22),
], dtype=np.float64)  # fmt: skip
AMOUNTS = np.array([
    (1.9, 1.1, 1.5, 1.0), (2.2, 0.9, 1.6, 1.2), (2.0, 1.2, 1.7, 1.1), (1.8, 1.0, 1.4, 0.9),
    (2.1, 1.1, 1.8, 1.0), (1.7, 1.0, 1.3, 1.1), (2.3, 1.2, 1.7, 0.9), (2.0, 1.0, 1.6, 1.1),
    (5.6, 1.1, 2.0, 1.0),
])  # fmt: skip
ARMS = ("incubator", "usual")


def _labels() -> dict[str, Any]:
    return {"site": [f"s{i}" for i in range(9) for _ in ARMS], "arm": list(ARMS) * 9}


def yes_no() -> tuple[Table, Plan]:
    cells = YES_NO.reshape(18, 2)
    return Table.from_columns({**_labels(), "n": cells[:, 0], "y": cells[:, 1]}), parse_plan(COUNTS)


def amounts() -> tuple[Table, Plan]:
    cells = AMOUNTS.reshape(18, 2)
    n = np.resize([18.0, 24.0, 30.0], 18)
    columns = {**_labels(), "n": n, "mean": cells[:, 0], "sd": cells[:, 1]}
    return Table.from_columns(columns), parse_plan(MEANS)


SETS = {"yes_no": yes_no, "amounts": amounts}
