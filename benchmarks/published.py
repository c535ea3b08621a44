"""Published sets that are in no reference folder of ours: data as printed, and a plan for each."""

from __future__ import annotations

import numpy as np

from ligzda.evidence import Plan, Table, parse_plan

# (events, no events) with the vaccine, then without
BCG = """
4 119 11 128 | 6 300 29 274 | 3 228 11 209 | 62 13536 248 12619 | 33 5036 47 5761
180 1361 372 1079 | 8 2537 10 619 | 505 87886 499 87892 | 29 7470 45 7232
17 1699 65 1600 | 186 50448 141 27197 | 5 2493 3 2338 | 27 16886 29 17825
"""
DYESTUFF = """
1545 1440 1440 1520 1580 | 1540 1555 1490 1560 1495 | 1595 1550 1605 1510 1560
1445 1440 1595 1465 1545 | 1595 1630 1515 1635 1625 | 1520 1455 1450 1480 1445
"""
SALMONELLA = "15 21 29 | 16 18 21 | 16 26 33 | 27 41 60 | 33 38 41 | 20 27 42"


def _groups(text: str) -> list[list[float]]:
    lines = "|".join(line for line in text.strip().splitlines())
    return [[float(number) for number in part.split()] for part in lines.split("|")]


def _plan(outcome: str, *terms: tuple[str, str, str, str], more: str = "") -> Plan:
    """Terms are (name, kind, columns, prior)."""
    text = f'[outcome]\nname = "outcome"\n{outcome}\n{more}'
    for name, kind, columns, prior in terms:
        text += f'[[terms]]\nname = "{name}"\nkind = "{kind}"\n'
        text += f'{"prior" if kind == "fixed" else "sd"} = "{prior}"\n'
        text += f"columns = [{columns}]\n" if columns else ""
        text += 'reference = "0"\n' if columns == '"arm"' else ""
        text += 'coding = "numeric"\n' if columns in ('"dose"', '"log dose"') else ""
        text += 'slope = "treated"\n' if name == "effect by trial" else ""
    return parse_plan(text)


def published() -> list[tuple[str, Table, Plan]]:
    """Return (name and source, table, plan)."""
    sets = []

    schools = {
        "site": list("ABCDEFGH"),
        "y": [28.0, 8, -3, 7, -1, 1, 18, 12],
        "se": [15.0, 10, 16, 11, 9, 11, 10, 18],
    }
    plan = _plan(
        'family = "normal"\nvalue = "y"\nse = "se"',
        ("mean", "fixed", "", "normal(0, 20)"),
        ("school", "random", '"site"', "half-cauchy(25)"),
        more='[roles]\nsite = "site"\n',
    )
    sets.append(("eight schools (Rubin 1981)", Table.from_columns(schools), plan))

    trials = _groups(BCG)
    bcg = {
        "site": np.repeat([f"trial {i:02d}" for i in range(13)], 2),
        "arm": np.tile(["1", "0"], 13),
        "treated": np.tile([1.0, 0.0], 13),
        "y": np.array([[a, c] for a, b, c, d in trials]).ravel(),
        "n": np.array([[a + b, c + d] for a, b, c, d in trials]).ravel(),
    }
    plan = _plan(
        'family = "binomial"\nsuccesses = "y"\ntrials = "n"',
        ("intercept", "fixed", "", "normal(-4, 2)"),
        ("vaccine", "fixed", '"arm"', "normal(0, 1)"),
        ("trial", "random", '"site"', "half-normal(2)"),
        ("effect by trial", "random", '"site"', "half-normal(1)"),
        more='[roles]\nsite = "site"\narm = "arm"\ncontrol = "0"\n',
    )
    sets.append(("BCG vaccine (Colditz 1994)", Table.from_columns(bcg), plan))

    surgical = {
        "site": [f"hospital {c}" for c in "ABCDEFGHIJKL"],
        "y": [0.0, 18, 8, 46, 8, 13, 9, 31, 14, 8, 29, 24],
        "n": [47.0, 148, 119, 810, 211, 196, 148, 215, 207, 97, 256, 360],
    }
    plan = _plan(
        'family = "binomial"\nsuccesses = "y"\ntrials = "n"',
        ("intercept", "fixed", "", "normal(0, 3)"),
        ("hospital", "random", '"site"', "half-normal(1)"),
        more='[roles]\nsite = "site"\n',
    )
    sets.append(("surgical (BUGS)", Table.from_columns(surgical), plan))

    pumps = {
        "site": [f"pump {i:02d}" for i in range(10)],
        "y": [5.0, 1, 5, 14, 3, 19, 1, 1, 4, 22],
        "t": [94.3, 15.7, 62.9, 126, 5.24, 31.4, 1.05, 1.05, 2.1, 10.5],
    }
    plan = _plan(
        'family = "poisson"\ncount = "y"\nexposure = "t"',
        ("intercept", "fixed", "", "normal(0, 3)"),
        ("pump", "random", '"site"', "half-normal(2)"),
        more='[roles]\nsite = "site"\n',
    )
    sets.append(("pumps (Gaver & O'Muircheartaigh 1987)", Table.from_columns(pumps), plan))

    dose = np.repeat([0.0, 10, 33, 100, 333, 1000], 3)
    salmonella = {
        "plate": [f"plate {i:02d}" for i in range(18)],
        "y": np.array(_groups(SALMONELLA)).ravel(),
        "dose": dose / 1000,
        "log dose": np.log(dose + 10),
        "one": np.ones(18),
    }
    plan = _plan(
        'family = "poisson"\ncount = "y"\nexposure = "one"',
        ("intercept", "fixed", "", "normal(0, 5)"),
        ("log dose", "fixed", '"log dose"', "normal(0, 2)"),
        ("dose", "fixed", '"dose"', "normal(0, 5)"),
        ("plate", "random", '"plate"', "half-normal(1)"),
    )
    sets.append(("salmonella (Breslow 1984)", Table.from_columns(salmonella), plan))

    dyestuff = {
        "site": np.repeat([f"batch {c}" for c in "ABCDEF"], 5),
        "y": np.array(_groups(DYESTUFF)).ravel(),
    }
    plan = _plan(
        'family = "normal"\nvalue = "y"\nresidual_prior = "half-normal(100)"',
        ("mean", "fixed", "", "normal(1500, 100)"),
        ("batch", "random", '"site"', "half-normal(100)"),
        more='[roles]\nsite = "site"\n',
    )
    sets.append(("dyestuff (Davies 1947)", Table.from_columns(dyestuff), plan))
    return sets
